"""Renewal: typed numbers are put in order when a version is issued."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.hostile_text import HOSTILE

from zerodraft.core.text.label import Style
from zerodraft.core.text.parse import parse_draft, read_draft
from zerodraft.core.text.renewal import renewals, written
from zerodraft.core.text.splice import splice


def renewed(source: str) -> str:
    return splice(source, renewals(read_draft(source)))


NUMBERS = st.lists(
    st.builds(
        "{}{}{} We agree.{}".format,
        st.integers(1, 30),
        st.sampled_from(["", " bis", ".ter", "A"]),
        st.sampled_from([".", "\\.", ")"]),
        st.lists(
            st.sampled_from(["\n\n(a) x;", "\n\n(b) x;", "\n\n(i) y;", "\n\n(iv) y;", "\n\n(f) z:", "\n\n(2) w"]),
            max_size=5,
        ).map("".join),
    ),
    min_size=1,
    max_size=6,
).map("\n\n".join)


@given(NUMBERS)
def test_renewed_numbers_are_consecutive_and_without_a_gap(source: str) -> None:
    draft, findings = parse_draft(renewed(source))
    labels = [each.label for each in draft.paragraphs if each.label.isdigit()]
    before = {each.label for each in read_draft(source).paragraphs if each.level == 0}
    if len(before) > 1 or len(labels) == 1:
        assert labels == [str(value) for value in range(1, len(labels) + 1)]
        assert "number-gap" not in {each.code for each in findings}


@given(HOSTILE)
def test_on_any_text_only_typed_numbers_are_written_over(source: str) -> None:
    draft = read_draft(source)
    labels = [each.label_span for each in draft.paragraphs]
    for each in renewals(draft):
        assert any(label.start <= each.span.start < each.span.end <= label.end for label in labels)


@given(NUMBERS)
def test_renewing_changes_no_word(source: str) -> None:
    assert [each.text for each in read_draft(renewed(source)).paragraphs] == [
        each.text for each in read_draft(source).paragraphs
    ]


@given(NUMBERS)
def test_renewing_twice_is_renewing_once(source: str) -> None:
    assert renewed(renewed(source)) == renewed(source)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3\\. We\n\n7\\. They", "1\\. We\n\n2\\. They"),
        ("1. We\n\n2.bis They\n\n3) All", "1. We\n\n2. They\n\n3) All"),
        ("1. We\n\n1 bis. They\n\n1 ter) All", "1. We\n\n2. They\n\n3) All"),
        ("5A\\. We\n\n6\\. They", "1\\. We\n\n2\\. They"),
        ("OP2 bis We\n\nOP4: They", "OP1 We\n\nOP2: They"),
        ("**4 WE** act\n\n**5** **ALL** act", "**1 WE** act\n\n**2** **ALL** act"),
        (
            "1. We:\n\n(a) x;\n\n(c) y:\n\n(ii) p;\n\n(iii) q;\n\n(d) z",
            "1. We:\n\n(a) x;\n\n(b) y:\n\n(i) p;\n\n(ii) q;\n\n(c) z",
        ),
        ("We:\n\n(1) x;\n\n(3) y", "We:\n\n(1) x;\n\n(2) y"),
        ("We:\n\nb. x;\n\nc. y", "We:\n\na. x;\n\nb. y"),
        ("1.1. a\n\n1.3. b\n\n2.2. c", "1.1. a\n\n1.2. b\n\n2.1. c"),
        ("2. a\n\n2.1. b\n\n2.3. c\n\n4. d\n\n4.1. e", "1. a\n\n1.1. b\n\n1.2. c\n\n2. d\n\n2.1. e"),
        ("1. We:\n\n- x;\n- y", "1. We:\n\n- x;\n- y"),
        ("1. We\n\n1. They", "1. We\n\n1. They"),
        ("2. We", "1. We"),
        ("## A\n\nWe.\n\n(zzz) They.", "## A\n\nWe.\n\n(zzz) They."),
        ("We:\n\n(a) x;\n\n[^1]: note\n\n(c) y", "We:\n\n(a) x;\n\n[^1]: note\n\n(b) y"),
        ("We:\n\n(a) x;\n\nThey:\n\n(b) y", "We:\n\n(a) x;\n\nThey:\n\n(a) y"),
        ("1. We:\n\n   1. x\n   3. y", "1. We:\n\n   1. x\n   2. y"),
    ],
)
def test_what_a_renewal_writes(source: str, expected: str) -> None:
    assert renewed(source) == expected


@pytest.mark.parametrize(
    ("style", "value", "expected"), [(Style.LETTER, 3, "(c)"), (Style.ROMAN, 3, "(iii)"), (Style.DIGIT, 3, "(3)")]
)
def test_how_a_counter_is_cited(style: Style, value: int, expected: str) -> None:
    assert written(style, value) == expected
