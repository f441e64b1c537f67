"""The export: what will be handed out is chosen, seen, and written; nothing is written over unasked."""

import asyncio
from itertools import pairwise
from pathlib import Path

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until
from textual.pilot import Pilot
from textual.widgets import Input

from zerodraft.tui.app import ZerodraftApp
from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.choice import Choice
from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.outgoing.wish import Setting, formats_of
from zerodraft.tui.redline.view import RedlineView
from zerodraft.tui.screens.export import ExportScreen
from zerodraft.tui.widgets.page import Page

EXPORT = Destination("export")
NAME = "harbour-note-working-text"


async def previewed(pilot: Pilot[int], app: ZerodraftApp, words: str) -> ExportScreen:
    """The screen when the preview shows some words."""
    await until(pilot, lambda: words in text_of(app))
    return screen_of(app, ExportScreen)


def test_the_text_as_it_is_now_is_seen_before_it_leaves(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "keep [all - Japan; Fiji delete] ports open")
            assert str(screen.page_panel.border_title) == "Working text"
            assert "not for circulation" in str(screen.page_panel.border_subtitle)
            assert "harbour…king-text.docx" in text_of(app)

    asyncio.run(story())


def test_arrows_step_through_the_values_and_the_preview_follows(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "Japan; Fiji delete")
            await pilot.press("right")
            await until(pilot, lambda: screen.query_one(RedlineView).display)
            assert str(screen.page_panel.border_title) == "Rev.1 → Working text"
            await pilot.press("down", "down", "down", "right")
            await until(pilot, lambda: str(screen.page_panel.border_title) == "Zero Draft → Working text")
            await previewed(pilot, app, "We honour the crews.")
            await pilot.press("up", "left")
            await previewed(pilot, app, "Nothing was issued before Zero Draft")

    asyncio.run(story())


def test_the_file_is_written_and_what_it_holds_is_told(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "Japan; Fiji delete")
            await pilot.press("right", "w")
            file = harbour / "harbour-note-rev-1-to-working-text.docx"
            await until(pilot, file.exists)
            await until(pilot, lambda: app.told)
            assert app.told[-1].sentence == f"The redline from Rev.1 to the working text is written: {file}"
            assert " written " in text_of(app)
            screen.do_copy()
            await until(pilot, lambda: app.clipboard == str(file))

    asyncio.run(story())


def test_a_file_that_exists_is_written_over_only_when_that_is_said(harbour: Path) -> None:
    file = harbour / f"{NAME}.docx"
    file.write_text("mine")

    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "Japan; Fiji delete")
            screen.do_write()
            await until(pilot, lambda: isinstance(app.screen, Choice))
            assert "That file exists" in text_of(app)
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is screen)
            assert file.read_bytes() == b"mine"
            screen.do_write()
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press("w")
            await until(pilot, lambda: file.read_bytes() != b"mine")

    asyncio.run(story())


def test_instead_of_writing_over_a_file_another_name_can_be_given(harbour: Path, home: Path) -> None:
    (harbour / f"{NAME}.docx").write_text("mine")

    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "Japan; Fiji delete")
            screen.do_write()
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press("n")
            await until(pilot, lambda: isinstance(app.screen, Prompt) and app.screen.focused)
            app.screen.query_one(Input).value = "~/[shall].doc"
            await pilot.press("enter")
            await until(pilot, lambda: "Word and LibreOffice open another" in text_of(app))
            app.screen.query_one(Input).value = "~/[shall].txt"
            await pilot.press("enter")
            await until(pilot, (home / "[shall].txt").exists)
            await until(pilot, lambda: app.screen is screen and "[shall].txt" in text_of(app))
            assert (screen.wish.format, screen.wish.file) == ("txt", "~/[shall].txt")

    asyncio.run(story())
    assert (harbour / f"{NAME}.docx").read_text() == "mine"
    assert "[all - Japan; Fiji delete]" in (home / "[shall].txt").read_text()


def test_what_can_not_be_written_is_told_with_the_next_step(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "Japan; Fiji delete")
            screen.say(Setting.FILE, "no-such-folder/a.html")
            screen.do_write()
            await until(pilot, lambda: app.told)
            assert "There is no folder" in app.told[-1].sentence
            screen.say(Setting.VERSION, "zero-draft")
            screen.say(Setting.FORM, "redline")
            screen.action_do("export.write")
            assert app.told[-1].sentence.startswith("Nothing was issued before Zero Draft")

    asyncio.run(story())


def test_a_line_is_changed_by_enter_or_by_a_click_and_stays_for_the_document(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT) as (app, pilot):
            screen = await previewed(pilot, app, "Japan; Fiji delete")
            await pilot.press("down", "enter")
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press(str(formats_of("clean").index("txt") + 1))
            await until(pilot, lambda: screen.wish.format == "txt")
            await until(pilot, lambda: app.screen is screen)
            await pilot.click("#settings", offset=(5, 4))
            await pilot.click("#settings", offset=(5, 4))
            await until(pilot, lambda: isinstance(app.screen, Choice))
            await pilot.press("3")
            await until(pilot, lambda: screen.wish.version == "zero-draft")
            await app.go_to(Destination("home"))
            await app.go_to(EXPORT)
            assert screen.wish.file == "harbour-note-zero-draft.txt"

    asyncio.run(story())


@pytest.mark.parametrize("size", [(80, 24), (20, 5)])
def test_on_a_small_terminal_the_settings_leave_while_the_preview_is_read(harbour: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT, size=size) as (app, pilot):
            screen = screen_of(app, ExportScreen)
            await until(pilot, lambda: screen.query_one(Page).count > 3)
            await pilot.press("p")
            await until(pilot, lambda: screen.page.has_focus)
            assert not screen.list_panel.display
            await pilot.press("q")
            await until(pilot, lambda: screen.settings.has_focus)
            await pilot.press("q")
            await until(pilot, lambda: app.current_mode == "home")

    asyncio.run(story())


@pytest.mark.parametrize("size", [(60, 24), (100, 30), (72, 11)])
def test_the_preview_is_laid_out_for_the_room_that_it_has(harbour: Path, size: tuple[int, int]) -> None:
    """Lines of 78 cells, wrapped again in a narrower page, would be long and short in turns."""
    words = " ".join(["We agree to keep every port open"] * 12)
    (harbour / "declarations/harbour-note/text.md").write_text(f"# Note\n\n{words}.\n")

    async def story() -> None:
        async with stage(harbour, "harbour-note", at=EXPORT, size=(160, 48)) as (app, pilot):
            screen = await previewed(pilot, app, "keep every port open")
            for width, height in (size, (160, 48), size):
                await pilot.resize_terminal(width, height)
                await pilot.press("p")
                await until(pilot, lambda: len(lines_of(screen)) > 4 and is_filled(screen))

    def lines_of(screen: ExportScreen) -> list[str]:
        lines = screen.query_one(Page)._lines
        return [line for line in lines if "port" in line or "every" in line]

    def is_filled(screen: ExportScreen) -> bool:
        """No line but the last could have taken the next line's first word."""
        lines, room = lines_of(screen), min(screen.query_one(Page).scrollable_content_region.width - 1, 78)
        joined = pairwise(lines)
        return all(len(line) <= room < len(f"{line} {after.split()[0]}") for line, after in joined)

    asyncio.run(story())
