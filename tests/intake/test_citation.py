"""A paragraph is found however it is cited, and none is guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.numbering import number
from zerodraft.core.text.parse import parse_draft
from zerodraft.intake.citation import Places

TEXT = """# Message

*We, the delegations* of Japan and Chile,

*Recalling* the Charter,

## Focus area 1: Policy

We affirm the Charter.

We encourage:

(a) a policy;

(b) guidance, including:

(i) checks;

(ii) care;

(c) review.

## Focus area 2: Crisis management

We recognize relief.

We resolve to act.
"""
DRAFT = parse_draft(TEXT)[0]
NUMBERS = number(DRAFT)
PLACES = Places(DRAFT, NUMBERS)


def cites(written: str) -> list[str]:
    return [NUMBERS[ordinal].cite for ordinal in PLACES.cited(written).ordinals]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2", ["2"]),
        ("Para. 2", ["2"]),
        ("paragraph 2 (b)(i)", ["2(b)(i)"]),
        ("2b", ["2(b)"]),
        ("OP 3", ["3"]),
        ("PP2", ["PP2"]),
        ("Preambular paragraph 2", ["PP2"]),
        ("¶ 4.", ["4"]),
        ("No. 4", ["4"]),
        ("Paragraf 2 huruf a", ["2(a)"]),
        ("butir 3", ["3"]),
        ("2, chapeau", ["2"]),
        ("chapeau 2", ["2"]),
        ("1, 3 and 4", ["1", "3", "4"]),
        ("2(a) dan (c)", ["2(a)", "2(c)"]),
        ("2(b)(i), (ii)", ["2(b)(i)", "2(b)(ii)"]),
        ("3–4", ["3", "4"]),
        ("1 to 2", ["1", "2", "2(a)", "2(b)", "2(b)(i)", "2(b)(ii)", "2(c)"]),
        ("2(a)-(b)", ["2(a)", "2(b)", "2(b)(i)", "2(b)(ii)"]),
        ("FA2", ["FA2"]),
        ("General", ["title"]),
        ("Seluruh dokumen", ["title"]),
        ("4-3", []),
        ("12", []),
        ("the third one", []),
        ("Whole text", ["title"]),
        ("", []),
    ],
)
def test_paragraphs_are_found_as_they_are_cited(written: str, found: list[str]) -> None:
    assert cites(written) == found


def test_what_is_not_there_is_told_in_a_sentence() -> None:
    assert PLACES.cited("12 (a)").reason == "There is no paragraph “12 (a)” in the version."


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("2", 2),
        ("Focus area 2", 2),
        ("FA 2", 2),
        ("Bidang fokus 1: Policy", 1),
        ("Crisis management", 2),
        ("focus area 2: crisis MANAGEMENT", 2),
        ("9", None),
        ("", None),
        ("the", None),
        ("Trade", None),
    ],
)
def test_a_focus_area_is_found_by_number_or_title(written: str, number: int | None) -> None:
    area = PLACES.area(written)
    assert (area.number if area else None) == number


@given(st.text(alphabet="0123456789()abiv-–, andto.PpOo", max_size=30))
def test_whatever_is_cited_is_found_in_order_or_told(written: str) -> None:
    found = PLACES.cited(written)
    assert list(found.ordinals) == sorted(set(found.ordinals))
    assert bool(found.ordinals) != bool(found.reason)
