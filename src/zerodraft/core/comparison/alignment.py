"""The alignment of two drafts: which paragraph became which.

Identical paragraphs, then similar ones, then pieces, then what was replaced in its place; a pair off the
heaviest rising spine was moved. Labels are no part of it (`Paragraph.text` leaves them out), so
renumbering changes nothing.
"""

from collections.abc import Container, Iterable, Iterator, Sequence

from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.identical import pair_identical
from zerodraft.core.comparison.matching import UNMATCHED, Matching
from zerodraft.core.comparison.replaced import pair_replaced
from zerodraft.core.comparison.similar import pair_similar
from zerodraft.core.comparison.splits import add_pieces
from zerodraft.core.comparison.wording import Wordings
from zerodraft.core.text.draft import Draft

_KEPT = Fate.KEPT  # asked for by every paragraph: 74 ns through the class, 5 by a name


def align(old: Draft, new: Draft, joins: Iterable[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """Every paragraph of both drafts in exactly one pair, in the reading order of `Comparison`.

    `joins` are pairs (old ordinal, new ordinal) that someone knows better; the first for a
    paragraph counts, and one that names no paragraph is passed over. Deterministic.
    `align(d, d)` is every paragraph kept.
    """
    wordings = Wordings([each.text for each in old.paragraphs], [each.text for each in new.paragraphs])
    return aligned(old, new, wordings, joins)


def aligned(old: Draft, new: Draft, wordings: Wordings, joins: Iterable[tuple[int, int]] = ()) -> tuple[Pair, ...]:
    """`align`, with wordings that may be used again for the redline."""
    matching = Matching(old.paragraphs, new.paragraphs)
    for old_ordinal, new_ordinal in joins:
        if matching.is_free(old_ordinal, new_ordinal):
            matching.marry(old_ordinal, new_ordinal)
    pair_identical(matching)
    pair_similar(matching, wordings)
    add_pieces(matching, wordings)
    pair_replaced(matching)
    return tuple(_in_reading_order(matching))


def _in_reading_order(matching: Matching) -> Iterator[Pair]:
    """The order of the new text; deleted paragraphs after the one that they followed."""
    to_new = matching.to_new
    pieces, parts = _groups(matching.to_old, to_new), _groups(to_new, matching.to_old)
    moved = matching.moved()
    gone = set(matching.unmatched_old())
    yield from _deleted_after(UNMATCHED, gone)
    for new, old in enumerate(matching.to_old):
        if old == UNMATCHED:
            yield Pair(Fate.INSERTED, (), (new,))
            continue
        if old in pieces:
            if pieces[old][0] != new:
                continue
            yield Pair(Fate.SPLIT, (old,), pieces[old])
        elif new in parts:
            yield Pair(Fate.JOINED, parts[new], (new,))
        else:
            yield Pair(_fate(matching, old, new, moved), (old,), (new,))
        for each in parts.get(new, (old,)):
            if each + 1 in gone:
                yield from _deleted_after(each, gone)


def _fate(matching: Matching, old: int, new: int, moved: Container[int]) -> Fate:
    if old in moved:
        return Fate.MOVED
    return _KEPT if matching.old[old].text == matching.new[new].text else Fate.REWORDED


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
