"""What can be written next in the filter line: the rest of a term, and a row that tells what there is."""

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.thread import State
from zerodraft.tui.comments.filtering import READERS, STANDING_WORDS
from zerodraft.tui.comments.speakers import speakers

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_MOST = 8
_ALL = "words · from:JPN · area:2 · para:36 · state:open · standing:gone · on:rev-1"


def completed(line: str, dossier: "Dossier") -> str:
    """The line with its last term completed; "" where there is nothing to add."""
    term = _last(line)
    key, colon, value = term.partition(":")
    if not colon:
        return next((f"{line}{each[len(term) :]}:" for each in READERS if term and each.startswith(term)), "")
    for each in _values(key, value, dossier):
        if each.casefold().startswith(value.casefold()) and len(each) > len(value):
            return line + each[len(value) :]
    return ""


def hint(line: str, dossier: "Dossier") -> str:
    """What can be written here."""
    key, colon, value = _last(line).partition(":")
    if not colon or key not in READERS:
        return _ALL
    if key == "from":
        found = [f"{each.code} {each.name}" for each in speakers(dossier, value)]
    else:
        found = [each for each in _values(key, value, dossier) if each.casefold().startswith(value.casefold())]
    return " · ".join(found[:_MOST]) + (" …" if len(found) > _MOST else "")


def _last(line: str) -> str:
    """The term that is being typed; "" behind a space or within quotation marks."""
    return "" if line.count('"') % 2 else line.rpartition(" ")[2]


def _values(key: str, value: str, dossier: "Dossier") -> Iterator[str]:
    if key in _KNOWN:
        yield from _KNOWN[key](value, dossier)


def _speakers(value: str, dossier: "Dossier") -> Iterator[str]:
    """In one word each: `Viet-Nam` is understood as well as “Viet Nam”."""
    return ("-".join(each.spelling.split()) for each in speakers(dossier, value))


def _areas(_value: str, dossier: "Dossier") -> Iterator[str]:
    return (str(area.number) for area in dossier.draft.focus_areas)


def _paragraphs(_value: str, dossier: "Dossier") -> Iterator[str]:
    """Those with comments, in the order of the text."""
    ordinals = sorted({placed.ordinal for placed in dossier.placed.values() if placed.ordinal is not None})
    return ("".join(dossier.reading.numbers[ordinal].cite.split()) for ordinal in ordinals)


def _states(_value: str, _dossier: "Dossier") -> Iterator[str]:
    return (state.value for state in State)


def _standings(_value: str, _dossier: "Dossier") -> Iterator[str]:
    return iter(STANDING_WORDS)


def _versions(_value: str, dossier: "Dossier") -> Iterator[str]:
    return (version.name for version in dossier.versions)


_KNOWN: Mapping[str, Callable[[str, "Dossier"], Iterator[str]]] = {
    "from": _speakers,
    "area": _areas,
    "para": _paragraphs,
    "state": _states,
    "standing": _standings,
    "on": _versions,
}
