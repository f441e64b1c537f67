"""The next start: the same document, place, paragraph and pair of versions."""

import asyncio
from pathlib import Path

from tests.tui.stage import screen_of, stage, until

from zerodraft.desk.desk import Desk
from zerodraft.formats.bookmark import Bookmark
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.home import HomeScreen
from zerodraft.tui.screens.versions import VersionsScreen

NOTE = "harbour-note"


def place_of(app: ZerodraftApp) -> str:
    return getattr(app.screen, "SCOPE", "")


def kept(harbour: Path) -> Bookmark:
    with Desk.at(harbour) as desk:
        bookmark = desk.bookmark()
    assert bookmark is not None
    return bookmark


def test_whoever_left_from_export_finds_the_text_where_it_was_left(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        text = desk.open(NOTE).draft.source
        line = text[: text.index("We honour the crews.")].count("\n")
        desk.keep_bookmark(Bookmark(NOTE, "export", line=line, column=3))

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = screen_of(app, HomeScreen)
            await until(pilot, lambda: home.spot)
            await pilot.press("r")
            await until(pilot, lambda: place_of(app) == "export" and app.dossier)
            keeping = app.keep_bookmark()
            assert keeping is not None
            await asyncio.wrap_future(keeping)
            assert (kept(harbour).line, kept(harbour).column) == (line, 3)
            await pilot.press("2")
            await until(pilot, lambda: place_of(app) == "draft" and app.dossier)
            assert screen_of(app, DraftScreen).area.cursor == (line, 3)

    asyncio.run(story())


def test_a_place_that_the_text_no_longer_has_is_the_nearest_one(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.keep_bookmark(Bookmark(NOTE, "draft", line=99_999, column=99_999))

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = screen_of(app, HomeScreen)
            await until(pilot, lambda: home.spot)
            await pilot.press("r")
            await until(pilot, lambda: place_of(app) == "draft" and app.dossier)
            source = screen_of(app, DraftScreen).area.source
            assert screen_of(app, DraftScreen).area.cursor == (source.count("\n"), 0)

    asyncio.run(story())


def test_the_two_versions_that_were_compared_are_compared_again(harbour: Path) -> None:
    async def first() -> None:
        async with stage(harbour, NOTE, at=Destination("versions", old="zero-draft", new="rev-1")) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: screen.compared)
            await pilot.press("ctrl+q")
            await until(pilot, lambda: app.return_code == 0)

    async def second() -> None:
        async with stage(harbour) as (app, pilot):
            home = screen_of(app, HomeScreen)
            await until(pilot, lambda: home.spot)
            await pilot.press("r")
            await until(pilot, lambda: place_of(app) == "versions")
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: screen.compared)
            assert screen.pair == ("zero-draft", "rev-1")

    asyncio.run(first())
    asyncio.run(second())
