"""A draft, and the way back from its words to the source."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE, LEADERS

from zerodraft.core.text.draft import Kind, source_span
from zerodraft.core.text.finding import line_and_column, lines_and_columns
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import fold


def _without(source: str, span: Span, typed: Span) -> str:
    """The stretch, without the typed number inside it."""
    cut = Span(max(span.start, typed.start), max(span.start, min(span.end, typed.end)))
    return source[span.start : cut.start] + source[cut.end : span.end] if cut.start < cut.end else span.of(source)


@given(HOSTILE, st.data())
def test_a_stretch_of_words_is_found_in_the_source(source: str, data: st.DataObject) -> None:
    draft = read_draft(source)
    for each in draft.paragraphs:
        start = data.draw(st.integers(0, len(each.text)))
        end = data.draw(st.integers(start, len(each.text)))
        place = source_span(draft, each.ordinal, start, end)
        assert each.span.start <= place.start <= place.end <= each.span.end
        quoted = _without(source, place, each.label_span)
        assert fold(quoted) == fold(each.text[start:end])


@given(HOSTILE)
def test_places_rise_with_the_words(source: str) -> None:
    draft = read_draft(source)
    for each in draft.paragraphs:
        places = [source_span(draft, each.ordinal, at, at + 1) for at in range(len(each.text))]
        assert all(before.end <= after.start for before, after in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("We   shall\n  agree.", "shall agree", "shall\n  agree"),
        ("3. We shall agree.", "We shall", "We shall"),
        ("**3 WE** shall agree.", "**WE** shall", "**3 WE** shall"),
        ("# # 1 Aims", "# 1", "# 1"),
        ("## The # ##", "#", "#"),
        ("Aims\nand means\n---", "Aims and", "Aims\nand"),
        ("x,\n\n**Aims of all**\n\n- y\n\n**Means**", "of all", "of all"),
        ("| a |\n|---|\n| b  c |", "b  c", "b  c"),
    ],
)
def test_where_words_stand(source: str, words: str, expected: str) -> None:
    draft = read_draft(source)
    paragraph = next(each for each in draft.paragraphs if words in each.text)
    start = paragraph.text.rindex(words)
    assert source_span(draft, paragraph.ordinal, start, start + len(words)).of(source) == expected


def test_an_empty_stretch_is_the_point_before_its_first_character() -> None:
    draft = read_draft("3.  We   agree.")
    assert [source_span(draft, 0, at, at) for at in (0, 3, 9)] == [Span(4, 4), Span(9, 9), Span(15, 15)]


def test_a_paragraph_without_words_has_a_point() -> None:
    draft = read_draft("3.")
    assert source_span(draft, 0, 0, 0) == Span(2, 2)


def test_the_body_leaves_the_typed_number_out() -> None:
    draft = read_draft("3\\. We agree.\n\n**4 WE** act.\n\n5. They.")
    assert [each.body.of(draft.source) for each in draft.paragraphs] == ["We agree.", "**4 WE** act.", "They."]


def test_the_area_of_a_paragraph() -> None:
    draft = read_draft("# T\n\nNoting,\n\n## A\n\nWe.\n\n## B\n\nThey.\n\n## Closing\n\nThanks.")
    areas = [draft.area_of(ordinal) for ordinal in range(len(draft.paragraphs))]
    assert [area.title if area else "" for area in areas] == ["", "", "A", "A", "B", "B", "", ""]


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, (1, 1)), (2, (1, 3)), (3, (2, 1)), (4, (3, 1)), (6, (3, 3)), (9, (4, 2))]
)
def test_lines_and_columns_count_from_one(offset: int, expected: tuple[int, int]) -> None:
    assert line_and_column("We\n\nag\r\nree", offset) == expected
    assert list(lines_and_columns("We\n\nag\r\nree", (0, offset))) == [(1, 1), expected]


def test_each_word_of_a_leaders_text_is_found_again() -> None:
    draft = read_draft(LEADERS)
    for each in draft.paragraphs:
        whole = source_span(draft, each.ordinal, 0, len(each.text))
        assert fold(_without(LEADERS, whole, each.label_span)) == each.text
    assert {each.kind for each in draft.paragraphs} >= {Kind.PREAMBULAR, Kind.OPERATIVE, Kind.SUB, Kind.FOOTNOTE}
