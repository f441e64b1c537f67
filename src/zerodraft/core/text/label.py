"""Typed numbers: `3.`, `3\\.`, `(a)`, `OP5`, `2.bis`, `**4 NOTING**`. They are no part of the words."""

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from zerodraft.core.text.splice import Span

LATIN_NUMERALS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
_SUFFIX = rf"(?:[ .\u00a0]?(?:{'|'.join(LATIN_NUMERALS)}|alt)\b)"


class Style(StrEnum):
    """How a typed number counts; the order is that of the levels below a paragraph."""

    NUMBER = "1"
    OPERATIVE = "OP1"
    PREAMBULAR = "PP1"
    LETTER = "(a)"
    ROMAN = "(i)"
    DIGIT = "(1)"
    BULLET = "-"
    NOTE = "^1"


class Label(NamedTuple):
    """A typed number: `start` to `end` in the source, white space after it included.

    `text` is how it is cited ("3", "5 bis", "(a)", "OP5"), `value` its place in the count (3, 5,
    1, 5), `suffix` what follows the number ("bis", "A"), `counter` where number and suffix stand.
    """

    text: str
    style: Style
    value: int
    suffix: str
    start: int
    end: int
    counter: Span


# A paragraph of a long text may be the 1,007th; "2021." begins a sentence about a year.
_NUMBER = r"(?:(?!(?:19|20)\d\d)\d{4}|\d{1,3})"
# Texts taken from web pages write a no-break space as `&nbsp;`.
_END = r"(?=[\s*_]|&nbsp;|$)"
_AT_START = re.compile(
    rf"""(?P<open>[ \t]*(?:\*\*|__|[*_])?)
    (?:
      (?P<bullet>[-*+])(?=[ \t])
    | \[\^(?P<note>[^\]\s]+)\]:
    | <sup>(?P<sup>\d{{1,3}})\s*</sup>
    | (?P<kind>OP|PP)\s?(?P<counted>\d{{1,3}})(?P<counted_suffix>{_SUFFIX}?)[.:)]?{_END}
    | (?P<number>{_NUMBER}(?:\.\d{{1,2}})*)(?:(?P<suffix>{_SUFFIX})(?:\\?[.)])?|(?P<capital>[A-Z]?)\\?[.)]){_END}
    | (?P<bold>(?<=\*\*)\d{{1,3}})(?=\*\*\s|\s+[^\W\d_a-z]{{2}})
    | \((?P<inner>[a-z]{{1,2}}|[ivxl]{{1,6}}|\d{{1,3}})\){_END}
    | (?P<outer>[a-z]|[ivx]{{2,5}})(?:\\?\.|\))(?=[ \t])
    )
    (?P<mark>(?:\*\*|__|[*_])?)(?:\s|&nbsp;)*""",
    re.VERBOSE,
)
# `3. We`, `3\\. We`: all that most texts have; three times faster than the whole grammar.
_USUAL = re.compile(rf"({_NUMBER})\\?[.)][ \t\u00a0]+(?=[^\W\d_])")
_CANDIDATE = re.compile(r"[ \t]*(?:[*_]{1,2})?(?:[-+*(\d\[<]|OP|PP|[a-z]{1,5}[.)\\])")


def roman(value: int) -> str:
    """1 → i … 89 → lxxxix, lower case."""
    tens = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx")
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return tens[value // 10] + ones[value % 10]


def roman_or_number(value: int) -> str:
    """Roman numerals go to lxxxix here; nobody reads longer ones."""
    return roman(value) if value < 90 else str(value)


def letter(value: int) -> str:
    """1 → a … 26 → z, 27 → aa."""
    return chr(96 + value) if value <= 26 else letter((value - 1) // 26) + letter((value - 1) % 26 + 1)


@cache
def _values() -> tuple[dict[str, int], dict[str, int]]:
    return ({letter(n): n for n in range(1, 703)}, {roman(n): n for n in range(1, 90)})


def readings(counter: str) -> tuple[tuple[Style, int], ...]:
    """What a counter in brackets may be: (i) is the first of a roman count or the ninth letter."""
    if counter.isdigit():
        return ((Style.DIGIT, int(counter)),)
    letters, romans = _values()
    found = ((Style.ROMAN, romans.get(counter, 0)), (Style.LETTER, letters.get(counter, 0)))
    return tuple((style, value) for style, value in found if value)


def label_at(source: str, start: int, end: int) -> Label | None:
    """The typed number at the beginning of `source[start:end]`, if there is one."""
    if usual := _USUAL.match(source, start, end):
        return Label(usual[1], Style.NUMBER, int(usual[1]), "", start, usual.end(), Span(*usual.span(1)))
    if not _CANDIDATE.match(source, start, end):
        return None
    found = _AT_START.match(source, start, end)
    if not found:
        return None
    # Emphasis around the number alone belongs to the label; emphasis that goes on over the words
    # stays with them, and without its other end it is an asterisk.
    opening, closing = found["open"].strip(), found["mark"]
    if opening and source.find(opening, found.start("mark"), end) < 0:
        return None
    whole = bool(opening) and closing == opening
    first = found.start() if whole or not opening else found.end("open")
    last = found.end() if whole or not closing else found.start("mark")
    text, style, value, suffix, (counter, after) = _meaning(found)
    place = Span(found.start(counter), max(found.end(counter), found.end(after)))
    return Label(text, style, value, suffix, first, last, place)


def _meaning(found: re.Match[str]) -> tuple[str, Style, int, str, tuple[str, str]]:
    """Cited text, style, value, suffix, and the groups in which the counter begins and ends."""
    if found["bullet"]:
        return "-", Style.BULLET, 0, "", ("bullet", "bullet")
    if note := found["note"] or found["sup"]:
        group = "note" if found["note"] else "sup"
        return f"^{note}", Style.NOTE, 0, "", (group, group)
    if kind := found["kind"]:
        suffix = found["counted_suffix"].strip(" .\u00a0")
        style = Style.OPERATIVE if kind == "OP" else Style.PREAMBULAR
        cited = _cited(f"{kind}{found['counted']}", suffix)
        return cited, style, int(found["counted"]), suffix, ("counted", "counted_suffix")
    if found["bold"]:
        return found["bold"], Style.NUMBER, int(found["bold"]), "", ("bold", "bold")
    if number := found["number"]:
        suffix = (found["suffix"] or found["capital"] or "").strip(" .\u00a0")
        group = "suffix" if found["suffix"] else "capital"
        return _cited(number, suffix), Style.NUMBER, int(number.rpartition(".")[2]), suffix, ("number", group)
    group = "inner" if found["inner"] else "outer"
    style, value = readings(found[group])[0]
    return f"({found[group]})", style, value, "", (group, group)


def _cited(number: str, suffix: str) -> str:
    return f"{number} {suffix}" if len(suffix) > 1 else number + suffix
