"""Splices: the only way a source is edited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.splice import OverlappingSplices, Span, Splice, splice


@st.composite
def sources_with_splices(draw: st.DrawFn) -> tuple[str, list[Splice]]:
    """A source and splices that lie apart, in any order."""
    source = draw(st.text(max_size=30))
    places = sorted(draw(st.sets(st.integers(0, len(source)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    splices = [Splice(Span(start, end), draw(st.text(max_size=4))) for start, end in pairs]
    return source, draw(st.permutations(splices))


@given(sources_with_splices())
def test_nothing_outside_the_spans_is_touched(case: tuple[str, list[Splice]]) -> None:
    source, splices = case
    expected = [*source, ""]
    for each in splices:
        for place in range(each.span.start, each.span.end):
            expected[place] = ""
        expected[each.span.start] = each.text
    assert splice(source, splices) == "".join(expected)


@given(st.text(max_size=30))
def test_no_splice_gives_the_source(source: str) -> None:
    assert splice(source, ()) == source


@pytest.mark.parametrize(
    ("splices", "expected"),
    [
        ([Splice(Span(3, 8), "should")], "We should agree."),
        ([Splice(Span(3, 9), "")], "We agree."),
        ([Splice(Span(0, 0), "Today: ")], "Today: We shall agree."),
        ([Splice(Span(15, 15), " to this")], "We shall agree. to this"),
        ([Splice(Span(3, 8), "will"), Splice(Span(8, 14), " act")], "We will act."),
        ([Splice(Span(3, 8), "will"), Splice(Span(0, 3), "They ")], "They will agree."),
    ],
)
def test_what_a_splice_writes(splices: list[Splice], expected: str) -> None:
    assert splice("We shall agree.", splices) == expected


@pytest.mark.parametrize(
    "spans",
    [
        (Span(0, 3), Span(2, 5)),
        (Span(0, 9), Span(2, 3)),
        (Span(4, 4), Span(4, 4)),
        (Span(4, 4), Span(4, 7)),
        (Span(2, 6), Span(4, 4)),
    ],
)
def test_two_splices_on_the_same_words_are_refused(spans: tuple[Span, Span]) -> None:
    with pytest.raises(OverlappingSplices):
        splice("We shall agree.", [Splice(span, "x") for span in spans])


@pytest.mark.parametrize("span", [Span(-1, 2), Span(3, 2), Span(0, 16), Span(16, 16)])
def test_a_splice_outside_the_source_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="outside the source"):
        splice("We shall agree.", [Splice(span, "x")])


def test_a_span_cuts_its_words_and_knows_its_length() -> None:
    assert Span(3, 8).of("We shall agree.") == "shall"
    assert Span(3, 8).length == 5
