"""Whether a file holds exactly the adopted words: which file, and the answer."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.errors import Refusal
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.dialogs.saying import field
from zerodraft.tui.outgoing.verdict_words import verdict_words
from zerodraft.tui.plain import plain
from zerodraft.tui.taking_in.files import completed_path, found_file
from zerodraft.tui.widgets.completion import Completion
from zerodraft.tui.widgets.page import Page

if TYPE_CHECKING:
    from zerodraft.desk.verifying import Verdict
    from zerodraft.tui.house import House


class VerifyForm(Dialog[Path]):
    """Answers a file. `place` is the folder in which relative paths begin."""

    DEFAULT_CSS = """
    VerifyForm .field { height: 1; }
    VerifyForm .field Static { width: 7; text-style: bold; }
    VerifyForm .field Input { width: 1fr; border: none; height: 1; padding: 0 1; background: $panel; }
    VerifyForm .field Input:focus { border: none; background: $primary 25%; }
    VerifyForm .wrong { height: auto; color: $text-error; text-style: bold; display: none; margin-top: 1; }
    VerifyForm .wrong.-told { display: block; }
    """

    def __init__(self, place: Path) -> None:
        super().__init__(
            "Verify a file",
            "Does a Word, PDF, HTML, Markdown or Akoma Ntoso file hold exactly the adopted words? They are compared "
            "one by one; what the file says of itself is not believed.",
            "→: take the completion · enter: verify · esc: close",
        )
        self._place = place

    def compose_answer(self) -> Iterable[Widget]:
        path = Completion(lambda begun: completed_path(self._place, begun))
        yield field("File", Input("", id="file", suggester=path))
        yield Static(plain(""), classes="wrong")

    def on_mount(self) -> None:
        self.query_one("#file").focus()

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.query_one(".wrong").remove_class("-told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        path = found_file(self._place, event.value.strip())
        if path is not None:
            self.dismiss(path)
            return
        told = self.query_one(".wrong", Static)
        told.update(plain("There is no such file."))
        told.add_class("-told")


class VerdictDialog(Dialog[None]):
    """Shows what was found."""

    DEFAULT_CSS = """
    VerdictDialog > Vertical { width: 96; height: 80%; }
    VerdictDialog Page { height: 1fr; }
    """

    def __init__(self, name: str, verdict: "Verdict") -> None:
        super().__init__(name, keys="↑ ↓: read · esc: close")
        self._verdict = verdict

    def compose_answer(self) -> Iterable[Widget]:
        yield Page(id="verdict")

    def on_mount(self) -> None:
        page = self.query_one(Page)
        page.show(verdict_words(self._verdict))
        page.focus()


async def verify_file(house: "House") -> None:
    """Ask for a file, and tell whether it holds exactly the adopted words. Runs in a worker."""
    path = await house.ask_for(VerifyForm(Path.cwd()))
    if path is None:
        return
    try:
        verdict = await house.fetch("Verifying", lambda desk, _: desk.verify(desk.bytes_of(path), path.name))
    except Refusal as refusal:
        house.refuse(refusal)
        return
    await house.ask_for(VerdictDialog(path.name, verdict))
