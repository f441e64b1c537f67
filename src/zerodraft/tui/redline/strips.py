"""A row of ink as a strip of the screen."""

from collections.abc import Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from zerodraft.core.text.width import clusters
from zerodraft.tui.columns import filled
from zerodraft.tui.redline.palette import Ground, Palette
from zerodraft.tui.redline.pieces import NOT_A_WORD
from zerodraft.tui.redline.rows import Ink, Row, length

Span = tuple[int, int]
_HERE, _ELSEWHERE = "▌", " "


class Brush:
    """Draws rows of `width` cells; the row of the cursor bears `▌` and its own ground.

    `beyond` are the cells under the scroll bar, which Textual wants drawn too.
    """

    def __init__(self, palette: Palette, width: int, beyond: int, has_focus: bool) -> None:
        self.key = (width, beyond, has_focus)
        self._palette = palette
        self._width, self._beyond = width, beyond
        self._here = palette.ground(Ground.CURSOR) + palette.named("bar" if has_focus else "quiet")

    def strip(
        self, row: Row, ground: Ground = Ground.USUAL, *, at: int | None = None, selected: "Selected | None" = None
    ) -> Strip:
        """`at` is the number under which Textual's selection knows the row."""
        blank = self._palette.ground(ground)
        segments = [Segment(_HERE, self._here) if ground is Ground.CURSOR else Segment(_ELSEWHERE, blank)]
        column = 0
        drawn = tuple(ink._replace(text=filled(ink.text)) for ink in row)
        for ink in selected.cut(drawn) if selected else drawn:
            style = self._palette.style(ink, ground)
            if selected and selected.holds(column):
                style += selected.style
            if at is not None:
                style += Style.from_meta({"offset": (column, at)})
            segments.append(Segment(ink.text, style))
            column += len(ink.text)
        room, used = self._width + self._beyond, 1 + length(row)
        if used < room:
            segments.append(Segment(" " * (room - used), blank))
        # A window of a few columns has no room for a number and words.
        strip = Strip(segments, max(used, room))
        return strip if used <= room else strip.crop(0, room)


class Selected:
    """What of a row is selected: characters `start` to `end`, half-open; `end` -1 is the end of the row."""

    def __init__(self, span: Span, style: Style) -> None:
        self._start = span[0]
        self._end = span[1] if span[1] >= 0 else 1_000_000
        self.style = style

    def holds(self, column: int) -> bool:
        return self._start <= column < self._end

    def cut(self, row: Row) -> Iterator[Ink]:
        """The row cut at both ends."""
        column = 0
        for ink in row:
            cuts = sorted({0, len(ink.text), *(place - column for place in (self._start, self._end))})
            inside = [cut for cut in cuts if 0 <= cut <= len(ink.text)]
            for first, last in pairwise(inside):
                yield ink._replace(text=ink.text[first:last])
            column += len(ink.text)


def undrawn(text: str, column: int) -> int:
    """How many characters of a text stand before one of those that are drawn for it."""
    drawn = 0
    for cluster in clusters(text):
        drawn += len(filled(cluster.of(text)))
        if drawn > column:
            return cluster.start
    return len(text)


def word_at(row: Row, column: int) -> int | None:
    """The place among the words of its block of what is drawn at a character of a row; None in a row without words.

    Beside the words it is the nearest before, and before the first that one.
    """
    nearest: int | None = None
    done = 0
    for ink in row:
        if ink.start != NOT_A_WORD:
            if column < done and nearest is not None:
                break
            nearest = ink.start + undrawn(ink.text, max(column - done, 0))
        done += len(filled(ink.text))
    return nearest
