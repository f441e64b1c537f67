"""Rows and cards fit their width exactly, whatever the script, and cut no character in two."""

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.width import cells
from zerodraft.tui.widgets.card import Card, lines_of, para
from zerodraft.tui.widgets.row import Piece, fitted, row, width_of

BURMESE = "မြန်မာနိုင်ငံတော်"


def text_of(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def test_the_tail_stands_at_the_right_edge() -> None:
    assert text_of(fitted(row("We decide", tail=("¶ 12",)), 16)) == "We decide   ¶ 12"


def test_what_is_too_long_ends_in_a_sign_of_more() -> None:
    assert text_of(fitted(row("We decide to meet", tail=("¶ 12",)), 16)) == "We decide … ¶ 12"


def test_the_tail_takes_at_most_half_of_the_row() -> None:
    assert text_of(fitted(row("We decide", tail=("in the autumn",)), 10)) == "We … in t…"


@given(st.text(st.sampled_from(f"ab 日本{BURMESE}é\u0301👨│"), max_size=20), st.text(max_size=5), st.integers(0, 30))
def test_a_fitted_row_is_exactly_as_wide_as_its_room(head: str, tail: str, width: int) -> None:
    assert width_of(fitted(row(head, tail=(tail,) if tail else ()), width)) == width


def test_a_wide_character_is_never_cut_in_two() -> None:
    assert text_of(fitted(row("日本国"), 4)) == "日… "


def test_a_letter_keeps_its_marks() -> None:
    assert text_of(fitted(row("ที่นี่มี"), 2)) == "ที่…"


def test_a_row_shows_line_ends_and_control_characters_as_signs() -> None:
    assert text_of(row("a\nb\x1b[2J").head) == "a b⟦U+001B⟧[2J"


def test_a_card_is_wrapped_below_its_head() -> None:
    card = Card(row("Japan", tail=("3 Nov",)), (para("All of them, and at once."),))
    assert [text_of(line) for line in lines_of(card, 14)] == ["Japan    3 Nov", "All of them,", "and at once."]


def test_an_indented_card_stands_to_the_right() -> None:
    card = Card(row("↳ Fiji"), (para("Yes, of course."),), indent=2)
    assert [text_of(line) for line in lines_of(card, 10)] == ["  ↳ Fiji  ", "  Yes, of", "  course."]


def test_where_there_is_no_room_an_indent_takes_no_more_than_a_third() -> None:
    assert [text_of(line) for line in lines_of(Card(None, (para("abcd"),), indent=8), 6)] == ["  abcd"]


def test_styles_go_on_over_the_end_of_a_line() -> None:
    card = Card(None, (para("keep ", Piece("ports open", "quote"), " now"),))
    assert lines_of(card, 10) == (
        (Piece("keep "), Piece("ports", "quote")),
        (Piece("open", "quote"), Piece(" now")),
    )


def test_lines_of_a_comment_stay_lines() -> None:
    card = Card(None, (para("One.\n\nTwo."),))
    assert [text_of(line) for line in lines_of(card, 20)] == ["One.", "", "Two."]


@given(st.text(st.sampled_from(f"ab 日本{BURMESE}\n👨"), max_size=40), st.integers(12, 30), st.integers(0, 9))
def test_no_line_of_a_card_is_wider_than_the_card(words: str, width: int, indent: int) -> None:
    assert all(cells(text_of(line)) <= width for line in lines_of(Card(row(words), (para(words),), indent), width))
