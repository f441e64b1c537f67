"""A list that is narrowed while one types: help and palette."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.offers import Goal, Offer
from zerodraft.tui.plain import line, plain
from zerodraft.tui.widgets.menu import Menu
from zerodraft.tui.widgets.row import Piece, Row, row
from zerodraft.tui.widgets.virtual_list import VirtualList

_LABEL_CELLS = 20


class Finder(Dialog[Goal]):
    """Answers what was chosen. `search` gives the offers for the words that were typed."""

    DEFAULT_CSS = """
    Finder > Vertical { width: 100; height: 90%; }
    Finder Input { border: none; height: 1; padding: 0 1; background: $panel; }
    Finder Input:focus { border: none; }
    Finder Menu { height: 1fr; }
    Finder .detail { height: 2; padding: 0 1; }
    Finder .keys { margin: 0; }
    Finder.-flat .detail { display: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+n", "step(1)", "Next", show=False),
        Binding("up,ctrl+p", "step(-1)", "Previous", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(self, title: str, placeholder: str, search: Callable[[str], Sequence[Offer]]) -> None:
        super().__init__(title, keys="type to find · ↑ ↓ · enter or click: do it · esc: close")
        self._placeholder = placeholder
        self._search = search
        self._offers: tuple[Offer, ...] = ()

    def compose_answer(self) -> Iterable[Widget]:
        yield Input(placeholder=self._placeholder, select_on_focus=False)
        menu = Menu(id="offers", empty="Nothing is called so; backspace widens the search.")
        menu.can_focus = False
        yield menu
        yield Static(plain(""), classes="detail")

    def on_mount(self) -> None:
        self.query_one(Input).focus()
        self.find("")

    @property
    def menu(self) -> VirtualList:
        return self.query_one("#offers", VirtualList)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.find(event.value)

    def find(self, words: str) -> None:
        """Show the offers for these words, the first of them chosen."""
        self._offers = tuple(self._search(words))
        first = next((index for index, offer in enumerate(self._offers) if offer.goal is not None), 0)
        self.menu.show(len(self._offers), self._rows, chosen=first)
        if first:
            self.menu.scroll_home(animate=False)
        self._explain()

    def find_again(self) -> None:
        """More can be offered than before; the cursor stays."""
        self._offers = tuple(self._search(self.query_one(Input).value))
        self.menu.show(len(self._offers), self._rows)
        self._explain()

    @property
    def _chosen(self) -> Offer | None:
        return self._offers[self.menu.chosen] if self._offers else None

    def _rows(self, index: int) -> tuple[Row, ...]:
        return (offer_row(self._offers[index]),)

    def _explain(self) -> None:
        offer = self._chosen
        told = "" if offer is None else f"Not now: {offer.reason}" if offer.reason else offer.told
        for detail in self.query(".detail").results(Static):  # none while the dialog is being taken away
            detail.update(line(told))

    # --- moving and choosing -----------------------------------------------------------------

    def action_step(self, by: int) -> None:
        """To the next offer, past headings, from the last one to the first."""
        count = len(self._offers)
        for distance in range(1, count + 1):
            index = (self.menu.chosen + by * distance) % count
            if self._offers[index].goal is not None:
                self.menu.chosen = index
                return

    def action_page(self, by: int) -> None:
        self.menu.action_move_page(by)
        offer = self._chosen
        if offer is not None and offer.goal is None:
            self.action_step(1 if by < 0 else by)

    def on_virtual_list_chosen(self, _event: VirtualList.Chosen) -> None:
        self._explain()

    def on_virtual_list_opened(self, _event: VirtualList.Opened) -> None:
        self._answer()

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        self._answer()

    def _answer(self) -> None:
        offer = self._chosen
        if offer is not None and offer.goal is not None:
            self.dismiss(offer.goal)


def offer_row(offer: Offer) -> Row:
    """A heading in one colour; else label, sentence and keys. What can't be done now says so, and is quiet."""
    if offer.goal is None:
        return row(Piece(f" {offer.label}", "number"))
    label = f"   {offer.label:<{_LABEL_CELLS}} "
    if offer.reason:
        return row(Piece(label, "quiet"), Piece(f"(not now) {offer.told}", "quiet"), tail=(Piece(offer.keys, "quiet"),))
    return row(Piece(label, "strong"), Piece(offer.told, "quiet"), tail=(Piece(offer.keys, "accent"),))
