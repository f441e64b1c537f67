"""One passage from three texts: what is agreed in it, and what goes into brackets."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.merge_columns import Column, Verdict, columns
from zerodraft.core.comparison.merge_passage import BREAK, SIGNS, Passage
from zerodraft.core.comparison.merge_positions import settled_positions
from zerodraft.core.comparison.merge_runs import disputed_runs, words_of
from zerodraft.core.comparison.merge_side import Three
from zerodraft.core.comparison.merge_signs import is_balanced, with_all_signs

# Past this share of the words in dispute two whole wordings are read more easily than pieces of both.
_MOST_DISPUTED = 0.5


class Agreed(NamedTuple):
    """Columns in which every word has one owner."""

    columns: Sequence[Column]


class Positions(NamedTuple):
    """The positions of delegations in a bracket, where both sides added some."""

    words: Three[range]
    text: str


class Disputed(NamedTuple):
    """The words of each text that go into one bracket."""

    words: Three[range]


Stretch = Agreed | Positions | Disputed


def stretches(passages: Three[Passage]) -> list[Stretch]:
    """The whole of three passages, what is agreed and what is disputed by turns.

    A dispute holds whole brackets, links and the like; a table with a disputed row is disputed as a whole.
    """
    row = with_all_signs(columns(passages), passages)
    disputed = [place for place, column in enumerate(row) if column.verdict is Verdict.DISPUTED]
    found = _around(disputed, row, passages)
    if _is_torn(found, passages):
        found = _around([*disputed, *_changed_signs(row, passages)], row, passages)
    return [_whole(row)] if _is_torn(found, passages) else found


def _around(places: Sequence[int], row: Sequence[Column], passages: Three[Passage]) -> list[Stretch]:
    """What is disputed around these columns, and what is agreed between."""
    positions = list(settled_positions(places, row, passages))
    left = [place for place in places if not any(place in run for run, _ in positions)]
    runs = disputed_runs(left, row, passages)
    if _is_better_whole([words_of(row, run) for run in runs], passages):
        return [_whole(row)]
    found: dict[range, Stretch] = {run: Disputed(words_of(row, run)) for run in runs}
    for run, text in positions:
        if not any(run.start < other.stop and other.start < run.stop for other in found):
            found[run] = Positions(words_of(row, run), text)
    return list(_by_turns(row, sorted(found.items(), key=lambda each: each[0].start)))


def _whole(row: Sequence[Column]) -> Disputed:
    return Disputed(words_of(row, range(len(row))))


def _by_turns(row: Sequence[Column], found: Iterable[tuple[range, Stretch]]) -> Iterator[Stretch]:
    done = 0
    for run, stretch in found:
        if done < run.start:
            yield Agreed(row[done : run.start])
        yield stretch
        done = run.stop
    if done < len(row):
        yield Agreed(row[done:])


def _is_better_whole(disputed: Sequence[Three[range]], passages: Three[Passage]) -> bool:
    """A table of which a line or a column is disputed; words of which most are."""
    if passages.base.by_lines:
        said = [side.some(words) for each in disputed for side, words in zip(passages, each, strict=True)]
        return any(sign in words for words in said for sign in (BREAK, "|"))
    if len(disputed) < 2:
        return False
    longest = sum([max(len(each.ours), len(each.theirs)) for each in disputed])
    return longest > _MOST_DISPUTED * max(len(passages.ours.words), len(passages.theirs.words))


def _changed_signs(row: Sequence[Column], passages: Three[Passage]) -> list[int]:
    """The columns in which a bracket was put or taken away."""
    return [
        place
        for place, column in enumerate(row)
        if column.verdict is not Verdict.KEPT
        and any(sign in side.some(words) for side, words in zip(passages, column.words, strict=True) for sign in SIGNS)
    ]


def _is_torn(found: Sequence[Stretch], passages: Three[Passage]) -> bool:
    """Whether brackets that were balanced in every text no longer are: both sides moved the end of the same one."""
    if not any(sign in passage.words for passage in passages for sign in SIGNS):
        return False
    if not all(is_balanced(passage.words) for passage in passages):
        return False
    agreed = [column for each in found if isinstance(each, Agreed) for column in each.columns]
    return not is_balanced(word for column in agreed for word in column.said(passages))
