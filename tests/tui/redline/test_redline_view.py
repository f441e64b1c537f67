"""The redline in an app: keys, mouse, sizes, finding, copying."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from itertools import pairwise

import pytest
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.tui.redline.redline_app import RedlineApp, many
from textual.pilot import Pilot

from zerodraft.export.sheet import RedlineSheet
from zerodraft.tui.redline.view import RedlineView

CHANGES = redline_sheet(OLD, NEW)
SENTENCE = "We agree to keep all of the ports open to small ships in every season. "
Act = Callable[[RedlineView, Pilot[None]], Awaitable[None]]


def run(act: Act, sheet: RedlineSheet = CHANGES, *, side: bool = False, size: tuple[int, int] = (80, 24)) -> RedlineApp:
    """The app in which something was done with the view; one line of the screen is another widget's."""

    async def done() -> RedlineApp:
        app = RedlineApp(sheet, side=side)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(app.view, pilot)
        return app

    return asyncio.run(done())


def rows(view: RedlineView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


def marked_row(view: RedlineView) -> int:
    """The first row that bears the mark of the cursor."""
    return next(y for y, row in enumerate(rows(view)) if row.startswith("▌"))


def numbers(view: RedlineView) -> list[str]:
    """The numbers in the gutter, of paragraphs that begin in sight."""
    found = (re.match(r"[▌ ][▎ ] *([\d→ ]*\d)  \S", row) for row in rows(view))
    return [each[1] for each in found if each]


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


def test_a_paragraph_is_gone_to_by_its_ordinal_also_when_it_is_folded() -> None:
    affirm = next(each.ordinal for each in CHANGES.new.draft.paragraphs if each.text.startswith("We affirm"))

    async def go(view: RedlineView, _: Pilot[None]) -> None:
        view.toggle_only_changes()
        assert view.go_to_paragraph(affirm)
        assert (view.cursor_ordinal, view.cursor_is_in_old_text) == (affirm, False)
        assert view.copy_text().startswith("1 → 2  We affirm")
        assert not view.go_to_paragraph(1000)

    run(go)


def test_the_ordinal_of_a_deleted_paragraph_is_that_of_the_old_text() -> None:
    tribute = next(each.ordinal for each in CHANGES.old.draft.paragraphs if each.text.startswith("We pay tribute"))

    async def go(view: RedlineView, _: Pilot[None]) -> None:
        while not view.copy_text().startswith("7  deleted"):
            assert view.next_change()
        assert (view.cursor_ordinal, view.cursor_is_in_old_text) == (tribute, True)

    run(go)


def test_texts_that_say_the_same_are_told_in_a_sentence() -> None:
    async def look(view: RedlineView, _: Pilot[None]) -> None:
        assert "The two texts say the same." in "\n".join(rows(view))
        assert (view.position, view.copy_text(), view.cursor_ordinal) == ("", "", None)
        for move in (view.next_change, view.first, view.last, view.next_area, lambda: view.step(1)):
            assert not move()
        view.turn(1)
        assert view.find("same") == 0
        view.show(CHANGES)
        assert view.position == "change 1 of 9"
        view.show_nothing("Nothing is issued yet; [i] issues the text.")
        assert "Nothing is issued yet; [i] issues the text." in "\n".join(rows(view))

    run(look, redline_sheet(OLD, OLD))


def test_a_text_that_went_on_is_shown_at_the_same_paragraph() -> None:
    newer = redline_sheet(OLD, NEW.replace("Guided by", "We are here.\n\nGuided by"))

    async def show(view: RedlineView, _: Pilot[None]) -> None:
        for _count in range(3):
            view.next_change()
        told, row = view.copy_text(), marked_row(view)
        view.show(newer)
        assert (view.copy_text(), marked_row(view)) == (told, row)
        view.show(newer, keep_cursor=False)
        assert view.position == "change 1 of 10"

    run(show)


def test_words_are_found_counted_and_gone_through() -> None:
    async def find(view: RedlineView, _: Pilot[None]) -> None:
        assert view.find("digital") == 4
        assert view.found == "1 of 4"
        view.find_previous()
        assert view.found == "4 of 4"
        assert any("adopt digital" in row for row in rows(view))
        view.find_next()
        assert view.found == "1 of 4"
        assert view.find("no such words") == 0
        assert view.found == ""
        view.clear_find()

    run(find)


def test_words_in_folded_paragraphs_are_found_and_shown() -> None:
    async def find(view: RedlineView, _: Pilot[None]) -> None:
        view.toggle_only_changes()
        assert view.find("diplomacy") == 1
        assert not view.only_changes
        assert any("digital diplomacy" in row for row in rows(view))

    run(find)


def test_a_click_sets_the_cursor_and_a_double_click_opens_the_block() -> None:
    async def click(view: RedlineView, pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, RedlineApp)
        row = next(y for y, words in enumerate(rows(view)) if "We affirm" in words)
        app.heard.clear()
        await pilot.click(view, offset=(30, row))
        assert app.heard == ["moved to 5"]
        assert view.copy_text().startswith("1 → 2  We affirm")
        await pilot.double_click(view, offset=(30, row))
        await pilot.pause()
        assert app.heard == ["moved to 5", "opened 2"]

    run(click)


def test_a_click_beside_the_text_or_on_the_names_of_two_columns_does_nothing() -> None:
    async def click(view: RedlineView, pilot: Pilot[None]) -> None:
        cursor = view.cursor
        await pilot.click(view, offset=(30, 0))
        assert view.cursor == cursor

    run(click, side=True)


def test_what_is_selected_with_the_mouse_is_words_without_numbers_and_with_marks() -> None:
    async def select(view: RedlineView, pilot: Pilot[None]) -> None:
        first = next(y for y, row in enumerate(rows(view)) if "We encourage each" in row)
        column = rows(view)[first].index("each")
        await pilot.mouse_down(view, offset=(column, first))
        await pilot.hover(view, offset=(60, first + 1))
        await pilot.mouse_up(view, offset=(60, first + 1))
        await pilot.pause()
        selected = view.screen.get_selected_text()
        assert (
            selected
            == "each country to adopt [-a-]{+[a coherent - JPN; AUS delete]+} policy framework, which may include:"
        )

    run(select)


def test_all_that_is_selected_is_one_paragraph_a_line() -> None:
    async def select(view: RedlineView, _: Pilot[None]) -> None:
        view.text_select_all()
        selected = view.screen.get_selected_text()
        assert selected is not None
        lines = selected.split("\n")
        assert lines[0] == "Bali Message"
        assert "{+We welcome the offer of Fiji to host the first exercise.+}" in lines

    run(select)


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


@pytest.mark.parametrize("typed", ["[shall]", "[/foo]", "[@click=app.bell]x[/]", "[b]bold", "\x1b]52;c;aGk=\x07"])
def test_what_users_type_is_neither_markup_nor_a_command(typed: str) -> None:
    sheet = redline_sheet("# T\n\nWe agree to act on ports.\n", f"# T\n\nWe agree to {typed} act on ports.\n")

    async def look(view: RedlineView, _: Pilot[None]) -> None:
        shown = "\n".join(rows(view))
        assert typed.replace("\x1b", "⟦U+001B⟧").replace("\x07", "⟦U+0007⟧") in shown
        assert "\x1b" not in shown
        view.show_nothing(f"{typed} is not there.")
        assert "is not there." in "\n".join(rows(view))
        assert "\x1b" not in "\n".join(rows(view))

    run(look, sheet)
