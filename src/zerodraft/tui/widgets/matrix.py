"""A table of small cells, a name before each row; one bears the cursor, columns beyond the edge come in with it."""

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.tui.actions import Scope
from zerodraft.tui.drawing import redraw
from zerodraft.tui.movements import bindings_for
from zerodraft.tui.widgets.row import Piece, Row, fitted, row, shortened, width_of
from zerodraft.tui.widgets.strips import inks_of, strip_of
from zerodraft.tui.widgets.virtual_list import VirtualList

_LEAST_NAME = 8  # cells that a name keeps; columns go out of sight before it is shorter
_EARLIER, _LATER = "‹", "›"


class Columns(NamedTuple):
    """What stands above: `corner` over the names, `heads` over the cells. All cells have the same `width`, in which
    their words stand at the right. `name` is how wide the widest name is."""

    corner: str = ""
    heads: tuple[str, ...] = ()
    width: int = 4
    name: int = _LEAST_NAME


class Line(NamedTuple):
    """One row of the table: a name, and as many cells as there are heads."""

    name: Piece
    cells: tuple[Piece, ...]


class Window(NamedTuple):
    """What is seen at a width: cells for the name, and the columns from `first` to `last`, half-open."""

    name: int
    first: int
    last: int


def window(columns: Columns, width: int, column: int, first: int = 0) -> Window:
    """As many columns as there is room for, among them `column`; they move on from `first` only as far as they must."""
    count = len(columns.heads)
    least = min(columns.name, _LEAST_NAME)
    if least + count * columns.width <= width:
        return Window(min(columns.name, width - count * columns.width), 0, count)
    room = max(1, (width - least - len(_LATER)) // columns.width)
    first = max(min(first, column, count - room), column - room + 1)
    return Window(max(0, width - room * columns.width - len(_LATER)), first, first + room)


def pieces(columns: Columns, line: Line, seen: Window, *, chosen: int = -1) -> tuple[Piece, ...]:
    """A row of the table; the cell `chosen` is drawn in the style `cell`."""
    cells = (
        piece
        for place in range(seen.first, seen.last)
        for piece in _cell(line.cells[place], columns.width, is_chosen=place == chosen)
    )
    return (*_padded(line.name, seen.name), *cells)


def _padded(piece: Piece, width: int) -> tuple[Piece, ...]:
    found = shortened(row(piece).head, width)
    return (*found, Piece(" " * (width - width_of(found))))


def _cell(piece: Piece, width: int, *, is_chosen: bool) -> tuple[Piece, ...]:
    found = shortened(row(piece).head, width - 1)
    space = Piece(" " * (width - width_of(found)))
    return (space, *(each._replace(style="cell") for each in found)) if is_chosen else (space, *found)


def heading(columns: Columns, seen: Window) -> tuple[Piece, ...]:
    """The row above, with a sign at each side on which there are more columns."""
    earlier = _EARLIER if seen.first else ""
    later = _LATER if seen.last < len(columns.heads) else ""
    heads = Line(Piece(""), tuple(Piece(head, "number") for head in columns.heads))
    corner = _padded(Piece(columns.corner, "quiet"), max(0, seen.name - len(earlier)))
    return (*corner, Piece(earlier, "quiet"), *pieces(columns, heads, seen._replace(name=0)), Piece(later, "quiet"))


class MatrixHead(Widget):
    """The row above the table."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"matrix--number", "matrix--quiet"}
    DEFAULT_CSS = """
    MatrixHead { height: 1; background: $surface; }
    MatrixHead > .matrix--number { color: $text-primary; text-style: bold; }
    MatrixHead > .matrix--quiet { color: $text-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[Piece, ...] = ()

    def show(self, told: tuple[Piece, ...]) -> None:
        if told != self._told:
            self._told = told
            redraw(self)

    def render_line(self, y: int) -> Strip:
        styles = inks_of(self, "matrix", ("number", "quiet"))
        return strip_of(fitted(row(" ", *self._told), self.size.width), styles, self.rich_style)


class MatrixRows(VirtualList):
    """The table below its head."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"list--cell"}
    DEFAULT_CSS = """
    MatrixRows > .list--cell { text-style: reverse bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(
        Scope.TABLE, {"left": "move_column(-1)", "right": "move_column(1)"}
    )
    column: reactive[int] = reactive(0, repaint=False, init=False)

    class ColumnChosen(Message):
        """The cursor came to another column."""

        def __init__(self, sender: "MatrixRows", column: int) -> None:
            self.sender = sender
            self.column = column
            super().__init__()

        @property
        def control(self) -> "MatrixRows":
            return self.sender

    def __init__(self, head: MatrixHead, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head = head
        self.columns = Columns()
        self._line_at: Callable[[int], Line] = lambda _: Line(Piece(""), ())
        self._seen = Window(0, 0, 0)

    def show_table(self, columns: Columns, count: int, line_at: Callable[[int], Line], *, empty: str = "") -> None:
        """Show `count` rows; `line_at` gives one. The cursor stays in its row and column."""
        self.columns, self._line_at = columns, line_at
        self.set_reactive(MatrixRows.column, self.validate_column(self.column))
        self._look()
        self.show(count, self._row_at, empty=empty)

    def _row_at(self, index: int) -> Sequence[Row]:
        chosen = self.column if index == self.chosen and self.has_focus else -1
        return (Row(pieces(self.columns, self._line_at(index), self._seen, chosen=chosen)),)

    def _look(self) -> bool:
        """Find out which columns are seen; whether these are others than before."""
        width = max(0, self.scrollable_content_region.width - 1)
        before, self._seen = self._seen, window(self.columns, width, self.column, self._seen.first)
        self._head.show(heading(self.columns, self._seen) if self.columns.heads else ())
        return self._seen != before

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self._draw_columns()

    def _draw_columns(self) -> None:
        if self._look():
            self._drawn.clear()
            self.refresh()
        else:
            self.redraw_item(self.chosen)

    def validate_column(self, column: int) -> int:
        return max(0, min(column, len(self.columns.heads) - 1))

    def watch_column(self, _old: int, new: int) -> None:
        self._draw_columns()
        self.post_message(self.ColumnChosen(self, new))

    def action_move_column(self, by: int) -> None:
        self.column += by

    async def on_click(self, event: events.Click) -> None:
        """The cell comes before the row, so that a click on a chosen cell alone opens it."""
        place = event.get_content_offset(self)
        if place is not None and place.x > self._seen.name:
            column = self._seen.first + (place.x - 1 - self._seen.name) // self.columns.width
            if column != self.column and column < self._seen.last:
                event.prevent_default()
                self.column = column
                self.chosen = (place.y + self.scroll_offset.y) // self.item_height


class Matrix(Vertical):
    """Head and rows."""

    DEFAULT_CSS = """
    Matrix { height: 1fr; }
    Matrix MatrixRows { height: 1fr; }
    """

    def __init__(self, *, id: str | None = None, rows: str) -> None:  # noqa: A002
        super().__init__(id=id)
        head = MatrixHead()
        self._head = head
        self.rows = MatrixRows(head, id=rows)

    def compose(self) -> ComposeResult:
        yield self._head
        yield self.rows
