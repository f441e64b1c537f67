"""U takes back the last act: the drafter's own at once, somebody else's when that is meant."""

import asyncio
from pathlib import Path

from tests.cli.hardship import NOTE, OTHER, with_another
from tests.rooms import ANA, git
from tests.tui.safety.scene import told
from tests.tui.shown import text_of
from tests.tui.stage import stage, until

from zerodraft.desk.desk import Desk
from zerodraft.desk.remarks import Remark
from zerodraft.store.acts import Person
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.choice import Choice


def japan_comments(workspace: Path, recorded_by: str = "", slug: str = NOTE) -> None:
    with Desk.at(workspace) as desk:
        if recorded_by:
            desk.room.drafter = Person(recorded_by, "somebody@example.org")
        desk.comment(desk.open(slug), Remark("JPN", "1", "All [ships]."))


def last(workspace: Path) -> str:
    return git(workspace, "log", "-1", "--format=%s").strip()


def test_ones_own_act_is_taken_back_at_once(harbour: Path) -> None:
    japan_comments(harbour)

    async def story() -> None:
        async with stage(harbour, NOTE, at=Destination("comments")) as (app, pilot):
            await pilot.press("U")
            await until(pilot, lambda: "Undone: Japan comments" in told(app))

    asyncio.run(story())
    assert last(harbour).startswith("Undone: Japan comments on paragraph 1")


def test_an_act_that_somebody_else_recorded_is_asked_about_first(harbour: Path) -> None:
    japan_comments(harbour, recorded_by="Budi [Jakarta]")

    async def story() -> None:
        async with stage(harbour, NOTE, at=Destination("comments")) as (app, pilot):
            for answer in ("escape", "l", "enter"):
                await pilot.press("U")
                await until(pilot, lambda: isinstance(app.screen, Choice))
                assert "recorded by Budi [Jakarta], " in text_of(app)
                await pilot.press(answer)
                await until(pilot, lambda: not isinstance(app.screen, Choice))
            await pilot.pause()
            assert last(harbour).startswith("Japan comments")
            await pilot.press("U")
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press("u")
            await until(pilot, lambda: "Undone: Japan comments" in told(app))

    asyncio.run(story())
    assert last(harbour).startswith("Undone: Japan comments on paragraph 1")
    assert git(harbour, "log", "-1", "--format=%cn").strip() == ANA.name


def test_an_act_that_was_recorded_while_the_question_stood_is_not_taken_back_for_it(harbour: Path) -> None:
    japan_comments(harbour, recorded_by="Budi")

    async def story() -> None:
        async with stage(harbour, NOTE, at=Destination("comments")) as (app, pilot):
            await pilot.press("U")
            await until(pilot, lambda: isinstance(app.screen, Choice))
            japan_comments(harbour, recorded_by="Citra")
            await pilot.press("u")
            await until(pilot, lambda: "Meanwhile something else was done" in told(app))

    asyncio.run(story())
    assert git(harbour, "log", "-1", "--format=%cn").strip() == "Citra"


def test_home_takes_back_the_act_that_it_tells_as_the_latest_whichever_document_is_open(harbour: Path) -> None:
    with_another(harbour)
    japan_comments(harbour)
    japan_comments(harbour, slug=OTHER)

    async def story() -> None:
        async with stage(harbour, NOTE, at=Destination("comments")) as (app, pilot):
            await app.go_to(Destination("home"))
            assert app.dossier is not None
            assert app.dossier.slug == NOTE
            await pilot.press("U")
            await until(pilot, lambda: "Undone: Japan comments" in told(app))

    asyncio.run(story())
    assert git(harbour, "log", "-1", "--format=%(trailers:key=Declaration,valueonly)").strip() == OTHER
