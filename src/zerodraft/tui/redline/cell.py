"""One text of one block, set: its number in the gutter, a note above the words, the words in lines."""

from collections.abc import Iterable
from typing import NamedTuple

from zerodraft.tui.redline.rows import Ink, Lines, Row, Tone, length

_STEP = 2  # cells by which a sub-paragraph stands in, a level


class Gutter(NamedTuple):
    """Cells for a number, which stands at the right of them, and between it and the words."""

    number: int
    gap: int

    @property
    def cells(self) -> int:
        return self.number + self.gap


class Room(NamedTuple):
    """Cells beside the gutter, and how many of them stay empty before the words."""

    gutter: Gutter
    measure: int
    indent: int = 0

    def at_level(self, level: int) -> "Room":
        """For a sub-paragraph of a level."""
        return self._replace(indent=min(_STEP * level, self.measure // 4))


class Cell:
    """Rows of a gutter and the words beside it.

    The number stands in the first row, or `beside_words` in the first below the note. One that is too
    long for its gutter stands above the words, before the note.
    """

    def __init__(self, number: Row, note: str, words: Iterable[Ink], room: Room, *, beside_words: bool = False) -> None:
        self._gutter, measure, indent = room
        self._number = number if length(number) <= self._gutter.number else ()
        self._indent: Row = (Ink(" " * indent),) if indent else ()
        told = () if self._number or not number else (*number, Ink("  " if note else ""))
        self.head = Lines((*told, Ink(note, Tone.NOTE)), measure - indent)
        self.body = Lines(words, measure - indent)
        self._first = len(self.head) if beside_words else 0

    def __len__(self) -> int:
        return max(1, len(self.head) + len(self.body))

    def row(self, part: int) -> Row:
        number = self._number if part == self._first else ()
        gutter = (Ink(" " * (self._gutter.number - length(number))), *number, Ink(" " * self._gutter.gap))
        if part < len(self.head):
            return (*gutter, *self._indent, *self.head[part])
        line = part - len(self.head)
        return (*gutter, *self._indent, *(self.body[line] if line < len(self.body) else ()))
