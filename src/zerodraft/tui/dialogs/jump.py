"""A letter on every part of the screen: whoever presses it is there."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from zerodraft.tui.composing import Composed
from zerodraft.tui.plain import line

# The home row first; figures are those of the places.
LETTERS = "asdfghjklqwertyuiopzxcvbnm"


class Target(NamedTuple):
    """Where one can go: a widget of the screen, or a place by its name. `region` is in cells of the screen."""

    key: str
    region: Region
    goal: Widget | str


def targets(widgets: Iterable[Widget], places: Iterable[tuple[int, str]]) -> tuple[Target, ...]:
    """Letters for what is seen of these widgets, figures for the places, given by their column in the first row."""
    seen = (widget for widget in widgets if widget.region.area and widget.is_on_screen)
    found = [Target(letter, widget.region, widget) for letter, widget in zip(LETTERS, seen, strict=False)]
    figures = enumerate(places, 1)
    return (*found, *(Target(str(number), Region(column, 0, 3, 1), place) for number, (column, place) in figures))


class Jump(Composed[Target], ModalScreen[Target]):
    """Answers the target whose key was pressed, or that was clicked."""

    DEFAULT_CSS = """
    Jump { background: $veil; }
    Jump Static { position: absolute; width: 3; height: 1; text-style: bold reverse; color: $text-accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+o", "close", "Close", show=False)]

    def __init__(self, where: Sequence[Target]) -> None:
        super().__init__()
        self._where = tuple(where)
        self._is_answered = False

    def compose(self) -> ComposeResult:
        for target in self._where:
            label = Static(line(f" {target.key} "))
            label.styles.offset = (target.region.x, target.region.y)
            yield label

    def dismiss(self, result: Target | None = None) -> AwaitComplete:
        """Answer, once: a second key before this is gone would close the screen below."""
        if self._is_answered:
            return AwaitComplete()
        self._is_answered = True
        return super().dismiss(result)

    def on_key(self, event: events.Key) -> None:
        for target in self._where:
            if event.key == target.key:
                event.stop()
                self.dismiss(target)
                return

    def on_click(self, event: events.Click) -> None:
        """The smallest part under the mouse; nothing there closes."""
        under = [target for target in self._where if target.region.contains(event.screen_x, event.screen_y)]
        self.dismiss(min(under, key=lambda target: target.region.area) if under else None)

    def on_resize(self, event: events.Resize) -> None:
        """The parts of the screen stand elsewhere now."""
        if event.size != self.size:
            self.dismiss(None)

    def action_close(self) -> None:
        self.dismiss(None)
