"""What both views of a redline share: a roll of rows that is drawn as far as it is seen."""

from collections.abc import Sequence
from typing import Any, ClassVar

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from zerodraft.core.text.visible import visible
from zerodraft.tui.redline import palette
from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.galley import MEASURE, Galley
from zerodraft.tui.redline.hits import Hit, of_block
from zerodraft.tui.redline.palette import Ground, Palette
from zerodraft.tui.redline.roll import BlockRow, Roll
from zerodraft.tui.redline.rows import Ink, Lines, Row, Tone, lit
from zerodraft.tui.redline.strips import Brush, Selected

RedlineRoll = Roll[Galley[Any]]
# A text of so many characters is measured as a whole before the first look: 5 ms. One of fifty times as many where
# only the width is another.
_AT_ONCE = 20_000
_REST = 0.5  # seconds before the rest is measured: nobody waits for it
_AT_A_TIME = 12_000  # and later, every thirtieth of a second: 6 ms
_PARTS = 1 << 20  # more rows than a block has: a block and its row in one number


def place_in(offset: Offset) -> tuple[int, int, int]:
    """Block, row of it and character of the row at one end of a selection."""
    return (*divmod(offset.y, _PARTS), offset.x)


class RedlineCanvas(ScrollView, can_focus=True):
    """Draws blocks and keeps their place; which block the cursor is on, and where it goes, a view decides."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(palette.COMPONENTS)
    DEFAULT_CSS = (
        "RedlineCanvas { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; background: $surface;"
        f"color: $foreground;\n{palette.CSS}\n}}"
    )

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._blocks: Blocks | None = None
        self._roll: RedlineRoll | None = None
        self._sentence = ""
        self._cursor = 0
        self._plain_marks = False
        self._hits: Sequence[Hit] = ()
        self._found: Hit | None = None
        self._begun_at: int | None = None
        self._palette: Palette | None = None
        self._drawer: Brush | None = None
        self._strips: LRUCache[tuple[BlockRow, bool], Strip] = LRUCache(2048)
        self._measuring: Timer | None = None
        self._is_settling = False
        self._drawn_state = 0

    # --- setting -------------------------------------------------------------------------------

    def set_in_type(self, blocks: Blocks, width: int) -> Galley[Any]:
        """The blocks set for a width; the form of the view."""
        raise NotImplementedError

    @property
    def plain_marks(self) -> bool:
        """Whether `[-…-]` and `{+…+}` stand around what changed; always where there are no colours."""
        wished: bool = getattr(self.app, "plain_marks", False)
        return self._plain_marks or wished or self.app.no_color

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width

    @property
    def _head(self) -> tuple[Row, ...]:
        return self._roll.galley.head if self._roll else ()

    @property
    def _rows_seen(self) -> int:
        return max(1, self.scrollable_content_region.height - len(self._head))

    @property
    def _above(self) -> int:
        """A change that is come to stands with a fourth of the window above it."""
        return self._rows_seen // 4

    @property
    def _top(self) -> int:
        return self.scroll_offset.y

    def _lay_out(self, block: int = 0, above: int = 0) -> None:
        """Set all blocks anew, `block` in the row `above`, counted from the first that is seen."""
        self._strips.clear()
        self._stop_measuring()
        self._roll = None
        if self._width < 2:
            return
        if self._blocks is None:
            self._show_size(len(self._sentence_lines()) + 1)
            self.scroll_to(y=0, animate=False)
            self.refresh()
            return
        self._roll = Roll(self.set_in_type(self._blocks, self._width - 1))
        self._drawn_state = 0
        if self._roll.takes_at_most(_AT_ONCE):
            self._roll.measure_all()
        else:
            self._measuring = self.set_timer(_REST, self._measure_rest)
        if len(self._blocks):
            self._roll.settle_around(block, self._rows_seen)
            self._go_to_row(self._roll.top(block) - above)
        self.refresh()

    def _measure_rest(self) -> None:
        self._measuring = self.set_interval(1 / 30, self._measure_more)

    def _measure_more(self) -> None:
        if self._roll is not None and self._roll.measure_some(_AT_A_TIME):
            self._stop_measuring()
            self._go_to_row(self._roll.adopt(self._top))

    def _stop_measuring(self) -> None:
        if self._measuring is not None:
            self._measuring.stop()
            self._measuring = None

    def _show_size(self, rows: int) -> None:
        """Say how many rows there are. Nothing need be laid out for it, because the scroll bar is always there."""
        if self.virtual_size.height != rows:
            self.set_reactive(RedlineCanvas.virtual_size, Size(0, rows))
            self.vertical_scrollbar.window_virtual_size = rows

    def _go_to_row(self, row: int) -> None:
        """Show the rows from `row` on, measured before they are drawn."""
        if self._roll is None:
            return
        row = max(0, min(row, self._roll.rows - self._rows_seen))
        row = self._roll.settle(row, self._rows_seen)
        self._show_size(self._roll.rows + len(self._head))
        if row != self._top:
            self._is_settling = True
            self.scroll_to(y=row, animate=False)
            self._is_settling = False
        if self._drawn_state != self._roll.state:
            self._drawn_state = self._roll.state
            self.refresh()

    def _settled(self, roll: RedlineRoll, index: int) -> int:
        """Measure what stands around a block; the row at which stands what is seen first."""
        here = roll.at(self._top)
        roll.settle_around(index, self._rows_seen)
        return roll.top(here.block) + here.part

    def _reveal(self, here: int, first: int, last: int, above: int = 0) -> None:
        """Show rows, `above` of the others before them where the window must move; `here` begins what is seen."""
        if here <= first and last <= here + self._rows_seen:
            self._go_to_row(here)
        elif above:
            self._go_to_row(min(first, max(first - above, last - self._rows_seen)))
        else:
            self._go_to_row(first if first < here else min(first, last - self._rows_seen))

    def _show_block(self, roll: RedlineRoll, index: int) -> None:
        """Show a block with some rows above it; of one taller than the window its first change."""
        here = self._settled(roll, index)
        changed = roll.galley.changed_rows(index) if roll.height(index) > self._rows_seen else ()
        first = roll.top(index) + (changed[0] if changed else 0)
        self._reveal(here, first, first + 1 if changed else roll.bottom(index), above=self._above)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._is_settling and round(old_value) != round(new_value):
            self._go_to_row(self._top)

    def on_resize(self, _event: events.Resize) -> None:
        if self._roll is None:
            self._begin()
        elif self._roll.galley.width != self._width - 1:
            self._lay_out(*self._kept_place())
        else:
            self._go_to_row(self._top)

    def _begin(self) -> None:
        """Set all blocks for the first time, and show the cursor; the beginning too if it is near."""
        self._lay_out()
        if self._roll is not None:
            self._show_block(self._roll, self._cursor)

    def _kept_place(self) -> tuple[int, int]:
        """The block that keeps its row when all is set anew: that of the cursor if it is seen, else the topmost."""
        if self._roll is None:
            return 0, 0
        above = self._roll.top(self._cursor) - self._top
        if 0 <= above < self._rows_seen:
            return self._cursor, above
        return self._roll.at(self._top).block, 0

    # --- drawing -------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._palette = self._drawer = None
        self._strips.clear()

    @property
    def _brush(self) -> Brush:
        if self._palette is None:
            self._palette = Palette(self)
        wanted = (self._width, self.content_size.width - self._width, self.has_focus)
        if self._drawer is None or self._drawer.key != wanted:
            self._drawer = Brush(self._palette, *wanted)
        return self._drawer

    def render_line(self, y: int) -> Strip:
        brush = self._brush
        if self._roll is None:
            lines = self._sentence_lines()
            return brush.strip(lines[y - 1] if 0 < y <= len(lines) else ())
        if y < len(self._head):
            return brush.strip(self._head[y], Ground.HEAD)
        row = y - len(self._head) + self._top
        return self._block_strip(brush, self._roll, self._roll.at(row)) if row < self._roll.rows else brush.strip(())

    def _block_strip(self, brush: Brush, roll: RedlineRoll, place: BlockRow) -> Strip:
        key = (place, place.block == self._cursor)
        at = place.block * _PARTS + place.part
        selected = self._selected(at)
        if selected is None and key in self._strips:
            return self._strips[key]
        row = roll.galley.row(*place)
        if self._hits and row:
            found = (self._found.start, self._found.end) if self._found and self._found.block == place.block else None
            row = lit(row, of_block(self._hits, place.block), found)
        is_cursor = place.block == self._cursor and place.part < roll.height(place.block) - 1
        ground = Ground.CURSOR if is_cursor else Ground.USUAL
        strip = brush.strip(row, ground, at=at if self.allow_select else None, selected=selected)
        if selected is None:
            self._strips[key] = strip
        return strip

    def _selected(self, at: int) -> Selected | None:
        selection: Selection | None = self.text_selection
        span = selection.get_span(at) if selection else None
        return Selected(span, self._selection_style()) if span else None

    def _selection_style(self) -> Style:
        return Style(bgcolor=self.screen.get_component_rich_style("screen--selection").bgcolor)

    def _sentence_lines(self) -> tuple[Row, ...]:
        lines = Lines((Ink(visible(self._sentence), Tone.QUIET),), min(MEASURE, max(1, self._width - 3)))
        return tuple((Ink(" "), *lines[line]) for line in range(len(lines)))

    def _redraw(self, *blocks: int) -> None:
        """Draw the rows of some blocks again."""
        if self._roll is None:
            return
        for block in {each for each in blocks if 0 <= each < len(self._roll.galley.blocks)}:
            self.refresh_lines(self._roll.top(block) + len(self._head), self._roll.height(block))

    def watch_has_focus(self, focus: bool) -> None:
        super().watch_has_focus(focus)
        self._forget(self._cursor)
        self._redraw(self._cursor)

    def forget_drawn(self) -> None:
        """Draw everything anew."""
        self._strips.clear()
        self.refresh()

    def _forget(self, *blocks: int) -> None:
        """What was drawn of some blocks is wrong now."""
        for key in [key for key in tuple(self._strips.keys()) if key[0].block in blocks]:
            self._strips.discard(key)
