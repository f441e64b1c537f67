"""Runs of columns: how far a dispute reaches."""

from collections.abc import Sequence

from zerodraft.core.comparison.merge_columns import Column, Verdict
from zerodraft.core.comparison.merge_passage import Passage
from zerodraft.core.comparison.merge_side import Three
from zerodraft.core.comparison.merge_ties import Tie, ties
from zerodraft.core.comparison.tidy import carries_meaning

# Between two disputes: so many words without a meaning of their own make no two brackets worth reading.
_MOST_BETWEEN = 3


def words_of(row: Sequence[Column], run: range) -> Three[range]:
    """The words of each text in a run of columns, at least one."""
    first, last = row[run[0]].words, row[run[-1]].words
    return Three(*(range(start.start, end.stop) for start, end in zip(first, last, strict=True)))


def covering(row: Sequence[Column], run: range, side: int, whole: range) -> range:
    """The run, on to where it holds these words of one text."""
    start, stop = run.start, run.stop
    while start and row[start].words[side].start > whole.start:
        start -= 1
    while stop < len(row) and row[stop - 1].words[side].stop < whole.stop:
        stop += 1
    return range(start, stop)


def disputed_runs(places: Sequence[int], row: Sequence[Column], passages: Three[Passage]) -> list[range]:
    """The runs around these columns: with all that is tied to them, and as one where nothing is said between two."""
    if not places:
        return []
    bound = ties(passages.ours), ties(passages.theirs)
    joined: list[range] = []
    for run in sorted([_widened(row, range(place, place + 1), bound) for place in places], key=_bounds):
        if joined and _is_filler(row[joined[-1].stop : run.start], passages.ours):
            before = joined.pop()
            run = range(before.start, max(before.stop, run.stop))
        joined.append(run)
    return joined


def _bounds(run: range) -> tuple[int, int]:
    return run.start, run.stop


def _widened(row: Sequence[Column], run: range, bound: tuple[Sequence[Tie], Sequence[Tie]]) -> range:
    """The run with all that is tied to it on either side."""
    before = None
    while before != run:
        before = run
        for side, own in enumerate(bound, start=1):
            for tie in own:
                if tie.binds(words_of(row, run)[side]):
                    run = covering(row, run, side, tie.whole)
    return run


def _is_filler(between: Sequence[Column], ours: Passage) -> bool:
    """Whether what stands between two runs, if anything does, is agreed and says nothing by itself."""
    return len(between) <= _MOST_BETWEEN and all(
        column.verdict is Verdict.KEPT and not carries_meaning(ours.words[column.words.ours.start])
        for column in between
    )
