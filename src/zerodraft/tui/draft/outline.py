"""The outline: the parts of the document and its focus areas, with what waits in each."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.draft import Draft, FocusArea, Kind, Part
from zerodraft.tui.widgets.row import Piece, Row, row

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

# The number stands before the name anyway.
_ITS_NUMBER = re.compile(r"^(?:focus area|bidang fokus)\s+\w{1,5}\s*[:.–—-]\s*", re.IGNORECASE)
_PARAGRAPHS = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.PLAIN)


class Entry(NamedTuple):
    """A stretch of the text: ordinals `first` to `last`, half-open; `number` of a focus area, 0 for other parts."""

    name: str
    number: int
    first: int
    last: int
    paragraphs: int
    open_comments: int


def entries(dossier: "Dossier") -> tuple[Entry, ...]:
    """Preamble, focus areas, what stands outside of them, closing; empty ones are left out."""
    draft = dossier.draft
    waiting = _waiting(dossier)
    return tuple(
        Entry(*each, _counted(draft, each), sum(waiting[ordinal] for ordinal in range(each.first, each.last)))
        for each in stretches(draft)
    )


def entry_at(found: tuple[Entry, ...], ordinal: int) -> int:
    """The index of the entry in which a paragraph stands."""
    return next((index for index, each in enumerate(found) if each.first <= ordinal < each.last), 0)


def entry_row(entry: Entry, *, is_here: bool) -> Row:
    """A row of the outline: `▸ 5 Inclusion    8¶ 3●`; `▾` where the cursor is."""
    mark = "▾ " if is_here else "▸ "
    number = (Piece(f"{entry.number} ", "number"),) if entry.number else ()
    waits = (Piece(f" {entry.open_comments}●", "warning"),) if entry.open_comments else ()
    name = Piece(entry.name, "strong" if is_here else "")
    return row(Piece(mark, "quiet"), *number, name, tail=(Piece(f"{entry.paragraphs}¶", "quiet"), *waits))


def area_name(area: FocusArea) -> str:
    """The title without “Focus area 2:”."""
    return _ITS_NUMBER.sub("", area.title) or area.title


class Stretch(NamedTuple):
    """A part of the text: ordinals `first` to `last`, half-open; `number` of a focus area, 0 for other parts."""

    name: str
    number: int
    first: int
    last: int


def stretches(draft: Draft) -> Iterator[Stretch]:
    """Each part in reading order, those that are empty left out."""
    names = {Part.PREAMBLE: "Title and preamble", Part.OPERATIVE: "Outside the areas", Part.CLOSING: "Closing"}
    areas = {area.first: area for area in draft.focus_areas}
    place, end = 0, len(draft.paragraphs)
    while place < end:
        if area := areas.get(place):
            yield Stretch(area_name(area), area.number, area.first, area.last)
            place = area.last
            continue
        start, part = place, draft.paragraphs[place].part
        while place < end and place not in areas and draft.paragraphs[place].part is part:
            place += 1
        yield Stretch(names[part], 0, start, place)


def _counted(draft: Draft, stretch: Stretch) -> int:
    return sum(paragraph.kind in _PARAGRAPHS for paragraph in draft.paragraphs[stretch.first : stretch.last])


def _waiting(dossier: "Dossier") -> Counter[int]:
    """By ordinal, how many comments wait for an answer."""
    found: Counter[int] = Counter()
    for thread in dossier.threads:
        ordinal = dossier.placed[thread.root.id].ordinal
        if thread.state is State.OPEN and ordinal is not None:
            found[ordinal] += 1
    return found
