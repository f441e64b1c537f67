"""Compile: three layouts of one text, its parts ticked, and the ways to the proposals and to the text."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.review.table import NOTE
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.compile import CompileScreen
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.review import ReviewScreen

COMPILE = Destination("compile")


def figures(screen: CompileScreen) -> str:
    return str(screen.query_one("#page-panel").border_subtitle)


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24)])
def test_the_three_layouts_show_the_same_paragraph_at_each_size(table: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE, size=size) as (app, pilot):
            screen = screen_of(app, CompileScreen)
            await until(pilot, lambda: "[agree / intend - Indonesia]" in text_of(app))
            await pilot.press("right_square_bracket", "right_square_bracket")
            await until(pilot, lambda: figures(screen) == "¶ 2(a): 1 here · 6 proposals")
            await pilot.press("v")
            await until(pilot, lambda: "JPN-2 Japan" in text_of(app))
            assert figures(screen) == "¶ 2(a): 1 here · 6 proposals"
            await pilot.press("v", "right", "right")
            await until(pilot, lambda: "Indonesia on ¶ 2(a): 1 position" in text_of(app))
            assert "JPN-2 Japan · Indonesia: flexible" in text_of(app)
            await pilot.press("v")
            await until(pilot, lambda: "▌2(a)" in text_of(app).replace(" ", ""))

    asyncio.run(story())


def test_on_the_smallest_screen_the_text_is_read_and_parts_lie_over_it(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE, size=(20, 5)) as (app, pilot):
            await until(pilot, lambda: "▌ Harbour Note" in text_of(app))
            await pilot.press("f2")
            await until(pilot, lambda: "4 of 4" in text_of(app))
            await pilot.press("escape", "v", "v")
            await until(pilot, lambda: "▌1 We ag" in text_of(app))

    asyncio.run(story())


def test_names_are_left_out_and_come_back(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE) as (app, pilot):
            await until(pilot, lambda: "intend - Indonesia" in text_of(app))
            await pilot.press("a")
            await until(pilot, lambda: "[agree / intend]" in text_of(app))
            assert "Compilation, inline, without names" in text_of(app)
            await pilot.press("a")
            await until(pilot, lambda: "intend - Indonesia" in text_of(app))

    asyncio.run(story())


def test_parts_are_ticked_one_by_one_or_shown_alone(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, CompileScreen)
            await until(pilot, lambda: screen.spots)
            await pilot.press("f2", "down", "space")
            await until(pilot, lambda: screen.wish.hidden == {1})
            await pilot.press("down", "x")
            await until(pilot, lambda: screen.wish.hidden == {0, 1, 3})
            await pilot.press("enter")
            await until(pilot, lambda: "▌ Focus area 2: Ships" in " ".join(text_of(app).split()))
            assert "Focus area 1" not in text_of(app)
            await pilot.press("x", "o")
            await until(pilot, lambda: not screen.wish.hidden and "what is open" in text_of(app))
            assert "We thank the pilots" not in text_of(app)
            await app.go_to(Destination("draft"))
            await app.go_to(COMPILE)
            assert screen.open_only

    asyncio.run(story())


def test_enter_leads_to_the_proposal_or_to_the_text_where_there_is_none(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE) as (app, pilot):
            screen = screen_of(app, CompileScreen)
            await until(pilot, lambda: screen.spots)
            await pilot.press("v", *["right_square_bracket"] * 3, "enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            chosen = screen_of(app, ReviewScreen).chosen
            assert chosen is not None
            assert chosen.proposal.number == "JPN-1"
            await app.go_to(COMPILE)
            await pilot.press("g", "down", "enter")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            assert screen_of(app, DraftScreen).ordinal == 1
            await app.go_to(Destination("compile", ordinal=8))
            await pilot.press("e")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            assert screen_of(app, DraftScreen).ordinal == 8

    asyncio.run(story())


def test_what_is_decided_meanwhile_is_seen_at_once(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE) as (app, pilot):
            await until(pilot, lambda: "[agree / intend - Indonesia]" in text_of(app))
            with Desk.at(table) as desk:
                desk.decide(desk.open(NOTE), Ruling(Verdict.REJECT, ("IDN-1",), why="Not now."))
            await pilot.press("R")
            await until(pilot, lambda: "We agree to keep" in text_of(app))
            assert figures(screen_of(app, CompileScreen)) == "the title · 5 proposals"

    asyncio.run(story())


def test_the_mouse_ticks_parts_and_opens_proposals(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE) as (app, pilot):
            screen = screen_of(app, CompileScreen)
            await until(pilot, lambda: screen.spots)
            await pilot.click("#parts", offset=(3, 1), times=2)
            await until(pilot, lambda: screen.wish.hidden == {1})
            row = next(row for row, line in enumerate(text_of(app).splitlines()) if "We honour the crews" in line)
            await pilot.click(offset=(60, row), times=2)
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))

    asyncio.run(story())


def test_a_text_without_proposals_is_the_text_and_says_so(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMPILE, size=(80, 24)) as (app, pilot):
            await until(pilot, lambda: "the title · 0 proposals" in text_of(app))
            assert "keep [all - Japan; Fiji delete] ports open" in text_of(app)
            await pilot.press("v", "v")
            await until(pilot, lambda: "Nothing is proposed here. 6 goes to the proposals." in text_of(app))
            await pilot.press("enter", "y", "right_square_bracket", "right")
            await until(pilot, lambda: [told.sentence for told in app.told] == ["Nothing is shown."] * 2)

    asyncio.run(story())


def test_what_the_cursor_stands_on_is_copied(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=COMPILE) as (app, pilot):
            await until(pilot, lambda: screen_of(app, CompileScreen).spots)
            await pilot.press("right_square_bracket", "y")
            await until(pilot, lambda: app.clipboard.startswith("1 We [agree / intend - Indonesia] to keep"))
            await pilot.press("v", "v", "right", "y")
            await until(pilot, lambda: app.clipboard.startswith("Fiji on ¶ 1: 1 position"))

    asyncio.run(story())
