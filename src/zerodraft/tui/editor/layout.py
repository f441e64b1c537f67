"""The rows of the text on the screen: which stretch of which line stands in which row."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from zerodraft.core.text.width import is_narrow
from zerodraft.tui.editor.breaking import following, row_starts
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.glyph import glyph_at, next_stop, previous_stop, shown_cells
from zerodraft.tui.editor.place import Edit, Place

# A row that begins this many rows before an edit can't be changed by it: a word moves up by one row at most, and a
# closing sign takes the character before it along.
_UNTOUCHED = 3


class Row(NamedTuple):
    """The `nth` row of a line, from 0: columns half-open, spaces at its end included."""

    line: int
    nth: int
    start: int
    end: int
    is_last: bool


class Layout:
    """The rows of a text that is `width` cells wide. Invariant: the rows of a line, joined, are the line."""

    __slots__ = ("_buffer", "_starts", "_tops", "width")

    def __init__(self, buffer: Buffer, width: int) -> None:
        self.width = max(1, width)
        self._buffer = buffer
        self._starts: list[tuple[int, ...]] = [row_starts(line, self.width) for line in buffer.lines()]
        self._tops: list[int] | None = None

    # --- keeping up ----------------------------------------------------------------------------

    def follow(self, edit: Edit) -> None:
        """Break the lines that an edit touched; the buffer has it already."""
        first = edit.start.line
        added = edit.text.count("\n")
        if edit.end.line == first and not added:
            self._retype(edit)
            return
        self._starts[first : edit.end.line + 1] = [
            row_starts(self._buffer.line(index), self.width) for index in range(first, first + added + 1)
        ]
        self._tops = None

    def _retype(self, edit: Edit) -> None:
        """Break one line from the edit on, until the old rows begin at the same words."""
        line = edit.start.line
        text, old = self._buffer.line(line), self._starts[line]
        longer = len(edit.text) - (edit.end.column - edit.start.column)
        if edit.end.column > len(text) - longer:
            # Into the line end, which may have taken or given a carriage return.
            new = row_starts(text, self.width)
        elif len(old) == 1 and len(text) <= self.width:
            new = row_starts(text, self.width)
        else:
            new = self._joined(text, old, edit, longer)
        self._starts[line] = new
        if len(new) != len(old):
            self._tops = None

    def _joined(self, text: str, old: tuple[int, ...], edit: Edit, longer: int) -> tuple[int, ...]:
        first = max(0, bisect_right(old, edit.start.column) - 1 - _UNTOUCHED)
        kept = old[: first + 1]
        found: list[int] = []
        for start in following(text, self.width, old[first]):
            # The character before it must be an old one too, because marks look back.
            if start - longer > edit.end.column:
                index = bisect_left(old, start - longer)
                if index < len(old) and old[index] == start - longer:
                    rest = old[index:] if not longer else tuple(each + longer for each in old[index:])
                    return (*kept, *found, *rest)
            found.append(start)
        return (*kept, *found)

    # --- rows ----------------------------------------------------------------------------------

    @property
    def height(self) -> int:
        return self._row_tops()[-1]

    def _row_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(map(len, self._starts), initial=0))
        return self._tops

    def starts(self, line: int) -> Sequence[int]:
        """Where the rows of a line begin."""
        return self._starts[line]

    def row(self, number: int) -> Row:
        """A row by its number from the top."""
        tops = self._row_tops()
        line = bisect_right(tops, number) - 1
        nth = number - tops[line]
        starts = self._starts[line]
        is_last = nth == len(starts) - 1
        end = len(self._buffer.line(line)) if is_last else starts[nth + 1]
        return Row(line, nth, starts[nth], end, is_last)

    def row_of(self, place: Place) -> int:
        """The number of the row in which a place stands."""
        index = bisect_right(self._starts[place.line], place.column) - 1
        return self._row_tops()[place.line] + index

    def cell_of(self, place: Place) -> int:
        """How many cells of its row stand before a place; never more than the row is wide."""
        start = self._starts[place.line][bisect_right(self._starts[place.line], place.column) - 1]
        return min(shown_cells(self._buffer.line(place.line), start, place.column), self.width)

    def place_in(self, number: int, cell: int) -> Place:
        """The place of the cursor in a row that is nearest to a cell, to its left."""
        row = self.row(number)
        text = self._buffer.line(row.line)
        last = self.end_of(row)
        if is_narrow(text[row.start : last]):
            return Place(row.line, min(row.start + max(cell, 0), last))
        column, used = row.start, 0
        while column < last:
            step = next_stop(text, column)
            used += sum(glyph_at(text, each).cells for each in range(column, step))
            if used > cell or step > last:
                break
            column = step
        return Place(row.line, column)

    def end_of(self, row: Row) -> int:
        """The last column of a row at which the cursor stands in that row, behind its words."""
        if row.is_last:
            return row.end
        text = self._buffer.line(row.line)
        words = row.start + len(text[row.start : row.end].rstrip(" "))
        return words if words < row.end else max(row.start, previous_stop(text, row.end))
