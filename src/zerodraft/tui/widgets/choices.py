"""Words to choose from, side by side in one row: the chosen one stands out, a click takes another."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells
from zerodraft.tui.widgets.row import Piece, Row, fitted
from zerodraft.tui.widgets.strips import inks_of, strip_of

_BETWEEN = " · "


class Choices(Widget):
    """Holds no focus: the field that it belongs to steps through the words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--quiet", "choices--chosen"}
    DEFAULT_CSS = """
    Choices { height: 1; }
    Choices > .choices--quiet { color: $text-muted; }
    Choices > .choices--chosen { color: $text-accent; text-style: bold underline; }
    """

    class Taken(Message):
        """One of the words was clicked."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    def __init__(self, words: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.words = tuple(words)
        self.chosen = self.words[0] if self.words else ""

    def choose(self, words: str) -> None:
        """Let this one stand out; none where it is not among them."""
        self.chosen = words
        self.refresh()

    def stepped(self, words: str, by: int) -> str:
        """The word after (`by` 1) or before (-1) the one that is given; the first where that is not among them."""
        if words not in self.words:
            return self.words[0]
        return self.words[(self.words.index(words) + by) % len(self.words)]

    def render_line(self, y: int) -> Strip:
        pieces: list[Piece] = []
        for words, _ in self._places():
            pieces += [Piece(visible(words, single_line=True), "chosen" if words == self.chosen else "quiet")]
            pieces += [Piece(_BETWEEN, "quiet")]
        styles = inks_of(self, "choices", ("quiet", "chosen"))
        return strip_of(fitted(Row(tuple(pieces[:-1])), self.size.width), styles, self.rich_style)

    def _places(self) -> Iterator[tuple[str, int]]:
        """Each word and the cell at which it begins."""
        place = 0
        for words in self.words:
            yield words, place
            place += cells(visible(words, single_line=True)) + len(_BETWEEN)

    def on_click(self, event: events.Click) -> None:
        before = [words for words, place in self._places() if place <= event.x]
        if before:
            self.post_message(self.Taken(before[-1]))
