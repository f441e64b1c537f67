"""The comments beside the text: those on one paragraph, answered from there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.tui.shown import text_of
from tests.tui.stage import stage, until
from textual.pilot import Pilot

from zerodraft.desk.dossier import Dossier
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.comments.panel import CommentPanel
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.replying import ReplyDialog

NOTE = "harbour-note"


@asynccontextmanager
async def beside(place: Path) -> AsyncIterator[tuple[ZerodraftApp, Pilot[int], CommentPanel]]:
    """A panel over a screen, with the focus."""
    async with stage(place, NOTE, at=Destination("comments"), size=(60, 30)) as (app, pilot):
        panel = CommentPanel()
        await app.screen.mount(panel)
        panel.styles.layer, panel.styles.dock, panel.styles.height = "over", "top", "100%"
        panel.focus()
        await pilot.pause()
        yield app, pilot, panel


def dossier_of(app: ZerodraftApp) -> Dossier:
    assert app.dossier is not None
    return app.dossier


def chosen(panel: CommentPanel) -> str:
    return panel.chosen_thread.root.body if panel.chosen_thread else ""


def test_the_comments_on_a_paragraph_are_its_cards(harbour: Path) -> None:
    async def story() -> None:
        async with beside(harbour) as (app, pilot, panel):
            panel.show(dossier_of(app), 3)
            await pilot.pause()
            assert (panel.count, chosen(panel)) == (2, "All of them.")
            assert "▌ ● Japan" in text_of(app)
            assert "  ● Fiji" in text_of(app)
            panel.show(dossier_of(app), 5)
            await pilot.pause()
            assert "Kept at once a year." in text_of(app)

    asyncio.run(story())


def test_an_empty_panel_names_the_key(harbour: Path) -> None:
    async def story() -> None:
        async with beside(harbour) as (app, pilot, panel):
            panel.show(dossier_of(app), 9)
            await pilot.pause()
            assert "No comments on ¶ 4. ctrl+t records one." in text_of(app)
            assert panel.chosen_thread is None
            panel.show(dossier_of(app), None)
            await pilot.press("r", "x", "y")
            await pilot.pause()
            assert "No paragraph is chosen." in text_of(app)

    asyncio.run(story())


def test_comments_whose_words_are_gone_can_be_shown_too(harbour: Path) -> None:
    async def story() -> None:
        async with beside(harbour) as (app, pilot, panel):
            panel.show(dossier_of(app), 3, detached=True)
            await pilot.pause()
            assert chosen(panel) == "Autumn is the season of storms."
            assert "words are gone" in text_of(app)

    asyncio.run(story())


def test_a_comment_can_be_chosen_by_its_id_and_stays_chosen(harbour: Path) -> None:
    async def story() -> None:
        async with beside(harbour) as (app, _pilot, panel):
            panel.show(dossier_of(app), 3)
            fiji = next(
                each.root.id for each in dossier_of(app).threads if each.root.delegation == "FJI" and each.root.on
            )
            second = [each for each in dossier_of(app).threads if each.root.delegation == "FJI"][-1].root.id
            panel.choose(second)
            assert chosen(panel) == "We would delete “all”."
            panel.choose(fiji)
            await app.reread()
            panel.show(dossier_of(app), 3)
            assert chosen(panel) == "We would delete “all”."

    asyncio.run(story())


def test_a_matter_is_settled_from_the_panel_and_the_next_card_is_chosen(harbour: Path) -> None:
    async def story() -> None:
        async with beside(harbour) as (app, pilot, panel):
            panel.show(dossier_of(app), 3)
            await pilot.press("x")
            await until(pilot, lambda: isinstance(app.screen, ReplyDialog) and app.screen.keeping)
            await pilot.press("ctrl+s")
            await until(pilot, lambda: chosen(panel) == "We would delete “all”.")
            panel.show(dossier_of(app), 3)
            await pilot.pause()
            assert "✓ Japan" in text_of(app)
            assert chosen(panel) == "We would delete “all”."

    asyncio.run(story())


def test_a_thread_is_copied_from_the_panel(harbour: Path) -> None:
    async def story() -> None:
        async with beside(harbour) as (app, pilot, panel):
            panel.show(dossier_of(app), 3)
            await pilot.press("down", "y")
            await until(pilot, lambda: app.clipboard.startswith("Fiji on ¶ 1"))

    asyncio.run(story())
