"""Brackets that open in one line and close in another, and those that never close."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.marks import Tint
from zerodraft.tui.editor.place import Edit, Place
from zerodraft.tui.editor.styling import LONGEST_READ, line_brackets

_SIGN = re.compile(r"[\[\]]")
Pair = tuple[Place, Place]


class Bracketing:
    """For each line the brackets that find no partner in it; over all lines, which of them are partners."""

    __slots__ = ("_buffer", "_loose", "_outermost", "_partners")

    def __init__(self, buffer: Buffer) -> None:
        self._buffer = buffer
        self._loose = [_loose(line) for line in buffer.lines()]
        self._partners: dict[Place, Place] = {}
        self._outermost: list[Pair] = []
        self._pair()

    def follow(self, edit: Edit) -> bool:
        """Read the lines that an edit touched; whether brackets elsewhere found or lost partners, or moved."""
        first, added = edit.start.line, edit.text.count("\n")
        self._loose[first : edit.end.line + 1] = [
            _loose(self._buffer.line(line)) for line in range(first, first + added + 1)
        ]
        before = self._partners
        self._pair()
        return self._partners != before

    def _pair(self) -> None:
        """Find the partners in different lines."""
        self._partners = {}
        self._outermost = []
        waiting: list[Place] = []
        for place in self._places() if any(self._loose) else ():
            if self._buffer.line(place.line)[place.column] == "[":
                waiting.append(place)
            elif waiting:
                opening = waiting.pop()
                self._partners |= {opening: place, place: opening}
                while self._outermost and self._outermost[-1][0] > opening:
                    self._outermost.pop()
                self._outermost.append((opening, place))

    def _places(self) -> Iterator[Place]:
        for line, columns in enumerate(self._loose):
            for column in columns:
                yield Place(line, column)

    def tints(self, line: int) -> tuple[Tint, ...]:
        """What stands between partners of different lines, and the brackets of this line that have none."""
        text = self._buffer.line(line)
        alone = [each for each in line_brackets(text).unbalanced if Place(line, each) not in self._partners]
        return (*self._between(line, len(text)), *(Tint(column, column + 1, "unbalanced") for column in alone))

    def _between(self, line: int, length: int) -> Iterator[Tint]:
        index = bisect_left(self._outermost, line, key=lambda pair: pair[1].line)
        for opening, closing in self._outermost[index:]:
            if opening.line > line:
                break
            start = opening.column if line == opening.line else 0
            end = closing.column + 1 if line == closing.line else length
            yield Tint(start, end, "disputed")

    def partners_at(self, place: Place) -> Pair | None:
        """The bracket behind or before the cursor, with its partner."""
        text = self._buffer.line(place.line)
        for column in (place.column, place.column - 1):
            if 0 <= column < len(text) and text[column] in "[]" and (pair := self._pair_of(Place(place.line, column))):
                return pair
        return None

    def _pair_of(self, place: Place) -> Pair | None:
        if partner := self._partners.get(place):
            return min(place, partner), max(place, partner)
        for each in line_brackets(self._buffer.line(place.line)).found:
            pair = Place(place.line, each.span.start), Place(place.line, each.span.end - 1)
            if place in pair:
                return pair
        return None


def _loose(text: str) -> tuple[int, ...]:
    """The columns of brackets without partner in a line; counted first, which is 20 times faster than reading."""
    if len(text) > LONGEST_READ or ("[" not in text and "]" not in text):
        return ()
    depth = 0
    for sign in _SIGN.findall(text):
        depth += 1 if sign == "[" else -1
        if depth < 0:
            break
    return line_brackets(text).unbalanced if depth else ()
