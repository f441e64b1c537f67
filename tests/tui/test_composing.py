"""What was drawn, and went away, is drawn over."""

import asyncio

from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

from zerodraft.tui.composing import Composed


class Room(App[None]):
    """Two lines; the second one goes away."""

    CSS = "Static { height: 1; }"

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self._opened = screen

    def get_default_screen(self) -> Screen[None]:
        return self._opened


async def _rows_drawn_anew(screen: Screen[None]) -> set[int]:
    """Which rows are to be drawn after a line went away, and somebody asked where the other one is."""
    async with Room(screen).run_test() as pilot:
        stays, goes = Static("stays"), Static("goes")
        await screen.mount(stays, goes)
        await pilot.pause()
        with pilot.app.batch_update():
            await goes.remove()
            screen._compositor.update_widgets({Static("not there yet")})
            assert stays.region.y == 0
            regions = screen._compositor._dirty_regions
            return {row for region in regions for row in region.line_range}


def test_what_went_away_is_drawn_over_though_somebody_asked_where_the_rest_is() -> None:
    assert 1 in asyncio.run(_rows_drawn_anew(Composed()))


def test_textual_itself_still_forgets_it() -> None:
    """When this fails, `tui/composing.py` can go."""
    assert 1 not in asyncio.run(_rows_drawn_anew(Screen()))
