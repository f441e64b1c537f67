"""Rows of the text: how lines break, which place is in which cell, and that an edit breaks as the whole would."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.tui.editor.scripts import BURMESE, CHINESE, FAMILY, LINES, TEXTS, THAI, drawn_edit

from zerodraft.core.text.width import clusters
from zerodraft.tui.editor.breaking import row_starts
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.glyph import is_stop, shown_cells
from zerodraft.tui.editor.layout import Layout, Row
from zerodraft.tui.editor.place import Edit, Place

WIDTHS = st.integers(1, 30)


def rows(text: str, width: int) -> list[str]:
    starts = row_starts(text, width)
    return [text[start:end] for start, end in zip(starts, (*starts[1:], len(text)), strict=True)]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("We resolve", 10, ["We resolve"]),
        ("We resolve to strengthen", 10, ["We resolve ", "to ", "strengthen"]),
        ("https://example.org x", 8, ["https://", "example.", "org x"]),
        ("abcd    efg", 4, ["abcd    ", "efg"]),
        ("abcd    ", 4, ["abcd    "]),
        ("加强数字外交。", 12, ["加强数字外", "交。"]),
        ("ความร่วมมือ", 5, ["ความร่", "วมมือ"]),
        ("ไทยเป็น", 4, ["ไทย", "เป็น"]),
        ("မြန်မာနိုင်ငံ", 5, ["မြန်မာ", "နိုင်ငံ"]),
        ("数字 diplomacy 外交", 11, ["数字 ", "diplomacy ", "外交"]),
        ("a\u202eb c", 9, ["a\u202e", "b c"]),
        (f"{FAMILY}ab", 4, [FAMILY, "ab"]),
    ],
)
def test_lines_break_between_words_and_where_a_script_allows(text: str, width: int, expected: list[str]) -> None:
    assert rows(text, width) == expected


@given(LINES, WIDTHS)
@example("\u200d" * 20 + "a", 3)
def test_the_rows_of_a_line_joined_are_the_line(text: str, width: int) -> None:
    assert "".join(rows(text, width)) == text


@given(LINES, WIDTHS)
def test_no_row_is_wider_than_the_column_but_for_a_single_character(text: str, width: int) -> None:
    done = 0
    for row in rows(text, width):
        words = row.rstrip(" ")
        steps = sum(is_stop(text, done + place) for place in range(len(words)))
        flags = sum("\U0001f1e6" <= char <= "\U0001f1ff" for char in words)
        assert shown_cells(text, done, done + len(words)) <= width or steps - flags <= 1
        done += len(row)


@given(LINES, WIDTHS)
def test_no_row_begins_within_a_letter_and_its_marks(text: str, width: int) -> None:
    assert all(is_stop(text, start) for start in row_starts(text, width))


@given(TEXTS, WIDTHS, st.data())
def test_rows_after_edits_are_those_of_the_whole_text_broken_anew(source: str, width: int, data: st.DataObject) -> None:
    buffer = Buffer(source)
    layout = Layout(buffer, width)
    for _ in range(data.draw(st.integers(1, 5))):
        edit = drawn_edit(data, buffer)
        buffer.apply(edit)
        layout.follow(edit)
        fresh = Layout(buffer, width)
        assert layout.height == fresh.height
        assert [layout.starts(line) for line in range(buffer.line_count)] == [
            fresh.starts(line) for line in range(buffer.line_count)
        ]


@given(
    st.lists(st.sampled_from(("a", "bb ", "ccc ", THAI, CHINESE, BURMESE, "dddddddddd ", "。", "  ")), min_size=8),
    st.data(),
)
def test_typing_in_a_long_line_breaks_it_as_the_whole_would(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces)
    buffer = Buffer(text)
    layout = Layout(buffer, 9)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 3)))
    edit = Edit(
        Place(0, start), Place(0, end), data.draw(st.sampled_from(("", "x", " ", "ก", "\u0301", "。", "word and ")))
    )
    buffer.apply(edit)
    layout.follow(edit)
    assert tuple(layout.starts(0)) == row_starts(buffer.source, 9)


@given(TEXTS, WIDTHS)
def test_each_row_is_found_by_its_number_and_by_its_place(source: str, width: int) -> None:
    buffer = Buffer(source)
    layout = Layout(buffer, width)
    found = [layout.row(number) for number in range(layout.height)]
    assert [layout.row_of(Place(row.line, row.start)) for row in found] == list(range(layout.height))
    for line in range(buffer.line_count):
        own = [row for row in found if row.line == line]
        assert "".join(buffer.line(line)[row.start : row.end] for row in own) == buffer.line(line)
        assert [row.is_last for row in own] == [False] * (len(own) - 1) + [True]


@given(TEXTS, WIDTHS, st.data())
def test_a_place_is_found_again_in_its_cell(source: str, width: int, data: st.DataObject) -> None:
    buffer = Buffer(source)
    layout = Layout(buffer, width)
    row = layout.row(data.draw(st.integers(0, layout.height - 1)))
    text = buffer.line(row.line)
    columns = [column for column in range(row.start, layout.end_of(row) + 1) if is_stop(text, column)]
    place = Place(row.line, data.draw(st.sampled_from(columns)))
    number = layout.row_of(Place(row.line, row.start))
    if layout.row_of(place) == number and shown_cells(text, row.start, place.column) < width:
        assert layout.place_in(number, layout.cell_of(place)) == place


@given(TEXTS, WIDTHS, st.integers(0, 40), st.data())
def test_a_cell_is_never_a_place_within_a_character_nor_in_another_row(
    source: str, width: int, cell: int, data: st.DataObject
) -> None:
    buffer = Buffer(source)
    layout = Layout(buffer, width)
    number = data.draw(st.integers(0, layout.height - 1))
    place = layout.place_in(number, cell)
    assert layout.row_of(place) == number
    assert is_stop(buffer.line(place.line), place.column)


def test_spaces_at_the_end_hang_over_the_edge_and_the_cursor_stays_in_view() -> None:
    layout = Layout(Buffer("abcd      "), 4)
    assert layout.height == 1
    assert layout.cell_of(Place(0, 9)) == 4


def test_the_end_of_a_row_is_behind_its_words() -> None:
    layout = Layout(Buffer("We resolve to strengthen"), 10)
    assert layout.end_of(layout.row(0)) == 10
    assert layout.end_of(layout.row(2)) == 24


def test_the_end_of_a_row_that_breaks_a_word_is_before_its_last_letter() -> None:
    layout = Layout(Buffer("abcdefgh"), 4)
    assert layout.end_of(layout.row(0)) == 3


def test_the_rows_of_a_text_are_counted_over_its_lines() -> None:
    layout = Layout(Buffer("one two\n\nthree"), 4)
    assert [layout.row(number) for number in range(layout.height)] == [
        Row(0, 0, 0, 4, False),
        Row(0, 1, 4, 7, True),
        Row(1, 0, 0, 0, True),
        Row(2, 0, 0, 4, False),
        Row(2, 1, 4, 5, True),
    ]


def test_a_wide_column_holds_whole_clusters_of_burmese() -> None:
    text = BURMESE * 3
    starts = set(row_starts(text, 7))
    assert starts <= {span.start for span in clusters(text)}
