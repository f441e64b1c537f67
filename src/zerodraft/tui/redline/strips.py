"""A row of ink as a strip of the screen."""

from collections.abc import Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from zerodraft.tui.redline.palette import Ground, Palette
from zerodraft.tui.redline.rows import Ink, Row, length
from zerodraft.tui.redline.steady import steady

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
        for ink in selected.cut(row) if selected else row:
            style = self._palette.style(ink, ground)
            if selected and selected.holds(column):
                style += selected.style
            for segment, characters in steady(ink.text, style):
                segments.append(segment if at is None or segment.control else _known(segment, column, at))
                column += characters
        missing = self._width - 1 - length(row)
        if missing > 0:
            segments.append(Segment(" " * missing, blank))
        if self._beyond:
            segments.append(Segment(" " * self._beyond, blank))
        return Strip(segments, self._width + self._beyond)


def _known(segment: Segment, column: int, at: int) -> Segment:
    """The segment with the place by which Textual's selection finds it."""
    offset = Style.from_meta({"offset": (column, at)})
    return Segment(segment.text, segment.style + offset if segment.style else offset)


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
