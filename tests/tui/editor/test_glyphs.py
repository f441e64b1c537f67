"""Characters as they are shown, and where the cursor may stand between them."""

import pytest
from hypothesis import given
from tests.tui.editor.scripts import BURMESE, FAMILY, LINES

from zerodraft.core.text.width import cells, clusters
from zerodraft.tui.editor.glyph import glyph_at, is_stop, next_stop, previous_stop, shown_cells, shown_text


def stops(text: str) -> list[str]:
    """The steps of the cursor through a line, from left to right."""
    found, column = [], 0
    while column < len(text):
        after = next_stop(text, column)
        found.append(text[column:after])
        column = after
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("abc", ["a", "b", "c"]),
        ("ที่นำ", ["ที่", "นำ"]),
        ("Viê\u0323t", ["V", "i", "ê\u0323", "t"]),
        (f"a{FAMILY}b", ["a", FAMILY, "b"]),
        ("👍🏽!", ["👍🏽", "!"]),
        ("🇯🇵🇰🇷🇫", ["🇯🇵", "🇰🇷", "🇫"]),
        ("❤\ufe0fx", ["❤\ufe0f", "x"]),
        ("ကို", ["ကို"]),
    ],
)
def test_what_a_reader_takes_for_one_character_is_one_step(text: str, expected: list[str]) -> None:
    assert stops(text) == expected


def test_what_is_hidden_is_a_step_of_its_own_so_that_it_can_be_deleted_alone() -> None:
    assert stops("a\u202eb\u200b\x1b") == ["a", "\u202e", "b", "\u200b", "\x1b"]


@given(LINES)
def test_the_way_back_has_the_same_steps(text: str) -> None:
    found, column = [], len(text)
    while column:
        before = previous_stop(text, column)
        found.append(text[before:column])
        column = before
    assert found[::-1] == stops(text)


@given(LINES)
def test_no_step_ends_within_a_letter_and_its_marks(text: str) -> None:
    """But for what is hidden, and for a mark that stands behind a tab: each is a step of its own."""
    alone = {place for place, char in enumerate(text) if char == "\t" or "⟦" in glyph_at(text, place).shown}
    inside = {place for each in clusters(text) for place in range(each.start + 1, each.end)}
    assert not [place for place in inside if is_stop(text, place) and not {place, place - 1} & alone]


@given(LINES)
def test_what_is_shown_has_no_control_characters_and_takes_the_cells_that_are_counted(text: str) -> None:
    shown = shown_text(text, 0, len(text))
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in shown)
    assert cells(shown) == shown_cells(text, 0, len(text))


@given(LINES)
def test_each_step_can_be_seen(text: str) -> None:
    column = 0
    while column < len(text):
        after = next_stop(text, column)
        assert shown_cells(text, column, after) > 0
        column = after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\u202eabc", "⟦U+202E⟧abc"),
        ("a\tb", "a b"),
        ("\u0301a", "◌\u0301a"),
        ("x \u0e35", "x ◌\u0e35"),
        (BURMESE, BURMESE),
    ],
)
def test_what_is_dangerous_becomes_a_mark_and_what_has_no_letter_a_circle(text: str, expected: str) -> None:
    assert shown_text(text, 0, len(text)) == expected
