"""Agreed language for some words: the nearest wordings of other documents, to be quoted or taken over."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widget import Widget

from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.draft.agreed_words import quotation_card
from zerodraft.tui.widgets.card_list import CardColumn, CardList

if TYPE_CHECKING:
    from zerodraft.desk.agreed_language import Quotation

_HOW_TO_READ = "Underlined: your words alone. Struck: the agreed words alone."


class Wanted(NamedTuple):
    """A wording, and what is to be done with it: it takes the place of one's own words, or goes into a comment."""

    quotation: "Quotation"
    is_comment: bool


class AgreedLanguage(Dialog[Wanted]):
    """Answers the wording that was chosen. `empty` is said where there is none; with `marks` redlines have signs."""

    DEFAULT_CSS = """
    AgreedLanguage > Vertical { width: 110; }
    AgreedLanguage CardList { height: auto; max-height: 70vh; }
    AgreedLanguage.-flat .about { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,t", "answer(False)", "Take over", show=False),
        Binding("c", "answer(True)", "Comment", show=False),
    ]

    def __init__(self, asked: str, found: "Sequence[Quotation]", *, empty: str, marks: bool) -> None:
        steps = "enter: take over · c: into a comment · ↓: next · ↑: back · esc: close"
        super().__init__(
            f"Agreed language: {len(found)} near" if found else "Agreed language",
            _HOW_TO_READ if found else "",
            steps if found else "esc: close",
        )
        self._asked = asked
        self._found = tuple(found)
        self._empty = empty
        self._marks = marks

    def compose_answer(self) -> Iterable[Widget]:
        yield CardList(id="wordings", empty=self._empty)

    def on_mount(self) -> None:
        wordings = self.query_one(CardList)
        wordings.show([quotation_card(self._asked, each, marks=self._marks) for each in self._found])
        wordings.focus()

    def on_card_list_opened(self, event: CardColumn.Opened) -> None:
        event.stop()
        self.action_answer(False)

    def action_answer(self, is_comment: bool) -> None:
        if self._found:
            self.dismiss(Wanted(self._found[self.query_one(CardList).chosen], is_comment))
