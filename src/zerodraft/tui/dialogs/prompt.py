"""A question that one line answers."""

from collections.abc import Callable, Iterable, Sequence

from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.plain import plain

Check = Callable[[str], str]


def _anything(_: str) -> str:
    return ""


class Prompt(Dialog[str]):
    """Answers the line. `check` says what is wrong with it, "" when nothing is; `known` completes while typing."""

    DEFAULT_CSS = """
    Prompt .wrong { height: auto; color: $text-error; text-style: bold; display: none; }
    Prompt .wrong.-told { display: block; }
    """

    def __init__(
        self, title: str, *, value: str = "", hint: str = "", known: Sequence[str] = (), check: Check = _anything
    ) -> None:
        super().__init__(title, hint)
        self._value = value
        self._known = tuple(known)
        self._check = check

    def compose_answer(self) -> Iterable[Widget]:
        suggester = SuggestFromList(self._known, case_sensitive=False) if self._known else None
        yield Input(self._value, suggester=suggester, select_on_focus=True)
        yield Static(plain(""), classes="wrong")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.query_one(".wrong").remove_class("-told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        if wrong := self._check(words):
            told = self.query_one(".wrong", Static)
            told.update(plain(wrong))
            told.add_class("-told")
            return
        self.dismiss(words)
