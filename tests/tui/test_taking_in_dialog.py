"""Taking in a file on the screen: the form, what it would bring, and the act."""

import asyncio
from pathlib import Path

import pytest
from tests.cli.hardship import NOTE
from tests.rooms import git
from tests.tui.safety.scene import told
from tests.tui.shown import text_of
from tests.tui.stage import stage, until

from zerodraft.desk.arriving import Delivery
from zerodraft.desk.desk import Desk
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.dialogs.taking_in import PreviewDialog, TakeInForm
from zerodraft.tui.taking_in.files import completed_path, found_file
from zerodraft.tui.taking_in.preview_words import preview_words

TABLE = 'Delegation,Paragraph,Comment,Proposed change\nAtlantis,1,Why [shall]?,"delete ""ships"""\n'


def test_a_path_is_completed_from_where_one_stands(tmp_path: Path) -> None:
    (tmp_path / "input").mkdir()
    (tmp_path / "input" / "finland.docx").write_bytes(b"")
    assert completed_path(tmp_path, "inp") == "input/"
    assert completed_path(tmp_path, "input/f") == "input/finland.docx"
    assert completed_path(tmp_path, "input/x") == ""
    assert completed_path(tmp_path, "nowhere/x") == ""
    assert completed_path(tmp_path, " ") == ""
    assert found_file(tmp_path, "input/finland.docx") == tmp_path / "input/finland.docx"
    assert found_file(tmp_path, "input") is None
    assert found_file(tmp_path, "") is None


def test_a_preview_tells_what_would_be_recorded_and_that_nothing_is_dropped(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        dossier = desk.open(NOTE)
        preview = desk.look_into(dossier, Delivery("t.csv", TABLE.encode(), "FIN", authors={"Atlantis": "FJI"}))
        page = preview_words(dossier, preview)
    assert page.startswith("t.csv is a table as text (.csv), sent by Finland, on ")
    assert "Fiji" in page
    assert "ships-]" in page
    assert "Why [shall]?" in page
    assert "each in one of them." in page


def test_a_file_is_taken_in_by_keys_and_an_unknown_author_is_asked_for(
    harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "table.csv").write_text(TABLE)
    monkeypatch.chdir(tmp_path)

    async def story() -> None:
        async with stage(harbour, NOTE, at=Destination("comments")) as (app, pilot):
            await pilot.press("I")
            await until(pilot, lambda: isinstance(app.screen, TakeInForm))
            await pilot.press("ctrl+s")
            assert "There is no such file." in text_of(app)
            await pilot.press(*"table.csv", "tab", *"finl", "tab", "ctrl+s")
            await until(pilot, lambda: isinstance(app.screen, Prompt))
            assert "Atlantis wrote in this file." in text_of(app)
            await pilot.press(*"FJI", "enter")
            await until(pilot, lambda: isinstance(app.screen, PreviewDialog))
            assert "Why [shall]?" in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: "Finland: 1 proposal and 1 comment from table.csv" in told(app))

    asyncio.run(story())
    assert git(harbour, "log", "-1", "--format=%s") == "Finland: 1 proposal and 1 comment from table.csv"
    assert (harbour / "declarations" / "authors.toml").read_text() == '"Atlantis" = "FJI"\n'


def test_nothing_is_recorded_when_the_drafter_leaves_the_preview(harbour: Path, tmp_path: Path) -> None:
    (tmp_path / "table.csv").write_text(TABLE.replace("Atlantis", "Japan"))
    before = git(harbour, "rev-parse", "HEAD")

    async def story() -> None:
        async with stage(harbour, NOTE, at=Destination("comments")) as (app, pilot):
            await pilot.press("I")
            await until(pilot, lambda: isinstance(app.screen, TakeInForm))
            await pilot.press(*str(tmp_path / "table.csv"), "tab", *"FIN", "ctrl+s")
            await until(pilot, lambda: isinstance(app.screen, PreviewDialog))
            await pilot.press("escape")
            await until(pilot, lambda: not isinstance(app.screen, PreviewDialog))

    asyncio.run(story())
    assert git(harbour, "rev-parse", "HEAD") == before
