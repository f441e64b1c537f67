"""The redline in an app: keys, sizes, what is shown of it and what is folded."""

from itertools import pairwise

import pytest
from tests.export.sheets import redline_sheet
from tests.tui.redline.reading_room import CHANGES, marked_row, numbers, rows, run
from tests.tui.redline.redline_app import many
from textual.pilot import Pilot

from zerodraft.tui.redline.view import RedlineView

SENTENCE = "We agree to keep all of the ports open to small ships in every season. "


def test_the_cursor_begins_on_the_first_change() -> None:
    async def look(view: RedlineView, _: Pilot[None]) -> None:
        assert (view.position, view.cursor) == ("change 1 of 9", 2)
        assert rows(view)[0].strip() == "Bali Message"
        assert rows(view)[marked_row(view)] == "▌▎        PP2  only the form changed, no word"

    run(look)


def test_keys_go_from_change_to_change_and_from_area_to_area() -> None:
    async def press(view: RedlineView, pilot: Pilot[None]) -> None:
        await pilot.press("n", "]")
        assert view.position == "change 3 of 9"
        await pilot.press("p", "N", "[")
        assert view.position == "change 1 of 9"
        await pilot.press("}", "}")
        assert view.cursor_block is not None
        assert view.copy_text() == "Focus area 2: Crises"
        await pilot.press("{", "j", "k", "G")
        assert view.copy_text().startswith("N1  new")
        await pilot.press("g")
        assert view.cursor == 0

    run(press)


def test_there_is_no_change_after_the_last_and_none_before_the_first() -> None:
    async def go(view: RedlineView, _: Pilot[None]) -> None:
        assert not view.previous_change()
        view.last()
        assert not view.next_change()
        assert view.position == "change 9 of 9"

    run(go)


def test_on_a_block_that_did_not_change_the_changes_are_counted() -> None:
    async def go(view: RedlineView, _: Pilot[None]) -> None:
        view.first()
        assert view.position == "9 changes"

    run(go)


@pytest.mark.parametrize("side", [False, True])
def test_wherever_the_cursor_goes_it_is_seen(side: bool) -> None:
    async def go(view: RedlineView, _: Pilot[None]) -> None:
        for _count in range(100):
            moves = (view.next_change, view.next_area, view.previous_change, view.last, view.first)
            for move in (*moves, lambda: view.step(1), lambda: view.turn(1), lambda: view.turn_half(-1)):
                move()
                assert any(row.startswith("▌") for row in rows(view)), move

    run(go, many(4), side=side)


def test_pages_go_through_the_whole_text_and_back() -> None:
    async def turn(view: RedlineView, _: Pilot[None]) -> None:
        seen = set(rows(view))
        view.first()
        pages = 0
        while view.cursor_ordinal != len(CHANGES.new.draft.paragraphs) - 1:
            view.turn(1)
            seen |= set(rows(view))
            pages += 1
        assert pages < 12
        assert any("Done at Bali" in row for row in seen)
        for _page in range(pages):
            view.turn(-1)
        assert view.cursor == 0

    run(turn, size=(60, 12))


def test_a_step_goes_through_a_paragraph_taller_than_the_window_by_halves() -> None:
    tall = f"# T\n\n{SENTENCE * 40}\n"
    sheet = redline_sheet(tall, tall + "\nWe meet again.\n")

    async def step(view: RedlineView, _: Pilot[None]) -> None:
        view.first()
        view.step(1)
        view.step(1)
        tops = [view.scroll_offset.y]
        while view.cursor_block is not None and not view.cursor_block.is_changed:
            view.step(1)
            tops.append(view.scroll_offset.y)
        assert len(tops) > 4
        assert all(after - before <= 6 for before, after in pairwise(tops[:-1]))

    run(step, sheet, size=(80, 13))


def test_the_changes_of_a_paragraph_taller_than_the_window_are_gone_through() -> None:
    old = f"# T\n\n{SENTENCE * 10}Here. {SENTENCE * 30}There. {SENTENCE * 10}\n"
    sheet = redline_sheet(old, old.replace("Here.", "At home.").replace("There.", "Abroad."))

    async def go(view: RedlineView, _: Pilot[None]) -> None:
        assert any("At home." in row for row in rows(view))
        assert view.next_change()
        assert any("Abroad." in row for row in rows(view))
        assert not view.next_change()
        assert view.previous_change()
        assert any("At home." in row for row in rows(view))

    run(go, sheet, size=(80, 13))


