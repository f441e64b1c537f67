"""The text as lines that can be edited at the cost of one line."""

from bisect import bisect_right
from itertools import accumulate

from zerodraft.tui.editor.place import Edit, Place


class PlaceOutside(ValueError):
    """An edit names a place that the text doesn't have."""


class Buffer:
    """A text. Invariant: the pieces, joined by line feeds, are the source, whatever line ends it has.

    A line is a piece without the carriage return that belongs to its line end; any other carriage
    return is a character of the line.
    """

    __slots__ = ("_pieces", "_source", "_starts")

    def __init__(self, source: str = "") -> None:
        self._pieces = source.split("\n")
        self._source: str | None = source
        self._starts: list[int] | None = None

    @property
    def source(self) -> str:
        if self._source is None:
            self._source = "\n".join(self._pieces)
        return self._source

    @property
    def line_count(self) -> int:
        return len(self._pieces)

    @property
    def end(self) -> Place:
        return Place(len(self._pieces) - 1, len(self._pieces[-1]))

    @property
    def line_end(self) -> str:
        """The line end that is written: that of the first line."""
        return "\r\n" if len(self._pieces) > 1 and self._pieces[0].endswith("\r") else "\n"

    def line(self, index: int) -> str:
        """The characters of a line, without its line end."""
        piece = self._pieces[index]
        return piece[:-1] if piece.endswith("\r") and index < len(self._pieces) - 1 else piece

    def lines(self) -> list[str]:
        return [self.line(index) for index in range(len(self._pieces))]

    def is_blank(self, index: int) -> bool:
        return not self._pieces[index].strip()

    def between(self, start: Place, end: Place) -> str:
        """The text from one place to another, line ends included."""
        if start.line == end.line:
            return self._pieces[start.line][start.column : end.column]
        inner = self._pieces[start.line + 1 : end.line]
        first, last = self._pieces[start.line][start.column :], self._pieces[end.line][: end.column]
        return "\n".join((first, *inner, last))

    def apply(self, edit: Edit) -> Edit:
        """Make an edit; gives the one that takes it back. Raises `PlaceOutside`."""
        start, end, text = edit
        if not (self._has(start) and self._has(end) and start <= end):
            raise PlaceOutside(f"{start} to {end}")
        removed = self.between(start, end)
        changed = "".join((self._pieces[start.line][: start.column], text, self._pieces[end.line][end.column :]))
        if start.line == end.line and "\n" not in text:
            self._pieces[start.line] = changed
        else:
            self._pieces[start.line : end.line + 1] = changed.split("\n")
        self._source = self._starts = None
        return Edit(start, edit.new_end, removed)

    def _has(self, place: Place) -> bool:
        return 0 <= place.line < len(self._pieces) and 0 <= place.column <= len(self._pieces[place.line])

    def offset_of(self, place: Place) -> int:
        """The code point of the source that a place stands before."""
        return self._line_starts()[place.line] + place.column

    def place_at(self, offset: int) -> Place:
        """The place before a code point of the source; the nearest one for an offset outside or in a line end."""
        starts = self._line_starts()
        line = max(0, bisect_right(starts, offset) - 1)
        return self.nearest(Place(line, offset - starts[line]))

    def nearest(self, place: Place) -> Place:
        """The place itself, or the nearest one that the cursor may take."""
        line = max(0, min(place.line, len(self._pieces) - 1))
        return Place(line, max(0, min(place.column, len(self.line(line)))))

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = list(accumulate((len(piece) + 1 for piece in self._pieces[:-1]), initial=0))
        return self._starts
