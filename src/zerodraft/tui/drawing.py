"""What is drawn of a screen when something on it changed: those rows alone.

Textual takes all rows of every widget in the rectangle around the changes, also of those that lie below others: of
two rows in a list and a line of the page beside it that is the whole screen, for each key.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

Visible = dict[Widget, tuple[Region, Region]]


class Part(NamedTuple):
    """A part of a row, from one column to another, and the widget that is seen there."""

    start: int
    end: int
    widget: Widget | None


class Sparing(Compositor):
    """Asks the widgets for the rows that are sent to the terminal, and for no others."""

    def __init__(self) -> None:
        super().__init__()
        self._seen: Visible = {}
        self._parts: list[tuple[Part, ...]] = []

    def render_partial_update(self) -> ChopsUpdate | None:
        screen = self.size.region
        regions = [seen for region in self._dirty_regions if (seen := region.intersection(screen))]
        self._dirty_regions.clear()
        if not regions:
            return None
        spans = list(self._regions_to_spans(regions))
        cuts = self.cuts
        rows: list[dict[int, Strip | None]] = [{} for _ in cuts]
        for y in {y for y, _, _ in spans}:
            rows[y] = dict.fromkeys(cuts[y][:-1])
        for widget, lines in self._wanted(spans).items():
            self._draw(rows, widget, lines)
        return ChopsUpdate(rows, spans, [each[1:] for each in cuts])

    def render_full_update(self, simplify: bool = False) -> LayoutUpdate:
        if simplify:
            return super().render_full_update(simplify=simplify)
        self._dirty_regions.clear()
        width, height = self.size
        rows: list[dict[int, Strip | None]] = [dict.fromkeys(each[:-1]) for each in self.cuts]
        for widget, lines in self._wanted((y, 0, width) for y in range(height)).items():
            self._draw(rows, widget, lines)
        strips = [[strip for strip in row.values() if strip is not None] for row in rows]
        return LayoutUpdate(list[Iterable[Strip]](strips), self.size.region)

    def _wanted(self, spans: Iterable[tuple[int, int, int]]) -> dict[Widget, list[int]]:
        """The rows of the screen that each widget is to draw, in order."""
        parts = self._parts_of_rows()
        found: dict[Widget, list[int]] = {}
        for y, first, last in spans:
            for start, end, widget in parts[y]:
                if start < last and first < end and widget is not None:
                    lines = found.setdefault(widget, [])
                    if not lines or lines[-1] != y:
                        lines.append(y)
        return found

    def _draw(self, rows: list[dict[int, Strip | None]], widget: Widget, lines: list[int]) -> None:
        # Where it stood when the parts were found: somebody who asks a widget meanwhile has all arranged anew.
        region, clip = self._seen[widget]
        x, _, width, _ = region.intersection(clip)
        for top, bottom in _stretches(lines):
            strips = widget.render_lines(Region(x - region.x, top - region.y, width, bottom - top))
            for y, strip in zip(range(top, bottom), strips, strict=False):
                own = [(start, end) for start, end, whose in self._parts[y] if whose is widget]
                if own == [(x, x + width)]:
                    rows[y][x] = strip
                    continue
                for start, end in own:
                    rows[y][start] = strip.crop(start - x, end - x)

    def _parts_of_rows(self) -> list[tuple[Part, ...]]:
        """The parts of each row of the screen; known until widgets stand elsewhere."""
        visible = self.visible_widgets
        if visible is not self._seen:
            borders = {0, self.size.height}
            for region, clip in visible.values():
                seen = region.intersection(clip)
                borders |= {seen.y, seen.bottom}
            edges = sorted(each for each in borders if 0 <= each <= self.size.height)
            self._parts = []
            for top, bottom in pairwise(edges):
                self._parts += [self._parts_at(top, visible)] * (bottom - top)
            self._seen = visible
        return self._parts

    def _parts_at(self, y: int, visible: Visible) -> tuple[Part, ...]:
        standing = [
            (seen.x, seen.right, widget)
            for widget, (region, clip) in visible.items()
            if (seen := region.intersection(clip)) and seen.y <= y < seen.bottom
        ]
        cuts = self.cuts[y]
        return tuple(
            Part(start, end, next((widget for x, right, widget in standing if x <= start and end <= right), None))
            for start, end in pairwise(cuts)
        )


def redraw(widget: Widget, *regions: Region) -> None:
    """As `refresh` for a widget whose looks have not changed, told to the screen at once: three messages less."""
    screen = widget.screen
    if not widget.is_mounted or not screen.is_mounted:
        widget.refresh(*regions)
        return
    widget._set_dirty(*regions)
    if widget.display:
        screen._dirty_widgets.add(widget)
        screen.check_idle()


def _stretches(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Rows that follow each other, as the first and one behind the last."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place] != rows[place - 1] + 1:
            yield rows[start], rows[place - 1] + 1
            start = place
