"""The words are seen before everything beside them is derived."""

import asyncio
from pathlib import Path
from threading import Event

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.formats.bookmark import Bookmark
from zerodraft.tui import key_order
from zerodraft.tui.screens.draft import DraftScreen

NOTE = "harbour-note"


@pytest.fixture
def may_open(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> Event:
    """The desk opens nothing until this is set; the drafter was in the text the last time."""
    with Desk.at(harbour) as desk:
        desk.keep_bookmark(Bookmark(NOTE, "draft", line=0, seen=desk.log()[0].commit, title="Harbour Note"))
    may = Event()
    open_it = Desk.open

    def opened(desk: Desk, slug: str, *more: object) -> Dossier:
        may.wait(30)
        return open_it(desk, slug)

    monkeypatch.setattr(Desk, "open", opened)
    return may


def test_the_words_stand_there_first_and_what_is_typed_meanwhile_is_not_lost(harbour: Path, may_open: Event) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            await until(pilot, lambda: "in Draft" in text_of(app))
            await pilot.press("r", "H", "o", "!")
            await until(pilot, lambda: "We honour the crews." in text_of(app))
            assert app.dossier is None
            assert "Ho!" not in text_of(app)
            may_open.set()
            await until(pilot, lambda: "Ho!# Harbour Note" in text_of(app))
            await until(pilot, lambda: "●" in text_of(app).splitlines()[0])

    asyncio.run(story())


def test_a_text_that_takes_long_to_open_can_be_read_and_says_that_it_is_being_opened(
    harbour: Path, may_open: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(key_order, "_LONGEST_HOLD", 0.05)

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            await until(pilot, lambda: "in Draft" in text_of(app))
            await pilot.press("r", "x")
            await until(pilot, lambda: app.told)
            assert app.told[-1].sentence == "The text is still being opened."
            await pilot.press("down", "down")
            area = screen_of(app, DraftScreen).area
            await until(pilot, lambda: area.cursor.line == 2)
            may_open.set()
            await until(pilot, lambda: app.dossier)
            await until(pilot, lambda: not area.read_only)

    asyncio.run(story())


def test_a_declaration_that_cannot_be_opened_leads_back_home(harbour: Path, may_open: Event) -> None:
    settings = harbour / "declarations" / NOTE / "declaration.toml"
    settings.write_text("title = [", encoding="utf-8")

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            await until(pilot, lambda: "in Draft" in text_of(app))
            await pilot.press("r")
            await until(pilot, lambda: "We honour the crews." in text_of(app))
            may_open.set()
            await until(pilot, lambda: "Documents" in text_of(app))
            await until(pilot, lambda: any("declaration.toml can't be read" in told.sentence for told in app.told))

    asyncio.run(story())
