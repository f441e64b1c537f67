"""The line in which a list is narrowed while one types."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FilterLine(Input):
    """Shown while it is of use. Enter and ↓ go to the list and keep the words, esc drops them; tab takes the
    completion, where there is one."""

    DEFAULT_CSS = """
    FilterLine { border: none; height: 1; padding: 0 1; background: $panel; }
    FilterLine:focus { border: none; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "submit", "To the list", show=False),
        Binding("escape", "close", "Close", show=False),
        Binding("tab", "complete", "Complete", show=False),
    ]
    takes_words = True

    class Closed(Message):
        """Everything is to be shown again."""

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=placeholder, id=id, select_on_focus=False)
        self.cursor_blink = False

    def action_complete(self) -> None:
        """What stands behind the cursor as a completion becomes a word; where nothing does, on to the list."""
        before = self.value
        self.cursor_position = len(before)
        self.action_cursor_right()
        if self.value == before:
            self.screen.focus_next()

    def action_close(self) -> None:
        self.post_message(self.Closed())
