"""Two drafts compared: every pair of paragraphs with its word redline, counted and grouped."""

from collections.abc import Iterable
from dataclasses import dataclass

from zerodraft.core.comparison.alignment import aligned
from zerodraft.core.comparison.changes import Change, Comparison, Fate, Op, Pair, Run
from zerodraft.core.comparison.differences import Differences
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Draft, FocusArea
from zerodraft.core.text.words import words


@dataclass(frozen=True, slots=True)
class Figures:
    """How much changed. Paragraphs by pair: a paragraph cut in three is one split; words count punctuation too.

    A moved paragraph that was reworded counts as moved; its words count below.
    """

    kept: int = 0
    reworded: int = 0
    moved: int = 0
    split: int = 0
    joined: int = 0
    inserted: int = 0
    deleted: int = 0
    words_inserted: int = 0
    words_deleted: int = 0

    @property
    def paragraphs_changed(self) -> int:
        return self.reworded + self.moved + self.split + self.joined + self.inserted + self.deleted


@dataclass(frozen=True, slots=True)
class AreaChanges:
    """The changes of one focus area of the new draft; `area` is None for what stands outside all of them."""

    area: FocusArea | None
    changes: tuple[Change, ...]


def compare(old: Draft, new: Draft) -> Comparison:
    """Every change between two drafts, in reading order."""
    differences = Differences([each.text for each in old.paragraphs], [each.text for each in new.paragraphs])
    changes: list[Change] = []
    kept, stands = Fate.KEPT, Op.KEPT
    for pair in aligned(old, new, differences):
        if pair.fate is kept:
            text = new.paragraphs[pair.new[0]].text
            changes.append(Change(pair, (Run(stands, text),) if text else ()))
        elif pair.fate is Fate.REWORDED:
            changes.append(Change(pair, differences.redline(pair.old[0], pair.new[0])))
        else:
            changes.append(Change(pair, redline_of(old, new, pair)))
    return Comparison(old, new, tuple(changes))


def redline_of(old: Draft, new: Draft, pair: Pair) -> tuple[Run, ...]:
    """The word redline of one pair; several paragraphs of one side are joined by a line end."""
    return redline(joined_text(old, pair.old), joined_text(new, pair.new))


def joined_text(draft: Draft, ordinals: Iterable[int]) -> str:
    """The texts of some paragraphs as the runs of a split or joined pair have them."""
    return "\n".join([draft.paragraphs[ordinal].text for ordinal in ordinals])


def figures(changes: Iterable[Change]) -> Figures:
    """Count changes: `figures(comparison.changes)`, or those of one focus area."""
    fates = dict.fromkeys(Fate, 0)
    marked = dict.fromkeys(Op, 0)
    for change in changes:
        fates[change.pair.fate] += 1
        for run in change.runs:
            if run.op is not Op.KEPT:
                marked[run.op] += len(words(run.text))
    return Figures(
        kept=fates[Fate.KEPT],
        reworded=fates[Fate.REWORDED],
        moved=fates[Fate.MOVED],
        split=fates[Fate.SPLIT],
        joined=fates[Fate.JOINED],
        inserted=fates[Fate.INSERTED],
        deleted=fates[Fate.DELETED],
        words_inserted=marked[Op.INSERTED],
        words_deleted=marked[Op.DELETED],
    )


def by_focus_area(comparison: Comparison) -> tuple[AreaChanges, ...]:
    """The changes grouped by the new draft's focus areas, what stands outside them first; empty groups too.

    A deleted paragraph counts where its old focus area is now: the one of the same title, else of
    the same number, else outside.
    """
    groups: dict[FocusArea | None, list[Change]] = {None: []} | {area: [] for area in comparison.new.focus_areas}
    for change in comparison.changes:
        groups[_area_of(comparison, change.pair)].append(change)
    return tuple(AreaChanges(area, tuple(changes)) for area, changes in groups.items())


def _area_of(comparison: Comparison, pair: Pair) -> FocusArea | None:
    if pair.new:
        return comparison.new.area_of(pair.new[0])
    was = comparison.old.area_of(pair.old[0])
    if was is None:
        return None
    areas = comparison.new.focus_areas
    same_title = (area for area in areas if area.title == was.title)
    return next(same_title, None) or next((area for area in areas if area.number == was.number), None)
