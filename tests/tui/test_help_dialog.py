"""Help, places and messages: everything that can be done, found by a word, done by enter or a click."""

import asyncio
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import isolate
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.widgets import Input

from zerodraft.tui.actions import BY_ID, Action, Scope, in_scope
from zerodraft.tui.dialogs.finder import Finder, offer_row
from zerodraft.tui.dialogs.help import Help
from zerodraft.tui.offers import Knowledge, Offer, in_groups, narrowed
from zerodraft.tui.screens.home import HomeScreen
from zerodraft.tui.widgets.row import fitted

KNOWN = Knowledge(lambda action: action.keys, lambda action: "It is too early." if action.id == "draft.issue" else "")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    isolate(monkeypatch, tmp_path / "home")
    with open_desk(tmp_path / "workspace") as desk:
        return desk.root


def offers() -> tuple[Offer, ...]:
    chosen = (BY_ID["draft.save"], BY_ID["draft.issue"])
    return in_groups((("Here", chosen), ("Everywhere", (BY_ID["everywhere.help"],))), KNOWN)


def labels(found: tuple[Offer, ...]) -> list[str]:
    return [each.label for each in found]


def test_each_group_stands_below_its_heading() -> None:
    assert labels(offers()) == ["Here", "Save", "Issue", "Everywhere", "Help"]


def test_a_heading_without_anything_below_it_is_left_out() -> None:
    assert labels(narrowed(offers(), "record stands")) == ["Here", "Save"]
    assert labels(narrowed(offers(), "f1")) == ["Everywhere", "Help"]
    assert narrowed(offers(), "moon") == ()


def test_what_cannot_be_done_now_says_so_without_colour() -> None:
    shown = "".join(piece.text for piece in fitted(offer_row(offers()[2]), 60))
    assert shown == "   Issue                (not now) Issue the text as a ve… f9"


def test_help_shows_this_screen_first_and_then_what_is_known_everywhere(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, size=(100, 60)) as (app, pilot):
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(app.screen, Help))
            text = text_of(app)
            assert text.index("On this screen: Home") < text.index("New document") < text.index("Everywhere")
            missing = [action.told for action in in_scope(Scope.HOME) if action.told[:30] not in text]
            assert missing == []

    asyncio.run(story())


def test_what_is_chosen_in_help_is_done_on_the_screen_below(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, "note") as (app, pilot):
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(app.screen, Help))
            app.screen.query_one(Input).value = "redlines"
            await until(pilot, lambda: "Begin a declaration" not in text_of(app))
            await pilot.press("enter")
            await until(pilot, lambda: getattr(app.screen, "SCOPE", "") == "versions")

    asyncio.run(story())


def test_one_click_does_what_it_says(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, "note", size=(100, 60)) as (app, pilot):
            await pilot.press("f1")
            await until(pilot, lambda: "Go to all comments" in text_of(app))
            rows = text_of(app).splitlines()
            row = next(index for index, words in enumerate(rows) if "Go to all comments" in words)
            await pilot.click(offset=(rows[row].index("Go to all"), row))
            await until(pilot, lambda: getattr(app.screen, "SCOPE", "") == "comments")

    asyncio.run(story())


def test_the_cursor_goes_past_headings_and_round(workspace: Path) -> None:
    def chosen(finder: Finder) -> str:
        offer = finder._offers[finder.menu.chosen]
        assert isinstance(offer.goal, Action)
        return offer.goal.id

    async def story() -> None:
        async with stage(workspace, size=(80, 24)) as (app, pilot):
            finder = Help(Scope.DRAFT, KNOWN)
            await app.push_screen(finder)
            await until(pilot, lambda: bool(finder._offers))
            assert chosen(finder) == "draft.save"
            finder.action_step(-1)
            assert chosen(finder) == "list.last"
            finder.action_step(1)
            assert chosen(finder) == "draft.save"
            finder.find("help")
            assert chosen(finder) == "everywhere.help"

    asyncio.run(story())


def test_a_message_can_be_read_again(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace) as (app, pilot):
            app.tell("The port is [closed].", "warning")
            app.clear_notifications()
            app.screen.do_notices()  # type: ignore[attr-defined]
            await until(pilot, lambda: "The port is [closed]." in text_of(app))

    asyncio.run(story())


def test_a_figure_goes_to_a_place(workspace: Path) -> None:
    async def story() -> None:
        async with stage(workspace, "note") as (app, pilot):
            await pilot.press("f8")
            await until(pilot, lambda: "Where to?" in text_of(app))
            await pilot.press("5")
            await until(pilot, lambda: getattr(app.screen, "SCOPE", "") == "export")

    asyncio.run(story())


def test_a_dialog_answers_once(workspace: Path) -> None:
    """Both clicks of a double one reach it before it is taken down."""

    async def story() -> None:
        async with stage(workspace) as (app, pilot):
            await pilot.press("f1")
            await until(pilot, lambda: isinstance(app.screen, Help))
            dialog = app.screen
            dialog.dismiss(None)
            dialog.dismiss(None)
            await until(pilot, lambda: isinstance(app.screen, HomeScreen))

    asyncio.run(story())
