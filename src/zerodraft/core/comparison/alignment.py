"""The alignment of two drafts: which paragraph became which.

Identical paragraphs, then similar ones, then pieces; a pair off the heaviest rising spine was moved.
Labels are no part of it (`Paragraph.text` leaves them out), so renumbering changes nothing.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.identical import pair_identical
from zerodraft.core.comparison.matching import UNMATCHED, Matching
from zerodraft.core.comparison.similar import pair_similar
from zerodraft.core.comparison.splits import add_pieces
from zerodraft.core.comparison.wording import Wordings
from zerodraft.core.text.draft import Draft


def align(old: Draft, new: Draft, joins: Iterable[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """Every paragraph of both drafts in exactly one pair, in the reading order of `Comparison`.

    `joins` are pairs (old ordinal, new ordinal) that someone knows better; the first for a
    paragraph counts, and one that names no paragraph is passed over. Deterministic.
    `align(d, d)` is every paragraph kept.
    """
    return aligned(old, new, wordings_of(old, new), joins)


def wordings_of(old: Draft, new: Draft) -> Wordings:
    return Wordings([each.text for each in old.paragraphs], [each.text for each in new.paragraphs])


def aligned(old: Draft, new: Draft, wordings: Wordings, joins: Iterable[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """`align`, with wordings that may be used again for the redline."""
    matching = Matching(old.paragraphs, new.paragraphs)
    for old_ordinal, new_ordinal in joins:
        if matching.is_free(old_ordinal, new_ordinal):
            matching.marry(old_ordinal, new_ordinal)
    pair_identical(matching)
    pair_similar(matching, wordings)
    add_pieces(matching, wordings)
    return tuple(_in_reading_order(matching))


def _in_reading_order(matching: Matching) -> Iterator[Pair]:
    """The order of the new text; deleted paragraphs after the one that they followed."""
    to_new = matching.to_new
    stayed = set(matching.spine())
    pieces, parts = _groups(matching.to_old, to_new), _groups(to_new, matching.to_old)
    gone = set(matching.unmatched_old())
    told: set[int] = set()
    yield from _deleted_after(UNMATCHED, gone)
    for new, old in enumerate(matching.to_old):
        if old == UNMATCHED:
            yield Pair(Fate.INSERTED, (), (new,))
        elif old not in told:
            mate = to_new[old]
            old_side, new_side = parts.get(mate) or (old,), pieces.get(old) or (new,)
            told.update(old_side)
            if len(new_side) > 1:
                yield Pair(Fate.SPLIT, old_side, new_side)
            elif len(old_side) > 1:
                yield Pair(Fate.JOINED, old_side, new_side)
            elif (old, new) not in stayed:
                yield Pair(Fate.MOVED, old_side, new_side)
            elif matching.old[old].text == matching.new[new].text:
                yield Pair(Fate.KEPT, old_side, new_side)
            else:
                yield Pair(Fate.REWORDED, old_side, new_side)
            for each in old_side:
                yield from _deleted_after(each, gone)


def _deleted_after(old: int, gone: Container[int]) -> Iterator[Pair]:
    following = old + 1
    while following in gone:
        yield Pair(Fate.DELETED, (following,), ())
        following += 1


def _groups(mates: Sequence[int], back: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Of split or joined paragraphs the pieces, rising: those that point to each paragraph of the other side."""
    found: dict[int, list[int]] = {}
    for piece in [each for each, mate in enumerate(mates) if mate != UNMATCHED and back[mate] != each]:
        found.setdefault(mates[piece], [back[mates[piece]]]).append(piece)
    return {mate: tuple(sorted(each)) for mate, each in found.items()}
