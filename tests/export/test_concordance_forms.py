"""A concordance as a file: what each cell holds, and that no cell is more than words."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.concordance import Entry
from zerodraft.core.text.visible import invisible_characters, visible
from zerodraft.export.comma_separated import entries_csv
from zerodraft.export.concordance import deed, why
from zerodraft.export.markdown.concordance import entries_markdown

NAMES = {"JPN": "Japan", "LAO": "Lao People’s Democratic Republic"}
MOVED = Entry("9", ("23",), (Fate.MOVED, Fate.REWORDED), ("JPN", "LAO"), ("JPN-1",), ("lao-5fd8",), ("Shelter.", "Why"))
GONE = Entry("", ("34",), (Fate.DELETED,), ("SEC",), (), (), ())
RENUMBERED = Entry("10", ("9",), (Fate.KEPT,), (), (), (), ())


def named(code: str) -> str:
    return NAMES.get(code, code)


def cells(markdown: str) -> list[list[str]]:
    """The rows of the table as a reader of the page sees them."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown)
    rows: list[list[str]] = []
    for place, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            children = tokens[place + 1].children or []
            assert {child.type for child in children} <= {"text", "text_special"}
            rows[-1].append("".join(child.content for child in children))
    return rows


def test_a_row_names_both_numbers_what_was_done_everybody_in_full_and_why() -> None:
    assert entries_markdown(("Note", "", "Concordance: Rev.1 → Rev.2"), [MOVED, GONE, RENUMBERED], named) == (
        "Note\n\nConcordance: Rev.1 → Rev.2\n\n"
        "| New | Old | What was done | Contributors | Proposals and comments | Reason |\n"
        "| --- | --- | --- | --- | --- | --- |\n"
        "| 9 | 23 | moved, reworded | Japan, Lao People’s Democratic Republic | JPN-1, lao-5fd8 | Shelter. Why |\n"
        "| – | 34 | deleted | SEC |  |  |\n"
        "| 10 | 9 | renumbered |  |  |  |\n"
    )


def test_comma_separated_values_have_a_row_for_each_entry_below_their_heads() -> None:
    assert entries_csv([MOVED, GONE], named) == (
        "new,old,done,contributors,proposals,comments,reason\n"
        '9,23,"moved, reworded",Japan; Lao People’s Democratic Republic,JPN-1,lao-5fd8,Shelter. Why\n'
        ",34,deleted,SEC,,,\n"
    )


def test_reasons_stand_as_sentences_one_after_the_other() -> None:
    assert why(MOVED._replace(reasons=("One", "Two.", "Three"))) == "One; Two. Three"
    assert why(GONE) == ""


def test_a_kept_paragraph_with_another_number_was_renumbered() -> None:
    assert deed(RENUMBERED) == "renumbered"
    assert deed(RENUMBERED._replace(new="9")) == "kept"


def test_a_title_is_no_heading_and_no_reason_is_struck_out() -> None:
    told = entries_markdown(("# Note",), [MOVED._replace(reasons=("~~all of it~~",))], named)
    assert told.startswith("\\# Note\n")
    assert "\\~\\~all of it\\~\\~" in told


@given(st.text(max_size=40))
def test_words_of_people_are_words_in_a_table_and_nothing_else(words: str) -> None:
    told = entries_markdown((), [MOVED._replace(reasons=(words,))], named)
    assert len(told.split("\n")) == 6
    heads, row = cells(told)
    assert len(heads) == len(row) == 6
    if words.isascii() and words.isprintable():
        assert row[5] == words.strip(" ")


@given(st.text(max_size=40))
def test_words_come_back_out_of_comma_separated_values_and_are_no_formula(words: str) -> None:
    told = entries_csv([MOVED._replace(reasons=(words,))], named)
    _, row = csv.reader(StringIO(told, newline=""))
    assert row[6].removeprefix("'") == visible(words, single_line=True).removeprefix("'")
    assert not [*invisible_characters(row[6])]
    assert not row[6].startswith(("=", "+", "-", "@"))
