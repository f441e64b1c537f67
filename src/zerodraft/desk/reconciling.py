"""Two texts that came of one: words were typed here while the text changed in the folder, or in the record.

Nothing is written here. What both sides did is told in a sentence each, and both go into one text; where they worded
the same words differently, that text has a bracket, as a room would write it.
"""

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.parse import read_draft
from zerodraft.desk.changed_paragraphs import listed, paragraphs_changed, what_changed
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.room import Room

if TYPE_CHECKING:
    from zerodraft.core.comparison.dispute import Dispute

NOTHING = "Nothing changed"


@dataclass(frozen=True, slots=True)
class Apart:
    """`base` is the text that both sides began with, `mine` what was typed here, `theirs` what stands there now."""

    base: str
    mine: str
    theirs: str

    @property
    def is_mine_only(self) -> bool:
        """The other side has nothing that is not here too."""
        return self.theirs in (self.base, self.mine)


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """What each side changed since both began: “Paragraphs 7 and 12 reworded”, or `NOTHING`."""

    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Reconciled:
    """Both sides in one text. `brackets` came up where they worded the same words differently; `sentence` tells how
    many, and in which paragraphs they stand."""

    source: str
    brackets: "tuple[Dispute, ...]"
    sentence: str


def tell_apart(room: Room, dossier: Dossier, apart: Apart) -> WhatChanged:
    """What each side changed, by the numbers of the declaration until its next issue."""
    base = read_draft(apart.base)
    numbers = _numbers(room, dossier, base)
    return WhatChanged(
        _told(room, dossier, (base, numbers), apart.mine), _told(room, dossier, (base, numbers), apart.theirs)
    )


def reconcile(room: Room, dossier: Dossier, apart: Apart, names: tuple[str, str] = ("", "")) -> Reconciled:
    """One text in which every change of both sides stands. `names` are written into the brackets, mine first."""
    from zerodraft.core.comparison.merge import merge  # 30 ms to load; two texts seldom stand apart

    merged = merge(read_draft(apart.base), read_draft(apart.mine), read_draft(apart.theirs), names=names)
    draft = read_draft(merged.source)
    cites = _cites_of(draft, merged.brackets, _numbers(room, dossier, draft)) if merged.brackets else ()
    return Reconciled(merged.source, merged.brackets, _counted(len(merged.brackets), cites))


def _told(room: Room, dossier: Dossier, old: tuple[Draft, tuple[Number, ...]], source: str) -> str:
    base, numbers = old
    if source == base.source:
        return NOTHING
    new = read_draft(source)
    comparison = compare(base, new)
    return what_changed(comparison, paragraphs_changed(comparison, _numbers(room, dossier, new)), numbers)


def _numbers(room: Room, dossier: Dossier, draft: Draft) -> tuple[Number, ...]:
    if draft.source == dossier.draft.source:
        return dossier.reading.numbers
    return room.archive.numbers_with(dossier, draft.source)


def _cites_of(draft: Draft, brackets: "tuple[Dispute, ...]", numbers: tuple[Number, ...]) -> tuple[str, ...]:
    """The paragraphs in which brackets begin, each once; what stands in a comment stands in none."""
    starts = [each.span.start for each in draft.paragraphs]
    places = ((bisect_right(starts, each.span.start) - 1, each.span.start) for each in brackets)
    found = [ordinal for ordinal, place in places if ordinal >= 0 and place < draft.paragraphs[ordinal].span.end]
    return tuple(dict.fromkeys(numbers[ordinal].cite for ordinal in found))


def _counted(brackets: int, cites: tuple[str, ...]) -> str:
    """“2 brackets came up, in paragraphs 7 and 12”."""
    if not brackets:
        return "No bracket came up"
    where = f", in {listed(cites)}" if cites else ""
    return f"{brackets} bracket{'s' if brackets > 1 else ''} came up{where}"
