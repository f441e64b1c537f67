"""The redline in two columns: the old text with what was deleted, the new one with what was inserted."""

from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import Measured
from zerodraft.tui.redline.blocks import Block, Blocks, Sort
from zerodraft.tui.redline.cell import Cell, Copy, Extent, Gutter, Room, measured
from zerodraft.tui.redline.galley import MEASURE, Galley, widest
from zerodraft.tui.redline.one_column import aside
from zerodraft.tui.redline.pieces import signed
from zerodraft.tui.redline.rows import Ink, Lines, Row, Tone, inked, length, padded

_SAME: Row = (Ink(" │ ", Tone.QUIET),)
_CHANGED: Row = (Ink(" "), Ink("▎", Tone.BAR), Ink(" "))
_JOINT = 3
_LONGEST_NUMBER = 8
_KEPT_AT_HAND = 512


class _Pair(NamedTuple):
    """A block in both columns; `down` rows stand above the old words, where the new ones have a note."""

    old: Cell | None
    new: Cell | None
    down: int


class _Extents(NamedTuple):
    """What the rows of a block are counted from: its texts, or what runs over both columns."""

    old: Extent | None = None
    new: Extent | None = None
    across: Measured | None = None


class TwoColumns(Galley[_Extents]):
    """Rows of both texts with a joint between them; headings of ours and folds run over both columns."""

    def __init__(self, blocks: Blocks, width: int, *, plain: bool) -> None:
        super().__init__(blocks, width, plain=plain)
        sheet = blocks.sheet
        longest = max(widest(sheet.old.numbers), widest(sheet.new.numbers))
        gutter = Gutter(min(longest, _LONGEST_NUMBER), 2)
        self._column = min((width - _JOINT) // 2, MEASURE + gutter.cells)
        self._room = Room(gutter, max(1, self._column - gutter.cells))
        self._pairs: dict[int, _Pair] = {}
        names = ((Ink(visible(each.version, single_line=True), Tone.NAME),) for each in (sheet.old, sheet.new))
        old, new = (Lines(name, self._column)[0] if name[0].text else () for name in names)
        self._parting = (Ink(" " * self._column), *_SAME)
        self.head = ((*padded(old, self._column), *_SAME, *new),)

    @property
    def measure(self) -> int:
        return self._room.measure

    def extent_of(self, block: Block) -> _Extents:
        if _is_across(block):
            return _Extents(across=measured(_words_across(block)))
        old, new = self._copies(block)
        return _Extents(Extent(old) if old else None, Extent(new) if new else None)

    def rows(self, extent: _Extents) -> int:
        old, new, across = extent
        if across:
            return across.rows(self._breadth)
        down = max(0, new.head(self._room) - old.head(self._room)) if old and new else 0
        return max(down + old.rows(self._room) if old else 0, new.rows(self._room) if new else 0)

    def row(self, index: int, part: int) -> Row:
        if part >= self.height(index) - 1:
            return self._parting
        if _is_across(self.blocks[index]):
            line = self._across(index)[part]
            return (*padded(line, self._column), *_SAME) if length(line) <= self._column else line
        old, new, down = self._pair(index)
        left = old.row(part - down) if old and down <= part < down + len(old) else ()
        right = new.row(part) if new and part < len(new) else ()
        return (*padded(left, self._column), *(_CHANGED if self.blocks[index].is_changed else _SAME), *right)

    def row_of(self, index: int, place: int) -> int:
        if _is_across(self.blocks[index]):
            return self._across(index).line_of(place)
        old, new, down = self._pair(index)
        if new and (old is None or not self._is_deleted(index, place)):
            return len(new.head) + new.body.line_of(place)
        return down + len(old.head) + old.body.line_of(place) if old else 0

    def _is_deleted(self, index: int, place: int) -> bool:
        pieces = self.blocks[index].pieces
        return any(each.op is Op.DELETED and each.start <= place < each.start + len(each.text) for each in pieces)

    def changed_rows(self, index: int) -> tuple[int, ...]:
        if _is_across(self.blocks[index]):
            return ()
        old, new, down = self._pair(index)
        deleted = [down + len(old.head) + line for line in old.body.changed()] if old else []
        inserted = [len(new.head) + line for line in new.body.changed()] if new else []
        return tuple(sorted({*deleted, *inserted}))

    # --- what runs over both columns -----------------------------------------------------------

    @property
    def _breadth(self) -> int:
        return 2 * self._column + _JOINT

    def _across(self, index: int) -> Lines:
        return Lines(_words_across(self.blocks[index]), self._breadth)

    # --- what stands in both -------------------------------------------------------------------

    def _pair(self, index: int) -> _Pair:
        if index not in self._pairs:
            if len(self._pairs) >= _KEPT_AT_HAND:
                self._pairs.clear()
            self._pairs[index] = self._made(self.blocks[index])
        return self._pairs[index]

    def _made(self, block: Block) -> _Pair:
        old, new = (Cell(copy, self._room) if copy else None for copy in self._copies(block))
        return _Pair(old, new, max(0, len(new.head) - len(old.head)) if old and new else 0)

    def _copies(self, block: Block) -> tuple[Copy | None, Copy | None]:
        if block.sort is Sort.DEPARTURE:
            return _copy(block.old, "", (aside(block),), block), None
        note = "" if block.fate in (Fate.INSERTED, Fate.DELETED) else block.note
        old, new = (self._words(block, without) for without in (Op.INSERTED, Op.DELETED))
        return (
            None if block.fate is Fate.INSERTED else _copy(block.old, "", old, block),
            None if block.fate is Fate.DELETED else _copy(block.new, note, new, block),
        )

    def _words(self, block: Block, without: Op) -> Row:
        pieces = [piece for piece in block.pieces if piece.op is not without]
        if pieces:  # the second part of a divided paragraph begins with the space that parted the two
            first = pieces[0]
            cut = len(first.text) - len(first.text.lstrip(" "))
            pieces[0] = first._replace(text=first.text[cut:], start=first.start + cut)
        return tuple(inked(signed(pieces, plain=self.plain), is_heading=block.sort is Sort.HEADING))


def _copy(number: str, note: str, words: Row, block: Block) -> Copy:
    return Copy((Ink(number, Tone.NUMBER),) if number else (), note, words, block.level, beside_words=True)


def _is_across(block: Block) -> bool:
    return block.sort is Sort.FOLD or (block.sort is Sort.HEADING and not block.is_changed)


def _words_across(block: Block) -> Row:
    return (*inked(block.pieces, is_heading=True), aside(block))
