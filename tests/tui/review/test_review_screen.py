"""The proposals: found by a filter, read beside the queue, marked and gone through without leaving it."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.review.table import NOTE
from tests.tui.shown import text_of
from tests.tui.stage import screen_of, stage, until

from zerodraft.tui.destination import Destination
from zerodraft.tui.dialogs.commenting import CommentDialog
from zerodraft.tui.screens.draft import DraftScreen
from zerodraft.tui.screens.review import ReviewScreen

REVIEW = Destination("review")


def numbers(screen: ReviewScreen) -> list[str]:
    return [each.proposal.number for each in screen.queue.tabled]


def chosen(screen: ReviewScreen) -> str:
    return screen.chosen.proposal.number if screen.chosen else ""


def figures(screen: ReviewScreen) -> str:
    return str(screen.list_panel.border_subtitle)


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24)])
def test_queue_proposal_and_what_competes_are_shown_at_each_size(table: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW, size=size) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            assert numbers(screen) == ["IDN-1", "JPN-1", "VNM-1", "JPN-2", "FJI-1", "VNM-2"]
            assert (chosen(screen), figures(screen)) == ("IDN-1", "1 of 6 · 0 of 6 decided")
            shown = text_of(app)
            assert "look: The same sentence was changed since." in shown
            assert "Competing" in shown or size == (80, 24)
            await pilot.press("down")
            await until(pilot, lambda: "“Most boats in distress fish.”" in text_of(app))
            assert str(screen.page_panel.border_subtitle) == "2 of 3 here · ] next · ● open"

    asyncio.run(story())


def test_on_the_smallest_screen_queue_and_proposal_take_turns(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW, size=(20, 5)) as (app, pilot):
            await until(pilot, lambda: "● ¶ 1     I" in text_of(app))
            await pilot.press("G", "enter")
            await until(pilot, lambda: "¶ 5 · focus ar" in text_of(app))
            await pilot.press("escape")
            await until(pilot, lambda: "● ¶ 5     V" in text_of(app))

    asyncio.run(story())


def test_the_queue_is_narrowed_while_the_filter_is_typed_and_progress_is_that_of_the_filter(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("slash", *"from:jpn")
            await until(pilot, lambda: numbers(screen) == ["JPN-1", "JPN-2"])
            await pilot.press("enter")
            await until(pilot, lambda: screen.focused is screen.items)
            assert "Proposals by paragraph · from Japan" in text_of(app)
            assert figures(screen).endswith("0 of 2 decided")
            await pilot.press("o")
            await until(pilot, lambda: screen.filter_line.value == "from:jpn state:open")
            await app.go_to(Destination("draft"))
            await app.go_to(REVIEW)
            assert numbers(screen) == ["JPN-1", "JPN-2"]
            await pilot.press("escape")
            await until(pilot, lambda: len(numbers(screen)) == 6)

    asyncio.run(story())


def test_skipping_goes_round_and_brackets_step_through_what_competes(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("left_square_bracket")
            await until(pilot, lambda: chosen(screen) == "VNM-1")
            await pilot.press("right_square_bracket")
            await until(pilot, lambda: chosen(screen) == "IDN-1")
            await pilot.press("G", "s")
            await until(pilot, lambda: chosen(screen) == "IDN-1")
            await pilot.press("G", "right_square_bracket")
            await until(pilot, lambda: [told.sentence for told in app.told] == ["Nothing else is proposed here."])

    asyncio.run(story())


def test_proposals_are_marked_one_by_one_and_as_a_range(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("space")
            await until(pilot, lambda: list(screen.marked) == ["idn-1"] or len(screen.marked) == 1)
            assert chosen(screen) == "JPN-1"
            assert "◆● ¶ 1     IDN-1" in text_of(app)
            await pilot.press("down", "down", "v")
            await until(pilot, lambda: "4 marked" in figures(screen))
            assert [screen.queue.tabled[index].proposal.id in screen.marked for index in range(6)] == [True] * 4 + [
                False
            ] * 2
            await pilot.press("space")
            await until(pilot, lambda: "3 marked" in figures(screen))
            await pilot.press("escape")
            await until(pilot, lambda: not screen.marked and "marked" not in figures(screen))

    asyncio.run(story())


def test_the_changes_of_a_proposal_are_marked_where_it_is_read(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("enter")
            await until(pilot, lambda: screen.page.has_focus)
            await pilot.press("down", "down", "down", "space")
            await until(pilot, lambda: screen.changes == {2})
            assert "◆ Change 2 of 2" in text_of(app)
            await pilot.press("escape", "down")
            await until(pilot, lambda: chosen(screen) == "JPN-1")
            assert not screen.changes

    asyncio.run(story())


def test_enter_goes_on_from_the_card_to_a_competing_proposal_or_to_the_text(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("enter", "G", "enter")
            await until(pilot, lambda: chosen(screen) == "VNM-1")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, DraftScreen) and app.screen.ordinal == 3)

    asyncio.run(story())


def test_somebody_sent_to_a_proposal_finds_it_whatever_was_filtered(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, _pilot):
            screen = screen_of(app, ReviewScreen)
            screen.filter_by("from:JPN")
            await app.go_to(Destination("review", ordinal=8))
            assert (chosen(screen), screen.filter_line.value) == ("FJI-1", "")
            await app.go_to(Destination("review", proposal=screen.queue.tabled[1].proposal.id))
            assert chosen(screen) == "JPN-1"
            await app.go_to(Destination("review", words="area:2"))
            assert numbers(screen) == ["FJI-1", "VNM-2"]

    asyncio.run(story())


def test_a_text_without_proposals_names_the_next_key(harbour: Path) -> None:
    async def story() -> None:
        async with stage(harbour, NOTE, at=REVIEW, size=(80, 24)) as (app, pilot):
            shown = " ".join(text_of(app).split())
            assert "2 goes to the text, where one is taken down; I takes in a file." in shown
            await pilot.press("space", "s", "y", "enter")
            await until(pilot, lambda: len(app.told) == 4)
            assert {told.sentence for told in app.told} == {"No proposal is chosen."}

    asyncio.run(story())


def test_order_copy_and_comment(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.press("O")
            await until(pilot, lambda: numbers(screen) == ["FJI-1", "IDN-1", "JPN-1", "JPN-2", "VNM-1", "VNM-2"])
            assert chosen(screen) == "IDN-1"
            await pilot.press("y")
            await until(pilot, lambda: app.clipboard.startswith("IDN-1 · Indonesia on ¶ 1: open\n"))
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, CommentDialog))

    asyncio.run(story())


def test_the_mouse_chooses_a_proposal_marks_a_change_and_goes_to_another(table: Path) -> None:
    async def story() -> None:
        async with stage(table, NOTE, at=REVIEW, size=(80, 24)) as (app, pilot):
            screen = screen_of(app, ReviewScreen)
            await pilot.click("#queue", offset=(20, 3))
            await until(pilot, lambda: chosen(screen) == "JPN-2")
            await pilot.click("#queue", offset=(20, 0))
            await until(pilot, lambda: chosen(screen) == "IDN-1")
            await pilot.click("#page-panel PanelHead")
            await until(pilot, lambda: screen.is_reading and "Change 1 of 2" in text_of(app))
            lines = text_of(app).splitlines()
            row = next(index for index, line in enumerate(lines) if "Change 1 of 2" in line)
            await pilot.click(offset=(10, row), times=2)
            await until(pilot, lambda: screen.changes == {1})

    asyncio.run(story())
