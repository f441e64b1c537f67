"""Live capture: a proposal, who supports it, who wants to keep words, each in a few keys and without the mouse."""

import asyncio
from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.proposing import Offer
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.capturing import CaptureDialog, WhoDialog
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.review import ReviewScreen

NOTE = "harbour-note"
CHARTS = Destination("draft", ordinal=10)
PORTS = Destination("draft", ordinal=3)


def opened(place: Path) -> Dossier:
    with Desk.at(place) as desk:
        return desk.open(NOTE)


def _chosen(screen: DraftScreen) -> str:
    one = screen.proposals_beside.chosen_one
    return one.proposal if one else ""


def log(place: Path, count: int) -> list[str]:
    return git(place, "log", f"-{count}", "--format=%an|%s").splitlines()


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_a_proposal_and_its_supporters_are_taken_down_while_they_speak(harbour: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=CHARTS, size=size) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.ordinal == 10)
            await pilot.press("alt+p")
            await until(pilot, lambda: isinstance(app.screen, CaptureDialog) and app.screen.keeping)
            await pilot.press(*"fi")
            await until(pilot, lambda: "⏎ Fiji (FJI)" in text_of(app))
            await pilot.press("enter", *"Today [w", "delete", "]", "enter")
            await until(pilot, lambda: app.screen is screen and _chosen(screen) == "FJI-1")
            assert [told.sentence for told in app.told] == ["Fiji proposes new wording for paragraph 5: FJI-1."]
            for letters in ("ja", "vi"):
                await pilot.press("alt+s")
                await until(pilot, lambda: isinstance(app.screen, WhoDialog))
                assert "Who: support FJI-1" in text_of(app)
                await pilot.press(*letters, "enter")
                await until(pilot, lambda: app.screen is screen)
            await until(pilot, lambda: len(app.told) == 3)
            assert screen.area.has_focus

    asyncio.run(story())
    assert log(harbour, 3) == [
        "Viet Nam|Viet Nam: support on FJI-1",
        "Japan|Japan: support on FJI-1",
        "Fiji|Fiji proposes new wording for paragraph 5: FJI-1",
    ]
    assert opened(harbour).proposals[-1].amendment.wording == ("Today [w]e support the exchange of charts and tables.",)


def test_enter_alone_is_who_spoke_last(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=CHARTS) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.ordinal == 10)
            screen.recent = ["VNM", "JPN"]
            await pilot.press("alt+p")
            await until(pilot, lambda: isinstance(app.screen, CaptureDialog) and app.screen.keeping)
            assert "Viet Nam, who spoke last" in text_of(app)
            await pilot.press("enter", *"Now", "enter")
            await until(pilot, lambda: app.screen is screen and app.told)

    asyncio.run(story())
    assert log(harbour, 1)[0].startswith("Viet Nam|")


def test_words_at_the_cursor_in_a_bracket_are_retained(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=PORTS) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.ordinal == 3)
            await pilot.press(*("ctrl+right",) * 5)
            await pilot.press("alt+k")
            await until(pilot, lambda: isinstance(app.screen, WhoDialog))
            assert "Who: retain “all”" in text_of(app)
            await pilot.press(*"in", "enter")
            await until(pilot, lambda: app.told)

    asyncio.run(story())
    assert log(harbour, 1) == ["Indonesia|Indonesia: retain on paragraph 1"]
    (position,) = opened(harbour).positions
    assert position.anchor is not None
    assert position.anchor.exact == "all"


def test_what_cannot_be_taken_down_is_told_and_no_word_is_lost(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=CHARTS) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.ordinal == 10)
            await pilot.press("alt+s")
            await until(pilot, lambda: [told.sentence[:16] for told in app.told] == ["Nothing is propo"])
            await pilot.press("alt+p")
            await until(pilot, lambda: isinstance(app.screen, CaptureDialog) and app.screen.keeping)
            await pilot.press("enter")
            await until(pilot, lambda: "Two letters will do." in text_of(app))
            await pilot.press(*"fr", "enter", "enter")
            await until(pilot, lambda: "These are the words that stand there already." in text_of(app))
            await pilot.press("A", "enter")
            await until(pilot, lambda: "no participant" in app.told[-1].sentence)
            await until(pilot, lambda: isinstance(app.screen, CaptureDialog) and "AWe support" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)

    asyncio.run(story())
    assert opened(harbour).proposals == ()


def test_unsaved_words_are_to_be_saved_first(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=CHARTS) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: screen.ordinal == 10)
            await pilot.press("X", "alt+p")
            await until(pilot, lambda: app.told and app.told[-1].sentence.startswith("Words here are not saved"))
            assert app.screen is screen

    asyncio.run(story())


def test_the_margin_goes_with_the_paragraph_and_enter_goes_on_to_the_review(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=PORTS, size=(160, 48)) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: "[ all · Japan, Fiji delete" in text_of(app))
            assert "─Brackets─" in text_of(app)
            screen.go_to_paragraph(10)
            await until(pilot, lambda: not screen.proposals_beside.display)
            screen.go_to_paragraph(3)
            await until(pilot, lambda: screen.proposals_beside.display and "[ all · Japan, Fiji delete" in text_of(app))
            screen.proposals_beside.focus()
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, ReviewScreen))

    asyncio.run(story())


def test_who_supports_at_once_supports_what_was_proposed_just_now_and_not_what_stood_there(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.propose(desk.open(NOTE), Offer(("VNM",), "5", "We support charts.", on="working"))

    async def story() -> None:
        async with stage(harbour, NOTE, at=CHARTS) as (app, pilot):
            screen = screen_of(app, DraftScreen)
            await until(pilot, lambda: _chosen(screen) == "VNM-1")
            await pilot.press("alt+p")
            await until(pilot, lambda: isinstance(app.screen, CaptureDialog) and app.screen.keeping)
            await pilot.press(*"fi", "enter", "X")
            app.screen.action_go_on()  # type: ignore[attr-defined]
            await until(pilot, lambda: app.screen is screen)
            screen.do_support()
            await until(pilot, lambda: isinstance(app.screen, WhoDialog))
            await pilot.press(*"ja", "enter")
            await until(pilot, lambda: len(app.told) == 2)

    asyncio.run(story())
    assert log(harbour, 1) == ["Japan|Japan: support on FJI-1"]
