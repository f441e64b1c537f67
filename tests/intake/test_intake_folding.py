"""Folding: what a word processor makes of words is no change of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.words import fold
from zerodraft.intake.folding import NOTE_SIGN, folded, folded_with_places, has_words

TEXT = st.text(alphabet="ab '’“”-–—…\u00a0\u00ad\u200b\u200f ﬁe\u0301\u0308é\n[^1]`海ก\u0e49")


@given(TEXT)
def test_folding_with_places_folds_alike(text: str) -> None:
    assert fold(folded_with_places(text).text.replace(NOTE_SIGN, "")) == folded(text)


@given(TEXT)
def test_places_rise_and_are_in_the_text(text: str) -> None:
    found = folded_with_places(text)
    assert len(found.places) == len(found.text)
    assert list(found.places) == sorted(found.places)
    assert all(0 <= place < len(text) for place in found.places)


@given(TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize(
    ("printed", "typed"),
    [
        ("the States’ “right”", 'the States\' "right"'),
        ("2020–2030 — a decade", "2020-2030 - a decade"),
        ("paragraph\u00a05 of\nthe text ", "paragraph 5 of the text"),
        ("co\u00adoperation\u200b", "cooperation"),
        ("of\ufb01ce, cafe\u0301…", "office, café..."),
        ("the Charter[^1],", "the Charter,"),
    ],
)
def test_what_a_word_processor_makes_of_words_is_no_change(printed: str, typed: str) -> None:
    assert folded(printed) == folded(typed)


@pytest.mark.parametrize(("one", "other"), [("shall", "Shall"), ("m²", "m2"), ("[shall]", "shall"), ("a;", "a,")])
def test_what_people_negotiate_over_is_a_change(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_line_of_signs_has_no_words() -> None:
    assert not has_words("* * *")
    assert has_words("— 5 —")
