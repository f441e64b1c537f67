"""A view that scrolls rows, and has the rest of the screen left alone when their number changes."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


class RowScroll(ScrollView):
    """Textual lays the whole screen out anew whenever a virtual size changes: 25 ms for each step through a list beside
    which each thread has its own length. Only the scrollbar depends on it, unless the view is as high as its rows."""

    def show_rows(self, count: int) -> None:
        """There are so many rows now."""
        size = Size(0, count)
        if self.styles.auto_dimensions or not self.is_attached:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
