"""A scrolling column of any length: its items are made and wrapped when they are seen."""

from collections.abc import Sequence
from typing import Protocol

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from zerodraft.tui.redline.roll import Roll
from zerodraft.tui.widgets.card import Card, Line, lines_of, para
from zerodraft.tui.widgets.card_list import CardColumn
from zerodraft.tui.widgets.row import Piece
from zerodraft.tui.widgets.strips import strip_of

_KEPT_AT_HAND = 512  # items whose lines are kept


class Items(Protocol):
    """What a column shows; an empty row follows each of them."""

    def __len__(self) -> int: ...

    def length(self, index: int) -> int:
        """About the characters of an item."""

    def lines(self, index: int, width: int) -> Sequence[Line]:
        """An item, at most `width` cells wide."""


class _Nothing:
    """No items."""

    def __len__(self) -> int:
        return 0

    def length(self, _index: int) -> int:
        return 0

    def lines(self, _index: int, _width: int) -> Sequence[Line]:
        return ()


class _Set:
    """Items set for a width."""

    def __init__(self, items: Items, width: int) -> None:
        self._items = items
        self.width = width
        self._lines: dict[int, Sequence[Line]] = {}

    def lines(self, index: int) -> Sequence[Line]:
        if index not in self._lines:
            if len(self._lines) >= _KEPT_AT_HAND:
                self._lines.clear()
            self._lines[index] = self._items.lines(index, self.width)
        return self._lines[index]

    def guesses(self) -> list[int]:
        return [-(-max(self._items.length(index), 1) // self.width) + 1 for index in range(len(self._items))]

    def height(self, index: int) -> int:
        return len(self.lines(index)) + 1

    def effort(self, index: int) -> int:
        return self._items.length(index)


class LongColumn(CardColumn):
    """The cursor stands on an item. An item that is longer than the view is read line by line first."""

    DEFAULT_CSS = """
    LongColumn { height: 1fr; overflow-y: scroll; }
    """

    def __init__(self, *, id: str | None = None, empty: str = "") -> None:  # noqa: A002
        super().__init__(id=id, empty=empty)
        self._items: Items = _Nothing()
        self._roll: Roll[_Set] | None = None
        self._is_settling = False
        self._drawn_state = 0

    def show(self, items: Items, *, chosen: int = 0, empty: str | None = None) -> None:
        """Show these items; the cursor keeps its row on the screen, if it is seen."""
        above = self._above()
        self._items = items
        if empty is not None:
            self._empty = empty
        self.set_reactive(CardColumn.chosen, self.validate_chosen(chosen))
        self._set_anew(self.chosen, above)

    @property
    def count(self) -> int:
        return len(self._items)

    def _above(self) -> int:
        """How many rows of the view stand above the cursor; a quarter of them where it is not seen."""
        if self._roll is not None and self.count:
            above = self._roll.top(self.chosen) - self.scroll_offset.y
            if 0 <= above < self.size.height:
                return above
        return self.size.height // 4

    # --- rows --------------------------------------------------------------------------------

    def _wrap(self) -> None:
        self._set_anew(self.chosen, self._above())

    def _set_anew(self, index: int, above: int) -> None:
        width = self._words_width
        self._wrapped_at = width
        self._roll = Roll(_Set(self._items, width)) if self.count else None
        self._drawn_state = 0
        if self._roll is None:
            self.show_rows(len(self._sentence()))
        else:
            self._roll.settle_around(index, self.size.height)
            self._go_to_row(self._roll.top(index) - above)
        self.refresh()

    def _sentence(self) -> Sequence[Line]:
        return lines_of(Card(None, (para(Piece(self._empty, "quiet")),)), self._words_width) if self._empty else ()

    def _go_to_row(self, row: int) -> None:
        """Show the rows from `row` on, measured before they are drawn."""
        roll, height = self._roll, max(1, self.size.height)
        if roll is None:
            return
        row = roll.settle(max(0, min(row, roll.rows - height)), height)
        self.show_rows(max(roll.rows - 1, 0))
        if row != self.scroll_offset.y:
            self._is_settling = True
            self.scroll_to(y=row, animate=False)
            self._is_settling = False
        if self._drawn_state != roll.state:
            self._drawn_state = roll.state
            self.refresh()

    def _settle_around(self, roll: Roll[_Set], index: int) -> int:
        """Measure what stands around an item, while what is seen stays; the row that is seen first."""
        here = roll.at(self.scroll_offset.y)
        roll.settle_around(index, self.size.height)
        self._go_to_row(roll.top(here.block) + here.part)
        return self.scroll_offset.y

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if not self._is_settling and round(old_value) != round(new_value):
            self._go_to_row(self.scroll_offset.y)

    def on_resize(self, event: events.Resize) -> None:
        if self._words_width != self._wrapped_at:
            super().on_resize(event)
        else:
            self._go_to_row(self.scroll_offset.y)

    def draw_row(self, y: int, width: int) -> Strip:
        base, roll = self.ground(), self._roll
        row = y + self.scroll_offset.y
        lines: Sequence[Line]
        if roll is None:
            lines, part, is_chosen = self._sentence(), row, False
        elif row >= roll.rows:
            return Strip.blank(width, base)
        else:
            index, part = roll.at(row)
            lines, is_chosen = roll.galley.lines(index), index == self.chosen
        words = lines[part] if part < len(lines) else ()
        is_marked = words and is_chosen and (self.marks_always or self.has_focus)
        mark = Piece("▌ " if is_marked else "  ", "mark" if self.has_focus else "quiet")
        return strip_of((mark, *words), self.inks(), base).adjust_cell_length(width, base)

    # --- moving ------------------------------------------------------------------------------

    def validate_chosen(self, index: int) -> int:
        return max(0, min(index, self.count - 1))

    def _scroll_to_chosen(self) -> None:
        roll = self._roll
        if roll is None:
            return
        self._settle_around(roll, self.chosen)
        top, rows = roll.top(self.chosen), roll.height(self.chosen) - 1
        self.scroll_to_region(Region(0, top, 1, max(1, min(rows, self.size.height))), animate=False, x_axis=False)

    def go_to(self, index: int) -> None:
        """The cursor on an item, which is shown with some rows above it unless it is seen as a whole."""
        roll, height = self._roll, self.size.height
        if roll is None:
            return
        self._put_cursor(index)
        now = self._settle_around(roll, self.chosen)
        is_seen = now <= roll.top(self.chosen) and roll.bottom(self.chosen) <= now + height
        if not is_seen:
            self._go_to_row(roll.top(self.chosen) - height // 4)

    def _put_cursor(self, index: int) -> None:
        """The cursor on an item, while the view stays as it is."""
        self.set_reactive(CardColumn.chosen, self.validate_chosen(index))
        self.refresh()
        self.post_message(self.Chosen(self, self.chosen))

    def action_move(self, by: int) -> None:
        """To the next item; upwards into a long one from its end."""
        index, roll, height = self.chosen + by, self._roll, self.size.height
        if roll is None or index not in range(self.count) or not self._is_read(by):
            self.scroll_relative(y=by, animate=False)
            return
        if by < 0:
            self._settle_around(roll, index)
        if by < 0 and roll.height(index) > height:
            self._put_cursor(index)
            self._go_to_row(roll.bottom(index) - height)
        else:
            self.chosen = index

    def _is_read(self, by: int) -> bool:
        if self._roll is None:
            return True
        if by < 0:
            return self._roll.top(self.chosen) >= self.scroll_offset.y
        return self._roll.bottom(self.chosen) <= self.scroll_offset.y + self.size.height

    def action_move_page(self, by: int) -> None:
        """A page further, and the cursor to the item in the middle of it."""
        roll = self._roll
        if roll is None:
            return
        before = self.scroll_offset.y
        self.scroll_relative(y=by * max(1, self.size.height - 2), animate=False)
        at_end = self.scroll_offset.y == before
        middle = roll.at(self.scroll_offset.y + self.size.height // 2).block
        self._put_cursor((self.count - 1 if by > 0 else 0) if at_end else middle)

    def action_go(self, index: int) -> None:
        self.chosen = index if index >= 0 else self.count - 1

    async def on_click(self, event: events.Click) -> None:
        event.prevent_default()
        offset = event.get_content_offset(self)
        row = offset.y + self.scroll_offset.y if offset is not None else -1
        if self._roll is None or not 0 <= row < self._roll.rows:
            return
        self.chosen = self._roll.at(row).block
        if event.chain == 2:
            self.post_message(self.Opened(self, self.chosen))
