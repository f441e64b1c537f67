"""Light, dark, or the terminal's own colours: each is shown while one looks for it."""

from typing import cast

from zerodraft.tui.dialogs.choice import Choice, Way
from zerodraft.tui.preferences import Preferring
from zerodraft.tui.widgets.virtual_list import VirtualList

_WAYS = (
    Way("a", "auto", "As the terminal is: its background is asked for at the start"),
    Way("d", "dark", "Dark"),
    Way("l", "light", "Light"),
    Way("t", "terminal", "The sixteen colours of the terminal, on its own background"),
)


class Appearance(Choice):
    """Answers the theme; the screen below shows the one at the cursor."""

    def __init__(self, now: str) -> None:
        super().__init__("Colours", "", _WAYS, chosen=[way.name for way in _WAYS].index(now))

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        cast(Preferring, self.app).show_theme(_WAYS[event.index].name)
