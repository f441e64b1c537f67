"""What changed, counted part by part: the preamble, each focus area, the closing."""

from collections.abc import Iterator
from dataclasses import dataclass

from zerodraft.core.comparison.changes import Change, Fate
from zerodraft.core.comparison.compare import AreaChanges, Figures, by_focus_area, figures
from zerodraft.core.text.draft import Paragraph
from zerodraft.export.labels import Labels
from zerodraft.export.sheet import RedlineSheet


@dataclass(frozen=True, slots=True)
class PartSummary:
    """One part: its name, the ordinal of its heading in the new draft, what changed.

    `heading` is None where no heading stands for the whole part. `changed` are the changes whose
    words or place differ.
    """

    name: str
    heading: int | None
    figures: Figures
    changed: tuple[Change, ...]


def summary(sheet: RedlineSheet, labels: Labels) -> tuple[PartSummary, ...]:
    """All parts that have a paragraph, in the order of the text."""
    outside: list[PartSummary] = []
    areas: list[PartSummary] = []
    for group in by_focus_area(sheet.comparison):
        if group.area is None:
            outside += _outside(sheet, group, labels)
        else:
            areas.append(_summed(group.area.title, group.area.first, group.changes))
    before = [each for each in outside if each.name != labels.closing]
    return (*before, *areas, *(each for each in outside if each.name == labels.closing))


def _outside(sheet: RedlineSheet, group: AreaChanges, labels: Labels) -> Iterator[PartSummary]:
    for part, name in labels.outside.items():
        changes = tuple(change for change in group.changes if _paragraph(sheet, change).part is part)
        if changes:
            yield _summed(name, None, changes)


def _paragraph(sheet: RedlineSheet, change: Change) -> Paragraph:
    if change.pair.new:
        return sheet.new.draft.paragraphs[change.pair.new[0]]
    return sheet.old.draft.paragraphs[change.pair.old[0]]


def _summed(name: str, heading: int | None, changes: tuple[Change, ...]) -> PartSummary:
    changed = tuple(change for change in changes if change.pair.fate is not Fate.KEPT)
    return PartSummary(name, heading, figures(changes), changed)


def total(sheet: RedlineSheet) -> Figures:
    return figures(sheet.comparison.changes)
