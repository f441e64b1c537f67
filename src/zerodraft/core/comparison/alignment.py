"""The alignment of two drafts: which paragraph became which.

Identical paragraphs, then similar ones, then pieces; a pair off the heaviest rising spine was moved.
Labels are no part of it (`Paragraph.text` leaves them out), so renumbering changes nothing.
"""

from collections.abc import Iterable, Iterator, Sequence

from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.identical import pair_identical
from zerodraft.core.comparison.matching import UNMATCHED, Matching
from zerodraft.core.comparison.similar import pair_similar
from zerodraft.core.comparison.splits import add_pieces
from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.comparison.wording import Wordings
from zerodraft.core.text.draft import Draft


def align(old: Draft, new: Draft, joins: Iterable[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """Every paragraph of both drafts in exactly one pair, in the reading order of `Comparison`.

    `joins` are pairs (old ordinal, new ordinal) that someone knows better; the first for a
    paragraph counts, and one that names no paragraph is passed over. Deterministic.
    `align(d, d)` is every paragraph kept.
    """
    matching = Matching(old.paragraphs, new.paragraphs)
    for old_ordinal, new_ordinal in joins:
        if matching.is_free(old_ordinal, new_ordinal):
            matching.marry(old_ordinal, new_ordinal)
    pair_identical(matching)
    wordings = Wordings(old.paragraphs, new.paragraphs)
    pair_similar(matching, wordings)
    add_pieces(matching, wordings)
    return tuple(_in_reading_order(matching))


def _in_reading_order(matching: Matching) -> Iterator[Pair]:
    """The order of the new text; deleted paragraphs after the one that they followed."""
    moved = _off_the_spine(matching)
    olds, news = _groups(matching.to_new), _groups(matching.to_old)
    yield from _deleted_after(UNMATCHED, matching.to_new)
    told: set[int] = set()
    for new, old in enumerate(matching.to_old):
        if old == UNMATCHED:
            yield Pair(Fate.INSERTED, (), (new,))
            continue
        if old in told:
            continue
        mate = matching.to_new[old]
        old_side, new_side = olds[mate], news[old]
        told.update(old_side)
        yield Pair(_fate(matching, old_side, new_side, moved), old_side, new_side)
        for each in old_side:
            yield from _deleted_after(each, matching.to_new)


def _groups(mates: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Who points to each paragraph of the other side, rising."""
    found: dict[int, list[int]] = {}
    for ordinal, mate in enumerate(mates):
        found.setdefault(mate, []).append(ordinal)
    return {mate: tuple(ordinals) for mate, ordinals in found.items()}


def _deleted_after(old: int, to_new: Sequence[int]) -> Iterator[Pair]:
    following = old + 1
    while following < len(to_new) and to_new[following] == UNMATCHED:
        yield Pair(Fate.DELETED, (following,), ())
        following += 1


def _fate(matching: Matching, old: tuple[int, ...], new: tuple[int, ...], moved: set[int]) -> Fate:
    if len(new) > 1:
        return Fate.SPLIT
    if len(old) > 1:
        return Fate.JOINED
    if old[0] in moved:
        return Fate.MOVED
    return Fate.KEPT if matching.old[old[0]].text == matching.new[new[0]].text else Fate.REWORDED


def _off_the_spine(matching: Matching) -> set[int]:
    """Old ordinals of the pairs that left their place: those off the heaviest rising subsequence."""
    mates = matching.mates()
    weights = [len(matching.new[new].text) + 1 for _, new in mates]
    spine = set(heaviest_rising([new for _, new in mates], weights))
    return {old for index, (old, _) in enumerate(mates) if index not in spine}
