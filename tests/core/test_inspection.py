"""What is wrong with a text, told with its place."""

import pytest
from tests.core.hostile_text import LEADERS

from zerodraft.core.text.finding import Severity, line_and_column
from zerodraft.core.text.inspection import LONGEST_PARAGRAPH
from zerodraft.core.text.parse import parse_draft

Told = tuple[str, str, int, int]


def found(source: str) -> list[Told]:
    """Code, sentence, line, column."""
    return [(each.code, each.sentence, *line_and_column(source, each.span.start)) for each in parse_draft(source)[1]]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("We [agree.", ("unbalanced-bracket", "This bracket is never closed.", 1, 4)),
        ("We\nagree].", ("unbalanced-bracket", "This bracket closes, but was never opened.", 2, 6)),
        ("1. We\n\n2. They\n\n4. All", ("number-gap", "Number 4 follows 2; 3 was expected.", 5, 1)),
        ("1\\. We\n\n1\\. They\n\n2\\. All", ("number-gap", "Number 1 follows 1; 2 was expected.", 3, 1)),
        ("OP1 We\n\nOP3 They", ("number-gap", "Number OP3 follows OP1; 2 was expected.", 3, 3)),
        ("1.1. We\n\n2.1. They\n\n1.3. All", ("number-gap", "Number 1.3 follows 1.1; 1.2 was expected.", 5, 1)),
        ("**1 WE** act\n\n**3 ALL** act", ("number-gap", "Number 3 follows 1; 2 was expected.", 3, 3)),
        ("1. We\n\n1. They", ("same-number", "All numbers are typed as 1; they are counted 1 to 2.", 1, 1)),
        ("We:\n\n(a) x\n\n(c) y\n\n(d) z", ("number-gap", "Sub-paragraph (c) stands where (b) was expected.", 5, 2)),
        ("We:\n\n(i) x\n\n(iii) y", ("number-gap", "Sub-paragraph (iii) stands where (ii) was expected.", 5, 2)),
        ("We:\n\n(b) x\n\n(c) y", ("number-gap", "Sub-paragraph (b) stands where (a) was expected.", 3, 2)),
        ("## Aims\n\nWe.\n\n## aims\n\nThey.", ("duplicate-heading", "The heading “aims” stands twice.", 5, 1)),
        ("We\u200b agree.", ("invisible-character", "The invisible character U+200B stands here.", 1, 3)),
        ("We\u202e agree.", ("invisible-character", "The invisible character U+202E stands here.", 1, 3)),
        ("We\r\nagree.", ("line-ends", "Lines end in CR LF, as Windows writes them; they are kept as they are.", 1, 3)),
    ],
)
def test_one_problem_is_told_once_and_with_its_place(source: str, expected: Told) -> None:
    assert found(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1. We\n\n2. They",
        "7. We\n\n8. They",
        "1. We\n\n1 bis. They\n\n2. All\n\n2A. Some\n\n3. None",
        "1. We\n\n1.1. They\n\n1.2. All\n\n2. Some\n\n2.1. None",
        "We:\n\n(a) x:\n\n(i) p\n\n(ii) q\n\n(b) y\n\nThey:\n\n(a) z",
        "We:\n\n- x\n- y",
        "1. We",
        "See [the Charter](https://un.org) and [^1] and \\[x.",
        "## Aims\n\n### Means\n\nWe.\n\n## More\n\n### Ways\n\nThey.",
        "We [agree\n\nto act].",
        "(zzz) We.",
    ],
)
def test_a_sound_text_is_left_in_peace(source: str) -> None:
    assert found(source) == []


def test_the_gap_of_a_list_is_told_again_when_it_grows() -> None:
    told = found("We:\n\n(a) x\n\n(c) y\n\n(d) z\n\n(g) w")
    assert [sentence for _, sentence, _, _ in told] == [
        "Sub-paragraph (c) stands where (b) was expected.",
        "Sub-paragraph (g) stands where (e) was expected.",
    ]


def test_a_byte_order_mark_is_told_and_kept() -> None:
    assert ("byte-order-mark", "The text begins with a byte order mark; it is kept.", 1, 1) in found("\ufeffWe agree.")


def test_a_huge_paragraph_is_told() -> None:
    short = "x" * LONGEST_PARAGRAPH
    assert found(short) == []
    expected = "This paragraph has 65,537 characters; it is compared as a whole only."
    assert found(short + "x") == [("long-paragraph", expected, 1, 1)]


def test_a_hundred_invisible_characters_are_enough() -> None:
    assert len(found("\u200bx" * 1000)) == 100


def test_findings_follow_the_text() -> None:
    told = found("## A\n\n[We\u200b\n\n## a\n\n2. They]]\n\n4. All\r\n")
    assert [code for code, _, _, _ in told] == [
        "invisible-character",
        "duplicate-heading",
        "unbalanced-bracket",
        "number-gap",
        "line-ends",
    ]
    assert [place for _, _, *place in told] == sorted(place for _, _, *place in told)


def test_how_grave_each_problem_is() -> None:
    _, findings = parse_draft("## A\n\n[\u200b\n\n## A\n\n1. We\r\n\r\n3. They")
    grave = {each.code: each.severity for each in findings}
    assert grave == {
        "unbalanced-bracket": Severity.ERROR,
        "invisible-character": Severity.WARNING,
        "duplicate-heading": Severity.WARNING,
        "number-gap": Severity.WARNING,
        "line-ends": Severity.NOTE,
    }


def test_a_leaders_text_has_one_invisible_character() -> None:
    assert [(code, line) for code, _, line, _ in found(LEADERS)] == [("invisible-character", 24)]


def test_places_that_are_still_to_be_filled_in_are_told_once() -> None:
    draft, findings = parse_draft("# T\n\nHeld at … on …, by all.\n\n## Area\n\nWe affirm that …\n")
    assert [(each.code, each.sentence) for each in findings] == [
        ("to-be-filled", "This place and 2 more are still to be filled in: …")
    ]
    assert line_and_column(draft.source, findings[0].span.start) == (3, 9)


@pytest.mark.parametrize("text", ["We wait… and see.", "“…and so on”", "[…]", "an ellipsis...", "# One … two"])
def test_an_ellipsis_beside_words_is_no_open_place_but_one_by_itself_is(text: str) -> None:
    found = [each.code for each in parse_draft(text)[1]]
    assert found == (["to-be-filled"] if " … " in text else [])
