"""The frame of a question: a title, what it is about, and how to answer."""

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from zerodraft.tui.composing import Composed
from zerodraft.tui.plain import line, plain
from zerodraft.tui.repainting import repaint
from zerodraft.tui.widgets.key_line import KeyLine

Answer = TypeVar("Answer")


class Dialog(Composed[Answer], ModalScreen[Answer]):
    """A question over the screen; esc closes it without an answer (None)."""

    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > Vertical { width: 76; max-width: 96%; height: auto; max-height: 96%; border: round $accent;
                        border-title-color: $text-accent; border-title-style: bold;
                        background: $surface; padding: 0 1; }
    Dialog .about { height: auto; max-height: 10; margin-bottom: 1; overflow-y: auto; }
    Dialog .keys { height: auto; color: $text-muted; margin-top: 1; }
    Dialog.-flat .about { margin: 0; }
    Dialog.-flat .keys { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("ctrl+l", "repaint", "Repaint", show=False, id="everywhere.repaint"),
    ]

    def __init__(self, title: str, about: str = "", keys: str = "enter: go on · esc: close") -> None:
        super().__init__()
        self._title = title
        self._about = about
        self._keys = keys
        self._is_answered = False

    def compose(self) -> ComposeResult:
        with Vertical() as frame:
            frame.border_title = line(self._title)
            if self._about:
                yield Static(plain(self._about), classes="about")
            yield from self.compose_answer()
            yield KeyLine(self._keys)

    def compose_answer(self) -> Iterable[Widget]:
        """The widgets that take the answer."""
        return ()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, once: the second click of a double one would close the dialog below, or end the program."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        return super().dismiss(result)

    def action_repaint(self) -> None:
        repaint(self)

    def action_close(self) -> None:
        self.dismiss(None)

    def may_leave(self) -> bool:
        """Whether the program may end over this; says what would be lost."""
        return True

    def keep_words(self) -> None:
        """The program ends without asking: put typed words where they are found again."""
