"""A list, and what the chosen line of it shows: beside each other, one above the other, or in turns."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from zerodraft.tui.look import TWO_COLUMNS
from zerodraft.tui.screens.place_screen import PlaceScreen
from zerodraft.tui.widgets.panel import Panel, PanelHead

# Rows of a terminal from which an item of the list may take two of them.
_TALL = 20


class ListAndPage(PlaceScreen):
    """Below 100 columns the list stands above the page and leaves while the page is read; where there is no height
    for both, they take turns. `enter` goes into the page, `escape` out of it.
    """

    DEFAULT_CSS = """
    ListAndPage #body { layout: horizontal; height: 1fr; }
    ListAndPage .list { width: 46; }
    ListAndPage .page { width: 1fr; }
    ListAndPage.-medium .list { width: 36; }
    ListAndPage.-medium.-reading.-broad .list { display: none; }
    ListAndPage.-narrow #body { layout: vertical; }
    ListAndPage.-narrow .list { width: 100%; height: auto; max-height: 45%; }
    ListAndPage.-narrow .list > VirtualList { height: auto; max-height: 100%; }
    ListAndPage.-narrow.-reading .list { display: none; }
    ListAndPage.-narrow.-flat .list { height: 1fr; max-height: 100%; }
    ListAndPage.-narrow.-flat .page { display: none; }
    ListAndPage.-narrow.-flat.-reading .page { display: block; }
    """
    READING: ClassVar[str] = "-reading"

    def compose_body(self) -> ComposeResult:
        with Container(id="body"):
            with Panel(id="list-panel", classes="list"):
                yield from self.compose_list()
            with Panel(id="page-panel", classes="page"):
                yield from self.compose_page()

    def compose_list(self) -> ComposeResult:
        """One widget, with the class `first`."""
        yield Widget(classes="first")

    def compose_page(self) -> ComposeResult:
        """What is read; the widgets that are not shown have `display` False."""
        yield Widget()

    @property
    def page(self) -> Widget:
        """The widget of the page that takes the keys now."""
        raise NotImplementedError

    @property
    def list_panel(self) -> Panel:
        return self.query_one("#list-panel", Panel)

    @property
    def page_panel(self) -> Panel:
        return self.query_one("#page-panel", Panel)

    # --- room --------------------------------------------------------------------------------

    @property
    def is_tall(self) -> bool:
        """Whether there is room for two rows an item."""
        return self.size.width >= TWO_COLUMNS and self.size.height >= _TALL

    def on_resize(self, _event: events.Resize) -> None:
        self.room_changed()

    def room_changed(self) -> None:
        """The terminal has another size."""

    # --- in and out --------------------------------------------------------------------------

    @property
    def is_reading(self) -> bool:
        return self.has_class(self.READING)

    def read(self) -> None:
        """Go into the page."""
        self.add_class(self.READING)
        self.house.go_into(self.page)

    def stop_reading(self) -> None:
        """Go back to the list."""
        self.remove_class(self.READING)
        self.house.go_into(self.query_one(".first"))

    def on_panel_head_clicked(self, event: PanelHead.Clicked) -> None:
        """On a small terminal there is nothing else to click on."""
        event.stop()
        if self.is_reading:
            self.stop_reading()
        else:
            self.read()

    def do_leave(self) -> None:
        if self.is_reading or self.page.has_focus:
            self.stop_reading()

    def do_back(self) -> None:
        if self.is_reading:
            self.stop_reading()
        else:
            super().do_back()
