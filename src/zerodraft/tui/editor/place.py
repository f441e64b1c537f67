"""Where something stands in the text, what is selected, and one edit."""

from typing import NamedTuple

from zerodraft.core.text.strokes import Stroke


class Place(NamedTuple):
    """A point between two characters: the line from 0, and how many code points of that line stand before it."""

    line: int
    column: int


START = Place(0, 0)


class Selection(NamedTuple):
    """From where the selection was begun to where the cursor is; the same place when nothing is selected."""

    anchor: Place
    cursor: Place

    @classmethod
    def at(cls, place: Place) -> "Selection":
        return cls(place, place)

    @property
    def start(self) -> Place:
        return min(self.anchor, self.cursor)

    @property
    def end(self) -> Place:
        return max(self.anchor, self.cursor)

    @property
    def is_empty(self) -> bool:
        return self.anchor == self.cursor


class Edit(NamedTuple):
    """From `start` to `end` stands `text` now."""

    start: Place
    end: Place
    text: str

    @property
    def new_end(self) -> Place:
        """Where the written text ends."""
        return advanced(self.start, self.text)

    @property
    def stroke(self) -> Stroke:
        """The same as the journal of typing keeps it."""
        return Stroke(*self.start, *self.end, self.text)


def advanced(start: Place, text: str) -> Place:
    """Where a text ends that begins at a place."""
    breaks = text.count("\n")
    if not breaks:
        return Place(start.line, start.column + len(text))
    return Place(start.line + breaks, len(text) - text.rfind("\n") - 1)


def carried(place: Place, edit: Edit) -> Place:
    """Where a place stands after an edit before or around it; one inside what is replaced comes to its beginning."""
    if place <= edit.start:
        return place
    if place < edit.end:
        return edit.start
    new_end = edit.new_end
    column = place.column - edit.end.column + new_end.column if place.line == edit.end.line else place.column
    return Place(place.line + new_end.line - edit.end.line, column)
