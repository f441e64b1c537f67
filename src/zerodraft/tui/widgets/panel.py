"""A part of a screen with its title above and its figures below; where frames vanish both stand in a first row."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.tui.drawing import redraw
from zerodraft.tui.widgets.frame import name_frame
from zerodraft.tui.widgets.row import Piece, fitted, row
from zerodraft.tui.widgets.strips import inks_of, strip_of


class PanelHead(Widget):
    """Title and figures in one row: the frame that bears them takes too much of a small terminal."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"head--strong", "head--quiet"}
    DEFAULT_CSS = """
    PanelHead { dock: top; height: 1; display: none; background: $panel; }
    PanelHead > .head--strong { text-style: bold; color: $text-primary; }
    PanelHead > .head--quiet { color: $text-muted; }
    """

    class Clicked(Message):
        """Somebody clicked on the first row."""

    def __init__(self) -> None:
        super().__init__()
        self._told = "", ""

    def show(self, title: str, subtitle: str) -> None:
        self._told = title, subtitle
        redraw(self)

    def render_line(self, y: int) -> Strip:
        styles = inks_of(self, "head", ("strong", "quiet"))
        title, subtitle = self._told
        told = row(Piece(f" {title}", "strong"), tail=(Piece(f"{subtitle} ", "quiet"),) if subtitle else ())
        return strip_of(fitted(told, self.size.width), styles, self.rich_style)

    def on_click(self) -> None:
        self.post_message(self.Clicked())


class Panel(Vertical):
    """Holds other widgets; `name_it` writes its title and figures."""

    def __init__(self, *, id: str, classes: str = "") -> None:  # noqa: A002
        super().__init__(id=id, classes=f"panel {classes}".strip())
        self._head = PanelHead()
        self._named = "", ""

    def compose(self) -> ComposeResult:
        yield self._head

    def name_it(self, title: str, subtitle: str = "") -> None:
        """What stands there, and figures about it."""
        before, self._named = self._named, (title, subtitle)
        if before == self._named:
            return
        name_frame(
            self,
            title=title if title != before[0] else None,
            subtitle=subtitle if subtitle != before[1] else None,
        )
        self._head.show(title, subtitle)
