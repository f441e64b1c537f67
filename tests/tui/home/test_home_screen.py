"""Home: documents are found and opened, and the way back to work is one key."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from types import SimpleNamespace

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.pilot import Pilot

from zerodraft.desk.desk import Desk
from zerodraft.desk.texts import Beginning
from zerodraft.formats.bookmark import Bookmark
from zerodraft.formats.settings import Settings
from zerodraft.store.workspace import Workspace
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.home import panels, reading
from zerodraft.tui.home.document import Document
from zerodraft.tui.screens.home import HomeScreen

NOTE = "harbour-note"


@pytest.fixture
def fleet(harbour: Path) -> Path:
    """The small workspace with a second document, whose title is full of signs."""
    with Desk.at(harbour) as desk:
        desk.new("fleet", Beginning(Settings(title="[Fleet] [/b] of the [@click=app.exit] North", kind="message")))
    return harbour


async def read(app: ZerodraftApp, pilot: Pilot[int]) -> HomeScreen:
    """Home when all its panels are filled."""
    home = screen_of(app, HomeScreen)
    await until(pilot, lambda: home.shelf.order and all(map(home.shelf.known, home.shelf.order)) and home._today)
    return home


def place_of(app: ZerodraftApp) -> str:
    return str(getattr(app.screen, "SCOPE", ""))


def test_documents_and_delegations_are_shown_as_they_are_written(fleet: Path) -> None:
    async def story() -> None:
        async with stage(fleet, size=(120, 30)) as (app, pilot):
            await read(app, pilot)
            shown = text_of(app)
            assert "[Fleet] [/b] of the [@click=app.exit] North" in shown
            assert "message · not issued yet" in shown
            assert "Harbour Note" in shown
            assert "2 documents" in shown
            await pilot.press("down")
            await until(pilot, lambda: "No answer yet:" in text_of(app))
            assert "Japan" in text_of(app)

    asyncio.run(story())


def test_enter_opens_the_chosen_document(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            await read(app, pilot)
            await pilot.press("enter")
            await until(pilot, lambda: place_of(app) == "draft" and app.dossier)
            assert app.dossier is not None
            assert app.dossier.slug == NOTE

    asyncio.run(story())


def test_a_document_that_was_opened_elsewhere_is_the_chosen_one(fleet: Path) -> None:
    async def story() -> None:
        async with stage(fleet) as (app, pilot):
            home = await read(app, pilot)
            assert home.chosen == "fleet"
            await app.open_declaration(NOTE)
            await until(pilot, lambda: home.chosen == NOTE)
            await pilot.press("up")
            await app.reread()
            await pilot.pause()
            assert home.chosen == "fleet"

    asyncio.run(story())


def test_a_double_click_opens_a_document(fleet: Path) -> None:
    async def story() -> None:
        async with stage(fleet) as (app, pilot):
            home = await read(app, pilot)
            row = 1 + 2 * home.shelf.shown.index(NOTE)
            await pilot.click("#documents", offset=(5, row), times=2)
            await until(pilot, lambda: place_of(app) == "draft" and app.dossier)
            assert app.dossier is not None
            assert app.dossier.slug == NOTE

    asyncio.run(story())


def test_a_filter_narrows_the_list_while_one_types_and_esc_drops_it(fleet: Path) -> None:
    async def story() -> None:
        async with stage(fleet) as (app, pilot):
            home = await read(app, pilot)
            await pilot.press("slash", *"harb")
            await until(pilot, lambda: home.shelf.shown == (NOTE,))
            assert "1 of 2" in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: home.documents.has_focus)
            assert home.shelf.shown == (NOTE,)
            await pilot.press("escape")
            await until(pilot, lambda: len(home.shelf.shown) == 2)
            assert home.chosen == NOTE

    asyncio.run(story())


def test_a_filter_that_finds_nothing_names_the_way_back(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = await read(app, pilot)
            await pilot.press("slash", *"[x]")
            await until(pilot, lambda: "No document has these words: [x]. esc shows all." in text_of(app))
            await pilot.press("enter", "enter")
            assert place_of(app) == "home"
            await pilot.press("escape")
            await until(pilot, lambda: home.shelf.shown == (NOTE,))

    asyncio.run(story())


def test_a_broken_document_says_why_and_the_others_open(fleet: Path) -> None:
    (fleet / "declarations" / "fleet" / "declaration.toml").write_text('title = "one\n')

    async def story() -> None:
        async with stage(fleet, size=(140, 30)) as (app, pilot):
            home = await read(app, pilot)
            home.choose("fleet")
            home.show_documents()
            await until(pilot, lambda: "it with any editor" in text_of(app))
            assert "✗ can't be opened" in text_of(app)
            home.do_open()
            await until(pilot, lambda: any("can't be read" in told.sentence for told in app.told))
            assert place_of(app) == "home"

    asyncio.run(story())


def test_an_empty_workspace_names_the_key_that_begins(home: Path, tmp_path: Path) -> None:
    with Desk(Workspace.create(tmp_path / "new")) as desk:
        desk.set_up()

    async def story() -> None:
        async with stage(tmp_path / "new") as (app, pilot):
            await until(pilot, lambda: "No document yet: n begins one" in text_of(app))
            await pilot.press("enter")
            await until(pilot, lambda: app.told)
            assert app.told[-1].sentence == "There is no document yet: n begins one."

    asyncio.run(story())


def test_r_goes_back_to_the_paragraph_of_the_last_time(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        text = desk.open(NOTE).draft.source
        line = text[: text.index("We honour the crews.")].count("\n")
        seen = desk.log()[1].commit
        desk.keep_bookmark(Bookmark(NOTE, "draft", line=line, seen=seen))

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = await read(app, pilot)
            assert (home.lines[0].words, home.lines[0].end) == ("Harbour Note", "¶ 3, in Draft")
            assert home.spot is not None
            await pilot.press("r")
            await until(pilot, lambda: place_of(app) == "draft" and app.dossier)

    asyncio.run(story())


def test_the_way_back_is_open_before_the_documents_are_read(harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Desk.at(harbour) as desk:
        desk.keep_bookmark(Bookmark(NOTE, "versions", seen=desk.log()[0].commit, title="Harbour Note"))
    may_read = Event()

    def documents(desk: Desk) -> tuple[tuple[str, ...], Iterator[Document]]:
        may_read.wait(30)
        return reading.documents(desk)

    monkeypatch.setattr(panels, "reading", SimpleNamespace(**{**vars(reading), "documents": documents}))

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            await until(pilot, lambda: "in Versions" in text_of(app))
            assert "Harbour Note" in text_of(app)
            assert not screen_of(app, HomeScreen).shelf.order
            await pilot.press("r")
            may_read.set()
            await until(pilot, lambda: place_of(app) == "versions")

    asyncio.run(story())


def test_where_the_document_of_the_last_time_is_gone_there_is_nothing_to_resume(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.keep_bookmark(Bookmark("gone", "draft", seen=desk.log()[0].commit))

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = await read(app, pilot)
            assert home.lines[0].words == "Nothing to go back to yet: enter opens the chosen document."
            await pilot.press("r")
            await until(pilot, lambda: app.told)
            assert app.told[-1].sentence == "There is no place to go back to yet."

    asyncio.run(story())


def test_enter_on_a_delegation_shows_its_comments(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, size=(120, 36)) as (app, pilot):
            home = await read(app, pilot)
            home.answers.focus()
            codes = [each.code for each in home.heard]
            home.answers.chosen = codes.index("JPN")
            await pilot.press("enter")
            await until(pilot, lambda: place_of(app) == "comments" and "from:JPN" in text_of(app))

    asyncio.run(story())


def test_enter_on_a_delegation_that_said_nothing_says_so(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, size=(120, 36)) as (app, pilot):
            home = await read(app, pilot)
            home.answers.focus()
            home.answers.chosen = [each.name for each in home.heard].index("Indonesia")
            await pilot.press("enter")
            await until(pilot, lambda: app.told)
            assert app.told[-1].sentence == "Indonesia has said nothing yet."
            assert place_of(app) == "home"

    asyncio.run(story())


def test_in_a_narrow_terminal_the_delegations_lie_over_the_documents(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, size=(80, 24)) as (app, pilot):
            home = await read(app, pilot)
            assert "Japan" not in text_of(app).replace("Japan com", "")
            await pilot.press("d")
            await until(pilot, lambda: home.answers.has_focus and "Japan" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: home.documents.has_focus and not home.answers.display)

    asyncio.run(story())


@pytest.mark.parametrize("size", [(20, 5), (40, 11), (100, 30), (200, 60)])
def test_home_lives_at_every_size(fleet: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(fleet, size=size) as (app, pilot):
            home = await read(app, pilot)
            await pilot.press("d", "d", "slash", "x", "escape", "end", "home")
            await pilot.resize_terminal(80, 24)
            await until(pilot, lambda: home.documents.item_height == 2 and "Harbour Note" in text_of(app))

    asyncio.run(story())


def test_what_another_window_records_is_seen_without_a_key(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = await read(app, pilot)
            home.look()
            await until(pilot, lambda: home._mark)
            with Desk.at(harbour) as desk:
                desk.new("fleet", Beginning(Settings(title="Fleet")))
            home.look()
            await until(pilot, lambda: home.shelf.known("fleet"))
            assert home.chosen == NOTE
            assert "2 documents" in text_of(app)

    asyncio.run(story())


def test_an_act_in_another_window_is_seen_after_refreshing(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            home = await read(app, pilot)
            with Desk.at(harbour) as desk:
                desk.new("fleet", Beginning(Settings(title="Fleet")))
            await pilot.press("R")
            await until(pilot, lambda: home.shelf.known("fleet"))
            assert "2 documents" in text_of(app)

    asyncio.run(story())
