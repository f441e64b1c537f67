"""The lines of an export; left and right step through what a line may be."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from zerodraft.tui.widgets.virtual_list import VirtualList


class SettingsList(VirtualList):
    """A list whose lines can be set without opening them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l", "step(1)", "Next value", show=False),
        Binding("left,h", "step(-1)", "Value before", show=False),
    ]

    class Stepped(Message):
        """The chosen line is to take its next value (`by` 1) or the one before (-1)."""

        def __init__(self, by: int) -> None:
            self.by = by
            super().__init__()

    def action_step(self, by: int) -> None:
        self.post_message(self.Stepped(by))
