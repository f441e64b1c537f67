"""Issuing on the screen: what is told, what is asked, and that only recorded words are issued."""

import asyncio
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from tests.cli.harbour import WORKING
from tests.rooms import git
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.pilot import Pilot
from textual.widgets import Input

from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.issuing import IssueDialog
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.versions import VersionsScreen
from zerodraft.tui.versions.pair import Pair
from zerodraft.tui.widgets.choices import Choices

VERSIONS = Destination("versions")


async def asked(app: ZerodraftApp, pilot: Pilot[int]) -> IssueDialog:
    """The dialog, opened by its key on the versions' screen."""
    screen_of(app, VersionsScreen).do_issue()
    await until(pilot, lambda: isinstance(app.screen, IssueDialog) and app.screen.focused)
    assert isinstance(app.screen, IssueDialog)
    return app.screen


def field(dialog: IssueDialog, name: str) -> Input:
    return dialog.query_one(f"#{name}", Input)


def is_shown(app: ZerodraftApp, words: str) -> bool:
    return words in text_of(app)


def issued(app: ZerodraftApp) -> list[tuple[str, str, date]]:
    assert app.dossier is not None
    return [(each.designation, each.stage, each.date) for each in app.dossier.versions]


def test_enter_issues_the_next_version_and_shows_what_it_changed(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            dialog = await asked(app, pilot)
            shown = text_of(app)
            assert "Since Rev.1: 1 ¶ changed · +7 −0 words." in shown
            assert "● 3 comments wait for an answer: Japan, Fiji." in shown
            assert "An issued version never changes; “Undo act” in ^p takes the act back." in shown
            assert (field(dialog, "designation").value, field(dialog, "stage").value) == ("Rev.2", "Negotiation")
            field(dialog, "day").value = "4 November 2021"
            await pilot.press("enter")
            screen = await back(app, pilot)
            await until(pilot, lambda: screen.pair == Pair("rev-1", "rev-2"))
            assert issued(app)[-1] == ("Rev.2", "Negotiation", date(2021, 11, 4))
            assert app.told[-1].sentence == "Rev.2 of harbour-note issued."

    asyncio.run(story())


async def back(app: ZerodraftApp, pilot: Pilot[int]) -> VersionsScreen:
    await until(pilot, lambda: isinstance(app.screen, VersionsScreen))
    return screen_of(app, VersionsScreen)


def test_other_designations_are_one_key_or_one_click_away(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            dialog = await asked(app, pilot)
            await pilot.press("down", "down")
            await until(pilot, lambda: field(dialog, "designation").value == "Final draft")
            await pilot.press("up")
            await until(pilot, lambda: field(dialog, "designation").value == "Chair’s text")
            await pilot.click(Choices, offset=(1, 0))
            await until(pilot, lambda: field(dialog, "designation").value == "Rev.2")
            field(dialog, "stage").value = ""
            await pilot.press("end", *"/Rev.1", "enter")
            await until(pilot, lambda: len(issued(app)) == 3)
            assert issued(app)[-1][:2] == ("Rev.2/Rev.1", "")

    asyncio.run(story())


def test_what_is_wrong_is_told_where_it_is_typed(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            dialog = await asked(app, pilot)
            for name, words, told in (
                ("designation", "rev 1", "Rev.1 is issued already, on 2 November 2021; it never changes."),
                ("designation", "", "A version needs a designation, such as Rev.1."),
                ("day", "soon", "A date is written 2021-11-16, or 16 November 2021; none is today."),
            ):
                right = field(dialog, name).value
                field(dialog, name).value = words
                await pilot.press("enter")
                await until(pilot, partial(is_shown, app, told))
                assert dialog.focused is field(dialog, name)
                field(dialog, name).value = right
            await pilot.press("escape")
            await back(app, pilot)
            assert len(issued(app)) == 2

    asyncio.run(story())


def unsaved(harbour: Path) -> Path:
    text = harbour / "declarations" / "harbour-note" / "text.md"
    text.write_text(WORKING.replace("small ships", "all ships"))
    return harbour


def test_unsaved_words_are_saved_before_the_text_is_issued(harbour: Path) -> None:
    async def story() -> None:
        async with stage(unsaved(harbour), "harbour-note", at=VERSIONS) as (app, pilot):
            screen_of(app, VersionsScreen).do_issue()
            await until(pilot, lambda: isinstance(app.screen, Choice))
            assert "Some words are not saved" in text_of(app)
            await pilot.press("s")
            await until(pilot, lambda: isinstance(app.screen, IssueDialog) and app.screen.focused)
            await pilot.press("enter")
            await until(pilot, lambda: len(issued(app)) == 3)

    asyncio.run(story())
    assert "open to all ships" in git(harbour, "show", "harbour-note/rev-2:declarations/harbour-note/text.md")


def test_words_that_are_still_in_the_editor_are_saved_first_too(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=Destination("draft", ordinal=3)) as (app, pilot):
            draft = screen_of(app, DraftScreen)
            await until(pilot, lambda: draft.read is not None and draft.ordinal == 3)
            await pilot.press(*"Soon ")
            await pilot.press("f9")
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press("s")
            await until(pilot, lambda: isinstance(app.screen, IssueDialog) and app.screen.focused)
            await pilot.press("enter")
            await until(pilot, lambda: len(issued(app)) == 3)

    asyncio.run(story())
    assert "Soon We agree" in git(harbour, "show", "harbour-note/rev-2:declarations/harbour-note/text.md")


def test_unsaved_words_can_be_read_first_and_nothing_is_issued(harbour: Path) -> None:
    async def story() -> None:
        async with stage(unsaved(harbour), "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            screen.do_issue()
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press("r")
            await until(pilot, lambda: str(screen.page_panel.border_title) == "saved text → working text")
            assert len(issued(app)) == 2
            assert "● unsaved" in text_of(app)

    asyncio.run(story())


def test_the_dialog_stands_on_a_small_terminal(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS, size=(40, 10)) as (app, pilot):
            dialog = await asked(app, pilot)
            assert field(dialog, "designation").has_focus
            assert "Rev.2" in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: len(issued(app)) == 3)

    asyncio.run(story())


@pytest.mark.parametrize(("place", "key"), [("versions", "i"), ("versions", "f9"), ("draft", "f9")])
def test_the_key_of_one_place_issues_at_the_other_too(harbour: Path, place: str, key: str) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=Destination(place)) as (app, pilot):
            await until(pilot, lambda: app.focused is not None and "We thank the pilots" in text_of(app))
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, IssueDialog))

    asyncio.run(story())
