"""Words of a session that ended without saving: taken up, looked at, kept, thrown away."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import read_draft
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.redline.view import RedlineView

if TYPE_CHECKING:
    from zerodraft.desk.typed import Typed


class WaitingWords(Dialog[str]):
    """Answers `take up`, `keep` or `throw away`; esc keeps. Shows the redline of what was typed."""

    DEFAULT_CSS = """
    WaitingWords > Vertical { width: 96; height: 90%; }
    WaitingWords RedlineView { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,t", "answer('take up')", "Take up", show=False),
        Binding("l", "answer('keep')", "Keep", show=False),
        Binding("X", "answer('throw away')", "Throw away", show=False),
    ]

    def __init__(self, words: "Typed") -> None:
        edits = "1 edit that was" if words.edits == 1 else f"{words.edits} edits that were"
        about = f"Typed in {words.slug} until {words.date:%d %b, %H:%M}: {edits} never saved."
        if words.cut_off:
            about += " The end of what was typed is damaged and lost; this is everything before it."
        super().__init__(
            "Unsaved words of an earlier session",
            about,
            "enter: take them up · l or esc: later, they wait · X: throw them away",
        )
        self._words = words

    def compose_answer(self) -> Iterable[Widget]:
        yield RedlineView(id="typed")

    def on_mount(self) -> None:
        view = self.query_one(RedlineView)
        view.show(_sheet(self._words), only_changes=True)
        view.focus()

    def action_answer(self, answer: str) -> None:
        self.dismiss(answer)


def _sheet(words: "Typed") -> RedlineSheet:
    old, new = read_draft(words.base), read_draft(words.text)
    return RedlineSheet(_side("before", old), _side("as typed", new), compare(old, new))


def _side(name: str, draft: Draft) -> Sheet:
    return Sheet("", "", "", name, "", "", "en", draft, number(draft))
