"""What the mouse does in the text, in the gutter and on the edge."""

from textual import events
from textual.geometry import Offset
from textual.timer import Timer

from zerodraft.tui.editor.keyboard import Keyboard
from zerodraft.tui.editor.messages import CommentsAsked
from zerodraft.tui.editor.place import Place, Selection

_WHEEL = 3
# While words are selected beyond the edge, one row each 50 ms; no timer runs at other times.
_PULL = 0.05


class Mouse(Keyboard):
    """Places the cursor, selects and scrolls."""

    _holds: str = ""
    """What the pressed button has hold of: the text, the thumb at the edge, or nothing."""
    _pulled = Offset(0, 0)
    _pulling: Timer | None = None

    def place_at_cell(self, cell: Offset) -> Place:
        """The place nearest to a cell of the area."""
        layout = self.galley.layout
        row = max(0, min(cell.y + self.top_row, layout.height - 1))
        return layout.place_in(row, cell.x - self.galley.gutter.cells)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        cell = event.get_content_offset(self)
        if cell is None or event.button != 1:
            return
        event.stop()
        self.capture_mouse()
        if cell.x == self.size.width - 1:
            self._holds = "thumb"
            self._scroll_to_share(cell.y)
            return
        self._holds = "text"
        place = self.place_at_cell(cell)
        self.select(Selection(self.manuscript.selection.anchor if event.shift else place, place))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._holds == "thumb":
            self._scroll_to_share(event.get_content_offset_capture(self).y)
        elif self._holds == "text":
            self._pulled = event.get_content_offset_capture(self)
            self._select_to_mouse()
            if self._pulling is None:
                self._pulling = self.set_interval(_PULL, self._select_to_mouse)

    def _select_to_mouse(self) -> None:
        """Beyond the edge the next row is taken each time."""
        y = max(-1, min(self._pulled.y, len(self._shown)))
        place = self.place_at_cell(Offset(self._pulled.x, y))
        if place != self.manuscript.cursor:
            self.select(Selection(self.manuscript.selection.anchor, place))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._holds:
            event.stop()
            self._let_go()

    def _let_go(self) -> None:
        self._holds = ""
        self.release_mouse()
        if self._pulling:
            self._pulling.stop()
            self._pulling = None

    def on_blur(self) -> None:
        if self._holds:
            self._let_go()

    def on_click(self, event: events.Click) -> None:
        cell = event.get_content_offset(self)
        if cell is None or cell.x == self.size.width - 1 or cell.y + self.top_row >= self.galley.layout.height:
            return
        event.stop()
        row = self.galley.layout.row(cell.y + self.top_row)
        if row.nth == 0 and self.galley.gutter.counts(cell.x) and self.galley.marks.of(row.line).comments:
            self.post_message(CommentsAsked(row.line))
        elif event.chain == 2:
            self.select_word(self.place_at_cell(cell))
        elif event.chain == 3:
            self.select_paragraph(row.line)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        event.prevent_default()
        self._scroll_to_row(self.top_row + _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        event.prevent_default()
        self._scroll_to_row(self.top_row - _WHEEL)

    def _scroll_to_share(self, y: int) -> None:
        """As far into the text as a row of the edge is below the top."""
        self._scroll_to_row(round(self.max_scroll_y * y / max(1, len(self._shown) - 1)))
