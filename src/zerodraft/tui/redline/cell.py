"""One text of one block, set: its number in the gutter, a note above the words, the words in lines."""

from typing import NamedTuple

from zerodraft.core.text.width import Measured
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

    @property
    def words(self) -> int:
        """Cells of a line of words."""
        return max(1, self.measure - self.indent)

    def at_level(self, level: int) -> "Room":
        """For a sub-paragraph of a level."""
        return self._replace(indent=min(_STEP * level, self.measure // 4)) if level else self


class Copy(NamedTuple):
    """What is to be set: a number, a note, words, the level of a sub-paragraph.

    The number stands in the first row, or `beside_words` in the first below the note. One that is too
    long for its gutter stands above the words, before the note.
    """

    number: Row
    note: str
    words: Row
    level: int = 0
    beside_words: bool = False

    def above_words(self, *, has_number: bool) -> Row:
        number = (*self.number, Ink("  " if self.note else "")) if has_number and self.number else ()
        return (*number, Ink(self.note, Tone.NOTE))


class Cell:
    """Rows of a gutter and the words beside it."""

    def __init__(self, copy: Copy, room: Room) -> None:
        room = room.at_level(copy.level)
        self._gutter = room.gutter
        self._number = copy.number if length(copy.number) <= self._gutter.number else ()
        self._indent: Row = (Ink(" " * room.indent),) if room.indent else ()
        self.head = Lines(copy.above_words(has_number=not self._number), room.words)
        self.body = Lines(copy.words, room.words)
        self._first = len(self.head) if copy.beside_words else 0

    def __len__(self) -> int:
        return max(1, len(self.head) + len(self.body))

    def row(self, part: int) -> Row:
        number = self._number if part == self._first else ()
        gutter = (Ink(" " * (self._gutter.number - length(number))), *number, Ink(" " * self._gutter.gap))
        if part < len(self.head):
            return (*gutter, *self._indent, *self.head[part])
        line = part - len(self.head)
        return (*gutter, *self._indent, *(self.body[line] if line < len(self.body) else ()))


class Extent:
    """What the rows of a cell are counted from, for any room, without setting it."""

    __slots__ = ("_level", "_note", "_number", "_number_and_note", "_words")

    def __init__(self, copy: Copy) -> None:
        self._level = copy.level
        self._number = length(copy.number)
        self._note = measured(copy.above_words(has_number=False))
        self._number_and_note = measured(copy.above_words(has_number=True)) if copy.number else self._note
        self._words = measured(copy.words)

    def head(self, room: Room) -> int:
        """The rows above the words."""
        head = self._note if self._number <= room.gutter.number else self._number_and_note
        return head.rows(room.at_level(self._level).words) if head else 0

    def rows(self, room: Room) -> int:
        words = self._words.rows(room.at_level(self._level).words) if self._words else 0
        return max(1, self.head(room) + words)


def measured(row: Row) -> Measured | None:
    """The words of a row, to be counted; None where there are none."""
    text = "".join(ink.text for ink in row)
    return Measured(text) if text else None
