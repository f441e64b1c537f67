"""What was said of a text, as Markdown and plain text: all of it, and nothing that people wrote is read as a sign."""

import re
from dataclasses import replace
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.export.sheets import NEW, sheet

from zerodraft.core.text.visible import invisible_characters, visible
from zerodraft.core.text.width import cells
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet, Type
from zerodraft.export.concordance_sheet import ConcordanceRow, ConcordanceSheet
from zerodraft.export.markdown.comments import comments_markdown
from zerodraft.export.table_labels import table_labels
from zerodraft.export.text.comments import comments_text
from zerodraft.export.text.concordance import concordance_text

HOSTILE = st.lists(
    st.sampled_from(
        (
            *("we", "*all*", "#", "##", "-", "+", "1.", "12)", "<b>", "&amp;", "&lt;", "[x](y)", "![i](j)", "|", "`"),
            *("```", "~~~", "===", "\\", "_", "\x1b[31m", "\u202e", "\n", "> q", "***", "---", "<!--", "http://a.b"),
        )
    ),
    min_size=1,
    max_size=8,
).map(" ".join)


def comments(*rows: CommentRow, language: str = "en") -> CommentsSheet:
    labels = table_labels(language)
    return CommentsSheet(sheet(NEW, language=language), labels.comments, labels.heads, rows)


SAID = CommentRow("AUS-1", ("AUS",), "Australia", "1: Policy", "2(a)", Type.TECHNICAL, "", "", "", 5)


def row(comment: str = "", proposed: str = "", observations: str = "", **more: str) -> CommentRow:
    said = replace(SAID, comment=comment, proposed=proposed, observations=observations)
    return replace(said, **more)  # type: ignore[arg-type]


def words(text: str) -> str:
    return " ".join(text.split())


def rendered(markdown: str) -> str:
    """What a reader of Markdown shows, without its tags."""
    return words(unescape(re.sub(r"<[^>]*>", " ", MarkdownIt("commonmark").render(markdown))))


@given(HOSTILE, HOSTILE, HOSTILE)
def test_in_markdown_what_people_wrote_is_shown_letter_by_letter(comment: str, proposed: str, name: str) -> None:
    said = row(comment, f"we {proposed}", delegation=name)
    shown = rendered(comments_markdown(comments(said)).decode())
    assert words(visible(comment)) in shown
    assert words(f"Proposed change: we {visible(proposed)}") in shown
    assert words(f"AUS-1 – {visible(name)} (te)") in shown


@given(HOSTILE, HOSTILE)
def test_in_plain_text_nothing_drives_a_terminal_and_no_line_is_too_long(comment: str, proposed: str) -> None:
    text = comments_text(comments(row(comment, proposed, "Taken up."))).decode()
    assert not invisible_characters(text)
    assert max(map(cells, text.split("\n"))) <= 78
    assert words(visible(comment)) in words(text)


def test_entries_stand_below_their_focus_area_and_paragraph() -> None:
    whole = comments(
        row("First.", area="", paragraph="General", number="a-1"),
        row("Second."),
        row("Third.", number="AUS-2"),
        row("Fourth.", paragraph="PP3", area="Preamble"),
    )
    lines = [line for line in comments_markdown(whole).decode().split("\n") if line][5:]
    assert lines == [
        *("---", "### General", "**a-1 – Australia (te)**", "First."),
        *("## 1: Policy", "### Paragraph 2(a)", "**AUS-1 – Australia (te)**", "Second."),
        *("**AUS-2 – Australia (te)**", "Third."),
        *("## Preamble", "### PP3", "**AUS-1 – Australia (te)**", "Fourth."),
    ]
    told = comments_text(whole).decode()
    assert [told.index(each) for each in ("General", "First.", "Paragraph 2(a)", "Second.", "PP3")] == sorted(
        told.index(each) for each in ("General", "First.", "Paragraph 2(a)", "Second.", "PP3")
    )


def test_a_text_of_which_nothing_was_said_says_so_in_its_language() -> None:
    assert table_labels("id").empty in comments_markdown(comments(language="id")).decode()
    assert table_labels("en").empty in comments_text(comments()).decode()


def test_a_concordance_in_plain_text_tells_what_became_of_each_paragraph() -> None:
    heads = table_labels("en").concordance_heads
    rows = (
        ConcordanceRow("7", "5, 6", "joined", "Japan", "JPN-1", "Said the same."),
        ConcordanceRow("", "8", "deleted", "", "", ""),
    )
    told = concordance_text(ConcordanceSheet(sheet(NEW), sheet(NEW), "Concordance: A → B", heads, rows)).decode()
    assert "7 ← 5, 6      joined\n              Contributors: Japan\n" in told
    assert "– ← 8         deleted" in told
