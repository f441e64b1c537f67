"""The real program for those who can't wait: what changes by itself after a while does so at once, or not at all.

    python -m tests.tui.hasty_program

Messages go away after a moment, the text is read again in the shortest pause, and an act of this hour was just now.
It can't be left, whatever is clicked on or chosen in a list.
"""

from textual.app import App

from zerodraft.__main__ import main
from zerodraft.tui import when
from zerodraft.tui.draft import returning, writing
from zerodraft.tui.house import House
from zerodraft.tui.redline import canvas

_MOMENT = 0.04  # seconds; a screen counts as settled after 0.1


def hurry() -> None:
    """Shorten what would change a screen between two looks at it."""
    whole = App.notify

    def briefly(app: App[object], message: str, **named: object) -> None:
        whole(app, message, **named | {"timeout": _MOMENT})  # type: ignore[arg-type]

    App.notify = briefly  # type: ignore[method-assign, assignment]
    writing._PAUSE = returning._PAUSE = canvas._REST = _MOMENT
    when._MINUTE = when._HOUR
    House.leave = lambda house: None  # type: ignore[method-assign, assignment]


if __name__ == "__main__":
    hurry()
    main()
