"""Rows as runs of characters in styles, and the gutter beside them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS

from zerodraft.core.text.width import cells
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.galley import Galley
from zerodraft.tui.editor.gutter import Gutter, Run, shortened
from zerodraft.tui.editor.layout import Row
from zerodraft.tui.editor.marks import Bar, LineMark, Tint
from zerodraft.tui.editor.painting import over_row, row_runs
from zerodraft.tui.editor.place import Place, Selection


def painted(text: str, row: Row, *tints: Tint, over: tuple[Tint, ...] = (), width: int = 10) -> list[tuple[str, str]]:
    return [(run.text, " ".join(run.styles)) for run in row_runs(text, row, width, tints, over)]


def test_styles_lie_over_each_other_the_last_on_top() -> None:
    text = "we [shall] act"
    row = Row(0, 0, 0, 14, True)
    assert painted(text, row, Tint(3, 10, "disputed"), Tint(4, 9, "comment"), width=20) == [
        ("we ", ""),
        ("[", "disputed"),
        ("shall", "disputed comment"),
        ("]", "disputed"),
        (" act", ""),
    ]


def test_a_row_shows_its_part_of_a_style() -> None:
    assert painted("abcdef", Row(0, 1, 3, 6, True), Tint(1, 4, "strong")) == [("d", "strong"), ("ef", "")]


def test_spaces_beyond_the_edge_are_not_shown() -> None:
    assert painted("abcdefghij      ", Row(0, 0, 0, 16, True)) == [("abcdefghij", "")]
    assert painted("ab cd", Row(0, 0, 0, 3, False)) == [("ab", "")]


def test_a_character_wider_than_the_row_is_left_out() -> None:
    assert painted("数", Row(0, 0, 0, 1, True), width=1) == []


def test_the_cursor_is_seen_on_a_whole_character_and_behind_the_words() -> None:
    assert painted("ที่นำ", Row(0, 0, 0, 5, True), over=(Tint(0, 3, "cursor"),)) == [("ที่", "cursor"), ("นำ", "")]
    assert painted("ab", Row(0, 0, 0, 2, True), over=(Tint(2, 3, "cursor"),)) == [("ab", ""), (" ", "cursor")]


def lying_over(text: str, row: Row, anchor: tuple[int, int], cursor: tuple[int, int]) -> list[Tint]:
    return list(over_row(text, row, Selection(Place(*anchor), Place(*cursor)), "cursor", 10))


def test_a_selection_over_lines_takes_the_line_end_along() -> None:
    assert lying_over("abc", Row(1, 0, 0, 3, True), (0, 5), (3, 0)) == [Tint(0, 4, "selected")]
    assert lying_over("", Row(1, 0, 0, 0, True), (0, 5), (3, 0)) == [Tint(0, 1, "selected")]


def test_the_cursor_is_in_one_row_only() -> None:
    text = "abcdefghij klm"
    first, second = Row(0, 0, 0, 11, False), Row(0, 1, 11, 14, True)
    assert lying_over(text, first, (0, 11), (0, 11)) == []
    assert lying_over(text, second, (0, 11), (0, 11)) == [Tint(11, 12, "cursor")]
    assert lying_over(text, first, (0, 10), (0, 10)) == [Tint(10, 11, "cursor")]
    assert lying_over(text, second, (0, 14), (0, 14)) == [Tint(14, 15, "cursor")]


@given(TEXTS, st.integers(1, 70), st.data())
def test_no_row_is_wider_than_the_area_leaves_for_it(source: str, width: int, data: st.DataObject) -> None:
    buffer = Buffer(source)
    galley = Galley(buffer, width, 30)
    galley.set_marks({line: LineMark("12(a)(ii)", Bar.ISSUED, 3, 2) for line in range(buffer.line_count)})
    place = buffer.place_at(data.draw(st.integers(0, len(source))))
    selection = Selection(buffer.place_at(data.draw(st.integers(0, len(source)))), place)
    room = galley.gutter.cells + galley.layout.width + 1
    for number in range(galley.layout.height):
        row = galley.layout.row(number)
        runs = galley.runs(row, galley.over(row, selection, galley.partners(selection), "cursor"))
        assert sum(cells(run.text) for run in runs) <= room
        assert cells(runs[0].text) == 1


@given(TEXTS, st.data())
def test_the_cursor_is_always_seen_in_one_row(source: str, data: st.DataObject) -> None:
    buffer = Buffer(source)
    galley = Galley(buffer, 40, 20)
    selection = Selection.at(buffer.place_at(data.draw(st.integers(0, len(source)))))
    rows = [galley.layout.row(number) for number in range(galley.layout.height)]
    seen = [row for row in rows if any(t.style == "cursor" for t in galley.over(row, selection, (), "cursor"))]
    assert [galley.layout.row_of(Place(row.line, row.start)) for row in seen] == [
        galley.layout.row_of(selection.cursor)
    ]
    runs = galley.runs(seen[0], galley.over(seen[0], selection, (), "cursor"))
    assert sum("cursor" in run.styles for run in runs) >= 1


# --- gutter ------------------------------------------------------------------------------------


def beside(mark: LineMark, width: int = 100, widest: int = 9, *, is_first: bool = True) -> str:
    return "".join(run.text for run in Gutter.fitting(width, widest).runs(mark, is_first=is_first))


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (LineMark(), "                "),
        (LineMark("3"), "         3      "),
        (LineMark("12(a)(ii)", Bar.UNSAVED, 3, 2), "▎12(a)(ii)  2● "),
        (LineMark("PP3", Bar.ISSUED, 3, 0), "┆      PP3  3○ "),
        (LineMark("36 bis", Bar.NONE, 120, 120), "    36 bis 99● "),
    ],
)
def test_the_gutter_tells_change_number_and_comments_by_signs(mark: LineMark, expected: str) -> None:
    assert beside(mark) == expected[:15]


def test_later_rows_of_a_paragraph_repeat_its_bar_only() -> None:
    assert beside(LineMark("3", Bar.UNSAVED, 1, 1), is_first=False) == "▎" + " " * 14


@pytest.mark.parametrize(
    ("width", "expected"), [(100, "▎  3  1● "), (60, "▎  3  1● "), (59, "▎  3 "), (30, "▎  3 "), (29, "▎ ")]
)
def test_a_narrow_area_leaves_out_comments_and_then_numbers(width: int, expected: str) -> None:
    assert beside(LineMark("3", Bar.UNSAVED, 1, 1), width, 1) == expected


def test_a_long_number_keeps_its_end() -> None:
    assert shortened("12(a)(ii)(b)", 9) == "…)(ii)(b)"
    assert beside(LineMark("12(a)(ii)"), 50) == " …(ii) "


def test_the_gutter_is_as_wide_as_it_says() -> None:
    for width in (10, 30, 60, 120):
        for widest in (0, 2, 5, 9, 12):
            gutter = Gutter.fitting(width, widest)
            mark = LineMark("1" * widest, Bar.ISSUED, 5, 5)
            assert cells("".join(run.text for run in gutter.runs(mark, is_first=True))) == gutter.cells
            assert cells("".join(run.text for run in gutter.runs(mark, is_first=False))) == gutter.cells


def test_a_click_on_the_count_is_told_from_one_beside_it() -> None:
    gutter = Gutter.fitting(100, 3)
    assert [cell for cell in range(-1, 12) if gutter.counts(cell)] == [4, 5, 6, 7]
    assert not Gutter.fitting(40, 3).counts(5)


def test_a_run_has_no_style_unless_named() -> None:
    assert Run("x") == Run("x", ())
