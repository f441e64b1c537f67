"""The last row tells the keys that do something here and now."""

import asyncio
from pathlib import Path

from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.home import HomeScreen
from zerodraft.tui.screens.versions import VersionsScreen
from zerodraft.tui.widgets.key_bar import KeyHint, fitting

SLUG = "harbour-note"
NARROW = (80, 24)
OPEN, RESUME, FIND = KeyHint("o", "⏎", "Open"), KeyHint("r", "r", "Resume", False), KeyHint("f", "/", "Find")


def test_what_cannot_be_done_gives_way_first() -> None:
    assert fitting((OPEN, RESUME, FIND), 26) == (OPEN, RESUME, FIND)
    assert fitting((OPEN, RESUME, FIND), 25) == (OPEN, FIND)
    assert fitting((OPEN, RESUME, FIND), 15) == (OPEN,)


def test_from_home_q_quits(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, size=NARROW) as (app, pilot):
            await until(pilot, lambda: isinstance(app.screen, HomeScreen) and "q Quit" in text_of(app))
            assert "q Back" not in text_of(app)

    asyncio.run(story())


def test_in_the_redline_the_keys_are_those_of_a_page(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, SLUG, at=Destination("versions"), size=(132, 40)) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: screen.compared is not None)
            assert "⏎ Read  space Mark base" in text_of(app).splitlines()[-1]
            await pilot.press("enter")
            await until(pilot, lambda: screen.page.has_focus)
            last = text_of(app).splitlines()[-1]
            assert "⏎ Edit  ] Next change" in last
            assert "Mark base" not in last
            assert last.count("Edit") == 1
            await pilot.press("m")
            await until(pilot, lambda: screen.cards.has_focus)
            assert "⏎ To the change" in text_of(app).splitlines()[-1]

    asyncio.run(story())


def test_findings_are_told_as_long_as_there_are_any(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, SLUG, at=Destination("draft"), size=NARROW) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.read is not None)
            assert "f10" not in text_of(app).splitlines()[-1]
            screen.area.type_text("[shall ")
            await until(pilot, lambda: "f10 1 finding " in text_of(app).splitlines()[-1])

    asyncio.run(story())


def test_in_the_find_bar_the_way_out_is_told_and_can_be_clicked(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, SLUG, at=Destination("draft"), size=NARROW) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.read is not None)
            await pilot.press("ctrl+f")
            await until(pilot, lambda: "esc Close" in text_of(app).splitlines()[-1])
            await pilot.click(offset=(4, 23))
            await until(pilot, lambda: screen.area.has_focus)
            assert "esc Close" not in text_of(app).splitlines()[-1]

    asyncio.run(story())
