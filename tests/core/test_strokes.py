"""Edits by line and column, played again."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.typists import BASE, typing

from zerodraft.core.text import strokes
from zerodraft.core.text.strokes import Replayed, Stroke, replay, stroke_between


def test_edits_are_made_by_line_and_column_a_carriage_return_counts() -> None:
    typed = [
        Stroke(0, 3, 0, 3, "We "),  # before the carriage return
        Stroke(1, 0, 1, 3, "One\nTwo"),
        Stroke(0, 6, 1, 0, " "),  # two lines become one
    ]
    assert replay("ab \r\nxyz", typed) == Replayed("ab We  One\nTwo", 3)


@pytest.mark.parametrize("seed", range(5))
def test_a_long_typing_gives_the_text_that_stood_on_the_screen(seed: int) -> None:
    made = list(islice(typing(seed), 2000))
    assert replay(BASE, [stroke for stroke, _ in made]) == Replayed(made[-1][1], 2000)


@pytest.mark.parametrize(
    "wrong",
    [
        Stroke(2, 0, 2, 0, "x"),
        Stroke(0, 4, 0, 4, "x"),
        Stroke(0, 2, 0, 1, "x"),
        Stroke(1, 0, 0, 3, "x"),
        Stroke(-1, 0, 0, 0, "x"),
        Stroke(0, -1, 0, 0, "x"),
        Stroke(0, 0, 1, 9, "x"),
        Stroke(0, 0, 10**30, 0, "x"),
    ],
)
def test_an_edit_that_does_not_fit_ends_the_replay(wrong: Stroke) -> None:
    good = Stroke(0, 0, 0, 0, "A")
    assert replay("bc\nd", [good, wrong, good]) == Replayed("Abc\nd", 1)


def test_a_replay_that_would_take_minutes_ends_in_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strokes, "_MOST_WORK", 1000)
    assert replay("x" * 300, [Stroke(0, 0, 0, 0, "")] * 10).strokes == 1


def test_the_edit_between_two_texts_is_what_differs() -> None:
    assert stroke_between("one\ntwo three\n", "one\ntwo, three\n") == Stroke(1, 3, 1, 3, ",")
    assert stroke_between("one\ntwo\n", "one\n") == Stroke(1, 0, 2, 0, "")
    assert stroke_between("aaa", "aa") == Stroke(0, 2, 0, 3, "")


@given(st.text("ab\r\n"), st.text("ab\r\n"))
def test_the_edit_between_two_texts_makes_one_of_the_other(old: str, new: str) -> None:
    assert replay(old, [stroke_between(old, new)]) == Replayed(new, 1)
