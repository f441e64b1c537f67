"""What is drawn where on a screen, with nothing left standing."""

from typing import TypeVar

from textual._compositor import CompositorMap
from textual.events import ScreenResume
from textual.screen import Screen

from zerodraft.tui.drawing import Sparing

T = TypeVar("T")


class Composer(Sparing):
    """Draws what Textual 8.2 forgets.

    Textual draws where the widgets stand differently than when they were last arranged. Somebody who asks where one of
    them is has them arranged anew in between, and then nothing differs any more: a message that ended stayed in the
    terminal, one that began was not seen.
    """

    @property
    def full_map(self) -> CompositorMap:
        if self.root is None or not self._full_map_invalidated:
            return super().full_map
        before = self._full_map if self._visible_map is None else self._full_map | self._visible_map
        after = super().full_map
        self._dirty_regions.update(
            geometry.visible_region
            for widget in before.keys() | after.keys()
            if (old := before.get(widget)) is not (new := after.get(widget))
            and (old is None or new is None or old[:3] != new[:3])
            for geometry in (old, new)
            if geometry is not None and geometry.visible_region
        )
        return after


class Composed(Screen[T]):
    """A screen that is drawn so."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Composer()

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Before Textual's own, which is called all the same: it reads the rules anew for each widget when a screen
        comes back, twice when it is new, in 20 ms. Where there are other rules, as in another theme, they were read
        before."""
        event.refresh_styles = False

    def _compositor_refresh(self) -> None:
        """While several changes are made in one go Textual draws the screen as well, and does not show it."""
        if not (self.app._batch_count and self.is_current):
            super()._compositor_refresh()