def test_a_paragraph_of_twenty_thousand_words_is_shown_and_left_again() -> None:
    sentences = " ".join(
        f"In the year {year} we agree to keep all of the ports open to small ships." for year in range(1300)
    )
    old = f"# T\n\nWe begin.\n\n{sentences}\n\nWe end.\n"
    sheet = redline_sheet(old, old.replace("7 we agree", "7 we decide"))

    async def go(view: RedlineView, _: Pilot[None]) -> None:
        changes = 1
        while view.next_change():
            changes += 1
        assert 30 < changes <= 130
        view.last()
        assert any("We end." in row for row in rows(view))

    run(go, sheet)


@pytest.mark.parametrize("side", [False, True])
def test_another_size_keeps_the_paragraph_of_the_cursor_where_it_is(side: bool) -> None:
    async def resize(view: RedlineView, pilot: Pilot[None]) -> None:
        for _count in range(12):
            view.next_change()
        ordinal, row = view.cursor_ordinal, marked_row(view)
        for width in (120, 64, 40, 100, 80):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
            assert (view.cursor_ordinal, marked_row(view)) == (ordinal, row), width

    run(resize, many(6), side=side)


def test_scrolled_away_from_the_cursor_the_topmost_paragraph_stays() -> None:
    async def resize(view: RedlineView, pilot: Pilot[None]) -> None:
        view.scroll_to(y=200, animate=False)
        await pilot.pause()
        first = numbers(view)[0]
        await pilot.resize_terminal(100, 24)
        await pilot.pause()
        assert first in numbers(view)[:2]

    run(resize, many(6))


def test_from_where_the_reader_scrolled_to_the_next_change_is_the_next_one_there() -> None:
    async def scroll(view: RedlineView, pilot: Pilot[None]) -> None:
        view.scroll_to(y=200, animate=False)
        await pilot.pause()
        view.next_change()
        assert abs(view.scroll_offset.y - 200) < 24

    run(scroll, many(6))


def test_only_changes_fold_the_rest_and_the_cursor_stays_on_its_paragraph() -> None:
    async def fold(view: RedlineView, pilot: Pilot[None]) -> None:
        view.next_change()
        before = view.copy_text()
        await pilot.press("o")
        assert view.only_changes
        assert view.copy_text() == before
        assert "… 1 paragraph unchanged …" in "\n".join(rows(view))
        await pilot.press("o")
        assert not view.only_changes
        assert view.copy_text() == before

    run(fold)


def test_plain_marks_can_be_put_around_changes() -> None:
    async def mark(view: RedlineView, _: Pilot[None]) -> None:
        assert not any("{+" in row for row in rows(view))
        view.toggle_plain_marks()
        assert any("[-a-]{+[a" in row for row in rows(view))
        view.toggle_plain_marks()
        assert not any("{+" in row for row in rows(view))

    run(mark, size=(100, 30))


def test_without_colours_plain_marks_are_always_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def look(view: RedlineView, _: Pilot[None]) -> None:
        assert view.plain_marks
        assert any("{+[a coherent" in row for row in rows(view))

    run(look, size=(100, 30))


def test_in_a_narrow_window_two_columns_become_one_and_say_so() -> None:
    async def look(view: RedlineView, pilot: Pilot[None]) -> None:
        assert rows(view)[0] == " Zero draft                            │ Rev.1"
        await pilot.resize_terminal(66, 24)
        await pilot.pause()
        assert rows(view)[0] == " Two columns need 70 columns; here they stand in one."
        assert any("2 → 3  We encourage" in row for row in rows(view))

    run(look, side=True)


def test_a_view_in_a_window_without_room_for_words_does_not_fail() -> None:
    async def shrink(view: RedlineView, pilot: Pilot[None]) -> None:
        for size in ((2, 2), (1, 1), (9, 3), (16, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            view.next_change()
            rows(view)
        assert any("▎" in row for row in rows(view))

    for side in (False, True):
        run(shrink, side=side)
