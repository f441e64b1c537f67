"""Cells and line breaks: what terminals show, script by script."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.width import Measured, cells, clusters, wrap

# Letters with and without marks, ideographs, syllables of scripts without spaces, spaces, line ends.
_TEXTS = st.text(st.sampled_from("ab.,([ \n’é\u0301字。「กำ\u0e48ကို្កាहिं한👨\u200d👩"), max_size=60)


def lines(text: str, width: int) -> list[str]:
    return [span.of(text) for span in wrap(text, width)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We resolve", 10),
        ("Viê\u0323t Nam’s", 10),
        ("数字外交", 8),
        ("디지털", 6),
        ("\u1112\u1161\u11ab", 2),
        ("ที่", 1),
        ("កម្ពុជា", 5),
        ("", 0),
    ],
)
def test_a_line_takes_the_cells_that_terminals_give_it(text: str, expected: int) -> None:
    assert cells(text) == expected


def test_a_letter_with_its_marks_is_one_cluster() -> None:
    text = "e\u0301aที่ก\u0e33"
    assert [span.of(text) for span in clusters(text)] == ["e\u0301", "a", "ที่", "ก\u0e33"]


def test_emoji_joined_to_one_are_one_cluster() -> None:
    text = "👨\u200d👩!"
    assert [span.of(text) for span in clusters(text)] == ["👨\u200d👩", "!"]


def test_a_line_breaks_at_the_last_space_that_fits() -> None:
    assert lines("We resolve to strengthen", 10) == ["We resolve", "to", "strengthen"]


def test_a_word_too_long_for_the_line_breaks_between_letters() -> None:
    assert lines("https://example.org x", 8) == ["https://", "example.", "org x"]


def test_spaces_at_the_end_make_no_line_of_their_own() -> None:
    assert lines("abcd   ", 4) == ["abcd"]
    assert lines("数字   ", 4) == ["数字"]


def test_line_ends_break_and_an_empty_text_is_one_empty_line() -> None:
    assert lines("one\n\ntwo", 10) == ["one", "", "two"]
    assert lines("", 10) == [""]
    assert lines("one\n", 10) == ["one", ""]


def test_ideographs_break_anywhere_but_before_closing_signs() -> None:
    assert lines("加强数字外交。", 12) == ["加强数字外", "交。"]
    assert lines("加强「数字」外交", 6) == ["加强", "「数", "字」外", "交"]


def test_scripts_without_spaces_break_between_syllables() -> None:
    assert lines("ความร่วมมือ", 5) == ["ความร่", "วมมือ"]


def test_a_wide_character_in_a_narrow_column_stands_alone() -> None:
    assert lines("数字", 1) == ["数", "字"]


def test_a_closing_sign_that_has_no_room_beside_its_syllable_stands_alone() -> None:
    assert lines("[[.က。", 2) == ["[[", ".", "က", "。"]


def test_a_latin_word_among_ideographs_stays_whole() -> None:
    assert lines("数字 diplomacy 外交", 11) == ["数字", "diplomacy", "外交"]


@given(_TEXTS, st.lists(st.integers(1, 30), min_size=1, max_size=5))
def test_a_text_measured_once_has_at_each_width_the_lines_that_are_set(text: str, widths: list[int]) -> None:
    measured = Measured(text)
    for width in widths:
        assert measured.lines(width) == wrap(text, width)
        assert measured.rows(width) == len(wrap(text, width))


@given(st.text(st.sampled_from("abc  é\u0301"), max_size=60), st.integers(1, 20))
def test_the_first_word_of_a_line_had_no_room_in_the_line_before(text: str, width: int) -> None:
    for span, after in pairwise(wrap(text, width)):
        word = text[after.start :].partition(" ")[0]
        inside = text[after.start - 1] != " "
        taken = next(clusters(word)).of(word) if inside and word else word
        assert cells(text[span.start : after.start] + taken) > width


@given(_TEXTS, st.integers(2, 20))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cells(line) <= width for line in lines(text, width) if len(list(clusters(line))) > 1)


@given(_TEXTS, st.integers(1, 20))
def test_wrapping_loses_nothing_but_spaces_and_line_ends(text: str, width: int) -> None:
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "").replace("\n", "")


@given(_TEXTS, st.integers(1, 20))
def test_no_character_is_parted_from_its_marks(text: str, width: int) -> None:
    inside = {place for each in clusters(text) for place in range(each.start + 1, each.end)}
    assert not inside & {span.start for span in wrap(text, width)}
