"""A list that draws only what is seen: a hundred thousand rows cost as much as twenty."""

from collections.abc import Callable, Container, Sequence
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import wrap
from zerodraft.tui.actions import Scope
from zerodraft.tui.movements import bindings_for
from zerodraft.tui.widgets.row import STYLES, Piece, Row, fitted
from zerodraft.tui.widgets.scroll import RowScroll
from zerodraft.tui.widgets.strips import Inks, strip_of

Rows = Callable[[int], Sequence[Row]]
# Strips that are kept: some screens full, so that going up and down a page draws nothing anew.
_MOST_DRAWN = 512


class VirtualList(RowScroll, can_focus=True):
    """Items of the same height, drawn from a function that gives the rows of one item.

    The chosen item is marked by `▌` in the first column, as well as by its background; where `marks_always` is not
    wanted, only while the list has the focus. A heading is an item that can't be chosen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"list--{name}" for name in (*STYLES, "chosen", "mark")}
    DEFAULT_CSS = """
    VirtualList { overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1; background: $surface; }
    VirtualList > .list--quiet { color: $text-muted; }
    VirtualList > .list--strong { text-style: bold; }
    VirtualList > .list--number { color: $text-primary; }
    VirtualList > .list--accent { color: $text-accent; text-style: bold; }
    VirtualList > .list--warning { color: $text-warning; text-style: bold; }
    VirtualList > .list--good { color: $text-success; }
    VirtualList > .list--bar { color: $text-primary; }
    VirtualList > .list--quote { text-style: underline; }
    VirtualList > .list--chosen { background: $primary 25%; }
    VirtualList > .list--mark { color: $primary; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bindings_for(
        Scope.LIST,
        {
            "next": "move(1)",
            "previous": "move(-1)",
            "page-down": "move_page(1)",
            "page-up": "move_page(-1)",
            "first": "go(0)",
            "last": "go(-1)",
        },
    )
    chosen: reactive[int] = reactive(0, repaint=False, init=False)

    class _OfItem(Message):
        def __init__(self, sender: "VirtualList", index: int) -> None:
            self.sender = sender
            self.index = index
            super().__init__()

        @property
        def control(self) -> "VirtualList":
            return self.sender

    class Chosen(_OfItem):
        """The cursor came to another item."""

    class Opened(_OfItem):
        """An item was double-clicked, or clicked while it was the chosen one; or clicked, where one click opens."""

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002
        height: int = 1,
        empty: str = "",
        marks_always: bool = True,
        opens_on_click: bool = False,
    ) -> None:
        super().__init__(id=id)
        self._opens_on_click = opens_on_click
        self.marks_always = marks_always
        self.item_height = height
        self._empty = visible(empty)
        self._count = 0
        self._rows: Rows = lambda _: ()
        self._headings: Container[int] = ()
        self._inks: dict[str, Style] | None = None
        self._drawn: dict[tuple[int, int, bool, bool], tuple[Strip, ...]] = {}

    # --- what is shown -----------------------------------------------------------------------

    def show(
        self,
        count: int,
        rows: Rows,
        *,
        chosen: int | None = None,
        empty: str | None = None,
        headings: Container[int] = (),
    ) -> None:
        """Show `count` items; `rows` gives those of one. The cursor stays where it is unless `chosen` says where."""
        self._count, self._rows, self._headings = count, rows, headings
        if empty is not None:
            self._empty = visible(empty)
        self._drawn.clear()
        wanted = self.chosen if chosen is None else chosen
        self.show_rows(count * self.item_height)
        self.set_reactive(VirtualList.chosen, self._choosable(self.validate_chosen(wanted), 1))
        self._scroll_to_chosen()
        self.refresh()

    @property
    def count(self) -> int:
        return self._count

    def redraw_item(self, index: int) -> None:
        """Draw one item again: what its rows show has changed."""
        for key in [key for key in self._drawn if key[0] == index]:
            del self._drawn[key]
        self.refresh_lines(index * self.item_height, self.item_height)

    # --- drawing -----------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._inks = None
        self._drawn.clear()

    def draw_row(self, y: int, width: int) -> Strip:
        base = self.ground()
        if not self._count:
            return self._empty_line(y, width, base)
        index, part = divmod(y + self.scroll_offset.y, self.item_height)
        if index >= self._count:
            return Strip.blank(width, base)
        key = (index, width, index == self.chosen, self.has_focus)
        if key not in self._drawn:
            if len(self._drawn) > _MOST_DRAWN:
                self._drawn.clear()
            self._drawn[key] = self._item(index, width)
        drawn = self._drawn[key]
        return drawn[part] if part < len(drawn) else Strip.blank(width, base)

    def _item(self, index: int, width: int) -> tuple[Strip, ...]:
        styles = self.inks()
        is_chosen = index == self.chosen and (self.marks_always or self.has_focus)
        base = self.ground() + styles["chosen"] if is_chosen else self.ground()
        mark = Piece("▌" if is_chosen else " ", "mark" if self.has_focus else "quiet")
        rows = [(mark, *fitted(each, max(width - 1, 0))) for each in self._rows(index)]
        rows += [(mark, Piece(" " * (width - 1)))] * (self.item_height - len(rows))
        return tuple(strip_of(each, styles, base) for each in rows[: self.item_height])

    def inks(self) -> dict[str, Style]:
        if self._inks is None:
            self._inks = Inks(self, "list")
        return self._inks

    def _empty_line(self, y: int, width: int, base: Style) -> Strip:
        lines = wrap(self._empty, max(width - 2, 1)) if self._empty else ()
        if y >= len(lines):
            return Strip.blank(width, base)
        return strip_of(fitted(Row((Piece(" "), Piece(lines[y].of(self._empty), "quiet"))), width), self.inks(), base)

    def watch_has_focus(self, _focus: bool) -> None:
        super().watch_has_focus(_focus)
        self.redraw_item(self.chosen)

    # --- moving ------------------------------------------------------------------------------

    def validate_chosen(self, index: int) -> int:
        return max(0, min(index, self._count - 1))

    def _choosable(self, index: int, step: int) -> int:
        """The item itself, or the next one in the direction of `step` that is no heading, else one the other way; the
        chosen one where there are only headings."""
        for direction in (step, -step):
            place = index
            while place in self._headings and 0 <= place < self._count:
                place += direction
            if 0 <= place < self._count:
                return place
        return self.validate_chosen(self.chosen)

    def watch_chosen(self, old: int, new: int) -> None:
        for index in {old, new}:
            self.refresh_lines(index * self.item_height, self.item_height)
        self._scroll_to_chosen()
        self.post_message(self.Chosen(self, new))

    def _scroll_to_chosen(self) -> None:
        """With the heading above it, where it is the first below."""
        first = self.chosen - 1 if self.chosen - 1 in self._headings else self.chosen
        rows = (self.chosen - first + 1) * self.item_height
        if rows > self.size.height:
            first, rows = self.chosen, self.item_height
        self.scroll_to_region(Region(0, first * self.item_height, 1, rows), animate=False, x_axis=False)

    def on_resize(self, _event: events.Resize) -> None:
        self._scroll_to_chosen()

    def action_move(self, by: int) -> None:
        self.chosen = self._choosable(self.validate_chosen(self.chosen + by), by)

    def action_move_page(self, by: int) -> None:
        self.action_move(by * max(1, self.size.height // self.item_height - 1))

    def action_go(self, index: int) -> None:
        last = self._count - 1
        self.chosen = self._choosable(self.validate_chosen(index if index >= 0 else last), 1 if index >= 0 else -1)

    async def on_click(self, event: events.Click) -> None:
        place = event.get_content_offset(self)
        if place is None:
            return
        index = (place.y + self.scroll_offset.y) // self.item_height
        if not 0 <= index < self._count or index in self._headings:
            return
        was = self.chosen
        self.chosen = index
        if event.chain == (1 if self._opens_on_click else 2) or (event.chain == 1 and was == index):
            self.post_message(self.Opened(self, index))
