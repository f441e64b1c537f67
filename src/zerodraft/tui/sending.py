"""What goes to the terminal: columns that hold, no control characters, and no colours where none are wanted."""

import os
from collections.abc import Sequence

from textual.driver import Driver
from textual.filter import LineFilter

from zerodraft.tui import columns, hearing
from zerodraft.tui.guard import Guard
from zerodraft.tui.key_order import InOrder

# One for all rows: a filter of its own for each would empty Textual's cache of filtered rows.
_GUARD = Guard()


class Sending(InOrder, inherit_bindings=False):
    """The part of the application that writes."""

    def __init__(self) -> None:
        # With NO_COLOR Textual would send shades of grey, unless it believes that the terminal's colours are used.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)

    def get_driver_class(self) -> type[Driver]:
        return columns.steady(hearing.hearing(super().get_driver_class()))

    def get_line_filters(self) -> Sequence[LineFilter]:
        return (*super().get_line_filters(), _GUARD)
