"""The messages of this session again: a toast is gone before a tired drafter has read it."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.telling import Told
from zerodraft.tui.widgets.card import Card, para
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.row import Piece, row

_NAMES = {"information": "", "warning": "note", "error": "not done"}


class Notices(Dialog[str]):
    """Newest first; answers a message that is to be copied."""

    DEFAULT_CSS = """
    Notices > Vertical { width: 90; height: 80%; }
    Notices CardList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "copy", "Copy", show=False),
        Binding("q", "close", "Close", show=False),
    ]

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__("Messages of this session", keys="y: copy · esc: close")
        self._told = tuple(reversed(told))

    def compose_answer(self) -> Iterable[Widget]:
        yield CardList(id="notices", empty="Nothing was told yet.")

    def on_mount(self) -> None:
        cards = self.query_one(CardList)
        cards.show([card_of(each) for each in self._told])
        cards.focus()

    def on_card_list_opened(self, _event: CardList.Opened) -> None:
        self.action_copy()

    def action_copy(self) -> None:
        if self._told:
            self.dismiss(self._told[self.query_one(CardList).chosen].sentence)


def card_of(told: Told) -> Card:
    kind = _NAMES[told.severity]
    head = row(Piece(f"{told.moment:%H:%M:%S}", "quiet"), *([Piece(f"  {kind}", "warning")] if kind else []))
    return Card(head, (para(told.sentence),))
