"""A small app around one widget, for the tests of lists and cards."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from tests.tui.shown import text_of
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget

from zerodraft.tui import look
from zerodraft.tui.widgets.card import Card
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.row import Row, row
from zerodraft.tui.widgets.virtual_list import VirtualList

PORTS = ("Suva", "Manila", "Kobe", "Hai Phong", "Jakarta", "Colombo", "Lisbon", "Apia", "Dakar", "Lima")


class Shelf(App[None]):
    """One widget that fills the screen; `told` are the messages that came from it."""

    CSS = look.CSS

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        for theme in look.THEMES:
            self.register_theme(theme)
        self.theme = look.DARK.name
        self.widget = widget
        self.told: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield self.widget

    def on_mount(self) -> None:
        self.widget.focus()

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        self._tell(event, event.index)

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        self._tell(event, event.index)

    def on_card_list_chosen(self, event: CardList.Chosen) -> None:
        self._tell(event, event.index)

    def on_card_list_opened(self, event: CardList.Opened) -> None:
        self._tell(event, event.index)

    def _tell(self, message: Message, index: int) -> None:
        self.told.append((type(message).__name__, index))


Story = Callable[[Shelf, Pilot[None]], Awaitable[None]]


def play(widget: Widget, story: Story, size: tuple[int, int] = (24, 6)) -> None:
    """Run a story with the widget in an app of its own."""

    async def run() -> None:
        shelf = Shelf(widget)
        async with shelf.run_test(size=size) as pilot:
            await pilot.pause()
            await story(shelf, pilot)

    asyncio.run(run())


def rows_shown(shelf: Shelf) -> list[str]:
    """The rows of the screen, without the scrollbar."""
    width = shelf.widget.scrollable_content_region.width
    return [line[:width].rstrip() for line in text_of(shelf).splitlines()]


def ports(count: int = len(PORTS)) -> tuple[int, Callable[[int], tuple[Row]]]:
    """So many items for a list: number and name of a port."""
    return count, lambda index: (row(f"{index} {PORTS[index % len(PORTS)]}"),)


def cards(*words: str) -> Sequence[Card]:
    from zerodraft.tui.widgets.card import para

    return tuple(Card(row(f"Card {number}"), (para(each),)) for number, each in enumerate(words))
