"""The cursor on a block of a redline: steps, pages, changes, focus areas."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from zerodraft.tui.actions import Scope
from zerodraft.tui.movements import bindings_for
from zerodraft.tui.redline.blocks import Block
from zerodraft.tui.redline.canvas import RedlineCanvas, RedlineRoll
from zerodraft.tui.redline.steps import after, before


class BlockCursor(RedlineCanvas):
    """Moves the cursor and shows where it is; says whether there was anywhere to go."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_for(
        Scope.REDLINE,
        {
            "next-change": "next_change",
            "previous-change": "previous_change",
            "next-area": "next_area",
            "previous-area": "previous_area",
            "down": "step(1)",
            "up": "step(-1)",
            "page-down": "turn(1)",
            "page-up": "turn(-1)",
            "half-down": "turn_half(1)",
            "half-up": "turn_half(-1)",
            "first": "first",
            "last": "last",
        },
    )

    class CursorMoved(Message):
        """The cursor came to another block."""

        def __init__(self, view: "BlockCursor", index: int) -> None:
            self.view = view
            self.index = index
            super().__init__()

        @property
        def control(self) -> "BlockCursor":
            return self.view

    class Opened(Message):
        """A block was double-clicked, or opened by a key of the screen."""

        def __init__(self, view: "BlockCursor", block: Block) -> None:
            self.view = view
            self.block = block
            super().__init__()

        @property
        def control(self) -> "BlockCursor":
            return self.view

    # --- where it is ---------------------------------------------------------------------------

    @property
    def cursor(self) -> int:
        """The index of the block on which the cursor stands."""
        return self._cursor

    @property
    def cursor_block(self) -> Block | None:
        return self._blocks[self._cursor] if self._blocks else None

    @property
    def position(self) -> str:
        """“change 3 of 41”; on a block that did not change how many there are; "" where nothing changed."""
        count = len(self._blocks.order.changes) if self._blocks else 0
        if self._blocks is None or not count:
            return ""
        rank = self._blocks.change_at(self._cursor)
        if rank is None:
            return f"{count} change{'s' if count > 1 else ''}"
        return f"change {rank + 1} of {count}"

    # --- going ---------------------------------------------------------------------------------

    def next_change(self) -> bool:
        """To the next change; within a paragraph taller than the window, to the next change of its words."""
        roll = self._roll
        if roll is None or self._blocks is None:
            return False
        last_seen = self._top + self._rows_seen - 1 - roll.top(self._cursor)
        if self._is_tall(roll) and self._go_within(roll, after(roll.galley.changed_rows(self._cursor), last_seen)):
            return True
        return self._go_to(after(self._blocks.order.changes, self._from(1)))

    def previous_change(self) -> bool:
        roll = self._roll
        if roll is None or self._blocks is None:
            return False
        first_seen = self._top - roll.top(self._cursor)
        if self._is_tall(roll) and self._go_within(roll, before(roll.galley.changed_rows(self._cursor), first_seen)):
            return True
        return self._go_to(before(self._blocks.order.changes, self._from(-1)))

    def next_area(self) -> bool:
        return self._go_to(after(self._blocks.order.areas, self._from(1))) if self._blocks else False

    def previous_area(self) -> bool:
        return self._go_to(before(self._blocks.order.areas, self._from(-1))) if self._blocks else False

    def first(self) -> bool:
        return self._go_to(0)

    def last(self) -> bool:
        return self._go_to(len(self._blocks) - 1 if self._blocks else None)

    def go_to(self, index: int) -> bool:
        """To a block by its index, as `cursor` gives it."""
        return self._go_to(index)

    def step(self, by: int) -> bool:
        """To the next block or the one before; through a paragraph taller than the window by half a window."""
        roll = self._roll
        if roll is None or self._blocks is None:
            return False
        half = max(1, self._rows_seen // 2)
        if by > 0 and self._is_seen(roll) and roll.bottom(self._cursor) > self._top + self._rows_seen:
            self._go_to_row(self._top + min(half, roll.bottom(self._cursor) - self._top - self._rows_seen))
            return True
        if by < 0 and self._is_seen(roll) and roll.top(self._cursor) < self._top:
            self._go_to_row(max(self._top - half, roll.top(self._cursor)))
            return True
        index = self._from(by) + by
        if not 0 <= index < len(self._blocks):
            return False
        self._put_cursor(index)
        here = self._settled(roll, index)
        self._reveal(here, roll.top(index), roll.bottom(index))
        return True

    def turn(self, by: int) -> None:
        """A page down or up; two rows stay."""
        self._turn(by * max(1, self._rows_seen - 2))

    def turn_half(self, by: int) -> None:
        self._turn(by * max(1, self._rows_seen // 2))

    def _turn(self, rows: int) -> None:
        """The cursor goes to the first block that begins in sight; at the ends of the text to the first or last."""
        roll = self._roll
        if roll is None or self._blocks is None:
            return
        spot = roll.at(self._top)
        roll.settle_around(spot.block, abs(rows) + self._rows_seen)
        top = roll.top(spot.block) + spot.part
        self._go_to_row(top + rows)
        if self._top == top:
            self._put_cursor(len(self._blocks) - 1 if rows > 0 else 0)
            return
        first = roll.at(self._top)
        is_cut = first.part > 0 and roll.top(first.block + 1) < self._top + self._rows_seen
        self._put_cursor(min(first.block + is_cut, len(self._blocks) - 1))

    # --- how -----------------------------------------------------------------------------------

    def _is_seen(self, roll: RedlineRoll) -> bool:
        return roll.top(self._cursor) < self._top + self._rows_seen and roll.bottom(self._cursor) > self._top

    def _is_tall(self, roll: RedlineRoll) -> bool:
        return self._is_seen(roll) and roll.height(self._cursor) > self._rows_seen

    def _from(self, direction: int) -> int:
        """Where a step begins: at the cursor, or where the reader scrolled to."""
        roll = self._roll
        if roll is None or self._is_seen(roll):
            return self._cursor
        return roll.at(self._top).block - 1 if direction > 0 else roll.at(self._top + self._rows_seen).block

    def _go_within(self, roll: RedlineRoll, part: int | None) -> bool:
        if part is None:
            return False
        self._go_to_row(roll.top(self._cursor) + part - self._above)
        return True

    def _go_to(self, index: int | None) -> bool:
        """Put the cursor on a block and show it with some rows above.

        A view that is hidden has no rows yet; it is set around its cursor when it is shown.
        """
        if index is None or self._blocks is None or not 0 <= index < len(self._blocks):
            return False
        self._put_cursor(index)
        if self._roll is not None:
            self._show_block(self._roll, index)
        return True

    def _put_cursor(self, index: int) -> None:
        was, self._cursor = self._cursor, index
        if was != index:
            self._redraw(was, index)
            self.post_message(self.CursorMoved(self, index))

    # --- keys and mouse --------------------------------------------------------------------------

    def action_next_change(self) -> None:
        self._or_bell(self.next_change())

    def action_previous_change(self) -> None:
        self._or_bell(self.previous_change())

    def action_next_area(self) -> None:
        self._or_bell(self.next_area())

    def action_previous_area(self) -> None:
        self._or_bell(self.previous_area())

    def action_step(self, by: int) -> None:
        self.step(by)

    def action_turn(self, by: int) -> None:
        self.turn(by)

    def action_turn_half(self, by: int) -> None:
        self.turn_half(by)

    def action_first(self) -> None:
        self.first()

    def action_last(self) -> None:
        self.last()

    def _or_bell(self, went: bool) -> None:
        if not went:
            self.app.bell()

    def on_click(self, event: events.Click) -> None:
        row = event.y - len(self._head) + self._top
        if self._roll is None or self._blocks is None or event.y < len(self._head) or row >= self._roll.rows:
            return
        self._put_cursor(self._roll.at(row).block)
        if event.chain == 2:
            self.open_block()

    def open_block(self) -> None:
        """Say that the block of the cursor is to be opened."""
        if self._blocks:
            self.post_message(self.Opened(self, self._blocks[self._cursor]))
