"""A redline set for one width: what both forms, one column and two, have in common."""

from abc import ABC, abstractmethod
from typing import Generic, TypeVar

from zerodraft.core.text.numbering import Number
from zerodraft.tui.redline.blocks import Block, Blocks
from zerodraft.tui.redline.rows import Row

MEASURE = 88  # a longer line is hard to follow back to its beginning

E = TypeVar("E")


class Galley(ABC, Generic[E]):
    """The rows of all blocks, made when they are asked for.

    `head` are rows that stay above all others. An extent is what the rows of a block are counted from; it
    is the same for each width, so that nothing is set anew to know how high all is in another one.
    """

    head: tuple[Row, ...] = ()

    def __init__(self, blocks: Blocks, width: int, *, plain: bool) -> None:
        self.blocks = blocks
        self.width = width
        self.plain = plain
        self._extents: dict[int, E] = blocks.kept_for_all_widths((type(self), plain))

    @property
    @abstractmethod
    def measure(self) -> int:
        """Cells of a line of words."""

    def guesses(self) -> list[int]:
        """About how many rows each block has: one cell in thirty stays empty at the ends of lines.

        Most blocks are unchanged paragraphs, so no note is reckoned with.
        """
        room = 29 * max(1, self.measure)
        return [-(-max(length, 1) * 30 // room) + 1 for length in self.blocks.order.lengths]

    def height(self, index: int) -> int:
        """The rows of a block and the empty one after it."""
        extent = self._extents.get(index)
        if extent is None:
            extent = self._extents[index] = self.extent_of(self.blocks[index])
        return self.rows(extent) + 1

    def effort(self, index: int) -> int:
        """What it takes to find the height of a block, as so many characters to be read for the first time."""
        length = self.blocks.order.lengths[index]
        return length // 50 + 10 if index in self._extents else length + 50

    @abstractmethod
    def extent_of(self, block: Block) -> E: ...

    @abstractmethod
    def rows(self, extent: E) -> int:
        """The rows of a block, the empty one after it aside."""

    @abstractmethod
    def row(self, index: int, part: int) -> Row:
        """One row of a block; the last, which parts it from the next one, is empty."""

    @abstractmethod
    def row_of(self, index: int, place: int) -> int:
        """The row in which the word at `place` of the block stands."""

    @abstractmethod
    def changed_rows(self, index: int) -> tuple[int, ...]:
        """The rows of a block in which an insertion or deletion begins."""


def widest(numbers: tuple[Number, ...]) -> int:
    """Characters of the longest number; a title is not cited."""
    return max((len(number.cite) for number in numbers if number.cite != "title"), default=0)
