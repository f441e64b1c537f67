"""A choice between a few ways on, each with a letter and a sentence."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textual import events
from textual.widget import Widget

from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.widgets.menu import Menu
from zerodraft.tui.widgets.row import Piece, Row, row
from zerodraft.tui.widgets.virtual_list import VirtualList


class Way(NamedTuple):
    """`key` is the letter that chooses it at once; `name` is what the dialog answers."""

    key: str
    name: str
    told: str


class Choice(Dialog[str]):
    """Answers the `name` of the way that was chosen: by letter, by enter, by a click."""

    DEFAULT_CSS = """
    Choice VirtualList { height: auto; max-height: 14; background: $surface; }
    """

    def __init__(self, title: str, about: str, ways: Sequence[Way], *, chosen: int = 0) -> None:
        super().__init__(title, about, "enter or the letter: choose · esc: close")
        self._ways = tuple(ways)
        self._first = chosen

    def compose_answer(self) -> Iterable[Widget]:
        yield Menu(id="ways")

    def on_mount(self) -> None:
        ways = self.query_one(VirtualList)
        ways.show(len(self._ways), self._rows, chosen=self._first)
        ways.styles.height = min(len(self._ways), 14)
        ways.focus()

    def _rows(self, index: int) -> tuple[Row]:
        way = self._ways[index]
        return (row(Piece(f" {way.key:<4}", "accent"), way.told),)

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            self._answer(self.query_one(VirtualList).chosen)
            event.stop()
            return
        for index, way in enumerate(self._ways):
            if event.key == way.key:
                event.stop()
                event.prevent_default()
                self._answer(index)
                return

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        self._answer(event.index)

    def _answer(self, index: int) -> None:
        if 0 <= index < len(self._ways):
            self.dismiss(self._ways[index].name)
