"""The versions: two texts are chosen in the timeline, and beside it stands what changed between them."""

import asyncio
from pathlib import Path

from tests.rooms import NOTE
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.pilot import Pilot

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings
from zerodraft.store.workspace import Workspace
from zerodraft.tui.destination import Destination
from zerodraft.tui.redline.side_by_side import SideBySide
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.versions import VersionsScreen
from zerodraft.tui.versions.pair import Pair
from zerodraft.tui.widgets.find_bar import FindBar

VERSIONS = Destination("versions")


def title_of(screen: VersionsScreen) -> str:
    return str(screen.page_panel.border_title)


def subtitle_of(screen: VersionsScreen) -> str:
    return str(screen.page_panel.border_subtitle)


async def compared(pilot: Pilot[int], screen: VersionsScreen, title: str) -> None:
    """Wait until the redline with that title is shown."""
    await until(pilot, lambda: title_of(screen) == title)


def test_what_changed_since_the_last_issue_is_shown_first(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            assert subtitle_of(screen) == "change 1 of 1 · 1 ¶ changed · +7 −0 words"
            shown = text_of(app)
            assert "◆ Rev.1" in shown
            assert "[all - Japan; Fiji delete]" in shown
            assert screen.focused is screen.timeline

    asyncio.run(story())


def test_the_cursor_of_the_timeline_chooses_and_the_choice_is_remembered(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            await pilot.press("down", "down")
            await compared(pilot, screen, "Zero Draft → Rev.1")
            await app.go_to(Destination("export"))
            await app.reread()
            await app.go_to(VERSIONS)
            assert screen.pair == Pair("rev-1", "zero-draft")
            assert screen.entries[screen.timeline.chosen].label == "Zero Draft"
            assert title_of(screen) == "Zero Draft → Rev.1"

    asyncio.run(story())


def test_a_base_is_marked_and_the_text_as_it_is_now_compared_with_it(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            await pilot.press("G", "space")
            await compared(pilot, screen, "Zero Draft → working text")
            assert screen.timeline.chosen == 0
            assert "◆ Zero Draft" in text_of(app)
            screen.timeline.chosen = 2
            await until(pilot, lambda: title_of(screen) == "Zero Draft")
            assert "Zero Draft is the base itself" in text_of(app)

    asyncio.run(story())


def test_another_screen_asks_for_a_paragraph_of_a_redline(harbour: Path) -> None:
    async def story() -> None:
        at = Destination("versions", old="zero draft", new="rev-1", ordinal=8)
        async with stage(harbour, "harbour-note", at=at) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Zero Draft → Rev.1")
            await until(pilot, lambda: screen.redline.cursor_ordinal == 8)
            assert "We honour the crews." in screen.redline.copy_text()
            await app.go_to(Destination("versions", old="last", ordinal=3))
            await compared(pilot, screen, "Rev.1 → working text")
            await until(pilot, lambda: screen.redline.cursor_ordinal == 3)
            assert screen.is_reading

    asyncio.run(story())


def test_the_summary_leads_to_the_changes_of_a_part(harbour: Path) -> None:
    async def story() -> None:
        at = Destination("versions", old="zero-draft", new="rev-1")
        async with stage(harbour, "harbour-note", at=at) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Zero Draft → Rev.1")
            screen.do_summary()
            await until(pilot, lambda: screen.cards.has_focus)
            assert "1 moved: 4 → 5" in text_of(app)
            assert subtitle_of(screen) == "4 ¶ changed · +6 −9 words"
            await pilot.press("down", "enter")
            await until(pilot, lambda: screen.redline.cursor_ordinal == 8)
            assert not screen.cards.display
            screen.do_summary()
            await until(pilot, lambda: screen.cards.has_focus)
            await pilot.press("escape")
            await until(pilot, lambda: screen.redline.has_focus)
            assert subtitle_of(screen).startswith("change 3 of 4 · ")

    asyncio.run(story())


def test_both_forms_of_a_redline_keep_the_paragraph(harbour: Path) -> None:
    async def story() -> None:
        at = Destination("versions", old="zero-draft", new="rev-1", ordinal=10)
        async with stage(harbour, "harbour-note", at=at) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: screen.redline.cursor_ordinal == 10)
            await pilot.press("o", "s")
            await until(pilot, lambda: isinstance(screen.redline, SideBySide) and screen.redline.has_focus)
            assert (screen.redline.cursor_ordinal, screen.redline.only_changes) == (10, True)
            await pilot.press("s", "o")
            await until(pilot, lambda: not isinstance(screen.redline, SideBySide))
            assert (screen.redline.cursor_ordinal, screen.redline.only_changes) == (10, False)

    asyncio.run(story())


def test_words_are_found_in_the_redline_and_escape_goes_on_reading(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            await pilot.press("slash", *"ports")
            await until(pilot, lambda: screen.redline.found == "2 of 3")
            assert "2 of 3" in text_of(app)
            await pilot.press("escape")
            await until(pilot, lambda: screen.redline.has_focus)
            assert not screen.query_one(FindBar).is_open
            await pilot.press("escape")
            await until(pilot, lambda: screen.timeline.has_focus)

    asyncio.run(story())


def test_the_mouse_chooses_reads_and_edits(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            await pilot.click("#timeline", offset=(6, 5))
            await compared(pilot, screen, "Zero Draft → Rev.1")
            await pilot.click("#timeline", offset=(6, 5), times=2)
            await until(pilot, lambda: screen.redline.has_focus)
            row = next(row for row, line in enumerate(text_of(app).split("\n")) if "We honour the crews" in line)
            await pilot.click(None, offset=(70, row), times=2)
            await until(pilot, lambda: app.current_mode == "draft")

    asyncio.run(story())


def test_on_a_small_terminal_the_timeline_leaves_while_the_redline_is_read(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            assert "Rev.1 → working text change 1 of 1 · 1 ¶ changed · +7 −0 words" in " ".join(text_of(app).split())
            await pilot.press("enter")
            await until(pilot, lambda: screen.redline.has_focus)
            assert not screen.list_panel.display
            await pilot.click("#page-panel PanelHead")
            await until(pilot, lambda: screen.timeline.has_focus)
            assert screen.list_panel.display

    asyncio.run(story())


def test_no_terminal_is_too_small(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS, size=(20, 5)) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.1 → working text")
            assert "Rev.1" in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: screen.redline.has_focus)
            await pilot.press("escape")
            await until(pilot, lambda: screen.timeline.has_focus)

    asyncio.run(story())


def test_the_paragraph_of_an_old_redline_is_edited_where_it_stands_now(harbour: Path) -> None:
    async def story() -> None:
        at = Destination("versions", old="zero-draft", new="rev-1", ordinal=9)
        async with stage(harbour, "harbour-note", at=at) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: screen.redline.cursor_ordinal == 9)
            await screen.do_edit().wait()
            draft = screen_of(app, DraftScreen)
            await until(pilot, lambda: draft.read is not None and draft.ordinal == 9)
            assert "pilots" in draft.dossier.draft.paragraphs[9].text

    asyncio.run(story())


def test_the_redline_holds_what_is_typed_and_not_saved(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=Destination("draft", ordinal=3)) as (app, pilot):
            draft = screen_of(app, DraftScreen)
            await until(pilot, lambda: draft.read is not None and draft.ordinal == 3)
            await pilot.press(*"Soon ")
            await pilot.press("f5")
            await until(pilot, lambda: app.current_mode == "versions")
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: "Soon" in screen.redline.copy_text())
            assert "● unsaved" in text_of(app)
            assert app.dossier is not None
            await app.go_to(Destination("versions", old="saved"))
            await compared(pilot, screen, "saved text → working text")
            assert screen.redline.position == "change 1 of 1"

    asyncio.run(story())


def test_a_paragraph_that_was_taken_out_can_not_be_edited(harbour: Path) -> None:
    async def story() -> None:
        at = Destination("versions", old="zero-draft", new="rev-1", ordinal=3)
        async with stage(harbour, "harbour-note", at=at) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: screen.redline.cursor_ordinal == 3)
            screen.do_next()
            await until(pilot, lambda: screen.redline.cursor_is_in_old_text)
            await screen.do_edit().wait()
            assert app.told[-1].sentence == "This paragraph is not in the working text."
            assert app.current_mode == "versions"

    asyncio.run(story())


def test_before_the_first_issue_the_next_key_is_named(tmp_path: Path, home: Path) -> None:
    place = tmp_path / "workspace"
    with Desk(Workspace.create(place)) as desk:
        desk.new("note", Beginning(Settings(), source=NOTE))

    async def story() -> None:
        async with stage(place, "note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await until(pilot, lambda: "Nothing is issued yet: i issues the text." in text_of(app))
            screen.do_next()
            assert screen.compared is None

    asyncio.run(story())


def test_of_two_texts_that_say_the_same_nothing_is_offered(harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.issue(desk.open("harbour-note"), Issue("Rev.2"))
        desk.issue(desk.open("harbour-note"), Issue("Rev.3"))

    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await compared(pilot, screen, "Rev.2 → Rev.3")
            assert subtitle_of(screen) == "no changes"
            for name in ("next", "summary", "side-by-side", "find"):
                screen.action_do(f"versions.{name}")
                assert app.told[-1].sentence == "The two texts say the same."
            assert screen.redline.display

    asyncio.run(story())


def test_what_a_new_version_changed_is_shown_when_it_is_issued(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=VERSIONS) as (app, pilot):
            screen = screen_of(app, VersionsScreen)
            await pilot.press("down", "down")
            await compared(pilot, screen, "Zero Draft → Rev.1")
            dossier = app.dossier
            assert dossier is not None
            done = await app.act("Issuing", lambda desk: desk.issue(dossier, Issue("[Rev].2")))
            assert done is not None, app.told
            await compared(pilot, screen, "Rev.1 → [Rev].2")
            assert [entry.label for entry in screen.entries] == ["Working text", "[Rev].2", "Rev.1", "Zero Draft"]
            await app.act("Taking back", lambda desk: desk.undo("harbour-note"))
            await compared(pilot, screen, "Zero Draft → Rev.1")

    asyncio.run(story())
