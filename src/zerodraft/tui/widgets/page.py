"""A page of plain text to be read: scrolled, wrapped where the panel is narrower than its lines."""

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import wrap
from zerodraft.tui.actions import Scope
from zerodraft.tui.movements import bindings_for
from zerodraft.tui.widgets.row import Piece, Row, fitted
from zerodraft.tui.widgets.strips import strip_of


class Page(ScrollView, can_focus=True):
    """Draws only the lines that are seen."""

    DEFAULT_CSS = """
    Page { overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_for(
            Scope.LIST,
            {
                "next": "scroll_down",
                "previous": "scroll_up",
                "page-down": "page_down",
                "page-up": "page_up",
                "first": "scroll_home",
                "last": "scroll_end",
            },
        ),
        Binding("space", "page_down", "Page down", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._words = ""
        self._lines: tuple[str, ...] = ()
        self._wrapped_at = 0

    def show(self, words: str, *, keep_place: bool = False) -> None:
        """Show these words from their beginning."""
        self._words = visible(words)
        self._wrap()
        if not keep_place:
            self.scroll_home(animate=False)

    @property
    def count(self) -> int:
        """How many lines there are, as wide as they are shown."""
        return len(self._lines)

    def _wrap(self) -> None:
        width = max(self.scrollable_content_region.width - 1, 1)
        self._wrapped_at = width
        self._lines = tuple(span.of(self._words) for span in wrap(self._words, width))
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        if max(self.scrollable_content_region.width - 1, 1) != self._wrapped_at:
            self._wrap()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        place = y + int(self.scroll_offset.y)
        if place >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        # A line may be too long for the moment in which the page is narrower and not yet wrapped anew.
        pieces = fitted(Row((Piece(" "), Piece(self._lines[place]))), width)
        return strip_of(pieces, {"quiet": Style.null()}, self.rich_style)
