"""In which order the paragraphs of two texts stand in one redline: each side by itself in its own order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Change, Comparison, Fate
from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.text.draft import Draft, Kind


class Stand(NamedTuple):
    """What stands at one place: both sides of a change, or one paragraph of one side of it."""

    change: Change
    old: tuple[int, ...]
    new: tuple[int, ...]


def arranged(comparison: Comparison, *, has_notes: bool = False) -> Iterator[Stand]:
    """Every paragraph of both drafts, the notes only if they are wanted.

    Laws: the old ordinals rise, and so do the new ones. Both sides stand together where the change stays in its place
    between the others; whatever else it is, a move or a split with something between, each side stands alone.
    """
    olds, news = _places(comparison.old, has_notes), _places(comparison.new, has_notes)
    by_old = {ordinal: change for change in comparison.changes for ordinal in change.pair.old}
    by_new = {ordinal: change for change in comparison.changes for ordinal in change.pair.new}
    at_old = at_new = 0
    old_row, new_row = list(olds), list(news)
    for change in (*_fixed(comparison, olds, news), None):
        old_end = olds[change.pair.old[0]] if change else len(old_row)
        new_end = news[change.pair.new[0]] if change else len(new_row)
        yield from (Stand(by_old[ordinal], (ordinal,), ()) for ordinal in old_row[at_old:old_end])
        yield from (Stand(by_new[ordinal], (), (ordinal,)) for ordinal in new_row[at_new:new_end])
        if change:
            yield Stand(change, *change.pair[1:])
            at_old, at_new = old_end + len(change.pair.old), new_end + len(change.pair.new)


def _places(draft: Draft, has_notes: bool) -> dict[int, int]:
    """The place of each paragraph among those that stand in a row."""
    ordinals = (each.ordinal for each in draft.paragraphs if has_notes or each.kind is not Kind.FOOTNOTE)
    return {ordinal: place for place, ordinal in enumerate(ordinals)}


def _fixed(comparison: Comparison, olds: dict[int, int], news: dict[int, int]) -> list[Change]:
    """The changes that stay in their place, in the order of both texts."""
    found = [change for change in comparison.changes if _may_stay(comparison, change, olds, news)]
    weights = [1 + sum(len(run.text) for run in change.runs) for change in found]
    return [found[index] for index in heaviest_rising([olds[change.pair.old[0]] for change in found], weights)]


def _may_stay(comparison: Comparison, change: Change, olds: dict[int, int], news: dict[int, int]) -> bool:
    fate, old, new = change.pair
    if not (old and new) or fate is Fate.MOVED or not (_is_row(old, olds) and _is_row(new, news)):
        return False
    tables = [comparison.old.paragraphs[each].kind is Kind.TABLE for each in old]
    tables += [comparison.new.paragraphs[each].kind is Kind.TABLE for each in new]
    return not any(tables) or tables == [True, True]


def _is_row(ordinals: Sequence[int], places: dict[int, int]) -> bool:
    """Whether paragraphs stand one behind the other; one without a place stands in no row."""
    found = [places.get(ordinal, -1) for ordinal in ordinals]
    return found[0] >= 0 and found == list(range(found[0], found[0] + len(found)))
