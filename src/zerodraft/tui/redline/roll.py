"""All rows of a redline, one below the other, of which most were never measured.

A block that nobody saw has a guessed height; it is measured before it is shown. So a text of five
thousand paragraphs opens as fast as one of fifty, and what is on the screen is always exact.
"""

from bisect import bisect_right
from itertools import accumulate
from typing import Generic, NamedTuple, Protocol, TypeVar


class BlockRow(NamedTuple):
    """A row: the index of its block, and which row of the block it is."""

    block: int
    part: int


class Measures(Protocol):
    """Knows the rows of each block for one width."""

    def guesses(self) -> list[int]:
        """About how many rows each block has."""

    def height(self, index: int) -> int:
        """The rows of a block and the empty one after it."""

    def effort(self, index: int) -> int:
        """What it takes to find the height of a block, as so many characters to be read for the first time."""


G = TypeVar("G", bound=Measures)


class Roll(Generic[G]):
    """Where each block stands. Rows are counted from the first of the first block."""

    def __init__(self, galley: G) -> None:
        self.galley = galley
        self._heights = galley.guesses()
        self._exact = bytearray(len(self._heights))
        self._waiting: dict[int, int] = {}
        self._next = 0
        self._state = 0
        self._tops: list[int] = []

    def _laid(self) -> list[int]:
        if not self._tops:
            self._tops = [0, *accumulate(self._heights)]
        return self._tops

    @property
    def rows(self) -> int:
        return self._laid()[-1]

    @property
    def state(self) -> int:
        """Another number whenever rows came to stand elsewhere."""
        return self._state

    def height(self, index: int) -> int:
        """The rows of a block and the empty one after it."""
        return self._heights[index]

    def top(self, index: int) -> int:
        return self._laid()[index]

    def bottom(self, index: int) -> int:
        """The row after the last one of a block, without the empty one that follows."""
        return self._laid()[index + 1] - 1

    def at(self, row: int) -> BlockRow:
        """What stands at a row; the first or the last block for a row beyond the ends."""
        tops = self._laid()
        index = min(max(bisect_right(tops, row) - 1, 0), len(self._heights) - 1)
        return BlockRow(index, max(0, row - tops[index]))

    # --- measuring -----------------------------------------------------------------------------

    def _measure(self, index: int) -> int:
        if not self._exact[index]:
            self._exact[index] = 1
            height = self._waiting.pop(index, None) or self.galley.height(index)
            if height != self._heights[index]:
                self._heights[index] = height
                self._tops = []
                self._state += 1
        return self._heights[index]

    def settle(self, top: int, count: int) -> int:
        """Measure what stands in `count` rows from `top` on; the row at which the same words stand then.

        At the end of the text it is the last from which the rows are filled.
        """
        if not self._heights:
            return 0
        here = self.at(top)
        self._down(here, count)
        top = self.top(here.block) + min(here.part, self._heights[here.block] - 1)
        if top + count <= self.rows:
            return top
        self._up(len(self._heights) - 1, count)
        return max(0, self.rows - count)

    def settle_around(self, index: int, count: int) -> None:
        """Measure a block and at least `count` rows above and below it."""
        self._up(index, count)
        self._down(BlockRow(index, 0), count + self._heights[index])

    def _down(self, here: BlockRow, count: int) -> None:
        seen = -here.part
        for index in range(here.block, len(self._heights)):
            if seen >= count:
                return
            seen += self._measure(index)

    def _up(self, index: int, count: int) -> None:
        seen = 0
        for above in range(index, -1, -1):
            seen += self._measure(above)
            if seen - self._heights[index] >= count:
                return

    def takes_at_most(self, effort: int) -> bool:
        """Whether all can be measured with so much effort."""
        efforts = accumulate(map(self.galley.effort, range(len(self._heights))))
        return all(each <= effort for each in efforts)

    def measure_all(self) -> None:
        for index in range(len(self._heights)):
            self._measure(index)

    # --- measuring the rest, a little at a time ---------------------------------------------------

    def measure_some(self, effort: int) -> bool:
        """Measure the next blocks with about so much effort for later; whether all are measured then."""
        while self._next < len(self._heights) and effort > 0:
            index, self._next = self._next, self._next + 1
            if not self._exact[index]:
                effort -= self.galley.effort(index)
                self._waiting[index] = self.galley.height(index)
        return self._next == len(self._heights)

    def adopt(self, top: int) -> int:
        """Put all that was measured to use; the row at which the words stand then that stood at `top`."""
        here = self.at(top)
        for index in tuple(self._waiting):
            self._measure(index)
        return self.top(here.block) + min(here.part, self._heights[here.block] - 1) if self._heights else 0
