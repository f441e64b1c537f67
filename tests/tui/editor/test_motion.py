"""Where the cursor goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS

from zerodraft.tui.editor import motion
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.glyph import is_stop, nearest_stop
from zerodraft.tui.editor.keyboard import Motion
from zerodraft.tui.editor.place import Place

MOTIONS = (
    *(motion.left, motion.right, motion.word_left, motion.word_right, motion.line_start, motion.line_end),
    *(motion.paragraph_up, motion.paragraph_down, motion.text_start, motion.text_end),
)
TEXT = "# Title\n\nWe resolve,\nagain.\n\n\nWe agree.\n"


def visited(move: Motion, text: str, start: tuple[int, int], steps: int) -> list[tuple[int, int]]:
    buffer, place, found = Buffer(text), Place(*start), []
    for _ in range(steps):
        place = move(buffer, place)
        found.append(tuple(place))
    return [(line, column) for line, column in found]


@given(TEXTS, st.sampled_from(MOTIONS), st.data())
def test_the_cursor_never_comes_to_stand_within_a_character(text: str, move: Motion, data: st.DataObject) -> None:
    buffer = Buffer(text)
    line = data.draw(st.integers(0, buffer.line_count - 1))
    column = nearest_stop(buffer.line(line), data.draw(st.integers(0, len(buffer.line(line)))))
    there = move(buffer, Place(line, column))
    assert buffer.nearest(there) == there
    assert is_stop(buffer.line(there.line), there.column)


@given(TEXTS)
def test_to_the_right_and_back_to_the_left_goes_through_every_character(text: str) -> None:
    buffer = Buffer(text)
    end = motion.text_end(buffer, Place(0, 0))
    way = [Place(0, 0)]
    while way[-1] != end:
        way.append(motion.right(buffer, way[-1]))
    back = [end]
    while back[-1] != (0, 0):
        back.append(motion.left(buffer, back[-1]))
    assert back[::-1] == way


@given(TEXTS)
def test_words_lead_to_the_end_and_back_to_the_beginning(text: str) -> None:
    buffer = Buffer(text)
    place, end = Place(0, 0), motion.text_end(buffer, Place(0, 0))
    while place != end:
        after = motion.word_right(buffer, place)
        assert after > place
        place = after
    while place != (0, 0):
        before = motion.word_left(buffer, place)
        assert before < place
        place = before


def test_at_the_ends_of_the_text_the_cursor_stays() -> None:
    assert visited(motion.left, "ab", (0, 0), 1) == [(0, 0)]
    assert visited(motion.right, "ab", (0, 2), 1) == [(0, 2)]
    assert visited(motion.word_left, "ab", (0, 0), 1) == [(0, 0)]
    assert visited(motion.word_right, "ab", (0, 2), 1) == [(0, 2)]


def test_by_words_to_the_right_the_cursor_stops_behind_each() -> None:
    assert visited(motion.word_right, "We re-elect, again\nnow", (0, 0), 6) == [
        (0, 2),
        (0, 11),
        (0, 12),
        (0, 18),
        (1, 0),
        (1, 3),
    ]


def test_by_words_to_the_left_the_cursor_stops_before_each() -> None:
    assert visited(motion.word_left, "one\nWe agree.", (1, 9), 5) == [(1, 8), (1, 3), (1, 0), (0, 3), (0, 0)]


def test_words_are_found_in_scripts_that_write_without_spaces() -> None:
    assert visited(motion.word_right, "数字外交", (0, 0), 3) == [(0, 1), (0, 2), (0, 3)]
    assert visited(motion.word_right, "ความ", (0, 0), 2) == [(0, 1), (0, 3)]


@pytest.mark.parametrize(("column", "expected"), [(0, "We"), (2, "We"), (3, "agree"), (8, "agree"), (9, "."), (10, "")])
def test_the_word_at_a_place(column: int, expected: str) -> None:
    text = "We agree.  "
    start, end = motion.word_at(text, column)
    assert text[start:end] == expected


def test_paragraphs_are_what_stands_between_blank_lines() -> None:
    assert visited(motion.paragraph_down, TEXT, (0, 0), 4) == [(2, 0), (6, 0), (7, 0), (7, 0)]
    assert visited(motion.paragraph_up, TEXT, (7, 0), 5) == [(6, 0), (2, 0), (0, 0), (0, 0), (0, 0)]
    assert visited(motion.paragraph_up, TEXT, (3, 4), 1) == [(2, 0)]


def test_the_lines_of_a_paragraph() -> None:
    buffer = Buffer(TEXT)
    assert [motion.paragraph_lines(buffer, line) for line in range(8)] == [
        *((0, 0), (1, 1), (2, 3), (2, 3), (4, 4), (5, 5), (6, 6), (7, 7)),
    ]
