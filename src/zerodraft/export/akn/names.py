"""Names of elements in an Akoma Ntoso file. They follow the number that a paragraph has in this version."""

import re
from collections.abc import Iterable

from zerodraft.core.text.numbering import Number

_OUTSIDE_OF_NAMES = re.compile(r"[^A-Za-z0-9_.-]+")
_SUB = re.compile(r"\(([^()]*)\)|([^().\s]+)\.")
_STEMS = {"PP": "rec", "FA": "sec", "H": "heading", "C": "closing", "U": "par", "N": "note", "T": "table", "B": "quote"}
_STEM = re.compile(r"(PP|FA|H|C|U|N|T|B)(\d.*)")


def identifier(number: Number) -> str:
    """The name of a paragraph's element, from how it is cited: "7(a)(ii)" is `para_7__point_a__point_ii`."""
    head, bracket, inner = number.cite.partition("(")
    stem = _STEM.fullmatch(head)
    if stem:
        first = f"{_STEMS[stem[1]]}_{name_of(stem[2])}"
    elif head:
        first = head if head == "title" else f"para_{name_of(head)}"
    else:
        first = ""
    rest = [f"point_{name_of(found[1] or found[2])}" for found in _SUB.finditer(bracket + inner)]
    return "__".join(filter(None, (first, *rest))) or "par"


def name_of(text: str) -> str:
    """A text as part of an identifier: letters, digits, points and hyphens."""
    return _OUTSIDE_OF_NAMES.sub("-", text).strip("-.") or "x"


def unique(name: str, taken: set[str]) -> str:
    """A name that nothing else bears: `para_7`, `para_7_2`."""
    found, count = name, 2
    while found in taken:
        found, count = f"{name}_{count}", count + 1
    taken.add(found)
    return found


def references(names: Iterable[str]) -> str | None:
    """`#aus #jpn`; None for nobody."""
    return " ".join(f"#{name}" for name in names) or None
