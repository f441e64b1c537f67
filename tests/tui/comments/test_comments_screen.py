"""The comments: found by a filter, read beside the list, answered and settled without leaving it."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.pilot import Pilot

from zerodraft.desk.desk import Desk
from zerodraft.desk.remarks import Reply
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.commenting import CommentDialog
from zerodraft.tui.dialogs.replying import ReplyDialog
from zerodraft.tui.screens.comments import CommentsScreen
from zerodraft.tui.screens.draft import DraftScreen

COMMENTS = Destination("comments")
NOTE = "harbour-note"


def who(screen: CommentsScreen) -> list[str]:
    return [thread.root.delegation for thread in screen.listing.threads]


def chosen(screen: CommentsScreen) -> str:
    thread = screen.chosen_thread
    return thread.root.body if thread else ""


def figures(screen: CommentsScreen) -> str:
    return str(screen.list_panel.border_subtitle)


async def recorded(pilot: Pilot[int], screen: CommentsScreen, dialog: type[CommentDialog] | type[ReplyDialog]) -> None:
    """Press the key that records, and wait until the list is back."""
    await until(pilot, lambda: isinstance(pilot.app.screen, dialog) and pilot.app.screen.keeping)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: pilot.app.screen is screen)


@pytest.mark.parametrize("size", [(160, 48), (110, 30), (80, 24)])
def test_list_and_thread_are_shown_at_each_size(harbour: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS, size=size) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            assert figures(screen) == "1 of 4 · 3 open"
            shown = text_of(app)
            assert all(words in shown for words in ("Comments by paragraph", "¶ 1", "All of them.", "● open"))
            assert "Their words are gone · 1" in shown
            await pilot.press("G")
            await until(pilot, lambda: figures(screen) == "4 of 4 · 3 open")
            await until(pilot, lambda: "read: We decide to meet again" in text_of(app))
            assert "The paragraph was deleted." in text_of(app)

    asyncio.run(story())


def test_on_the_smallest_screen_list_and_thread_take_turns(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS, size=(24, 6)) as (app, pilot):
            assert "¶ 2(a)  VNM" in text_of(app)
            await pilot.press("down", "down", "space")
            await until(pilot, lambda: "✓ resolved" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: "¶ 2(a)  VNM" in text_of(app))

    asyncio.run(story())


def test_the_filter_narrows_while_it_is_typed_and_esc_shows_everything_again(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("slash", *"from:fij")
            await until(pilot, lambda: who(screen) == ["FJI", "FJI"])
            assert "FJI Fiji" in text_of(app)
            await pilot.press("enter")
            await until(pilot, lambda: screen.focused is screen.threads)
            assert "Comments by paragraph · from Fiji" in text_of(app)
            await pilot.press("escape")
            await until(pilot, lambda: who(screen) == ["JPN", "FJI", "VNM", "FJI"])
            assert not screen.filter_line.display

    asyncio.run(story())


def test_a_filter_that_is_not_understood_is_told_below_the_line(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("slash")
            await until(pilot, lambda: screen.filter_line.has_focus)
            screen.filter_by("state:done")
            await until(pilot, lambda: "A matter is open, answered, taken-up or resolved" in text_of(app))
            screen.filter_by("from:ja")
            await until(pilot, lambda: "JPN Japan · JAM Jamaica" in text_of(app))
            await pilot.press("enter")
            await until(pilot, lambda: "Several names begin with “ja”: Japan, Jamaica." in text_of(app))
            screen.filter_by("nothing says this")
            await until(pilot, lambda: "None of the 4 comments is like this." in text_of(app))
            assert figures(screen) == "none · 0 open"
            await pilot.press("r", "x", "y")
            await until(pilot, lambda: [told.sentence for told in app.told][-3:] == ["No comment is chosen."] * 3)

    asyncio.run(story())


@pytest.mark.parametrize("key", ["right", "tab"])
def test_the_completion_is_taken_with_the_arrow_or_with_tab(harbour: Path, key: str) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("slash", *"state:r")
            await until(pilot, lambda: screen.filter_line._suggestion)
            await pilot.press(key)
            await until(pilot, lambda: who(screen) == ["VNM"])
            assert screen.filter_line.value == "state:resolved"
            await pilot.press("tab")
            assert not screen.filter_line.has_focus

    asyncio.run(story())


def test_open_only_is_a_term_of_the_filter_that_a_key_puts_in_and_takes_out(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            screen.filter_by("on:zero-draft")
            await pilot.press("o")
            await until(pilot, lambda: who(screen) == ["JPN", "FJI"])
            assert screen.filter_line.value == "on:zero-draft state:open"
            await pilot.press("o")
            await until(pilot, lambda: who(screen) == ["JPN", "VNM", "FJI"])
            assert screen.filter_line.value == "on:zero-draft"

    asyncio.run(story())


def test_the_order_changes_under_the_cursor(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("s")
            await until(pilot, lambda: "Comments newest first" in text_of(app))
            assert (chosen(screen), figures(screen)) == ("All of them.", "3 of 4 · 3 open")
            await pilot.press("s", "s")
            await until(pilot, lambda: "Comments by paragraph" in text_of(app))

    asyncio.run(story())


def test_enter_goes_to_the_paragraph_and_a_detached_comment_has_none(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            await pilot.press("G", "enter")
            gone = "The words of this comment are gone: there is no paragraph to go to."
            await until(pilot, lambda: [told.sentence for told in app.told] == [gone])
            await pilot.press("up", "enter")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))
            await until(pilot, lambda: screen_of(app, DraftScreen).ordinal == 5)

    asyncio.run(story())


def test_a_reply_is_recorded_and_the_cursor_goes_on(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("r")
            await until(pilot, lambda: isinstance(app.screen, ReplyDialog))
            await pilot.press(*"[Noted]")
            await recorded(pilot, screen, ReplyDialog)
            await until(pilot, lambda: figures(screen) == "2 of 4 · 2 open")
            await until(pilot, lambda: chosen(screen) == "We would delete “all”.")
        with Desk.at(harbour) as desk:
            answered = desk.open(NOTE).threads[0]
        assert [(reply.delegation, reply.body) for reply in answered.replies] == [("SEC", "[Noted]")]

    asyncio.run(story())


def test_matters_are_settled_one_after_the_other_while_only_open_ones_are_shown(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("o")
            for expected in (["FJI", "FJI"], ["FJI"], []):
                await pilot.press("x")
                await recorded(pilot, screen, ReplyDialog)
                await until(pilot, lambda expected=expected: who(screen) == expected)  # type: ignore[misc]
            assert "None of the 4 comments is like this." in text_of(app)
            await pilot.press("escape", "x")
            await until(pilot, lambda: app.told[-1].sentence == "This matter is settled already.")

    asyncio.run(story())


def test_a_comment_is_added_where_the_cursor_stands(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("down", "down", "c")
            await until(pilot, lambda: isinstance(app.screen, CommentDialog))
            await pilot.press(*"indo", "tab", "tab", "tab", "tab", "tab", *"Yes.")
            await recorded(pilot, screen, CommentDialog)
            await until(pilot, lambda: figures(screen) == "3 of 5 · 4 open")
            assert who(screen) == ["JPN", "FJI", "VNM", "IDN", "FJI"]
            assert chosen(screen).startswith("Twice")

    asyncio.run(story())


def test_what_is_copied_is_the_thread(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            await pilot.press("y")
            await until(pilot, lambda: app.clipboard.startswith("Japan on ¶ 1 (reworded since): open\n"))

    asyncio.run(story())


def test_somebody_sent_to_a_comment_finds_it_whatever_was_filtered(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, _pilot):
            screen = screen_of(app, CommentsScreen)
            screen.filter_by("from:JPN")
            await app.go_to(Destination("comments", ordinal=5))
            assert (chosen(screen)[:5], screen.filter_line.value) == ("Twice", "")
            gone = screen.listing.threads[-1].root.id
            await app.go_to(Destination("comments", comment=gone))
            assert chosen(screen) == "Autumn is the season of storms."
            await app.go_to(Destination("comments", ordinal=9))
            assert chosen(screen) == "Autumn is the season of storms."

    asyncio.run(story())


def test_what_somebody_else_recorded_is_shown_and_the_cursor_stays_on_its_comment(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("down")
            await until(pilot, lambda: figures(screen).startswith("2 of 4"))
            with Desk.at(harbour) as desk:
                dossier = desk.open(NOTE)
                desk.reply(dossier, Reply("SEC", dossier.threads[0].root.id, "Done.", resolves=True))
            screen.filter_by("state:open")
            await pilot.press("R")
            await until(pilot, lambda: who(screen) == ["FJI", "FJI"])
            assert (chosen(screen), figures(screen)) == ("We would delete “all”.", "1 of 2 · 2 open")

    asyncio.run(story())


def test_each_document_has_a_filter_of_its_own(harbour: Path) -> None:
    from zerodraft.desk.texts import Beginning
    from zerodraft.formats.settings import Settings

    with Desk.at(harbour) as desk:
        desk.new("other", Beginning(Settings(title="Other"), source="# Other\n\nWe agree.\n"))

    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            screen.filter_by("from:JPN")
            await app.open_declaration("other")
            await until(pilot, lambda: "Nobody has commented yet. c records" in text_of(app))
            assert screen.filter_line.value == ""
            await app.open_declaration(NOTE)
            await until(pilot, lambda: who(screen) == ["JPN"])

    asyncio.run(story())


def test_the_mouse_chooses_a_comment_and_goes_to_its_paragraph(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.click("#threads", offset=(20, 2))
            await until(pilot, lambda: chosen(screen).startswith("Twice"))
            await pilot.click("#threads", offset=(20, 2), times=2)
            await until(pilot, lambda: isinstance(app.screen, DraftScreen))

    asyncio.run(story())


def test_a_comment_that_cannot_be_read_is_told_and_counted(harbour: Path) -> None:
    (spoiled,) = (harbour / "declarations" / NOTE / "comments").glob("*-jpn-*.md")
    spoiled.write_text("", encoding="utf-8")

    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            assert figures(screen) == "1 of 3 · 2 open · 1 can't be read"
            sentences = [told.sentence for told in app.told]
            assert len(sentences) == 1
            assert spoiled.name in sentences[0]
            assert "The file is empty." in sentences[0]
            await pilot.press("R")
            await until(pilot, lambda: not app.workers._workers)
            assert len(app.told) == 1

    asyncio.run(story())


def test_another_size_of_the_terminal_gives_the_items_another_height(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=COMMENTS, size=(160, 40)) as (app, pilot):
            screen = screen_of(app, CommentsScreen)
            await pilot.press("G")
            await until(pilot, lambda: figures(screen).startswith("4 of 4"))
            assert screen.threads.item_height == 2
            await pilot.resize_terminal(80, 24)
            await until(pilot, lambda: screen.threads.item_height == 1)
            assert "▌● ¶ 3     Fiji" in text_of(app)
            await pilot.resize_terminal(160, 40)
            await until(pilot, lambda: "▌  Autumn is the season of storms." in text_of(app))

    asyncio.run(story())
