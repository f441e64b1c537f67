"""Brackets that both sides put: `[ports] and ships` and `[ports and ships]` begin with two brackets, not with one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zerodraft.core.comparison.merge_columns import Column, Verdict
from zerodraft.core.comparison.merge_passage import SIGNS, Passage
from zerodraft.core.comparison.merge_side import Three

_OPENING, _CLOSING = SIGNS


def is_balanced(words: Iterable[str]) -> bool:
    """Whether each bracket among these words is closed, and was opened."""
    depth = 0
    for word in words:
        depth += (word == _OPENING) - (word == _CLOSING)
        if depth < 0:
            return False
    return depth == 0


def with_all_signs(row: Sequence[Column], passages: Three[Passage]) -> list[Column]:
    """The columns; a sign that both sides put in one place stands twice, if it belongs to two brackets."""
    if not any(column.verdict is Verdict.BOTH and _has_signs(column.said(passages)) for column in row):
        return list(row)
    mine, other = _partners(passages.ours.words), _partners(passages.theirs.words)
    same = {ours: theirs for column in row for ours, theirs in _shared(column)}
    same |= {-1: -1, len(passages.ours.words): len(passages.theirs.words)}
    places = _columns_of(row, 1), _columns_of(row, 2)
    twice: dict[int, bool] = {}
    for sign, end in mine.items():
        if sign in same and same.get(end) != (its_end := other[same[sign]]):
            # The bracket that reaches further is the outer one: it begins first and ends last.
            twice[sign] = places[0][end] > places[1][its_end]
    return [part for column in row for part in _parted(column, twice)]


def _columns_of(row: Sequence[Column], side: int) -> dict[int, int]:
    """The column of each word, and of what lies before the first and after the last."""
    found = {word: place for place, column in enumerate(row) for word in column.words[side]}
    return found | {-1: -1, len(found): len(row)}


def _has_signs(words: Sequence[str]) -> bool:
    return _OPENING in words or _CLOSING in words


def _shared(column: Column) -> Iterator[tuple[int, int]]:
    if column.verdict in (Verdict.BOTH, Verdict.KEPT):
        yield from zip(column.words.ours, column.words.theirs, strict=True)


def _partners(words: Sequence[str]) -> dict[int, int]:
    """For each sign of a bracket the other one; before the first word or after the last, where it is in another
    paragraph."""
    found: dict[int, int] = {}
    opened: list[int] = []
    for place, word in enumerate(words):
        if word == _OPENING:
            found[place] = len(words)
            opened.append(place)
        elif word == _CLOSING:
            found[place] = opened.pop() if opened else -1
            if found[place] >= 0:
                found[found[place]] = place
    return found


def _parted(column: Column, twice: Mapping[int, bool]) -> Iterator[Column]:
    """The column, or its words one by one; for a sign that stands twice `twice` says whether that of ours is first."""
    base, ours, theirs = column.words
    if column.verdict is not Verdict.BOTH or twice.keys().isdisjoint(ours):
        yield column
        return
    for word, other in zip(ours, theirs, strict=True):
        mine, its = range(word, word + 1), range(other, other + 1)
        after_mine, after_its = range(word + 1, word + 1), range(other + 1, other + 1)
        match twice.get(word):
            case None:
                yield Column(Verdict.BOTH, Three(base, mine, its))
            case True:
                yield Column(Verdict.OURS, Three(base, mine, range(other, other)))
                yield Column(Verdict.THEIRS, Three(range(base.stop, base.stop), after_mine, its))
            case _:
                yield Column(Verdict.THEIRS, Three(base, range(word, word), its))
                yield Column(Verdict.OURS, Three(range(base.stop, base.stop), mine, after_its))
        base = range(base.stop, base.stop)
