"""Paragraphs that stand whole in the paragraph beside them: joined to it, or cut off from it, however short.

An alignment of two versions leaves pieces of less than five words alone, as they may stand anywhere. In a file that
answers a version few paragraphs are missing, and one that stands word for word beside its place is found.
"""

from collections.abc import Iterable, Iterator, Sequence

from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.text.words import words

Texts = Sequence[str]


def with_short_pieces(pairs: Iterable[Pair], old: Texts, new: Texts) -> tuple[Pair, ...]:
    """The pairs; one that has only one side is put to the pair of the paragraph before or after it, whose other side
    holds its words, unbroken, and its own side doesn't."""
    joined = _absorbed(pairs, old, new, Fate.DELETED)
    split = _absorbed(map(_turned, joined), new, old, Fate.INSERTED)
    return tuple(_named(_turned(pair)) for pair in split)


def _turned(pair: Pair) -> Pair:
    return Pair(pair.fate, pair.new, pair.old)


def _absorbed(pairs: Iterable[Pair], pieces: Texts, wholes: Texts, alone: Fate) -> Iterator[Pair]:
    """The pairs, those that are `alone` absorbed where they stand whole; `old` of a pair are pieces, `new` wholes."""
    found = list(pairs)
    at = {piece: index for index, pair in enumerate(found) for piece in pair.old}
    gone: set[int] = set()
    for index, (fate, old, _) in enumerate(found):
        for beside in (old[0] - 1, old[0] + 1) if fate is alone else ():
            host = at.get(beside, index)
            if len(found[host].new) == 1 and _holds(wholes[found[host].new[0]], pieces, (*found[host].old, old[0])):
                found[host] = Pair(Fate.JOINED, tuple(sorted((*found[host].old, old[0]))), found[host].new)
                at[old[0]] = host
                gone.add(index)
                break
    return (pair for index, pair in enumerate(found) if index not in gone)


def _holds(whole: str, pieces: Texts, ordinals: tuple[int, ...]) -> bool:
    """Whether the words of the last of some pieces stand in the whole, more often than in the others."""
    *others, piece = [words(pieces[ordinal]) for ordinal in ordinals]
    return _times(piece, words(whole)) > sum(_times(piece, other) for other in others)


def _times(piece: Sequence[str], among: Sequence[str]) -> int:
    size = len(piece)
    return sum(1 for at in range(len(among) - size + 1) if among[at : at + size] == piece)


def _named(pair: Pair) -> Pair:
    """A pair that was absorbed with the sides exchanged is a split."""
    if pair.fate is Fate.JOINED and len(pair.new) > 1:
        return Pair(Fate.SPLIT, pair.old, pair.new)
    return pair
