"""A redline in sections: each heading with what changed below it, so that the rest can be told in a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.text.draft import Kind, Paragraph, Part
from zerodraft.export.labels import ENGLISH
from zerodraft.export.passages import Gap, Spot, arranged
from zerodraft.export.sheet import RedlineSheet

_NAMES = {Part.CLOSING: ENGLISH.closing, Part.OPERATIVE: ENGLISH.operative_part, Part.PREAMBLE: ENGLISH.preamble}


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a redline below one heading.

    `name` is the heading's text and `heading` its spot; None before the first heading and for the
    closing. `area` is the number of the focus area of the new text, None outside of all. `paragraphs`
    counts those below the heading, the title not counted; `has_changes` looks at the heading too.
    """

    name: str
    heading: Spot | None
    area: int | None
    spots: tuple[Spot | Gap, ...]
    paragraphs: int
    has_changes: bool


class Fold(NamedTuple):
    """The unchanged paragraphs between two spots that changed."""

    spots: tuple[Spot, ...]


def sections(sheet: RedlineSheet) -> tuple[Section, ...]:
    """All sections in reading order."""
    found: list[Section] = []
    spots: list[Spot | Gap] = []
    name, heading, part = ENGLISH.preamble, None, Part.PREAMBLE
    for spot in arranged(sheet.comparison):
        opened = _opened(sheet, spot, part)
        if opened is None:
            spots.append(spot)
            continue
        found.append(_section(sheet, name, heading, spots))
        name, heading, part = opened
        spots = [] if heading else [spot]
    found.append(_section(sheet, name, heading, spots))
    return tuple(section for section in found if section.heading or section.paragraphs or section.has_changes)


def _section(sheet: RedlineSheet, name: str, heading: Spot | None, spots: Iterable[Spot | Gap]) -> Section:
    below = tuple(spots)
    area = sheet.new.draft.area_of(opening_paragraph(sheet, heading).ordinal) if heading else None
    has_changes = not all(is_kept(sheet, spot) for spot in (*below, *filter(None, (heading,))))
    return Section(name, heading, area.number if area else None, below, _count(sheet, below), has_changes)


def _count(sheet: RedlineSheet, spots: Iterable[Spot | Gap]) -> int:
    """How many paragraphs stand there; the title doesn't count."""
    return sum(isinstance(spot, Spot) and not is_title(sheet, spot) for spot in spots)


def is_kept(sheet: RedlineSheet, spot: Spot | Gap) -> bool:
    return isinstance(spot, Spot) and sheet.comparison.changes[spot.change].pair.fate is Fate.KEPT


def is_title(sheet: RedlineSheet, spot: Spot) -> bool:
    return opening_paragraph(sheet, spot).kind is Kind.TITLE


def opening_paragraph(sheet: RedlineSheet, spot: Spot) -> Paragraph:
    """The first paragraph of a spot: of the new draft, or the deleted one of the old."""
    pair = sheet.comparison.changes[spot.change].pair
    if pair.new:
        return sheet.new.draft.paragraphs[pair.new[spot.first]]
    return sheet.old.draft.paragraphs[pair.old[0]]


def _opened(sheet: RedlineSheet, spot: Spot | Gap, part: Part) -> tuple[str, Spot | None, Part] | None:
    """Name, heading and part of the section that a spot opens; a deleted heading opens none."""
    if isinstance(spot, Gap) or not sheet.comparison.changes[spot.change].pair.new:
        return None
    paragraph = opening_paragraph(sheet, spot)
    if paragraph.kind is Kind.HEADING:
        return paragraph.text, spot, paragraph.part
    if paragraph.part is not part and paragraph.kind is not Kind.TITLE:
        return _NAMES[paragraph.part], None, paragraph.part
    return None


def changed_only(sheet: RedlineSheet, spots: Iterable[Spot | Gap]) -> Iterator[Spot | Gap | Fold]:
    """The spots that changed, and folds of those between them; an unchanged title is left out."""
    unchanged: list[Spot] = []
    for spot in spots:
        if isinstance(spot, Spot) and is_kept(sheet, spot):
            unchanged += [] if is_title(sheet, spot) else [spot]
            continue
        if unchanged:
            yield Fold(tuple(unchanged))
        unchanged = []
        yield spot
    if unchanged:
        yield Fold(tuple(unchanged))
