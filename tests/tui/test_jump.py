"""Jump: a letter on each part of the screen, and whoever presses it is there."""

import asyncio
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import isolate
from tests.tui.shown import text_of
from tests.tui.stage import stage, until

from zerodraft.tui.dialogs.jump import LETTERS, Jump


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    isolate(monkeypatch, tmp_path / "home")
    with open_desk(tmp_path / "workspace") as desk:
        return desk.root


def test_letters_are_no_figures_and_come_once() -> None:
    assert LETTERS.isalpha()
    assert len(set(LETTERS)) == 26


def test_a_letter_goes_to_a_panel(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, size=(120, 30)) as (app, pilot):
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            chain = app.screen.focus_chain
            await pilot.press("ctrl+o")
            await until(pilot, lambda: isinstance(app.screen, Jump))
            await until(pilot, lambda: " a " in text_of(app))
            await pilot.press("s")
            await until(pilot, lambda: chain[1].has_focus)

    asyncio.run(story())


def test_a_figure_goes_to_a_place_and_a_click_to_a_panel(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, "note", size=(120, 30)) as (app, pilot):
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            last = app.screen.focus_chain[-1]
            await pilot.press("ctrl+o")
            await until(pilot, lambda: isinstance(app.screen, Jump))
            await pilot.click(offset=(last.region.x + 2, last.region.y + 1))
            await until(pilot, lambda: last.has_focus)
            await pilot.press("ctrl+o")
            await until(pilot, lambda: isinstance(app.screen, Jump))
            await pilot.press("5")
            await until(pilot, lambda: getattr(app.screen, "SCOPE", "") == "export")

    asyncio.run(story())


def test_escape_changes_nothing(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, size=(120, 30)) as (app, pilot):
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            before = app.focused
            await pilot.press("ctrl+o", "escape")
            await until(pilot, lambda: not isinstance(app.screen, Jump))
            assert app.focused is before

    asyncio.run(story())


def test_a_second_key_before_it_is_gone_closes_nothing_else(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, size=(120, 30)) as (app, pilot):
            await until(pilot, lambda: "Harbour Note" in text_of(app))
            below = app.screen
            jump = Jump(())
            app.push_screen(jump)
            await until(pilot, lambda: app.screen is jump)
            jump.action_close()
            jump.action_close()
            await until(pilot, lambda: not jump.is_attached)
            assert app.screen is below

    asyncio.run(story())
