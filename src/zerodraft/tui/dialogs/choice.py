"""A choice between a few ways on, each with a letter and a sentence."""

from collections.abc import Iterable, Sequence
from time import monotonic
from typing import NamedTuple

from textual import events
from textual.widget import Widget

from zerodraft.tui.dialogs.dialog import Dialog
from zerodraft.tui.widgets.menu import Menu
from zerodraft.tui.widgets.row import Piece, Row, row
from zerodraft.tui.widgets.virtual_list import VirtualList

_PAUSE = 0.7  # seconds; who types slower than this looks at the screen


class Way(NamedTuple):
    """`key` is the letter or figure that chooses it at once; `name` is what the dialog answers."""

    key: str
    name: str
    told: str


class Choice(Dialog[str]):
    """Answers the `name` of the way that was chosen: by letter, by enter, by a click.

    One that nobody awaits (`is_awaited` False) may come up under the hands of somebody who types: its keys count only
    after a pause.
    """

    DEFAULT_CSS = """
    Choice VirtualList { height: auto; max-height: 14; background: $surface; }
    """

    def __init__(
        self, title: str, about: str, ways: Sequence[Way], *, chosen: int = 0, is_awaited: bool = True
    ) -> None:
        sign = "figure" if all(way.key.isdigit() for way in ways) else "letter"
        super().__init__(title, about, f"enter or the {sign}: choose · esc: close")
        self._ways = tuple(ways)
        self._first = chosen
        self._last_key = monotonic()
        self._is_awaited = is_awaited

    def compose_answer(self) -> Iterable[Widget]:
        yield Menu(id="ways")

    def on_mount(self) -> None:
        ways = self.query_one(VirtualList)
        ways.show(len(self._ways), self._rows, chosen=self._first)
        ways.styles.height = min(len(self._ways), 14)
        ways.focus()
        self._last_key = monotonic()

    @property
    def listens(self) -> bool:
        """Whether a key is an answer by now."""
        return self._is_awaited or monotonic() - self._last_key > _PAUSE

    def _rows(self, index: int) -> tuple[Row]:
        way = self._ways[index]
        return (row(Piece(f" {way.key:<4}", "accent"), way.told),)

    def on_key(self, event: events.Key) -> None:
        if not self.listens:
            self._last_key = monotonic()
            event.stop()
            event.prevent_default()
            return
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
