"""The line that narrows the list: words, and terms such as `from:JPN` or `state:open`."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.folding import folded
from zerodraft.core.text.numbering import find
from zerodraft.desk.comparing import loosely_named
from zerodraft.desk.selection import Wish
from zerodraft.tui.comments.speakers import speakers, unknown

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

# `key:` alone; or with a value in quotation marks or up to the next space; or words in quotation marks, or one word.
_TERM = re.compile(r'([A-Za-z]+):(?=\s|$)|(?:([A-Za-z]+):)?(?:"([^"]*)"?|([^\s"]+))')
STANDING_WORDS = {"stands": "standing", "reworded": "rewritten", "gone": "detached"}
_STANDING_TOLD = {"standing": "words stand", "rewritten": "reworded since", "detached": "words are gone"}
_MOST_NAMES = 4
_PARAGRAPH = "¶"


class Filter(NamedTuple):
    """What is wished for, as far as it was understood. `problem` is a sentence about the rest, "" when all was;
    `unfinished` one about a term that is only begun, to be told when nobody types it any more."""

    wish: Wish
    problem: str = ""
    unfinished: str = ""


class NotUnderstood(ValueError):
    """A term that means nothing here; its text is a sentence for the drafter."""


class OnlyBegun(NotUnderstood):
    """A term that would mean something with more letters."""


class Term(NamedTuple):
    """`key` is "" for words."""

    key: str
    value: str


def terms(line: str) -> Iterator[Term]:
    """The terms of a filter line, in order."""
    for lonely, key, quoted, plain in _TERM.findall(line):
        if not key and plain.startswith(_PARAGRAPH):
            yield Term("para", plain.removeprefix(_PARAGRAPH))
        else:
            yield Term((key or lonely).lower(), quoted or plain)


def understood(line: str, dossier: "Dossier") -> Filter:
    """Reads a filter line. What isn't understood narrows nothing; neither does a term that is being typed."""
    wish, problem, unfinished = Wish(), "", ""
    for term in terms(line):
        try:
            wish = _narrowed(wish, term, dossier)
        except OnlyBegun as begun:
            unfinished = unfinished or str(begun)
        except NotUnderstood as wrong:
            problem = problem or str(wrong)
    return Filter(wish, problem, unfinished)


def _narrowed(wish: Wish, term: Term, dossier: "Dossier") -> Wish:
    if not term.key:
        return replace(wish, words=(*wish.words, folded(term.value))) if term.value else wish
    if term.key not in READERS:
        known = ", ".join(f"{key}:" for key in READERS)
        raise NotUnderstood(f"“{term.key}:” is none of {known}. Words with a colon stand in quotation marks.")
    return READERS[term.key](wish, term.value, dossier) if term.value else wish


def _from(wish: Wish, value: str, dossier: "Dossier") -> Wish:
    entry = dossier.delegations.resolve(value)
    if entry is not None:
        return replace(wish, speaker=entry.code)
    begun = {each.code: each.name for each in speakers(dossier, value)}
    if len(begun) == 1:
        return replace(wish, speaker=next(iter(begun)))
    if begun:
        names = ", ".join(list(begun.values())[:_MOST_NAMES]) + (" …" if len(begun) > _MOST_NAMES else "")
        raise OnlyBegun(f"Several names begin with “{value}”: {names}.")
    raise NotUnderstood(unknown(dossier, value))


def _area(wish: Wish, value: str, dossier: "Dossier") -> Wish:
    areas = dossier.draft.focus_areas
    if value.isdecimal():
        found = [area.number for area in areas if area.number == int(value)]
    else:
        found = [area.number for area in areas if folded(value) in folded(area.title)]
    if len(found) == 1:
        return replace(wish, area=found[0])
    if found:
        raise NotUnderstood(f"“{value}” is in the titles of focus areas {', '.join(map(str, found))}.")
    count = "no focus areas" if not areas else "1 focus area" if len(areas) == 1 else f"{len(areas)} focus areas"
    raise NotUnderstood(f"There is no focus area “{value}”: this text has {count}.")


def _paragraph(wish: Wish, value: str, dossier: "Dossier") -> Wish:
    numbers = dossier.reading.numbers
    if find(numbers, value) is not None:
        return replace(wish, paragraph=value)
    is_begun = any(each.cite.casefold().startswith(value.casefold()) for each in numbers)
    raise (OnlyBegun if is_begun else NotUnderstood)(f"There is no paragraph {value}.")


def _state(wish: Wish, value: str, _dossier: "Dossier") -> Wish:
    begun = [state for state in State if state.value.startswith(value.lower())]
    if len(begun) == 1:
        return replace(wish, state=begun[0])
    raise NotUnderstood(f"A matter is {_listed(state.value for state in State)}, not “{value}”.")


def _standing(wish: Wish, value: str, _dossier: "Dossier") -> Wish:
    known = {**STANDING_WORDS, **{standing: standing for standing in STANDING_WORDS.values()}}
    begun = {standing for word, standing in known.items() if word.startswith(value.lower())}
    if len(begun) == 1:
        return replace(wish, standing=begun.pop())
    raise NotUnderstood(f"standing: takes {_listed(STANDING_WORDS)}, not “{value}”.")


def _version(wish: Wish, value: str, dossier: "Dossier") -> Wish:
    names = [version.name for version in dossier.versions]
    name = loosely_named(value, dossier.versions)
    if name in names:
        return replace(wish, on=name)
    issued = f"Issued are {', '.join(names)}." if names else "None is issued yet."
    is_begun = any(each.startswith(value.casefold()) for each in names)
    raise (OnlyBegun if is_begun else NotUnderstood)(f"There is no version “{value}”. {issued}")


def _listed(words: "Iterator[str] | Mapping[str, str]") -> str:
    *first, last = words
    return f"{', '.join(first)} or {last}"


READERS: Mapping[str, Callable[[Wish, str, "Dossier"], Wish]] = {
    "from": _from,
    "area": _area,
    "para": _paragraph,
    "state": _state,
    "standing": _standing,
    "on": _version,
}


def with_state(line: str, state: State | None) -> str:
    """The filter line with this state in place of any other; None takes it out."""
    kept = re.sub(r'(?:^|\s+)state:(?:"[^"]*"?|\S*)', "", line, flags=re.IGNORECASE).strip()
    return " ".join(filter(None, (kept, f"state:{state.value}" if state else "")))


def described(wish: Wish, dossier: "Dossier") -> str:
    """What the list shows, in words: “from Japan · focus area 2 · open”; "" for everything."""
    found = (
        f"from {dossier.name_of(wish.speaker)}" if wish.speaker else "",
        f"focus area {wish.area}" if wish.area is not None else "",
        f"¶ {wish.paragraph}" if wish.paragraph else "",
        wish.state.words if wish.state else "",
        _STANDING_TOLD.get(wish.standing, ""),
        f"on {wish.on}" if wish.on else "",
        " ".join(f"“{word}”" for word in wish.words),
    )
    return " · ".join(filter(None, found))
