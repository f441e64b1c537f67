"""A redline in sections: each heading with what changed below it, so that the rest can be told in a line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.text.draft import Kind, Paragraph, Part
from zerodraft.export.labels import ENGLISH
from zerodraft.export.passages import Gap, Spot, arranged
from zerodraft.export.sheet import RedlineSheet


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

    @property
    def is_title_alone(self) -> bool:
        """A text that has no preamble begins with its title, below which nothing stands that could be told of."""
        return not (self.heading or self.paragraphs or self.has_changes)


class Fold(NamedTuple):
    """The unchanged paragraphs between two spots that changed."""

    spots: tuple[Spot, ...]


@dataclass(slots=True)
class _Growing:
    """A section while its end isn't known."""

    name: str
    part: Part
    heading: Spot | None = None
    area: int | None = None
    spots: list[Spot | Gap] = field(default_factory=list)
    paragraphs: int = 0
    has_changes: bool = False

    def done(self) -> Iterator[Section]:
        """Nothing where nothing stands."""
        if self.heading or self.spots:
            spots = tuple(self.spots)
            yield Section(self.name, self.heading, self.area, spots, self.paragraphs, self.has_changes)


def sections(sheet: RedlineSheet) -> tuple[Section, ...]:
    """All sections in reading order. A deleted heading opens none."""
    found: list[Section] = []
    section = _Growing(ENGLISH.preamble, Part.PREAMBLE)
    changes, new = sheet.comparison.changes, sheet.new.draft.paragraphs
    kept, title = Fate.KEPT, Kind.TITLE
    for spot in arranged(sheet.comparison):
        if isinstance(spot, Gap):
            section.spots.append(spot)
            section.has_changes = True
            continue
        pair = changes[spot.change].pair
        paragraph = new[pair.new[spot.first]] if pair.new else sheet.old.draft.paragraphs[pair.old[0]]
        if pair.new and _opens(paragraph, section.part):
            found += section.done()
            section = _opened(sheet, spot, paragraph)
        if spot is not section.heading:
            section.spots.append(spot)
            section.paragraphs += paragraph.kind is not title
        section.has_changes = section.has_changes or pair.fate is not kept
    found += section.done()
    return tuple(found)


def _opens(paragraph: Paragraph, part: Part) -> bool:
    kind = paragraph.kind
    return kind is Kind.HEADING or (paragraph.part is not part and kind is not Kind.TITLE)


def _opened(sheet: RedlineSheet, spot: Spot, paragraph: Paragraph) -> _Growing:
    if paragraph.kind is not Kind.HEADING:
        return _Growing(ENGLISH.outside[paragraph.part], paragraph.part)
    area = sheet.new.draft.area_of(paragraph.ordinal)
    return _Growing(paragraph.text, paragraph.part, spot, area.number if area else None)


def changed_only(sheet: RedlineSheet, spots: Iterable[Spot | Gap]) -> Iterator[Spot | Gap | Fold]:
    """The spots that changed, and folds of those between them; an unchanged title is left out."""
    unchanged: list[Spot] = []
    for spot in spots:
        if isinstance(spot, Spot) and (pair := sheet.comparison.changes[spot.change].pair).fate is Fate.KEPT:
            unchanged += [] if _is_title(sheet, pair) else [spot]
            continue
        if unchanged:
            yield Fold(tuple(unchanged))
        unchanged = []
        yield spot
    if unchanged:
        yield Fold(tuple(unchanged))


def _is_title(sheet: RedlineSheet, pair: Pair) -> bool:
    return sheet.new.draft.paragraphs[pair.new[0]].kind is Kind.TITLE
