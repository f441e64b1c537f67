"""Finding and counting words, and keeping count while the text is edited."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tui.editor.scripts import TEXTS, drawn_edit

from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.place import Place, Selection
from zerodraft.tui.editor.search import Found, Hits, Query

TEXT = "We shall act. Shall we?\n\nThe Parties’ shallow “aims” shall\u00a0not wait."


def found(text: str, words: str, *, whole_words: bool = False) -> list[str]:
    buffer = Buffer(text)
    return [buffer.between(*hit) for hit in Hits(buffer, Query(words, whole_words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("shall", ["shall", "Shall", "shall", "shall"]),
        ("Shall", ["Shall"]),
        ("parties'", ["Parties’"]),
        ('"aims"', ["“aims”"]),
        ("shall not", ["shall\u00a0not"]),
        ("act.", ["act."]),
        (".", [".", "."]),
        ("nothing", []),
        ("", []),
        ("  ", []),
    ],
)
def test_words_are_found_as_a_drafter_means_them(words: str, expected: list[str]) -> None:
    assert found(TEXT, words) == expected


def test_whole_words_are_not_found_in_longer_ones() -> None:
    assert found(TEXT, "shall", whole_words=True) == ["shall", "Shall", "shall"]


def test_composed_and_decomposed_letters_are_the_same() -> None:
    decomposed = normalize("NFD", "Việt Nam")
    assert found(f"{decomposed} and Việt Nam", "việt") == [normalize("NFD", "Việt"), "Việt"]


def test_signs_with_a_meaning_in_patterns_are_only_signs() -> None:
    assert found("a [shall] (b)* c", "[shall] (b)*") == ["[shall] (b)*"]


def test_the_next_hit_is_at_the_cursor_or_behind_it_and_after_the_last_comes_the_first() -> None:
    hits = Hits(Buffer("a b\n\na b a"), Query("a"))
    assert hits.after(Place(0, 0)) == Selection(Place(0, 0), Place(0, 1))
    assert hits.after(Place(0, 1)) == Selection(Place(2, 0), Place(2, 1))
    assert hits.after(Place(2, 5)) == Selection(Place(0, 0), Place(0, 1))


def test_the_hit_before_is_before_the_cursor_and_before_the_first_comes_the_last() -> None:
    hits = Hits(Buffer("a b\n\na b a"), Query("a"))
    assert hits.before(Place(2, 4)) == Selection(Place(2, 0), Place(2, 1))
    assert hits.before(Place(0, 0)) == Selection(Place(2, 4), Place(2, 5))


def test_with_one_hit_the_next_and_the_one_before_are_that_hit() -> None:
    hits = Hits(Buffer("b\na"), Query("a"))
    only = Selection(Place(1, 0), Place(1, 1))
    assert hits.after(Place(1, 1)) == hits.before(Place(1, 0)) == only


def test_without_hits_there_is_no_next() -> None:
    hits = Hits(Buffer("b"), Query("a"))
    assert hits.after(Place(0, 0)) is None
    assert hits.before(Place(0, 0)) is None


def test_the_selected_hit_is_told_by_its_number() -> None:
    hits = Hits(Buffer("a b\n\na b a"), Query("a"))
    assert hits.found(Selection(Place(2, 0), Place(2, 1))) == Found(2, 3)
    assert hits.found(Selection(Place(2, 1), Place(2, 0))) == Found(2, 3)
    assert hits.found(Selection.at(Place(2, 0))) == Found(0, 3)
    assert hits.found(Selection(Place(0, 0), Place(2, 1))) == Found(0, 3)


@given(TEXTS, st.sampled_from(("a", "we", "[shall]", "ก", "e\u0301")), st.data())
def test_hits_after_edits_are_those_of_the_whole_text_searched_anew(
    source: str, words: str, data: st.DataObject
) -> None:
    buffer = Buffer(source)
    hits = Hits(buffer, Query(words))
    for _ in range(4):
        edit = drawn_edit(data, buffer)
        buffer.apply(edit)
        hits.follow(edit)
    assert list(hits) == list(Hits(buffer, Query(words)))
    assert hits.found(Selection.at(Place(0, 0))).total == len(list(hits))
