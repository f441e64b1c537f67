"""A Word document while people edit it with tracking on: what they type is put in, what they strike out stays, marked.

As in Word, whoever strikes out words of their own takes them away for good; struck-out words of another lie under both
changes.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.inline import Style
from zerodraft.errors import UnreadableInput
from zerodraft.export.hands import Hand
from zerodraft.export.word.document import (
    Block,
    Change,
    Cited,
    Content,
    Document,
    Paragraph,
    Place,
    Remark,
    Thread,
    Words,
)
from zerodraft.export.word.shown import merged

_SIGN = "\ufffc"
"""In the place of a footnote's sign, where words are looked for."""
Piece = Words | Cited


class Manuscript:
    """The paragraphs are found by their bookmarks, or by a key that was given to one that was put in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._blocks: list[Block] = list(document.blocks)
        self._keys: list[str] = [each.bookmark if isinstance(each, Paragraph) else "" for each in self._blocks]
        self._threads: list[Thread] = list(document.threads)
        self._moves = 0

    def document(self) -> Document:
        return replace(self._document, blocks=tuple(self._blocks), threads=tuple(self._threads))

    # --- words --------------------------------------------------------------------------------------

    def reword(self, key: str, find: str, words: str, hand: Hand | None) -> None:
        """Words exchanged, as little of them as the redline of the two says; without a hand no change is tracked.
        Where there is nothing to find, words are added at the end."""
        at, paragraph = self._paragraph(key)
        pieces = _single(paragraph.content)
        start, end = _found(pieces, find) if find else (len(pieces), len(pieces))
        edited = _edited(pieces[start:end], redline(find, words), hand)
        self._write(at, (*pieces[:start], *edited, *pieces[end:]))

    def split(self, key: str, before: str, hand: Hand) -> None:
        """A paragraph parted before some words; the space before them is struck out."""
        at, paragraph = self._paragraph(key)
        pieces = _single(paragraph.content)
        start, _ = _found(pieces, before)
        space = sum(isinstance(each, Words) and each.text == " " for each in pieces[max(start - 1, 0) : start])
        struck = _struck(pieces[start - space : start], Change(Op.DELETED, hand))
        first = replace(paragraph, mark=(Change(Op.INSERTED, hand),))
        self._blocks[at : at + 1] = [first, replace(paragraph, bookmark="")]
        self._keys.insert(at + 1, "")
        self._write(at, (*pieces[: start - space], *struck))
        self._write(at + 1, pieces[start:])

    # --- paragraphs ---------------------------------------------------------------------------------

    def insert_after(self, key: str, words: str, hand: Hand, own_key: str = "") -> None:
        """A new paragraph that looks like the one that it follows, behind what was put in there before."""
        at, paragraph = self._paragraph(key)
        change = Change(Op.INSERTED, hand)
        self._put(at, Paragraph((Words(words, changes=(change,)),), paragraph.look, (change,)), own_key)

    def delete(self, key: str, hand: Hand) -> None:
        at, paragraph = self._paragraph(key)
        self._blocks[at] = _taken_out(paragraph, Change(Op.DELETED, hand))

    def move(self, key: str, after: str, hand: Hand) -> None:
        """The paragraph as it reads now, put in behind another one; where it stood it is struck out."""
        at, paragraph = self._paragraph(key)
        self._moves += 1
        name = f"move{self._moves}"
        there = Change(Op.INSERTED, hand, name)
        content = tuple(piece._replace(changes=(there,)) for piece in paragraph.content if not _is_struck(piece))
        self._blocks[at] = _taken_out(paragraph, Change(Op.DELETED, hand, name))
        self._put(self._paragraph(after)[0], Paragraph(content, paragraph.look, (there,)), "")

    # --- the margin ---------------------------------------------------------------------------------

    def comment(self, key: str, quote: str, remark: Remark) -> int:
        """A comment on words, or on the whole paragraph; the number of its thread. Comments come after all edits."""
        at, paragraph = self._paragraph(key)
        pieces = _single(paragraph.content)
        start, end = _found(pieces, quote) if quote else (0, len(pieces))
        self._threads.append(Thread((remark,), Place(at, start), Place(at, end)))
        return len(self._threads) - 1

    def reply(self, thread: int, remark: Remark, *, resolves: bool) -> None:
        known = self._threads[thread]
        self._threads[thread] = replace(known, remarks=(*known.remarks, remark), is_resolved=resolves)

    # --- inside -------------------------------------------------------------------------------------

    def _paragraph(self, key: str) -> tuple[int, Paragraph]:
        if not key or key not in self._keys:
            raise UnreadableInput(f"There is no paragraph “{key}” to edit.")
        at = self._keys.index(key)
        found = self._blocks[at]
        if not isinstance(found, Paragraph):
            raise UnreadableInput(f"“{key}” is a table.")
        return at, found

    def _write(self, at: int, pieces: Iterable[Piece]) -> None:
        block = self._blocks[at]
        assert isinstance(block, Paragraph)
        self._blocks[at] = replace(block, content=merged(pieces))

    def _put(self, at: int, paragraph: Paragraph, key: str) -> None:
        at += 1
        while at < len(self._blocks) and _is_put_in(self._blocks[at]):
            at += 1
        self._blocks.insert(at, paragraph)
        self._keys.insert(at, key)


def _single(content: Content) -> list[Piece]:
    """Each character by itself."""
    found: list[Piece] = []
    for piece in content:
        found += [piece] if isinstance(piece, Cited) else [piece._replace(text=char) for char in piece.text]
    return found


def _found(pieces: list[Piece], words: str) -> tuple[int, int]:
    """Where words stand among those that are not struck out; they must stand there once."""
    left = [at for at, piece in enumerate(pieces) if not _is_struck(piece)]
    text = "".join(piece.text if isinstance(piece, Words) else _SIGN for piece in map(pieces.__getitem__, left))
    if text.count(words) != 1:
        raise UnreadableInput(f"“{words[:60]}” does not stand exactly once in the paragraph “{text[:60]}”.")
    start = text.index(words)
    return left[start], left[start + len(words) - 1] + 1


def _edited(pieces: Iterable[Piece], runs: Iterable[Run], hand: Hand | None) -> Iterator[Piece]:
    """Pieces as they are left by somebody who exchanges words; what is struck out already stays where it is."""
    left = deque(pieces)
    style = next((each.style for each in left if isinstance(each, Words)), Style.PLAIN)
    for op, text in runs:
        if op is Op.INSERTED:
            yield Words(text, style, (Change(op, hand),) if hand else ())
            continue
        wanted = len(text)
        while wanted:
            piece = left.popleft()
            wanted -= not _is_struck(piece)
            if op is Op.KEPT or _is_struck(piece):
                yield piece
            elif hand:
                yield from _struck([piece], Change(op, hand))
    yield from left


def _is_struck(piece: Piece) -> bool:
    return any(change.op is Op.DELETED for change in piece.changes)


def _struck(pieces: Iterable[Piece], change: Change) -> Iterator[Piece]:
    for piece in pieces:
        if _is_struck(piece):
            yield piece
        elif not any(own.op is Op.INSERTED and own.hand.author == change.hand.author for own in piece.changes):
            yield piece._replace(changes=(*piece.changes, change))


def _taken_out(paragraph: Paragraph, change: Change) -> Paragraph:
    content = merged(_struck(_single(paragraph.content), change))
    return replace(paragraph, content=content, mark=(*paragraph.mark, change))


def _is_put_in(block: Block) -> bool:
    return (
        isinstance(block, Paragraph) and any(change.op is Op.INSERTED for change in block.mark) and not block.bookmark
    )
