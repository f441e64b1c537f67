"""The spine of an alignment: the heaviest rising subsequence."""

from collections.abc import Iterator, Sequence
from itertools import accumulate


def heaviest_rising(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Indices, rising, of the strictly rising subsequence of `values` with the greatest total weight.

    `values` are distinct, `weights` positive. O(n) when they rise already, else O(n log n)
    (a Fenwick tree over the ranks). Ties go to the subsequence that was complete first.
    """
    chosen: list[int] = []
    for first, end in _knots(values):
        if end - first == 1:
            chosen.append(first)
        else:
            chosen += [first + index for index in _heaviest(values[first:end], weights[first:end])]
    return chosen


def _knots(values: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The shortest stretches such that every value of one is below every value of the next: of length 1 but where
    something moved."""
    first = 0
    for index, (highest, ordered) in enumerate(zip(accumulate(values, max), sorted(values), strict=True)):
        if highest == ordered:
            yield first, index + 1
            first = index + 1


def _heaviest(values: Sequence[int], weights: Sequence[int]) -> list[int]:
    ranks = {value: rank for rank, value in enumerate(sorted(values), start=1)}
    before = _links([ranks[value] for value in values], weights)
    chosen: list[int] = []
    here = before[-1]
    while here >= 0:
        chosen.append(here)
        here = before[here]
    return chosen[::-1]


def _links(ranks: list[int], weights: Sequence[int]) -> list[int]:
    """For each index the one before it on the heaviest chain that ends there; last, where the heaviest ends."""
    size = len(ranks)
    tree = [(0, -1)] * (size + 1)
    links = [-1] * size
    for index, rank in enumerate(ranks):
        best = _heaviest_up_to(tree, rank - 1)
        links[index] = best[1]
        _raise_from(tree, rank, (best[0] + weights[index], index))
    return [*links, _heaviest_up_to(tree, size)[1]]


def _heaviest_up_to(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    best = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _raise_from(tree: list[tuple[int, int]], rank: int, chain: tuple[int, int]) -> None:
    while rank < len(tree):
        if chain[0] > tree[rank][0]:
            tree[rank] = chain
        rank += rank & -rank
