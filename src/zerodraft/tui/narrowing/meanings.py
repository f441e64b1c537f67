"""Whom and what a value in a filter line means: a delegation, a focus area, a paragraph, a version."""

from typing import TYPE_CHECKING

from zerodraft.core.text.folding import folded
from zerodraft.core.text.numbering import find
from zerodraft.desk.comparing import loosely_named
from zerodraft.tui.comments.speakers import speakers, unknown
from zerodraft.tui.narrowing.terms import NotUnderstood, OnlyBegun

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_MOST_NAMES = 4


def speaker_meant(value: str, dossier: "Dossier") -> str:
    """The code of a delegation or group."""
    entry = dossier.delegations.resolve(value)
    if entry is not None:
        return entry.code
    begun = {each.code: each.name for each in speakers(dossier, value)}
    if len(begun) == 1:
        return next(iter(begun))
    if begun:
        names = ", ".join(list(begun.values())[:_MOST_NAMES]) + (" …" if len(begun) > _MOST_NAMES else "")
        raise OnlyBegun(f"Several names begin with “{value}”: {names}.")
    raise NotUnderstood(unknown(dossier, value))


def area_meant(value: str, dossier: "Dossier") -> int:
    """The number of a focus area, from its number or words of its title."""
    areas = dossier.draft.focus_areas
    if value.isdecimal():
        found = [area.number for area in areas if area.number == int(value)]
    else:
        found = [area.number for area in areas if folded(value) in folded(area.title)]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotUnderstood(f"“{value}” is in the titles of focus areas {', '.join(map(str, found))}.")
    count = "no focus areas" if not areas else "1 focus area" if len(areas) == 1 else f"{len(areas)} focus areas"
    raise NotUnderstood(f"There is no focus area “{value}”: this text has {count}.")


def paragraph_meant(value: str, dossier: "Dossier") -> str:
    """A number of the working text, as it was written."""
    numbers = dossier.reading.numbers
    if find(numbers, value) is not None:
        return value
    is_begun = any(each.cite.casefold().startswith(value.casefold()) for each in numbers)
    raise (OnlyBegun if is_begun else NotUnderstood)(f"There is no paragraph {value}.")


def version_meant(value: str, dossier: "Dossier") -> str:
    """The name of an issued version."""
    names = [version.name for version in dossier.versions]
    name = loosely_named(value, dossier.versions)
    if name in names:
        return name
    issued = f"Issued are {', '.join(names)}." if names else "None is issued yet."
    is_begun = any(each.startswith(value.casefold()) for each in names)
    raise (OnlyBegun if is_begun else NotUnderstood)(f"There is no version “{value}”. {issued}")
