"""The last line of a dialog: its keys. Each of them can be clicked."""

import re

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from zerodraft.tui.plain import plain

_BETWEEN = " · "
_NAMES = {"esc": "escape", "/": "slash", "↑": "up", "↓": "down"}
_NAME = re.compile(r"(ctrl\+)?([a-zA-Z]|enter|tab|escape|slash|up|down)")


class KeyLine(Static):
    """In `enter: go on · esc: close` a click on either part presses its key."""

    DEFAULT_CSS = """
    KeyLine { link-color: $text-muted; link-style: none; link-background: transparent; link-style-hover: bold;
              link-color-hover: $text-accent; link-background-hover: transparent; }
    """

    def __init__(self, keys: str) -> None:
        super().__init__(clickable(keys), classes="keys")


def clickable(keys: str) -> Content:
    """The line; each part that names a key presses it."""
    return Content(_BETWEEN).join(_part(part) for part in keys.split(_BETWEEN))


def _part(part: str) -> Content:
    words = plain(part)
    key = key_of(part)
    return words.stylize(Style.from_meta({"@click": f"app.simulate_key('{key}')"})) if key else words


def key_of(part: str) -> str:
    """Textual's name of the key that a part names first, as `k` in `k or esc: keep them`; "" where it names none."""
    first = part.partition(":")[0].split(" ")[0]
    name = _NAMES.get(first, first)
    return name if _NAME.fullmatch(name) else ""
