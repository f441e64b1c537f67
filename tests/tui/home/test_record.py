"""The record on the screen: all acts, found by words, the last one taken back."""

import asyncio
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from tests.rooms import ANA
from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.pilot import Pilot

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import LogEntry
from zerodraft.desk.remarks import Remark
from zerodraft.store.acts import Person
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.record import Record
from zerodraft.tui.home import acts
from zerodraft.tui.screens.home import HomeScreen
from zerodraft.tui.widgets.row import Row, fitted

NOW = datetime(2021, 11, 13, 20, 41, tzinfo=UTC)
ACT = LogEntry(
    "c0ffee",
    datetime(2021, 11, 13, 11, 50, tzinfo=timezone(timedelta(hours=8))),
    "Viet Nam",
    "Dewi",
    "comment",
    "bali-message",
    "Viet Nam comments on paragraph 36 [shall]",
    False,
)


def seen(rows: tuple[Row, ...], width: int) -> list[str]:
    return ["".join(piece.text for piece in fitted(each, width)).rstrip() for each in rows]


def titled(_slug: str) -> str:
    return "Bali Message"


def test_an_act_tells_what_when_who_and_where() -> None:
    assert seen(acts.rows_of(ACT, titled, NOW), 56) == [
        "Viet Nam comments on paragraph 36 [shall]  13 Nov 03:50",
        "  Viet Nam, recorded by Dewi · Bali Message",
    ]


def test_what_was_taken_back_says_so_and_an_earlier_year_is_told() -> None:
    undone = LogEntry("c0", ACT.date.replace(year=2019), "Dewi", "Dewi", "list", "", "The list changed", True)
    assert seen(acts.rows_of(undone, titled, NOW), 45) == ["(undone) The list changed  13 Nov 2019 03:50", "  Dewi"]


def test_a_change_from_outside_is_told_as_one() -> None:
    outside = LogEntry("c0", ACT.date, "Somebody", "Somebody", "", "", "Fix typo", False)
    assert seen(acts.rows_of(outside, titled, NOW), 40)[1] == "  Somebody, outside zerodraft"


def test_a_filter_looks_at_sentence_names_title_and_kind_of_act() -> None:
    for word in ("paragraph 36", "viet", "dewi", "bali", "comment"):
        assert word in acts.words_of(ACT, titled).lower()


# --- on the screen --------------------------------------------------------------------------------


async def record(app: ZerodraftApp, pilot: Pilot[int]) -> Record:
    await until(pilot, lambda: isinstance(app.screen, HomeScreen) and app.screen.lines)
    await pilot.press("a")
    await until(pilot, lambda: isinstance(app.screen, Record) and app.screen.acts.count)
    assert isinstance(app.screen, Record)
    return app.screen


def test_all_acts_are_listed_and_narrowed_by_words(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, size=(100, 40)) as (app, pilot):
            shown = await record(app, pilot)
            count = shown.acts.count
            await pilot.press("slash", *"rev.1 issued")
            await until(pilot, lambda: shown.acts.count == 1)
            assert f"1 of {count}" in text_of(app)
            await pilot.press("escape")
            await until(pilot, lambda: shown.acts.count == count and shown.acts.has_focus)
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(app.screen, HomeScreen))

    asyncio.run(story())


def test_the_drafters_last_act_is_taken_back_and_home_knows(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.comment(desk.open("harbour-note"), Remark("JPN", "1", "All ships."))

    async def story() -> None:
        async with stage(harbour, size=(100, 40)) as (app, pilot):
            shown = await record(app, pilot)
            home = app.screen_stack[0]
            assert isinstance(home, HomeScreen)
            before = home.shelf.known("harbour-note")
            await pilot.press("U")
            await until(pilot, lambda: "(undone) Japan comments on paragraph 1" in text_of(app))
            await until(pilot, lambda: "Undone: Japan comments" in text_of(app))
            await pilot.press("escape")
            assert app.screen is not shown
            after = home.shelf.known("harbour-note")
            await until(pilot, lambda: home.shelf.known("harbour-note") != before)
            assert before is not None
            after = home.shelf.known("harbour-note")
            assert after is not None
            assert after.comments == before.comments - 1

    asyncio.run(story())


def test_somebody_elses_act_is_taken_back_only_when_that_is_said(harbour: Path) -> None:
    assert ANA.name != "Budi"
    with Desk.at(harbour) as desk:
        desk.room.drafter = Person("Budi", "budi@example.org")
        desk.comment(desk.open("harbour-note"), Remark("JPN", "1", "All ships."))

    async def story() -> None:
        async with stage(harbour, size=(100, 40)) as (app, pilot):
            await record(app, pilot)
            await pilot.press("U")
            await until(pilot, lambda: "Take back somebody else's act?" in text_of(app))
            await pilot.press("l")
            await until(pilot, lambda: isinstance(app.screen, Record))
            assert "(undone)" not in text_of(app)
            await pilot.press("U")
            await until(pilot, lambda: "Take back somebody else's act?" in text_of(app))
            await pilot.press("u")
            await until(pilot, lambda: "(undone) Japan comments" in text_of(app))

    asyncio.run(story())
