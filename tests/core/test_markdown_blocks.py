"""Blocks: where headings, paragraphs, lists and tables stand, by either of two readers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.text import markdown
from zerodraft.core.text.markdown import Block, Shape, blocks

LINES = st.lists(
    st.sampled_from(
        [
            *("We agree", "shall act;", "(a) x", "  (b) y", "3. We", "12) z", "1.", "a #", "[x]: y", "—–", "é\u200b"),
            *(
                "# Title",
                "## Area ##",
                "##",
                "#none",
                "   ### deep",
                "    # far",
                "\tx",
                "    indented",
                "\\###",
                "x  ",
            ),
            *("- b", "* c", "+", "> q", "| a |", "|-|", "---", "===", "***", "```", "<b>", "~~~", "  4. in", "\tb. y"),
            *("1. - x", "3. # y", "2.      z", "1. 2. x", "4. | a |", "5) > q", "1. *We* act", "1.- x", "6. ---"),
            *("", "", "", " ", "  ", "\t"),
        ]
    ),
    max_size=8,
)
TEXTS = st.one_of(LINES.map("\n".join), st.text(st.sampled_from("#a1.)( \t\n-"), max_size=30))


def seen(found: list[Block]) -> list[tuple[Shape, int, int, int]]:
    return [(each.shape, each.start, each.end, each.level) for each in found]


@given(TEXTS, st.sampled_from(["", "x", "---\na: b\n---\n"]))
def test_the_fast_reader_and_the_grammar_give_the_same_blocks(text: str, front: str) -> None:
    source = front + text
    if markdown._is_plain(source, len(front)):
        fast = list(markdown._plain_blocks(source, len(front)))
        assert seen(fast) == seen(list(markdown._parsed_blocks(source, len(front))))


@pytest.mark.parametrize(
    "text",
    [
        "We agree\nto act.\n\n(a) x;\n\n## Area\n\n3. We\n",
        "# Title\n\n\\###",
        " \n \nWe\n  \nact",
        "2023. was\n\n**1 WE,** x",
        "    # far from the margin\n",
    ],
)
def test_usual_texts_take_the_fast_way(text: str) -> None:
    assert markdown._is_plain(text, 0) is not text.startswith("    #")


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "a\n- b",
        "> q",
        "a\n# b",
        "# a\nb",
        "a\n3. b",
        "a\n\n  3. b",
        "```",
        "<b>",
        "a\n---",
        "| a",
        "a\r\nb",
        "---",
    ],
)
def test_what_only_the_grammar_can_judge_goes_to_the_grammar(text: str) -> None:
    assert not markdown._is_plain(text, 0)


def read(source: str) -> list[tuple[Shape, str, int]]:
    return [(each.shape, source[each.start : each.end], each.level) for each in blocks(source, 0)]


def test_the_depth_of_a_list_item_counts_from_the_paragraph_above() -> None:
    source = "1. We:\n   - first\n     1. deep\n2. They\n\n* free\n"
    assert read(source) == [
        (Shape.PARAGRAPH, "1. We:", 0),
        (Shape.PARAGRAPH, "   - first", 1),
        (Shape.PARAGRAPH, "     1. deep", 2),
        (Shape.PARAGRAPH, "2. They", 0),
        (Shape.PARAGRAPH, "* free", 1),
    ]


def test_each_shape_is_told() -> None:
    source = (
        "Title\n=====\n\n> quoted\n> on\n\n---\n\n| a |\n|---|\n| b |\n\n<!-- aside -->\n\n<div>\nx\n\n```\ncode\n```\n"
    )
    assert [(shape, text) for shape, text, _ in read(source)] == [
        (Shape.HEADING, "Title\n====="),
        (Shape.OPAQUE, "> quoted\n> on"),
        (Shape.RULE, "---"),
        (Shape.TABLE, "| a |\n|---|\n| b |"),
        (Shape.COMMENT, "<!-- aside -->"),
        (Shape.OPAQUE, "<div>\nx"),
        (Shape.OPAQUE, "```\ncode\n```"),
    ]


def test_words_between_two_comments_are_kept() -> None:
    assert [shape for shape, _, _ in read("<!-- a --> We agree <!-- b -->")] == [Shape.OPAQUE]
    assert [shape for shape, _, _ in read("<!-- a --> <!-- b -->")] == [Shape.COMMENT]


def test_what_is_quoted_is_one_block() -> None:
    assert [text for _, text, _ in read("> a\n>\n> - b\n>   c\n\nafter")] == ["> a\n>\n> - b\n>   c", "after"]


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_every_line_end_ends_a_line(end: str) -> None:
    source = end.join(["- a", "  b", "", "c", ""])
    assert [text for _, text, _ in read(source)] == [end.join(["- a", "  b"]), "c"]


def test_nested_quotations_and_lists_keep_their_depth() -> None:
    assert [(text, level) for _, text, level in read("- > a\n- b\n")] == [("- > a", 1), ("- b", 1)]


@pytest.mark.parametrize("empty", ["3.\n", "-\n", "3.\n4. We\n", "- \n- b\n"])
def test_a_list_item_without_words_is_still_a_block(empty: str) -> None:
    first = empty.split("\n")[0].rstrip()
    assert read(empty)[0][1] == first
