"""A declaration begins from a kind, a sample or a file; what was written stays until it is recorded."""

import asyncio
from pathlib import Path

from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from zerodraft.desk.desk import Desk
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.begin_form import BeginForm
from zerodraft.tui.dialogs.beginning_forms import FromFile, FromKind, FromSample
from zerodraft.tui.screens.home import HomeScreen
from zerodraft.tui.widgets.one_of import OneOf


async def form(app: ZerodraftApp, pilot: Pilot[int], way: str) -> BeginForm:
    """The form of a way to begin, by the keys that lead there."""
    await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.lines)
    await pilot.press("n")
    await until(pilot, lambda: "A new declaration" in text_of(app))
    await pilot.press(way)
    await until(pilot, lambda: isinstance(app.screen, BeginForm))
    assert isinstance(app.screen, BeginForm)
    return app.screen


def line(shown: BeginForm, name: str) -> Input:
    return shown.query_one(f"#{name}", Input)


def wrong(shown: BeginForm) -> str:
    """What the form says is wrong."""
    return str(shown.query_one(".wrong").render())


def place_of(app: ZerodraftApp) -> str:
    return str(getattr(app.screen, "SCOPE", ""))


def test_a_declaration_begins_from_its_kind_and_is_opened(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, size=(80, 24)) as (app, pilot):
            shown = await form(app, pilot, "k")
            assert isinstance(shown, FromKind)
            await pilot.press(*"Fleet [1]")
            await until(pilot, lambda: line(shown, "name").value == "fleet-1")
            await pilot.press("tab", "tab", "right")
            assert shown.query_one("#kind", OneOf).chosen == "joint statement"
            shown.query_one(TextArea).text = "Ports\n\n  Ships \n"
            line(shown, "delegations").value = "Japan; ASEAN"
            await pilot.press("ctrl+s")
            await until(pilot, lambda: place_of(app) == "draft" and app.dossier)
            assert app.dossier is not None
            assert app.dossier.title == "Fleet [1]"
            assert [area.title for area in app.dossier.draft.focus_areas] == [
                "Focus area 1: Ports",
                "Focus area 2: Ships",
            ]
            assert app.dossier.settings.participants == ("JPN", "ASEAN")
            assert app.dossier.settings.kind == "joint statement"

    asyncio.run(story())


def test_a_name_is_checked_while_it_is_typed(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "k")
            await pilot.press("tab", *"har")
            line(shown, "name").value = "harbour-note"
            await until(pilot, lambda: "There is a declaration “harbour-note” already." in text_of(app))
            line(shown, "name").value = "Harbour Two"
            await until(pilot, lambda: "Try “harbour-two”." in text_of(app))
            await pilot.press("enter")
            assert app.screen is shown
            line(shown, "name").value = "harbour-two"
            await until(pilot, lambda: "can't name" not in text_of(app))
            line(shown, "title").value = "Another title"
            await pilot.pause()
            assert line(shown, "name").value == "harbour-two"

    asyncio.run(story())


def test_an_unknown_delegation_leaves_everything_as_it_was_written(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "k")
            await pilot.press(*"Fleet")
            line(shown, "delegations").value = "Jpan"
            await pilot.press("enter")
            await until(pilot, lambda: "called “Jpan”. Did you mean Japan" in wrong(shown))
            assert app.screen is shown
            assert line(shown, "title").value == "Fleet"

    asyncio.run(story())


def test_esc_asks_again_before_words_are_thrown_away(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "k")
            await pilot.press(*"Fl", "escape")
            asked = "esc again throws away what is written here."
            await until(pilot, lambda: asked in text_of(app))
            await pilot.press("e")
            await until(pilot, lambda: asked not in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: asked in text_of(app))
            assert app.screen is shown
            await pilot.press("escape")
            await until(pilot, lambda: place_of(app) == "home")

    asyncio.run(story())


def test_an_empty_form_closes_at_once(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            for way in "ksf":
                await form(app, pilot, way)
                await until(pilot, lambda: "Reading" not in text_of(app))
                await pilot.press("escape")
                await until(pilot, lambda: place_of(app) == "home")

    asyncio.run(story())


def test_a_declaration_begins_from_a_sample_under_a_name_that_is_free(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "s")
            assert isinstance(shown, FromSample)
            await until(pilot, lambda: "Bali Message" in text_of(app))
            await pilot.press("down")
            await until(pilot, lambda: line(shown, "name").value == "bali-message")
            await pilot.press("enter")
            await until(pilot, lambda: app.dossier)
            assert app.dossier is not None
            assert app.dossier.slug == "bali-message"
            assert app.dossier.title.startswith("Bali Message")

    asyncio.run(story())


def test_a_declaration_begins_from_a_file(harbour: Path, tmp_path: Path) -> None:
    source = tmp_path / "my drafts" / "Fleet note.md"
    source.parent.mkdir()
    source.write_bytes("# Fleet in the Côte\n\n1. We sail.\n".encode("cp1252"))

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "f")
            assert isinstance(shown, FromFile)
            line(shown, "file").value = f"'{source}'"
            await until(pilot, lambda: line(shown, "name").value == "fleet-note")
            await pilot.press("enter")
            await until(pilot, lambda: "Choose in which way it is written, or another file." in wrong(shown))
            encoding = shown.query_one("#encoding", OneOf)
            encoding.focus()
            await until(pilot, lambda: encoding.has_focus)
            await pilot.press("right")
            await until(pilot, lambda: encoding.chosen == "Windows (cp1252)")
            await pilot.press("enter")
            await until(pilot, lambda: app.dossier)
            assert app.dossier is not None
            assert app.dossier.title == "Fleet in the Côte"

    asyncio.run(story())


def test_a_path_goes_on_as_the_folder_says(harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "zebra.md").touch()

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "f")
            field = line(shown, "file")
            field.value = f"{tmp_path}/ze"
            await until(pilot, lambda: field._suggestion)
            await pilot.press("end", "right")
            assert field.value == f"{tmp_path}/zebra.md"

    asyncio.run(story())


def test_what_is_no_file_is_said(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "f")
            await pilot.press("enter")
            await until(pilot, lambda: "Name the file in which the text lies." in text_of(app))
            line(shown, "file").value = "/nowhere/at/all.md"
            await pilot.press("enter")
            await until(pilot, lambda: "There is no file “/nowhere/at/all.md”." in wrong(shown))

    asyncio.run(story())


def test_a_workspace_that_cannot_record_says_so_before_a_word_is_typed(harbour: Path) -> None:
    (harbour / ".git" / "MERGE_HEAD").write_text("0" * 40 + "\n")

    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.lines)
            await pilot.press("n")
            await until(pilot, lambda: app.told)
            assert place_of(app) == "home"

    asyncio.run(story())


def test_another_declaration_of_the_same_name_meanwhile_is_refused_and_nothing_is_lost(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour) as (app, pilot):
            shown = await form(app, pilot, "k")
            await pilot.press(*"Fleet")
            await until(pilot, lambda: line(shown, "name").value == "fleet")
            with Desk.at(harbour) as desk:
                desk.new("fleet", Beginning(Settings()))
            await pilot.press("enter")
            await until(pilot, lambda: any("already" in told.sentence for told in app.told))
            assert app.screen is shown
            assert line(shown, "title").value == "Fleet"

    asyncio.run(story())
