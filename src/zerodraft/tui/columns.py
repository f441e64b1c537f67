"""Keeps the columns of the screen where terminals disagree on how many cells a text takes.

Textual lays out with one count, xterm, VTE and tmux show with another, kitty with a third: a line of Burmese would
push the frame to its right by eleven cells. A widget writes a text in as many cells as `core.text.width` counts
(`filled`); on the way to the terminal each such stretch is put between two known columns (`steadied`).
"""

import re
from typing import cast

from rich.cells import cell_len
from textual.driver import Driver

from zerodraft.core.text.width import cells, clusters

# Takes one cell to Textual, and never reaches the terminal. `visible` lets no such character in.
FILLER = "\ufdd0"

# Scripts with marks beside the letter, right to left, joined signs; not Thai and Lao, whose marks all terminals stack.
_UNSTEADY = (
    r"\u0530-\u0dff\u0f00-\u1dff\u200b-\u200f\u20d0-\u20ff\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\ua800-\uabff"
    r"\ufb1d-\ufdff\ufe00-\ufe0f\ufe70-\ufeff\U00010800-\U0001b000\U0001d300-\U0001d37f\U0001f000-\U000e01ef"
)
_FIRST = rf"(?:[{_UNSTEADY}]|[^\x1b\ufe0f]\ufe0f)"
_SUSPECT = re.compile(f"[{_UNSTEADY}]")
# A widget that saves and restores the cursor itself is left alone: the terminal remembers one place only.
_STRETCH = re.compile(rf"\x1b7.*?\x1b8|{_FIRST}(?:[{_UNSTEADY}\u0300-\u036f ]*[{_UNSTEADY}\u0300-\u036f])?")
_SAVE, _RESTORE = "\x1b7", "\x1b8"
_PRESENTATION = "\ufe0f"
_JOINER = "\u200d"


def filled(text: str) -> str:
    """A text that takes as many cells to Textual as it takes to us."""
    if not _SUSPECT.search(text):
        return text
    # A sign that asks for the coloured form makes its letter wider here and there: the plain form is shown.
    plain = text.replace(_PRESENTATION, "")
    return "".join(_of_width(cluster.of(plain)) for cluster in clusters(plain))


def _of_width(cluster: str) -> str:
    missing = cells(cluster) - cell_len(cluster)
    if missing < 0:
        return "\N{REPLACEMENT CHARACTER}" * cells(cluster)
    # Textual leaves out whatever follows a joiner: that one shall be a filler.
    swallowed = cluster.endswith(_JOINER)
    return cluster + FILLER * (missing + swallowed)


def steadied(output: str) -> str:
    """What goes to the terminal, each unsteady stretch on a ground of blanks, and the cursor behind it where Textual
    expects it: so no terminal's own count moves what follows."""
    return _STRETCH.sub(_steady, output) if _SUSPECT.search(output) else output


def _steady(found: re.Match[str]) -> str:
    stretch = found[0]
    if stretch.startswith(_SAVE):
        return stretch
    room = cell_len(stretch)
    # Not stepped back by `room`: at the right edge the cursor waits one cell before where it seems to be.
    move = f"\x1b[{room}C" if room else ""
    return f"{_SAVE}{' ' * room}{_RESTORE}{stretch.replace(FILLER, '')}{_RESTORE}{move}"


def steady(driver: type[Driver]) -> type[Driver]:
    """The same driver, writing steadied output."""

    def write(self: Driver, output: str) -> None:
        driver.write(self, steadied(output))

    return cast("type[Driver]", type(f"Steady{driver.__name__}", (driver,), {"write": write}))
