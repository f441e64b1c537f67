"""Decisions on the screen: one key each, recorded in the delegation's name, taken back by another key."""

import asyncio
from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.review.table import NOTE
from tests.tui.review.test_review_screen import REVIEW, chosen, figures
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.pilot import Pilot

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.review import Status
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.actions import BY_ID
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.position import PositionDialog
from zerodraft.tui.dialogs.rewording import RewordDialog
from zerodraft.tui.dialogs.ruling import RulingDialog
from zerodraft.tui.screens.review import ReviewScreen


def opened(place: Path) -> Dossier:
    with Desk.at(place) as desk:
        return desk.open(NOTE)


def status(place: Path, *numbers: str) -> list[Status]:
    dossier = opened(place)
    return [found.standing.status for number in numbers if (found := dossier.proposal_named(number))]


def told(app: ZerodraftApp) -> list[str]:
    return [each.sentence for each in app.told]


def to(screen: ReviewScreen, number: str) -> None:
    screen.choose(next(each.proposal.id for each in screen.queue.tabled if each.proposal.number == number))


def last(place: Path) -> str:
    return git(place, "log", "-1", "--format=%an|%cn|%s")


async def recorded(pilot: Pilot[int], screen: ReviewScreen, dialog: type[RewordDialog | RulingDialog]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, dialog) and pilot.app.screen.keeping)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: pilot.app.screen is screen)


def test_accepting_puts_the_words_into_the_text_and_goes_on_to_the_next_open_one(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "JPN-2")
            await pilot.press("a")
            await until(pilot, lambda: figures(screen) == "5 of 6 · 1 of 6 decided")
            assert (chosen(screen), told(app)) == ("FJI-1", ["JPN-2 accepted."])
            assert "✓ ¶ 2(a)  JPN-2" in text_of(app)

    asyncio.run(story())
    assert last(table) == "Japan|Ana Drafter|JPN-2 accepted"
    assert "(a) every second year;" in opened(table).draft.source


def test_those_that_say_the_same_are_decided_together_and_the_key_says_how_many(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "JPN-1")
            assert screen.label_of(BY_ID["review.accept"]) == "Accept 2"
            assert screen.label_of(BY_ID["review.edit"]) == "Edit 2"
            await pilot.press("a")
            await until(pilot, lambda: figures(screen).endswith("2 of 6 decided"))
            assert screen.label_of(BY_ID["review.accept"]) == "Accept"

    asyncio.run(story())
    assert status(table, "JPN-1", "VNM-1") == [Status.ACCEPTED, Status.ACCEPTED]


def test_what_is_marked_is_decided_in_one_act_and_a_mark_parts_one_from_its_like(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "VNM-1")
            await pilot.press("space")
            to(screen, "FJI-1")
            await pilot.press("space", "r")
            await until(pilot, lambda: figures(screen).endswith("2 of 6 decided"))
            assert not screen.marked

    asyncio.run(story())
    assert last(table) == "Ana Drafter|Ana Drafter|FJI-1, VNM-1 rejected"
    assert status(table, "VNM-1", "JPN-1") == [Status.REJECTED, Status.OPEN]


def test_a_key_pressed_again_before_the_record_has_it_decides_on_nothing_more(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "FJI-1")
            screen.action_do("review.reject")
            screen.action_do("review.reject")
            await until(pilot, lambda: told(app) and not app.workers._workers)

    asyncio.run(story())
    assert status(table, "FJI-1", "VNM-2", "IDN-1") == [Status.REJECTED, Status.OPEN, Status.OPEN]


