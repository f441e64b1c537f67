"""Drawing a screen anew, when something else wrote into the terminal."""

from typing import TypeVar

from textual.screen import Screen
from textual.widget import Widget

T = TypeVar("T")


def repaint(screen: Screen[T]) -> None:
    """Draw all of it from what is known and not from what was drawn."""
    for widget in (screen, *screen.query(Widget)):
        widget.notify_style_update()
        widget.refresh()
    screen.refresh(layout=True)
    screen.app.refresh(repaint=True)
