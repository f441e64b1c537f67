"""Progress: the figures of the text on the screen, and the ways on from there."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.review.table import NOTE
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.desk.agreeing import Closing
from zerodraft.desk.desk import Desk
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.progress import ProgressScreen
from zerodraft.tui.screens.review import ReviewScreen

PROGRESS = Destination("progress")


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24)])
def test_parts_curves_and_holders_are_shown_at_each_size(table: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=PROGRESS, size=size) as (app, pilot):
            await until(pilot, lambda: "Who holds what is open" in text_of(app))
            shown = text_of(app)
            for words in (
                "1 [] bracket · 6 ● of 6 open",
                "3 ░ proposed on, 5 · untouched",
                "1 [] 4 ●",
                "open proposals    ▁██           ·      6    6",
                "Japan        ·    3█   ·    ·    3",
                "Japan · title and preamble: nothing",
            ):
                assert words in shown, words

    asyncio.run(story())


def test_on_the_smallest_screen_parts_and_table_take_turns(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=PROGRESS, size=(20, 5)) as (app, pilot):
            await until(pilot, lambda: "█ agreed, 1 ▒" in text_of(app))
            await pilot.press("space", "right")
            await until(pilot, lambda: "▌Japan          3█" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: "█ agreed, 1 ▒" in text_of(app))

    asyncio.run(story())


def test_enter_leads_to_the_open_proposals_of_a_part_or_to_the_text(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=PROGRESS) as (app, pilot):
            await until(pilot, lambda: screen_of(app, ProgressScreen).part)
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            assert screen_of(app, ReviewScreen).filter_line.value == "area:1 state:open"
            await app.go_to(PROGRESS)
            await pilot.press("home", "enter")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            assert screen_of(app, DraftScreen).ordinal == 0
            await app.go_to(PROGRESS)
            await pilot.press("down", "down", "e")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            assert screen_of(app, DraftScreen).ordinal == 7

    asyncio.run(story())


def test_a_cell_of_the_table_leads_to_its_proposals(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=PROGRESS, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, ProgressScreen)
            await until(pilot, lambda: screen.part)
            await pilot.press("space")
            await until(pilot, lambda: screen.page.has_focus)
            await pilot.press("enter")
            await until(pilot, lambda: [told.sentence for told in app.told] == ["Nothing is counted there."])
            await pilot.press("right")
            await until(pilot, lambda: "Japan · focus area 1: 2 proposals, 1 bracket" in text_of(app))
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            assert screen_of(app, ReviewScreen).filter_line.value == "from:JPN state:open area:1"

    asyncio.run(story())


def test_the_mouse_chooses_a_cell_and_opens_it(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=PROGRESS) as (app, pilot):
            screen = screen_of(app, ProgressScreen)
            await until(pilot, lambda: screen.page.count)
            lines = text_of(app).splitlines()
            row = next(index for index, line in enumerate(lines) if "Viet Nam" in line)
            column = lines[row].index("1▃")
            await pilot.click(offset=(column, row))
            await until(pilot, lambda: "Viet Nam · focus area" in str(screen.page_panel.border_subtitle))
            await pilot.click(offset=(column, row))
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))

    asyncio.run(story())


def test_an_act_is_counted_at_once_and_figures_are_copied(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=PROGRESS) as (app, pilot):
            await until(pilot, lambda: "5 · untouched" in text_of(app))
            with Desk.at(table) as desk:
                desk.agree(desk.open(NOTE), Closing(("4",)))
            await pilot.press("R")
            await until(pilot, lambda: "1 █ agreed" in text_of(app))
            await pilot.press("y")
            await until(pilot, lambda: app.clipboard.startswith("9 ¶: 1 █ agreed"))

    asyncio.run(story())


def test_a_text_without_proposals_says_that_nobody_holds_anything(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=PROGRESS, size=(80, 24)) as (app, pilot):
            await until(pilot, lambda: "1 [] bracket · no proposals" in text_of(app))
            (harbour / "declarations" / NOTE / "text.md").write_text("# Note\n\nWe agree.\n")
            await pilot.press("R")
            await until(pilot, lambda: "Nobody holds anything open:" in text_of(app))

    asyncio.run(story())
