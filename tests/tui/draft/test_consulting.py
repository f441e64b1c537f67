"""Agreed language from the text: looked at, quoted in a comment, taken over; by keys and by mouse."""

from pathlib import Path

import pytest
from tests.rooms import ANA, clock
from tests.tui.draft.test_draft_screen import TEXT, played
from tests.tui.shown import text_of
from tests.tui.stage import until
from textual.pilot import Pilot
from textual.widgets import Input

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import parse_settings
from zerodraft.store.workspace import Workspace
from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.dialogs.agreed_language import AgreedLanguage
from zerodraft.tui.dialogs.commenting import CommentDialog
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.widgets.card_list import CardList

OWN = "We support the exchange of charts and tables."
PIER = "# Pier Note\n\nWe support the free exchange of charts.\n\nWe support the exchange of pilots and of tables.\n"


@pytest.fixture
def library(harbour: Path) -> Path:
    """The small workspace beside a note that was adopted."""
    with Desk(Workspace.find(harbour), clock(), ANA) as desk:
        desk.new("pier-note", Beginning(parse_settings('title = "Pier Note"\n'), source=PIER))
        desk.issue(desk.open("pier-note"), Issue("Adopted text", "Adopted"))
    return harbour


async def asked(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen, words: str = OWN) -> AgreedLanguage:
    """The dialog, opened for the paragraph with these words."""
    screen.area.go_to(*screen.area.place_at(screen.area.source.index(words)))
    await pilot.press("alt+l")
    await until(pilot, lambda: isinstance(app.screen, AgreedLanguage))
    assert isinstance(app.screen, AgreedLanguage)
    return app.screen


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_the_nearest_wordings_are_stepped_through_by_keys_and_by_mouse(library: Path, size: tuple[int, int]) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        dialog = await asked(app, pilot, screen)
        wordings = dialog.query_one(CardList)
        assert wordings.count == 2
        assert text_of(app).count("Adopted text, paragraph") == 2
        assert "enter: take over · c: into a comment" in text_of(app)
        await pilot.press("down")
        assert wordings.chosen == 1
        await pilot.click(CardList, offset=(4, 1))
        assert wordings.chosen == 0
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen and screen.area.has_focus)
        assert not screen.has_typed_words

    played(library, scene, size)


def test_a_wording_is_taken_over_as_one_step_that_is_not_saved(library: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        dialog = await asked(app, pilot, screen)
        before = screen.area.source
        wanted = dialog._found[1].words
        await pilot.press("down", "enter")
        await until(pilot, lambda: screen.has_typed_words)
        assert screen.area.source == before.replace(OWN, wanted)
        assert app.told[-1].sentence.startswith("Taken over from Pier Note, paragraph ")
        assert (library / TEXT).read_text() == before
        await pilot.press("ctrl+z")
        assert screen.area.source == before

    played(library, scene)


def test_only_the_selected_words_are_replaced(library: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        source = screen.area.source
        start = source.index("support the exchange of charts")
        screen.area.select_span(start, start + len("support the exchange of charts"))
        await pilot.press("alt+l")
        await until(pilot, lambda: isinstance(app.screen, AgreedLanguage))
        await pilot.press("t")
        await until(pilot, lambda: screen.has_typed_words)
        assert "We support the free exchange of charts and tables." in screen.area.source

    played(library, scene)


def test_a_wording_is_quoted_in_a_comment_and_recorded(library: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await asked(app, pilot, screen)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CommentDialog))
        dialog = app.screen
        assert isinstance(dialog, CommentDialog)
        await until(pilot, lambda: dialog.keeping is not None)
        assert dialog.area.source.startswith("Agreed language: “We support the ")
        assert dialog.query_one("#paragraph", Input).value == "5"
        dialog.query_one("#who", Input).value = "JPN"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: app.screen is screen)
        await until(pilot, lambda: any("Agreed lang" in each.comment.body for each in screen.dossier.placed.values()))

    played(library, scene)


def test_a_quotation_that_nobody_touched_does_not_wait_and_words_that_wait_stay(library: Path) -> None:
    async def quoted(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> CommentDialog:
        await asked(app, pilot, screen)
        await pilot.press("c")
        await until(pilot, lambda: isinstance(app.screen, CommentDialog) and app.screen.keeping)
        await until(pilot, lambda: not any(each.group == "words" for each in app.workers))
        assert isinstance(app.screen, CommentDialog)
        return app.screen

    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await quoted(app, pilot, screen)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        await pilot.press("ctrl+t")
        await until(pilot, lambda: isinstance(app.screen, CommentDialog) and app.screen.keeping)
        dialog = app.screen
        assert isinstance(dialog, CommentDialog)
        assert dialog.area.source == ""
        dialog.area.type_text("Our own words.")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        both = (await quoted(app, pilot, screen)).area.source
        assert both.startswith("Our own words.\n\nAgreed language: “")

    played(library, scene)


def test_the_empty_answer_says_what_it_means(harbour: Path) -> None:
    async def scene(app: ZerodraftApp, pilot: Pilot[int], screen: DraftScreen) -> None:
        await asked(app, pilot, screen)
        assert "No other document of this workspace is issued yet" in " ".join(text_of(app).split())
        await pilot.press("enter")
        assert isinstance(app.screen, AgreedLanguage)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)

    played(harbour, scene, (80, 24))
