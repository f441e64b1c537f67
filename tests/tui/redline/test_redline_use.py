"""What is done with a redline: paragraphs and words are found, texts exchanged, blocks clicked, selected, copied."""

import pytest
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.tui.redline.reading_room import CHANGES, marked_row, rows, run
from tests.tui.redline.redline_app import RedlineApp, many
from textual.pilot import Pilot

from zerodraft.tui.redline.view import RedlineView


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


def test_a_sentence_in_place_of_a_long_text_stands_at_the_top() -> None:
    async def show(view: RedlineView, pilot: Pilot[None]) -> None:
        view.last()
        view.show_nothing("Nothing changed.")
        await pilot.pause()
        assert view.scroll_offset.y == 0
        assert rows(view)[1].strip() == "Nothing changed."

    run(show, many(2))


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


def test_while_more_letters_are_typed_the_search_begins_where_it_began() -> None:
    async def find(view: RedlineView, _: Pilot[None]) -> None:
        begin = view.cursor
        view.find("t")
        view.find("tools")
        assert "tools" in view.copy_text()
        view.find("tool")
        view.find("to")
        assert view.cursor_block is not None
        assert view.cursor > begin
        assert "adopt digital tools" not in view.copy_text()
        view.clear_find()
        view.last()
        assert view.find("to") > 3
        assert view.found.startswith("1 of")

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
