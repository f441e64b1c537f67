"""An edited copy: blocks in the order of the text, with the shapes that a word processor would give them."""

from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.parse import read_draft
from zerodraft.intake.markdown_input import looks_like_markdown, read_markdown, read_plain_text
from zerodraft.intake.marked import Shape, Sort

COPY = """# On Harbours

*Recalling* the Charter[^1],

## Ships

1. We affirm that ports
are open:

(a) by day;

- to all.

| port | depth |
|---|---|
| Bali | 12 |

[^1]: Of the United Nations.
"""
PRINTED = """On Harbours
===========

Recalling the Charter¹, in m²,

Ships
-----

1.   We affirm that ports are
     open:

     (a)  by day;

___________________

¹    Of the United Nations.
"""


def test_a_copy_in_markdown_is_read_block_by_block() -> None:
    assert [(each.text, each.shape, each.place) for each in read_markdown(COPY).blocks] == [
        ("On Harbours", Shape(Sort.HEADING, 1), ()),
        ("*Recalling* the Charter[^1],", Shape(Sort.BODY), ()),
        ("Ships", Shape(Sort.HEADING, 2), ()),
        ("We affirm that ports are open:", Shape(Sort.LIST, 0, "1"), ()),
        ("by day;", Shape(Sort.LIST, 1, "(a)"), ()),
        ("to all.", Shape(Sort.LIST, 2), ()),
        ("port", Shape(Sort.CELL), (0, 0, 0)),
        ("depth", Shape(Sort.CELL), (0, 0, 1)),
        ("Bali", Shape(Sort.CELL), (0, 1, 0)),
        ("12", Shape(Sort.CELL), (0, 1, 1)),
        ("Of the United Nations.", Shape(Sort.NOTE), ("1",)),
    ]


def test_a_printed_copy_is_read_with_its_headings_numbers_and_notes() -> None:
    assert [(each.text, each.shape, each.place) for each in read_plain_text(PRINTED).blocks] == [
        ("On Harbours", Shape(Sort.HEADING, 1), ()),
        ("Recalling the Charter[^1], in m²,", Shape(Sort.BODY), ()),
        ("Ships", Shape(Sort.HEADING, 2), ()),
        ("We affirm that ports are open:", Shape(Sort.LIST, 0, "1"), ()),
        ("by day;", Shape(Sort.LIST, 1, "(a)"), ()),
        ("Of the United Nations.", Shape(Sort.NOTE), ("1",)),
    ]


def test_only_a_text_with_its_signs_looks_like_markdown() -> None:
    assert looks_like_markdown(COPY)
    assert not looks_like_markdown(PRINTED)
    assert not looks_like_markdown("2 * 3 is * 6\n* * *\nNo. #3")


@given(st.text(alphabet="ab1.()# *|-[]^:\n¹", max_size=80))
def test_no_word_of_a_copy_is_lost(text: str) -> None:
    blocks = read_markdown(text).blocks
    prose = [each.text for each in read_draft(text).paragraphs if each.kind is not Kind.TABLE]
    assert sorted(each.text for each in blocks if each.shape.sort is not Sort.CELL) == sorted(
        " ".join(each.split()) for each in prose
    )
