"""The redline in one column: deleted words before those that were inserted in their place."""

from typing import NamedTuple

from zerodraft.tui.redline.blocks import Block, Blocks, Sort
from zerodraft.tui.redline.cell import Cell, Copy, Extent, Gutter, Room
from zerodraft.tui.redline.galley import MEASURE, Galley, widest
from zerodraft.tui.redline.pieces import signed
from zerodraft.tui.redline.rows import Ink, Row, Tone, inked

_BAR, _CLEAR = Ink("▎", Tone.BAR), Ink(" ")
_KEPT_AT_HAND = 512


class _Breadth(NamedTuple):
    """From how many columns on a number has so many cells, and how many stand after it."""

    columns: int
    number: int
    gap: int


# `7(a) → 8(a)` has eleven cells. In a narrow window only what has no arrow stands beside the words.
_BREADTHS = (_Breadth(60, 11, 2), _Breadth(30, 5, 1), _Breadth(0, 0, 1))


class OneColumn(Galley[Extent]):
    def __init__(self, blocks: Blocks, width: int, *, plain: bool, head: tuple[Row, ...] = ()) -> None:
        super().__init__(blocks, width, plain=plain)
        self.head = head
        gutter = _gutter(blocks, width)
        self._room = Room(gutter, max(1, min(MEASURE, width - 1 - gutter.cells)))
        self._set: dict[int, Cell] = {}

    @property
    def measure(self) -> int:
        return self._room.measure

    def extent_of(self, block: Block) -> Extent:
        return Extent(self._copy(block))

    def rows(self, extent: Extent) -> int:
        return extent.rows(self._room)

    def row(self, index: int, part: int) -> Row:
        cell = self._cell(index)
        if part >= len(cell):
            return ()
        return (_BAR if self.blocks[index].is_changed else _CLEAR, *cell.row(part))

    def row_of(self, index: int, place: int) -> int:
        cell = self._cell(index)
        return len(cell.head) + cell.body.line_of(place)

    def changed_rows(self, index: int) -> tuple[int, ...]:
        cell = self._cell(index)
        return tuple(len(cell.head) + line for line in cell.body.changed())

    def _cell(self, index: int) -> Cell:
        if index not in self._set:
            if len(self._set) >= _KEPT_AT_HAND:
                self._set.clear()
            self._set[index] = Cell(self._copy(self.blocks[index]), self._room)
        return self._set[index]

    def _copy(self, block: Block) -> Copy:
        words = (*inked(signed(block.pieces, plain=self.plain), is_heading=block.sort is Sort.HEADING), aside(block))
        return Copy(number(block), block.note, words, block.level)


def _gutter(blocks: Blocks, width: int) -> Gutter:
    """As wide as the numbers of both texts need, if there is room."""
    room = next(each for each in _BREADTHS if width >= each.columns)
    old, new = blocks.sheet.old.numbers, blocks.sheet.new.numbers
    needed = widest(new)
    if any(was.cite != now.cite for was, now in zip(old, new, strict=False)):
        needed = widest(old) + len(" → ") + needed
    return Gutter(min(room.number, needed), room.gap)


def number(block: Block) -> Row:
    if block.old and block.new and block.old != block.new:
        return Ink(f"{block.old} → ", Tone.OLD_NUMBER), Ink(block.new, Tone.NUMBER)
    tone = Tone.OLD_NUMBER if block.sort is Sort.DEPARTURE else Tone.NUMBER
    return (Ink(block.number, tone),) if block.number else ()


def aside(block: Block) -> Ink:
    return Ink(block.aside, Tone.NOTE if block.sort is Sort.DEPARTURE else Tone.QUIET)
