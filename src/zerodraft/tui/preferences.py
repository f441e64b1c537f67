"""The drafter's preferences on the screens: before the first frame, and when they are changed there."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

from textual import work
from textual.app import App
from textual.theme import Theme

from zerodraft.desk import preferences
from zerodraft.desk.preferences import Complaint, Known, Preferences
from zerodraft.errors import Refusal
from zerodraft.tui import keymap, look
from zerodraft.tui.actions import Action
from zerodraft.tui.clipboard import Copying

_USUAL = Known(Path(), Preferences(theme="dark"))
# More are read among the messages than as toasts over the whole screen.
_MOST_TOASTS = 2


class Preferring(Copying):
    """The part of the application that looks and listens as the drafter wishes."""

    known: Known = _USUAL
    theme_wish = "dark"
    plain_marks = False
    """Whether changes bear signs beside their style; the screens without colours show them always."""
    is_light = False
    """Whether the terminal's background is."""
    keys: Mapping[str, tuple[str, ...]] = {}

    def prefer(self, known: Known | None, *, is_light: bool) -> None:
        """Honour what the drafter wishes; without a file, as usual."""
        self.known = known or _USUAL
        self.is_light = is_light
        for theme in look.THEMES:
            self.register_theme(theme)
        self.show_theme(self.known.preferences.theme)
        self.plain_marks = self.known.preferences.plain_marks
        settled = keymap.settled(self.known.preferences)
        self.keys = settled.keys
        self.known = self.known._replace(complaints=(*self.known.complaints, *settled.complaints))
        self.set_keymap(keymap.textual_keymap(settled.keys))

    def tell_complaints(self) -> None:
        """What in the file could not be taken: the first lines at once, all among the messages."""
        complaints = self.known.complaints
        for complaint in complaints[_MOST_TOASTS:]:
            self.note(_told(self.known.path, complaint), "warning")
        for complaint in complaints[:_MOST_TOASTS]:
            self.tell(_told(self.known.path, complaint), "warning")

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """The keys of an action, the drafter's own in place of the usual ones."""
        return self.keys.get(action.id, action.keys)

    def show_theme(self, wish: str) -> None:
        """Show one of the themes by what the drafter calls it."""
        self.theme_wish = wish
        theme = look.theme_named(wish, is_light=self.is_light)
        if self.is_running or theme.ansi:
            self.theme = theme.name
        else:
            self._begin_with(theme)

    def _begin_with(self, theme: Theme) -> None:
        """A theme from the first frame on: one that is changed has all styles read again, which takes 8 ms."""
        self.set_reactive(App.theme, theme.name)
        self.stylesheet.set_variables(self.get_css_variables())
        classes = {f"-theme-{theme.name}": True, "-dark-mode": theme.dark, "-light-mode": not theme.dark}
        self.update_classes(classes, update=False)

    def keep_theme(self, wish: str) -> None:
        self.show_theme(wish)
        self._keep("theme", wish)

    def keep_plain_marks(self, wish: bool) -> None:
        self.plain_marks = wish
        self._keep("plain_marks", wish)

    @work(group="preferences")
    async def _keep(self, name: str, value: str | bool) -> None:
        if self.known.path == _USUAL.path:
            return
        try:
            await asyncio.to_thread(preferences.keep, self.known.path, name, value)
        except Refusal as refusal:
            self.refuse(refusal)


def _told(path: Path, complaint: Complaint) -> str:
    place = f"{path}, line {complaint.line}" if complaint.line else str(path)
    return f"{place}: {complaint.sentence}"
