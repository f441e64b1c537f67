"""The application: the house with its places."""

from collections.abc import Callable
from typing import ClassVar

from textual.screen import Screen

from zerodraft.tui.house import House
from zerodraft.tui.places import MODES


class ZerodraftApp(House):
    """Opens on Home."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[None]]]] = MODES
    DEFAULT_MODE = "home"
