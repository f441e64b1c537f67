"""Which of a few paragraphs becomes which of some others that take their place, when their order is known to stay."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from zerodraft.core.comparison.redline import changed_words
from zerodraft.core.comparison.wording import Wording

Pairs = list[tuple[int | None, int | None]]
"""Old and new places, in reading order; None for a side that has none."""

_CONTAINED = 0.5  # share of a piece's words that the whole has, as in the alignment of drafts
_MOST_TRIED = 2_000


def paired(old: Sequence[str], new: Sequence[str]) -> Pairs:
    """Equal paragraphs stay; between them as many as can are reworded, so that never one goes where another comes."""
    found: Pairs = []
    was = now = 0
    for old_start, old_end, new_start, new_end in [*changed_words(old, new), (len(old), len(old), len(new), len(new))]:
        found += zip(range(was, old_start), range(now, new_start), strict=True)
        found += _reworded(old, range(old_start, old_end), new, range(new_start, new_end))
        was, now = old_end, new_end
    return found


def _reworded(
    old: Sequence[str], taken: range, new: Sequence[str], put: range
) -> Iterator[tuple[int | None, int | None]]:
    """All of the shorter side with some of the longer one, in order."""
    if len(taken) <= len(put):
        chosen = _chosen([old[each] for each in taken], [new[each] for each in put])
        mates: dict[int, int] = {put[place]: each for place, each in zip(chosen, taken, strict=True)}
        yield from ((mates.get(each), each) for each in put)
    else:
        chosen = _chosen([new[each] for each in put], [old[each] for each in taken])
        mates = {taken[place]: each for place, each in zip(chosen, put, strict=True)}
        yield from ((each, mates.get(each)) for each in taken)


def _chosen(fewer: Sequence[str], more: Sequence[str]) -> tuple[int, ...]:
    """Places of `more`, rising, one for each of `fewer`. Of a split or joined paragraph the first piece is it."""
    few, many = [Wording(each) for each in fewer], [Wording(each) for each in more]
    if len(few) == 1:
        held = [piece.common(few[0]) >= _CONTAINED * max(1, len(piece.words)) for piece in many]
        return (held.index(True),) if True in held else (_best([few[0].likeness(each) for each in many]),)
    ways = combinations(range(len(many)), len(few))
    tried = [way for way, _ in zip(ways, range(_MOST_TRIED), strict=False)]
    if len(tried) == 1:
        return tried[0]
    likeness = [[one.likeness(other) for other in many] for one in few]
    return max(tried, key=lambda way: sum([row[place] for row, place in zip(likeness, way, strict=True)]))


def _best(likeness: Sequence[float]) -> int:
    return max(range(len(likeness)), key=lambda place: (likeness[place], -place))
