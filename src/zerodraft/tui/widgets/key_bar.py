"""The last row: the keys that are valid now. Each can be clicked."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.core.text.width import cells
from zerodraft.tui.widgets.row import Piece, fitted, row
from zerodraft.tui.widgets.strips import inks_of, strip_of

_GAP = 1  # cell between the hints from the left and those at the right end


class KeyHint(NamedTuple):
    """An action of the footer: its id, the key as it is written, its label; whether it can be done now."""

    action: str
    key: str
    label: str
    is_possible: bool = True


class KeyBar(Widget):
    """As many hints as there is room for; the last of them always stay: help, palette, back."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keys--key", "keys--quiet"}
    DEFAULT_CSS = """
    KeyBar { height: 1; background: $panel; color: $foreground; }
    KeyBar > .keys--key { text-style: bold; color: $text-accent; }
    KeyBar > .keys--quiet { color: $text-muted; }
    """

    class KeyClicked(Message):
        """Somebody clicked on a hint."""

        def __init__(self, action: str) -> None:
            self.action = action
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._hints: tuple[KeyHint, ...] = ()
        self._last = 0
        self._targets: list[tuple[int, int, str]] = []

    def show(self, hints: Sequence[KeyHint], last: int) -> None:
        """The hints in order; the final `last` of them stand at the right and are kept longest."""
        wanted = tuple(hints)
        if (wanted, last) != (self._hints, self._last):
            self._hints, self._last = wanted, last
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        split = len(self._hints) - self._last
        tail = fitting(self._hints[split:], width)
        head = fitting(self._hints[:split], width - sum(map(_width, tail)) - _GAP)
        self._note_targets(head, tail, width)
        pieces = fitted(row(*_pieces(head), tail=_pieces(tail)), width) if head else fitted(row(*_pieces(tail)), width)
        return strip_of(pieces, inks_of(self, "keys", ("key", "quiet")), self.rich_style)

    def _note_targets(self, head: Sequence[KeyHint], tail: Sequence[KeyHint], width: int) -> None:
        self._targets = []
        for hints, start in ((head, 0), (tail, width - sum(map(_width, tail)) if head else 0)):
            for hint in hints:
                self._targets.append((start, start + _width(hint), hint.action))
                start += _width(hint)

    def on_click(self, event: events.Click) -> None:
        for start, end, action in self._targets:
            if start <= event.x < end:
                self.post_message(self.KeyClicked(action))


def fitting(hints: Sequence[KeyHint], room: int) -> tuple[KeyHint, ...]:
    """In their order as many as there is room for, in cells; what can't be done now gives way first."""
    kept = []
    for index in sorted(range(len(hints)), key=lambda index: not hints[index].is_possible):
        room -= _width(hints[index])
        if room < 0:
            break
        kept.append(index)
    return tuple(hints[index] for index in sorted(kept))


def _width(hint: KeyHint) -> int:
    return cells(hint.key) + cells(hint.label) + 3


def _pieces(hints: Sequence[KeyHint]) -> list[Piece]:
    found = []
    for hint in hints:
        style = "key" if hint.is_possible else "quiet"
        found += [Piece(f" {hint.key}", style), Piece(f" {hint.label} ", "" if hint.is_possible else "quiet")]
    return found
