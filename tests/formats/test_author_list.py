"""In whose name an author writes: read as it was written, and what is wrong has its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.visible import is_plain_name
from zerodraft.formats.author_list import dump_author_list, parse_author_list
from zerodraft.formats.toml_text import BadSettings

NAMES = st.text(min_size=1, max_size=30).filter(is_plain_name)


@given(st.dictionaries(NAMES, st.sampled_from(("JPN", "AUS", "G77"))))
def test_what_is_written_is_read_back(authors: dict[str, str]) -> None:
    assert parse_author_list(dump_author_list(authors)) == authors


def test_the_names_stand_in_their_order() -> None:
    assert dump_author_list({"Yamada, T.": "JPN", 'A "B" C': "AUS"}) == '"A \\"B\\" C" = "AUS"\n"Yamada, T." = "JPN"\n'


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('"Taro" = "Japan"', 'line 1: “Taro” must be a code of a delegation, as in "Taro" = "JPN".'),
        ('# x\n"Taro" = 3', "line 2: “Taro” must be a code"),
        ("[Taro]\na = 1", "“Taro” must be a code"),
        ("Taro Yamada = 1", "This is not TOML"),
    ],
)
def test_what_is_wrong_has_its_line(text: str, sentence: str) -> None:
    with pytest.raises(BadSettings) as bad:
        parse_author_list(text)
    assert sentence in str(bad.value)


def test_a_name_that_nobody_can_see_is_not_remembered() -> None:
    with pytest.raises(BadSettings, match="can't be remembered"):
        dump_author_list({"Ta\u202ero": "JPN"})