def test_the_last_decision_is_taken_back_and_the_cursor_is_on_it_again(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            screen.filter_by("state:open")
            to(screen, "JPN-2")
            await pilot.press("a")
            await until(pilot, lambda: chosen(screen) == "FJI-1" and "1 of 6 decided" in figures(screen))
            await pilot.press("u")
            await until(pilot, lambda: chosen(screen) == "JPN-2" and "0 of 6 decided" in figures(screen))

    asyncio.run(story())
    assert "(a) once a year;" in opened(table).draft.source


def test_a_decision_several_acts_back_is_taken_back_where_the_cursor_is_on_it(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            for number in ("JPN-2", "FJI-1"):
                to(screen, number)
                await pilot.press("r")
                await until(pilot, lambda number=number: f"{number} rejected." in told(app))  # type: ignore[misc]
            to(screen, "JPN-2")
            await pilot.press("a")
            await until(pilot, lambda: told(app)[-1] == "JPN-2 is decided; u takes that back.")
            await pilot.press("u")
            await until(pilot, lambda: "1 of 6 decided" in figures(screen))
            assert chosen(screen) == "JPN-2"

    asyncio.run(story())
    assert status(table, "JPN-2", "FJI-1") == [Status.OPEN, Status.REJECTED]


def test_one_change_is_taken_alone_and_the_rest_stays_open(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("t")
            await until(pilot, lambda: screen.page.has_focus and screen.pointed and screen.pointed.change == 1)
            await pilot.press("down", "t")
            await until(pilot, lambda: "IDN-1 accepted in part (change 2)." in told(app))
            await until(pilot, lambda: "✓ accepted" in text_of(app))
            assert (chosen(screen), figures(screen)) == ("IDN-1", "1 of 6 · 0 of 6 decided")

    asyncio.run(story())
    assert status(table, "IDN-1") == [Status.IN_PART]
    assert "We agree to keep [all - Japan; Fiji delete] ports open to small vessels." in opened(table).draft.source


def test_accepting_with_all_changes_marked_accepts_the_whole(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("enter")
            await until(pilot, lambda: screen.page.has_focus)
            await pilot.press("down", "down", "space", "space")
            await until(pilot, lambda: screen.changes == {1, 2})
            assert screen.label_of(BY_ID["review.accept"]) == "Accept these changes"
            await pilot.press("a")
            await until(pilot, lambda: told(app) == ["IDN-1 accepted."])

    asyncio.run(story())


def test_a_wording_is_edited_and_accepted_with_its_reason(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "JPN-2")
            await pilot.press("e")
            await until(pilot, lambda: isinstance(app.screen, RewordDialog) and "every second year;" in text_of(app))
            await pilot.press("end", "backspace", *" [at most];", "shift+tab", *"Shorter")
            await recorded(pilot, screen, RewordDialog)
            await until(pilot, lambda: chosen(screen) == "FJI-1")

    asyncio.run(story())
    dossier = opened(table)
    assert "(a) every second year [at most];" in dossier.draft.source
    assert [each.body for each in dossier.decisions] == ["Shorter"]


def test_words_that_were_edited_and_not_recorded_wait(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "JPN-2")
            for keys in (("e", "M"), ("e",)):
                await pilot.press(keys[0])
                await until(pilot, lambda: isinstance(app.screen, RewordDialog) and app.screen.keeping)
                await pilot.press(*keys[1:])
                await until(pilot, lambda: "Mevery second year;" in text_of(app))
                await pilot.press("escape")
                await until(pilot, lambda: app.screen is screen)

    asyncio.run(story())
    assert status(table, "JPN-2") == [Status.OPEN]


def test_two_wordings_of_one_paragraph_are_made_one_with_what_is_disputed_in_brackets(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("m")
            await until(pilot, lambda: isinstance(app.screen, Choice))
            assert "Make IDN-1 one with which?" in text_of(app)
            await pilot.press("1")
            await until(pilot, lambda: "Make IDN-1 and JPN-1 one" in text_of(app))
            await recorded(pilot, screen, RewordDialog)
            await until(pilot, lambda: "2 of 6 decided" in figures(screen))

    asyncio.run(story())
    source = opened(table).draft.source
    assert "We [agree / intend - Indonesia] to keep [all - Japan; Fiji delete] ports open" in source
    assert "small [ships / vessels - Indonesia] [and to fishing boats - Japan, Indonesia]." in source


def test_a_decision_with_a_reason_can_be_withdrawn_or_overtaken(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "IDN-1")
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, RulingDialog) and app.screen.keeping)
            await pilot.press("left", "tab", *"fji-9", "ctrl+s")
            await until(pilot, lambda: "There is no proposal fji-9." in text_of(app))
            await pilot.press(*("backspace",) * 5, *"jpn-1", "enter", *"The same aim.")
            await recorded(pilot, screen, RulingDialog)
            await until(pilot, lambda: told(app) == ["IDN-1 overtaken by JPN-1."])

    asyncio.run(story())
    assert [each.body for each in opened(table).decisions] == ["The same aim."]


def test_a_position_is_recorded_on_the_chosen_proposal(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            to(screen_of(app, ReviewScreen), "IDN-1")
            await pilot.press("p")
            await until(pilot, lambda: isinstance(app.screen, PositionDialog) and app.screen.keeping)
            await pilot.press(*"fiji", "tab", "right", "ctrl+s")
            await until(pilot, lambda: told(app) == ["Fiji: retain on IDN-1."])
            await until(pilot, lambda: "retain: Fiji" in text_of(app))

    asyncio.run(story())
    found = opened(table).proposal_named("IDN-1")
    assert found
    assert [each.stand for each in opened(table).positions_on(found.proposal.id)] == [Stand.RETAIN]


def test_a_bracket_keeps_both_wordings(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            to(screen_of(app, ReviewScreen), "JPN-2")
            await pilot.press("b")
            await until(pilot, lambda: told(app) == ["JPN-2 bracketed."])

    asyncio.run(story())
    assert "Japan]" in next(line for line in opened(table).draft.source.splitlines() if line.startswith("(a)"))


def test_what_is_marked_is_bracketed_in_one_act_those_for_one_paragraph_in_one_bracket(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            for number in ("VNM-1", "JPN-2", "IDN-1"):
                to(screen, number)
                await pilot.press("space")
            assert screen.label_of(BY_ID["review.bracket"]) == "Bracket 3"
            await pilot.press("b")
            await until(pilot, lambda: told(app) == ["IDN-1, JPN-2, VNM-1 bracketed."])

    asyncio.run(story())
    lines = opened(table).draft.source.splitlines()
    (reports,) = (line for line in lines if line.startswith("(a)"))
    assert reports == "(a) [once a - ASEAN retain / every second - Japan] year;"
    (ports,) = (line for line in lines if "agree" in line)
    assert "[agree / intend - Indonesia]" in ports
    assert ports.endswith("[and to fishing boats - Viet Nam].")
    assert status(table, "VNM-1", "IDN-1", "JPN-2") == [Status.BRACKETED] * 3


@pytest.mark.parametrize("size", [(20, 5), (80, 24)])
def test_a_refused_decision_says_why_and_the_cursor_stays(table: Path, size: tuple[int, int]) -> None:
    text = table / "declarations" / NOTE / "text.md"
    text.write_text(text.read_text(encoding="utf-8") + "\nNobody saved this.\n", encoding="utf-8")

    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW, size=size) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "JPN-2")
            await pilot.press("a")
            await until(pilot, lambda: told(app))
            assert "has changes that are not saved" in told(app)[-1]
            assert chosen(screen) == "JPN-2"

    asyncio.run(story())


def test_what_says_the_same_or_nearly_is_told_and_marked_with_one_key(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            to(screen, "JPN-1")
            await until(pilot, lambda: "≈ VNM-1 says the same or nearly: l marks all." in text_of(app))
            await pilot.press("l")
            await until(pilot, lambda: len(screen.marked) == 2)
            to(screen, "FJI-1")
            screen.marked.clear()
            await pilot.press("l")
            await until(pilot, lambda: told(app) == ["No other open proposal says nearly the same."])

    asyncio.run(story())
    with Desk.at(table) as desk:
        for number, verdict in (("VNM-1", Verdict.REJECT), ("JPN-1", Verdict.ACCEPT)):
            desk.decide(desk.open(NOTE), Ruling(verdict, (number,)))

    async def later() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            to(screen_of(app, ReviewScreen), "JPN-1")
            await until(pilot, lambda: "though nearly the same: VNM-1 rejected." in text_of(app))

    asyncio.run(later())
