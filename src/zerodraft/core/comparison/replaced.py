"""Last stage of an alignment: a paragraph alone in its place was replaced, whatever its words.

To a drafter paragraph 36 with other words is still paragraph 36: its number stays, and its
sub-paragraphs stay below it. Its words are not compared one by one: a redline of two texts that
have only "we" and "the" in common says nothing, and a comment on the old words is on no new ones.
"""

from collections.abc import Sequence

from zerodraft.core.comparison.matching import UNMATCHED, Matching


def pair_replaced(matching: Matching) -> None:
    """Pair each unmatched paragraph that stands alone between the same neighbours on both sides."""
    for old in matching.unmatched_old():
        new = _place_of(old, matching.to_new)
        if new is None or not matching.is_free(old, new):
            continue
        if _place_of(new, matching.to_old) == old and matching.class_of_old(old) == matching.class_of_new(new):
            matching.marry(old, new)


def _place_of(ordinal: int, mates: Sequence[int]) -> int | None:
    """Where a paragraph would stand on the other side, if both of its neighbours stand there around one place."""
    before = mates[ordinal - 1] if ordinal else UNMATCHED
    if ordinal and before == UNMATCHED:
        return None
    after = mates[ordinal + 1] if ordinal + 1 < len(mates) else None
    if after is None or after == before + 2:
        return before + 1
    return None
