"""A view that scrolls rows, and has the rest of the screen left alone when their number changes."""

from collections.abc import Mapping, Sequence

from rich.style import Style
from textual import events
from textual.binding import Binding, Keymap
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.tui.actions import Scope
from zerodraft.tui.drawing import redraw
from zerodraft.tui.movements import MOVEMENTS

_MOVES = frozenset(action.id for action in MOVEMENTS if action.scope is Scope.LIST)
_EIGHTHS = 8


class RowScroll(ScrollView):
    """Textual lays the whole screen out anew whenever a virtual size changes: 25 ms for each step through a list beside
    which each thread has its own length. Only the scrollbar depends on it, unless the view is as high as its rows.

    A row bears all of its colours when it comes from `render_line`. Textual would look for frame, padding and tint of
    each, for three times as long as it takes to draw.
    """

    _ground: Style | None = None
    _known_keys: tuple[Keymap, Mapping[str, Sequence[Binding]]] | None = None

    def ground(self) -> Style:
        """The view's own style: asked of Textual for each row it would take longer than drawing the row."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._ground = None

    def show_rows(self, count: int) -> None:
        """There are so many rows now."""
        size = Size(0, count)
        if self.styles.auto_dimensions or not self.is_attached:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        if self.show_vertical_scrollbar:
            _move(self.vertical_scrollbar, new_value)
        if round(old_value) != round(new_value):
            width, height = self.scrollable_content_region.size
            redraw(self, Region(0, 0, width, height))

    def refresh_lines(self, y_start: int, line_count: int = 1) -> None:
        """Without the scrollbar, which Textual takes for a part of each line."""
        redraw(self, Region(0, y_start - self.scroll_offset.y, self.scrollable_content_region.width, line_count))

    def draw_row(self, y: int, width: int) -> Strip:
        """The row at a place of the view, so many cells wide."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        return self.draw_row(y, self.scrollable_content_region.width)

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.styles.gutter.totals != (0, 0):
            return super().render_lines(crop)
        width, base = self.size.width, self.ground()
        room = self.scrollable_content_region.width
        strips = [self.draw_row(y, room).adjust_cell_length(width, base) for y in crop.line_range]
        if filters := self.get_line_filters():
            ground = self.background_colors[1]
            for each in filters:
                strips = [strip.apply_filter(each, ground) for strip in strips]
        return strips if crop.column_span == (0, width) else [strip.crop(*crop.column_span) for strip in strips]

    async def on_key(self, event: events.Key) -> None:
        """Move at once: Textual takes a key up to the application, which gives it back to the view. Unless something
        on the way there looks at each key, as a question does."""
        if any(hasattr(each, "on_key") for each in self.ancestors):
            return
        for binding in self._bindings_by_key().get(event.key, ()):
            if binding.id in _MOVES and await self.app.run_action(binding.action, self):
                event.stop().prevent_default()
                return

    def _bindings_by_key(self) -> Mapping[str, Sequence[Binding]]:
        """The keys of this view, as the drafter wishes them."""
        keymap = self.app._keymap
        if self._known_keys is None or self._known_keys[0] is not keymap:
            bindings = self._bindings.copy()
            bindings.apply_keymap(keymap)
            self._known_keys = keymap, bindings.key_to_bindings
        return self._known_keys[1]


def _move(bar: ScrollBar, position: float) -> None:
    """Draw the bar only where its thumb is seen to move: among ten thousand rows that is every thirtieth time."""
    if _thumb(bar, position) == _thumb(bar, bar.position):
        bar.set_reactive(ScrollBar.position, position)
    else:
        bar.position = position


def _thumb(bar: ScrollBar, position: float) -> int:
    """Where the thumb begins, in eighths of a row, as Textual draws it."""
    size, rows, window = bar.size.height, bar.window_virtual_size, bar.window_size
    if not size or not window or rows <= window:
        return 0
    return int((size - max(1, window * size / rows)) * position / (rows - window) * _EIGHTHS)
