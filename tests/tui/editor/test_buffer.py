"""The text as lines: whatever it holds, it comes out as it went in, and each edit can be taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS, drawn_edit

from zerodraft.core.text.strokes import replay
from zerodraft.tui.editor.buffer import Buffer, PlaceOutside
from zerodraft.tui.editor.place import Edit, Place


def edited(source: str, start: tuple[int, int], end: tuple[int, int], text: str) -> Buffer:
    buffer = Buffer(source)
    buffer.apply(Edit(Place(*start), Place(*end), text))
    return buffer


@given(TEXTS)
def test_a_text_comes_out_as_it_went_in(source: str) -> None:
    buffer = Buffer(source)
    assert buffer.source == source
    assert buffer.between(Place(0, 0), buffer.end) == source


def test_a_line_ends_at_a_line_feed_and_its_carriage_return_is_part_of_the_end() -> None:
    assert Buffer("one\r\ntwo\nthree\r").lines() == ["one", "two", "three\r"]


def test_a_lone_carriage_return_is_a_character_of_its_line() -> None:
    assert Buffer("a\rb\r\r\nc").lines() == ["a\rb\r", "c"]


def test_an_empty_text_is_one_empty_line() -> None:
    assert Buffer("").lines() == [""]


def test_an_edit_joins_and_splits_lines() -> None:
    assert edited("one\ntwo\nthree", (0, 2), (2, 1), "\n").source == "on\nhree"


def test_a_line_feed_typed_behind_a_lone_carriage_return_makes_one_line_end() -> None:
    buffer = edited("one\r", (0, 4), (0, 4), "\ntwo")
    assert buffer.lines() == ["one", "two"]


@given(TEXTS, st.data())
def test_an_edit_does_what_it_says_and_its_inverse_takes_it_back(source: str, data: st.DataObject) -> None:
    buffer = Buffer(source)
    edit = drawn_edit(data, buffer)
    start, end = buffer.offset_of(edit.start), buffer.offset_of(edit.end)
    inverse = buffer.apply(edit)
    assert buffer.source == source[:start] + edit.text + source[end:]
    buffer.apply(inverse)
    assert buffer.source == source


@given(TEXTS, st.data())
def test_the_journal_played_again_gives_the_same_text(source: str, data: st.DataObject) -> None:
    buffer = Buffer(source)
    strokes = []
    for _ in range(data.draw(st.integers(0, 6))):
        edit = drawn_edit(data, buffer)
        buffer.apply(edit)
        strokes.append(edit.stroke)
    assert replay(source, strokes) == (buffer.source, len(strokes))


@given(TEXTS, st.data())
def test_offsets_and_places_agree_wherever_the_cursor_may_stand(source: str, data: st.DataObject) -> None:
    buffer = Buffer(source)
    line = data.draw(st.integers(0, buffer.line_count - 1))
    place = Place(line, data.draw(st.integers(0, len(buffer.line(line)))))
    assert buffer.place_at(buffer.offset_of(place)) == place


def test_an_offset_in_a_line_end_or_outside_is_the_nearest_place() -> None:
    buffer = Buffer("one\r\ntwo")
    assert buffer.place_at(4) == (0, 3)
    assert buffer.place_at(5) == (1, 0)
    assert buffer.place_at(99) == (1, 3)
    assert buffer.place_at(-1) == (0, 0)


@pytest.mark.parametrize(
    ("start", "end"), [((0, 4), (0, 4)), ((1, 0), (1, 0)), ((0, 2), (0, 1)), ((-1, 0), (0, 0)), ((0, -1), (0, 0))]
)
def test_an_edit_outside_the_text_is_refused(start: tuple[int, int], end: tuple[int, int]) -> None:
    with pytest.raises(PlaceOutside):
        edited("one", start, end, "x")


def test_what_is_written_takes_the_line_ends_of_the_text() -> None:
    assert Buffer("one\r\ntwo\n").line_end == "\r\n"
    assert Buffer("one\ntwo\r\n").line_end == "\n"
    assert Buffer("one\r").line_end == "\n"
