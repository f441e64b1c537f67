"""Emphasis that is found without the parser is the parser's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zerodraft.core.text.emphasis import Emphasised, emphases
from zerodraft.core.text.inline import Style, _Reader, read_inline

WITH_ASTERISKS = (
    "*word*",
    "**two words**",
    " *a",
    " **b",
    "c* ",
    "d** ",
    "e*, ",
    "*f [g]*",
    "x*.",
    " *(a",
    "b)* ",
    "*",
)
OTHERS = (
    "**",
    "word",
    " ",
    "[",
    "]",
    "(",
    ")",
    "](",
    "[^",
    ".",
    "/",
    "-",
    "–",
    "é",
    "’",
    "“",
    "!",
    "港",
    "ก",
    "\u00a0",
)
SIGNS = st.sampled_from(WITH_ASTERISKS + OTHERS)
TEXTS = st.lists(SIGNS, max_size=14).map("".join)
STYLES = {"": Style.PLAIN, "*": Style.EMPHASIS, "**": Style.STRONG}


def joined(pieces: list[tuple[str, int, int, Style]]) -> list[tuple[str, int, int, Style]]:
    """Neighbours of one style as one piece."""
    found: list[tuple[str, int, int, Style]] = []
    for text, start, end, style in pieces:
        if found and found[-1][2:] == (start, style):
            text, start = found[-1][0] + text, found[-1][1]
            found.pop()
        found.append((text, start, end, style))
    return found


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_where_it_is_found_the_parser_reads_the_same(text: str) -> None:
    found = emphases(text)
    if found is not None:
        mine = [(text[start:end], start, end, STYLES[signs]) for start, end, signs in found]
        assert joined(mine) == joined([(each.text, each.start, each.end, each.style) for each in _Reader(text).read()])


def test_one_emphasised_word_is_found() -> None:
    assert emphases("*Recalling* the [shall/should] past") == (Emphasised(1, 10, "*"), Emphasised(11, 35, ""))


@pytest.mark.parametrize(
    "text",
    ["a \\* b", "`code`", "a_b_", "<sup>th</sup>", "&amp;", "[x](http://y)", "[^1]", "***x***", "*open", "a*b*c"],
)
def test_what_only_the_parser_can_tell_is_left_to_it(text: str) -> None:
    assert emphases(text) is None


def test_brackets_around_emphasis_keep_both_styles() -> None:
    styles = {each.text: each.style for each in read_inline("We [*shall* - JPN] act")}
    assert styles["shall"] == Style.EMPHASIS | Style.DISPUTED
