"""Brackets: found, settled one after the other, taken back; and the ways to text and proposals."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.brackets.conftest import NOTE
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.desk.desk import Desk
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.settling import SettleChoice, SettleDialog
from zerodraft.tui.screens.brackets import BracketsScreen
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.review import ReviewScreen

BRACKETS = Destination("brackets")


def listed(screen: BracketsScreen) -> list[str]:
    return [screen.table.ids[place][:-2] for place in screen.shown] if screen.table else []


def chosen(screen: BracketsScreen) -> str:
    return screen.chosen_id[:-2]


def dialog_on(app: ZerodraftApp) -> SettleDialog:
    assert isinstance(app.screen, SettleDialog)
    return app.screen


def text(place: Path) -> str:
    with Desk.at(place) as desk:
        return desk.open(NOTE).draft.source


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24)])
def test_brackets_and_alternatives_are_shown_at_each_size(disputed: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS, size=size) as (app, pilot):
            await until(pilot, lambda: "1 of 5" in text_of(app))
            await pilot.press("down")
            await until(pilot, lambda: "Bracket in ¶ 2(a)" in text_of(app) and "2 alternatives" in text_of(app))
            shown = text_of(app)
            assert "proposed by Fiji, Japan" in shown
            assert "└ each" in shown

    asyncio.run(story())


def test_on_the_smallest_screen_list_and_bracket_take_turns(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS, size=(20, 5)) as (app, pilot):
            await until(pilot, lambda: "▌¶ 1     all" in text_of(app))
            await pilot.press("space")
            await until(pilot, lambda: "▌ ¶ 1 · focus" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: "▌¶ 1     all" in text_of(app))

    asyncio.run(story())


def test_one_bracket_after_the_other_is_settled_and_taken_back(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("enter", "l")
            await until(pilot, lambda: len(listed(screen)) == 4)
            assert "agree to keep all ports open" in text(disputed)
            assert chosen(screen).startswith("[once [each")
            await pilot.press("enter", "2")
            await until(pilot, lambda: len(listed(screen)) == 2)
            assert "(a) twice a year;" in text(disputed)
            assert chosen(screen) == "[honour][thank]"
            assert [told.sentence for told in app.told][-1] == "Bracket in paragraph 2(a) resolved: “twice a year”."
            await pilot.press("u")
            await until(pilot, lambda: len(listed(screen)) == 4)
            assert chosen(screen).startswith("[once [each")
            await pilot.press("G", "enter", "d")
            await until(pilot, lambda: len(listed(screen)) == 3)
            assert "exchange of charts and tables" in text(disputed)
            assert chosen(screen) == "[honour][thank]"

    asyncio.run(story())


def test_the_alternative_under_the_cursor_is_offered_first(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("down", "down", "down", "space")
            await until(pilot, lambda: screen.page.has_focus)
            await pilot.press("down", "down")
            await until(pilot, lambda: screen.option == 2)
            await pilot.press("enter", "enter")
            await until(pilot, lambda: len(listed(screen)) == 4)
            assert "We thank the crews." in text(disputed)

    asyncio.run(story())


def test_other_words_are_recorded_with_who_agreed_and_why(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("down", "down", "down", "e")
            await until(pilot, lambda: isinstance(app.screen, SettleDialog))
            dialog = dialog_on(app)
            assert dialog.area.source == "honour"
            await pilot.press(*" and thank")
            await until(pilot, lambda: dialog.area.source != "honour")
            dialog.area.load("honour and thank")
            dialog.query_one("#by").focus()
            await pilot.press(*"JPN, Narnia")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: "Narnia" in str(dialog.query_one(".note").render()))
            for _ in "Narnia":
                await pilot.press("backspace")
            await pilot.press(*"Fiji", "tab", *"In the corridor.", "ctrl+s")
            await until(pilot, lambda: len(listed(screen)) == 4)
            assert "We honour and thank the crews." in text(disputed)
            with Desk.at(disputed) as desk:
                made = desk.open(NOTE).decisions[-1]
            assert made.delegations == ("JPN", "FJI")
            assert made.body.startswith("In the corridor.")

    asyncio.run(story())


def test_words_that_are_an_alternative_take_it(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("e")
            await until(pilot, lambda: isinstance(app.screen, SettleDialog))
            await pilot.press("ctrl+s")
            await until(pilot, lambda: len(listed(screen)) == 4)
            assert app.told[-1].sentence == "Bracket in paragraph 1 resolved: the brackets are lifted."

    asyncio.run(story())


def test_words_that_tear_a_bracket_are_refused_and_asked_for_again(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("e")
            await until(pilot, lambda: isinstance(app.screen, SettleDialog))
            first = dialog_on(app)
            first.area.load("all [of them")
            await pilot.press("ctrl+s")
            await until(pilot, lambda: isinstance(app.screen, SettleDialog) and app.screen is not first)
            again = dialog_on(app)
            assert again.area.source == "all [of them"
            assert "a bracket is torn" in app.told[-1].sentence
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)

    asyncio.run(story())


def test_the_list_is_narrowed_and_the_places_around_are_near(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("slash", *"area:2", "enter")
            await until(pilot, lambda: listed(screen) == ["[honour][thank]", "[, maps - Utopia]"])
            await pilot.press("y")
            await until(pilot, lambda: app.clipboard.startswith("¶ 3"))
            await pilot.press("p")
            await until(pilot, lambda: app.told[-1].sentence == "Nothing is proposed for this paragraph.")
            await pilot.press("t")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            assert screen_of(app, DraftScreen).ordinal == 8
            await app.go_to(Destination("brackets", ordinal=3))
            assert (chosen(screen), screen.filter_line.value) == ("[all - Japan; Fiji delete]", "")
            await app.go_to(Destination("brackets", words="from:VNM"))
            assert listed(screen) == ["[each - VNM]"]

    asyncio.run(story())


def test_the_proposals_for_the_paragraph_are_one_key_away(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 1)
            await pilot.press("p")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))
            assert screen_of(app, ReviewScreen).filter_line.value == "para:1 state:open"

    asyncio.run(story())


def test_the_mouse_chooses_a_bracket_and_settles_it(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.click("#brackets", offset=(20, 3), times=2)
            await until(pilot, lambda: isinstance(app.screen, SettleChoice))
            await pilot.click("#ways", offset=(8, 1))
            await until(pilot, lambda: len(listed(screen)) == 4)
            assert "We thank the crews." in text(disputed)

    asyncio.run(story())


def test_a_text_without_brackets_names_the_next_key(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            (disputed / "declarations" / NOTE / "text.md").write_text("# Note\n\nWe agree.\n")
            await pilot.press("R")
            await until(pilot, lambda: "No words stand in brackets. 6 goes to the proposals" in text_of(app))
            await pilot.press("enter", "e", "t", "y", "space")
            await until(pilot, lambda: len(app.told) == 5)
            assert {told.sentence for told in app.told} == {"No bracket is chosen."}

    asyncio.run(story())


def test_a_position_is_taken_on_the_alternative_of_the_cursor(disputed: Path) -> None:
    async def story() -> None:
        async with stage(disputed, NOTE, at=BRACKETS) as (app, pilot):
            screen = screen_of(app, BracketsScreen)
            await until(pilot, lambda: len(listed(screen)) == 5)
            await pilot.press("down", "alt+s")
            await until(pilot, lambda: "On which of them?" in app.told[-1].sentence if app.told else False)
            await until(pilot, lambda: screen.page.has_focus)
            await pilot.press("down", "down", "alt+k")
            await until(pilot, lambda: "Who: retain “twice a year”" in text_of(app))
            await pilot.press(*"jap", "enter")
            await until(pilot, lambda: app.told[-1].sentence == "Japan: retain on paragraph 2(a).")
            await until(pilot, lambda: "retain: Japan" in text_of(app))
            await pilot.press("escape", "up", "alt+s", "enter")
            await until(pilot, lambda: app.told[-1].sentence == "Japan: support on paragraph 1.")

    asyncio.run(story())
