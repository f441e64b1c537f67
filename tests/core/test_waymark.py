"""The hidden names of paragraphs: what is written is read, and Word takes it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.waymark import read_waymark, waymark_name

TEXT_IDS = st.text("0123456789abcdef", min_size=40, max_size=40)


@given(st.integers(0, 9_999_999), TEXT_IDS)
def test_a_name_says_which_paragraph_of_which_text(ordinal: int, text_id: str) -> None:
    waymark = read_waymark(waymark_name(ordinal, text_id))
    assert waymark is not None
    assert waymark.ordinal == ordinal
    assert waymark.is_of(text_id)


@given(st.integers(0, 9_999_999), TEXT_IDS)
def test_word_takes_the_name_and_hides_it(ordinal: int, text_id: str) -> None:
    assert re.fullmatch(r"_\w{1,39}", waymark_name(ordinal, text_id))


def test_a_name_of_another_text_is_told_from_ours() -> None:
    waymark = read_waymark(waymark_name(7, "a" * 40))
    assert waymark is not None
    assert not waymark.is_of("b" * 40)


@pytest.mark.parametrize(
    "name", ["", "_GoBack", "_Toc123", "_zd_7", "_zd_7_xyz", "_zd_-1_aaaaaaaaaaaa", "x_zd_7_aaaaaaaaaaaa"]
)
def test_names_that_others_gave_are_no_waymarks(name: str) -> None:
    assert read_waymark(name) is None
