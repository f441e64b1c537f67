"""The text as it reads when some of its revisions are accepted and all others are not.

A character is kept if all its insertions are accepted and no deletion is. A paragraph whose mark is not kept is glued
to the next one, and the whole looks like the last of them.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import BOX, Block, Marked, Point, Revision, Shape

Accepts = Callable[[Revision], bool]


class Piece(NamedTuple):
    """Characters of one block that stand next to each other in it and in the view, `offset` in `Block.text`."""

    block: int
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Seen:
    """One paragraph of a view.

    `pieces` tell where its characters come from, in their order; together they are as long as the text, and a block
    that gives nothing but its place has one of length 0. The last block gives shape and place. `bookmarks` are those
    of the blocks that words come from, followed by those of the others.
    """

    text: str
    shape: Shape
    place: tuple[int | str, ...]
    bookmarks: tuple[str, ...]
    pieces: tuple[Piece, ...]

    @property
    def last(self) -> int:
        """The block whose mark ends it."""
        return self.pieces[-1].block


class Spot(NamedTuple):
    """A place between two characters of a view: the paragraph's index, and the offset in its text."""

    paragraph: int
    offset: int


def base(marked: Marked) -> tuple[Seen, ...]:
    """The text that was sent out: nothing is accepted."""
    return view(marked, lambda _: False)


def final(marked: Marked) -> tuple[Seen, ...]:
    """The text as it came back: everything is accepted."""
    return view(marked, lambda _: True)


def view(marked: Marked, accepts: Accepts) -> tuple[Seen, ...]:
    """The paragraphs of a view in reading order. `accepts` is asked once of each revision."""
    is_kept = _Kept(accepts)
    glued = tuple(_glued(marked.blocks, is_kept))
    seen = [_seen(marked.blocks, indexes, is_kept) for indexes in glued]
    if not marked.numbering.items:
        return tuple(seen)
    ends = [(each.last, is_kept.reshapes(marked.blocks[each.last])) for each in seen]
    labels = marked.numbering.labels(ends)
    return tuple(
        replace(each, shape=each.shape._replace(label=label)) for each, label in zip(seen, labels, strict=True)
    )


def numbered(marked: Marked) -> Marked:
    """Each block with its printed number in the final and in the base text."""
    now, formerly = _labels(final(marked)), _labels(base(marked))
    return replace(marked, blocks=tuple(_labelled(marked.blocks, now, formerly)))


def _labels(seen: Iterable[Seen]) -> dict[int, str]:
    return {each.last: each.shape.label for each in seen if each.shape.label}


def _labelled(blocks: Iterable[Block], now: Mapping[int, str], formerly: Mapping[int, str]) -> Iterable[Block]:
    for index, block in enumerate(blocks):
        if index not in now and index not in formerly:
            yield block
            continue
        yield replace(
            block,
            shape=block.shape._replace(label=now.get(index, "")),
            former=block.former._replace(label=formerly.get(index, "")),
        )


class _Kept:
    """What a view keeps; each stack of revisions is judged once."""

    def __init__(self, accepts: Accepts) -> None:
        self._accepts = accepts
        self._accepted: dict[Revision, bool] = {}
        self._judged: dict[tuple[Revision, ...], bool] = {(): True}

    def __call__(self, revisions: tuple[Revision, ...]) -> bool:
        if revisions not in self._judged:
            self._judged[revisions] = all(self._allows(each) for each in revisions)
        return self._judged[revisions]

    def reshapes(self, block: Block) -> bool:
        return block.reshaped is None or self._is_accepted(block.reshaped)

    def _allows(self, revision: Revision) -> bool:
        return self._is_accepted(revision) == (revision.op is Op.INSERTED)

    def _is_accepted(self, revision: Revision) -> bool:
        if revision not in self._accepted:
            self._accepted[revision] = self._accepts(revision)
        return self._accepted[revision]


def _glued(blocks: Sequence[Block], is_kept: _Kept) -> Iterator[list[int]]:
    """The indexes of the blocks of each paragraph. Nothing is glued across the edge of a cell, a note or a box.

    What keeps neither a mark nor words is not there: a row that is deleted, a paragraph inserted after the last one.
    """
    waiting: dict[tuple[int | str, ...], list[int]] = {}
    for index, block in enumerate(blocks):
        own = waiting.pop(block.place, [])
        own.append(index)
        is_ended = is_kept(block.mark)
        if not is_ended:
            waiting[block.place] = own
            if not _has_words(block, is_kept):
                continue
        for place in [place for place in waiting if not _may_wait(place, block.place)]:
            yield from _left_over(blocks, waiting.pop(place), is_kept)
        if is_ended:
            yield own
    for own in waiting.values():
        yield from _left_over(blocks, own, is_kept)


def _may_wait(place: tuple[int | str, ...], beside: tuple[int | str, ...]) -> bool:
    """A paragraph that has not ended yet is still open beside what stands in the same place, or in a box of it."""
    return place == beside or (beside[: len(place)] == place and beside[len(place)] == BOX)


def _left_over(blocks: Sequence[Block], indexes: list[int], is_kept: _Kept) -> Iterator[list[int]]:
    if any(_has_words(blocks[index], is_kept) for index in indexes):
        yield indexes


def _has_words(block: Block, is_kept: _Kept) -> bool:
    return any(is_kept(run.revisions) for run in block.runs if run.text)


def _seen(blocks: Sequence[Block], indexes: Sequence[int], is_kept: _Kept) -> Seen:
    words: list[str] = []
    pieces: list[Piece] = []
    giving: list[str] = []
    other: list[str] = []
    for index in indexes:
        text, own = blocks[index].text, tuple(_pieces(index, blocks[index], is_kept))
        words.extend(text[offset : offset + length] for _, offset, length in own)
        pieces.extend(own or (Piece(index, 0, 0),))
        (giving if own else other).extend(blocks[index].bookmarks)
    last = blocks[indexes[-1]]
    shape = last.shape if is_kept.reshapes(last) else last.former
    return Seen("".join(words), shape, last.place, (*giving, *other), tuple(pieces))


def _pieces(index: int, block: Block, is_kept: _Kept) -> Iterator[Piece]:
    """The kept characters of a block; runs that follow each other are one piece."""
    start = end = 0
    for run in block.runs:
        after = end + len(run.text)
        if not is_kept(run.revisions):
            if end > start:
                yield Piece(index, start, end - start)
            start = after
        end = after
    if end > start:
        yield Piece(index, start, end - start)


class Finder:
    """Where the places of a marked text are in one view of it."""

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._known: dict[int, list[tuple[int, Spot, int]]] = {}
        for paragraph, each in enumerate(seen):
            offset = 0
            for piece in each.pieces:
                known = self._known.setdefault(piece.block, [])
                known.append((piece.offset, Spot(paragraph, offset), piece.length))
                offset += piece.length

    def spot(self, point: Point) -> Spot | None:
        """The place of a point; if the words around it are not in the view, the place where they would be.

        None: the block is not in the view at all.
        """
        known = self._known.get(point.block)
        if known is None:
            return None
        at = max(bisect_right(known, point.offset, key=lambda each: each[0]) - 1, 0)
        offset, (paragraph, start), length = known[at]
        return Spot(paragraph, start + min(max(point.offset - offset, 0), length))
