"""Words: never cut, never mixed with white space, in every script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.words import fold, pieces, word_spans, words

SCRIPTS = st.text(
    st.sampled_from("aB9é’'-‑., _\u00a0\u0301\u20dd\u200c\u200dกำเแ๓ລາខ្មមြန語かЖष्टि한[]/\n🙂\u0f0b"),
    max_size=40,
)


@given(st.one_of(HOSTILE, SCRIPTS))
def test_the_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text
    assert all(pieces(text))


@given(st.one_of(HOSTILE, SCRIPTS))
def test_a_word_holds_no_white_space_and_nothing_else_is_lost(text: str) -> None:
    assert "".join(words(text)) == "".join(text.split())
    assert [text[start:end] for start, end in word_spans(text)] == words(text)


@given(SCRIPTS, SCRIPTS)
def test_two_texts_side_by_side_have_the_words_of_both(first: str, second: str) -> None:
    assert words(f"{first} {second}") == words(first) + words(second)


@given(SCRIPTS)
def test_folding_keeps_the_words_and_folding_twice_changes_nothing(text: str) -> None:
    assert words(fold(text)) == words(text)
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n", []),
        ("States shall, and should.", ["States", "shall", ",", "and", "should", "."]),
        ("co-operation of member-States’ well‑being", ["co-operation", "of", "member-States", "’", "well‑being"]),
        ("COVID-19 in 2021, 81.6 or 1,052", ["COVID-19", "in", "2021", ",", "81.6", "or", "1,052"]),
        ("[shall/should]", ["[", "shall", "/", "should", "]"]),
        ("the chair’s U.S. text", ["the", "chair’s", "U.S", ".", "text"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("e\u0301tat", ["e\u0301tat"]),
        ("e\u20dd", ["e\u20dd"]),
        ("共同宣言", ["共", "同", "宣", "言"]),
        ("ประเทศ", ["ป", "ระ", "เท", "ศ"]),
        ("ກຳ", ["ກຳ"]),
        ("ខ្មែរ", ["ខ្មែ", "រ"]),
        ("Совет и 한국어", ["Совет", "и", "한국어"]),
        ("snake_case", ["snake", "_", "case"]),
    ],
)
def test_what_counts_as_one_word(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_white_space_between_words_is_kept_in_one_piece() -> None:
    assert pieces("  We \n agree\u00a0 ") == ["  ", "We", " \n ", "agree", "\u00a0 "]


def test_folding_makes_one_space_of_line_ends_and_no_break_spaces() -> None:
    assert fold(" We\r\n  agree\u00a0\u00a0to\tthis. ") == "We agree to this."
    assert fold("  We agree ") == "We agree"
    assert fold("We  agree") == "We agree"
