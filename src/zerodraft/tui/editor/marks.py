"""What is known of the text beside its words: marks of lines and marked stretches, carried along by edits.

They say what was true when the text was last read; an edit moves them until it is read again.
"""

from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.place import Edit, Place


class Bar(Enum):
    """What became of a line since the last issued version, and since the text was saved."""

    NONE = auto()
    ISSUED = auto()
    UNSAVED = auto()


class LineMark(NamedTuple):
    """What stands beside a line: the number of its paragraph, a change bar, and how many comments it has."""

    number: str = ""
    bar: Bar = Bar.NONE
    comments: int = 0
    open_comments: int = 0


NOTHING = LineMark()
_WRITTEN = LineMark(bar=Bar.UNSAVED)


class Tint(NamedTuple):
    """A stretch of a line, columns half-open, and the name of a style for it."""

    start: int
    end: int
    style: str


class Marks:
    """The marks of each line, and its marked stretches in order."""

    __slots__ = ("_lines", "_tints")

    def __init__(self, lines: int) -> None:
        self._lines = [NOTHING] * lines
        self._tints: list[tuple[Tint, ...]] = [()] * lines

    def of(self, line: int) -> LineMark:
        return self._lines[line]

    def tints(self, line: int) -> tuple[Tint, ...]:
        return self._tints[line]

    @property
    def widest_number(self) -> int:
        return max(len(mark.number) for mark in self._lines)

    def set_lines(self, marks: Mapping[int, LineMark]) -> None:
        """The marks of all lines; a line that isn't named has none."""
        self._lines = [marks.get(line, NOTHING) for line in range(len(self._lines))]

    def set_tints(self, buffer: Buffer, ranges: Iterable[tuple[int, int, str]]) -> None:
        """Marked stretches of the source: code points, half-open, and the name of a style."""
        found: list[list[Tint]] = [[] for _ in self._lines]
        for start, end, style in ranges:
            for line, tint in _cut(buffer, buffer.place_at(start), buffer.place_at(end), style):
                found[line].append(tint)
        self._tints = [tuple(each) for each in found]

    def follow(self, edit: Edit) -> None:
        first, last = edit.start.line, edit.end.line
        self._tints[first : last + 1] = self._carried_tints(edit)
        self._lines[first : last + 1] = self._carried_lines(edit)

    def _carried_lines(self, edit: Edit) -> list[LineMark]:
        """A mark stays with the words of its line, and says that they were changed."""
        (first, column), (last, last_column), text = edit
        new = [_WRITTEN] * (text.count("\n") + 1)
        follower = self._lines[last]
        if last_column or not (text.endswith("\n") or (not text and not column)):
            follower = follower._replace(bar=Bar.UNSAVED)
        if last > first or (not column and len(new) > 1):
            new[-1] = follower
        if column or (first == last and len(new) == 1):
            new[0] = self._lines[first]._replace(bar=Bar.UNSAVED)
        return new

    def _carried_tints(self, edit: Edit) -> list[tuple[Tint, ...]]:
        new: list[list[Tint]] = [[] for _ in range(edit.text.count("\n") + 1)]
        first, last = edit.start.line, edit.end.line
        for line in (first, last) if last > first else (first,):
            for start, end, style in self._tints[line]:
                begin, stop = _start_after(Place(line, start), edit), _end_after(Place(line, end), edit)
                if begin.line < stop.line:
                    _add(new[begin.line - first], begin.column, edit.start.column, style)
                    begin = Place(stop.line, 0)
                if begin.line == stop.line:
                    _add(new[begin.line - first], begin.column, stop.column, style)
        return [tuple(each) for each in new]


def _add(tints: list[Tint], start: int, end: int, style: str) -> None:
    if start < end:
        tints.append(Tint(start, end, style))


def _start_after(place: Place, edit: Edit) -> Place:
    """What is written just before a stretch is no part of it."""
    if place < edit.start:
        return place
    return _shifted(place, edit) if place >= edit.end else edit.new_end


def _end_after(place: Place, edit: Edit) -> Place:
    """Neither is what is written just behind it."""
    if place <= edit.start:
        return place
    return _shifted(place, edit) if place >= edit.end else edit.start


def _shifted(place: Place, edit: Edit) -> Place:
    """A place of the last line that an edit touches, behind what it replaces."""
    return Place(edit.new_end.line, place.column - edit.end.column + edit.new_end.column)


def _cut(buffer: Buffer, start: Place, end: Place, style: str) -> Iterable[tuple[int, Tint]]:
    for line in range(start.line, end.line + 1):
        first = start.column if line == start.line else 0
        last = end.column if line == end.line else len(buffer.line(line))
        if first < last:
            yield line, Tint(first, last, style)
