"""Comments and concordance as pages: rows that a reader chooses by the style alone, and words that stay words."""

import re

import pytest
from tests.export.comment_tables import HOSTILE, comment, comments_of, concordance_of
from tests.export.test_html_safety import PAYLOADS, check

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.export.comments_sheet import CommentRow, Type
from zerodraft.export.concordance_sheet import ConcordanceRow
from zerodraft.export.html.tables import comments_html, concordance_html

AUS = CommentRow("AUS-3", ("AUS", "JPN"), "Australia, Japan", "Focus area 2", "4", Type.TECHNICAL, "Why", "Read", "", 5)


def test_every_cell_of_a_comment_is_on_the_page_once() -> None:
    page = check(comments_html(comments_of(comment("jpn-7f3a", "First line\nsecond", "Insert “x”."))))
    assert '<th scope="row">jpn-7f3a</th><td dir="auto">Japan</td>' in page.source
    assert '<td dir="auto">First line<br>second</td><td dir="auto">Insert “x”.</td>' in page.source


def test_rows_are_known_by_delegation_and_focus_area() -> None:
    page = check(comments_html(comments_of(comment("jpn-1", "A"), AUS)))
    assert [name for name in page.values("class") if name.startswith("said")] == [
        "said by-2 part-1",
        "said by-1 by-2 part-2",
    ]
    assert "body:has(#by>option:nth-child(2):checked) tr.said:not(.by-1){display:none}" in page.source
    assert "body:has(#part>option:nth-child(3):checked) tr.said:not(.part-2){display:none}" in page.source


def test_where_there_is_nothing_to_choose_there_is_no_field() -> None:
    page = check(comments_html(comments_of(comment("jpn-1", "A"))))
    assert page.all("select") == []
    assert page.all("section") == []


def test_a_change_is_shown_in_its_paragraph() -> None:
    row = CommentRow(
        *("AUS-1", ("AUS",), "Australia", "", "1", None, "", "Delete.", "", 1, ""), (Run(Op.DELETED, "a <b"),)
    )
    page = check(comments_html(comments_of(row)))
    assert '<p>Delete.</p><p class="change"><del>a &lt;b</del></p>' in page.source


def test_a_table_without_rows_says_so() -> None:
    assert "Nothing was said of this text." in check(comments_html(comments_of(delegations=0))).source


def test_the_matrix_names_the_delegation_of_each_cell_for_paper() -> None:
    page = check(comments_html(comments_of(comment("jpn-1", "A"), delegations=20)))
    assert 'class="scroll many"' in page.source
    assert '<td data-head="Delegation 20">JPN-1</td>' in page.source


def test_the_page_speaks_the_language_of_the_labels() -> None:
    page = check(comments_html(comments_of(comment("jpn-1", "A"), language="id")))
    assert page.all("html")[0].attributes["lang"] == "id"
    assert "<h1>Komentar dan usulan</h1>" in page.source


def test_a_concordance_lets_the_reader_leave_out_what_is_as_it_was() -> None:
    rows = (ConcordanceRow("1", "1", "kept", "", "", "", True), ConcordanceRow("2", "", "new", "Fiji", "FJI-1", "Why."))
    page = check(concordance_html(concordance_of(*rows)))
    assert '<tr class="kept"><th scope="row">1</th>' in page.source
    assert '<tr><th scope="row">2</th>' in page.source
    assert [each.attributes["id"] for each in page.all("input")] == ["only"]
    assert re.findall(r"<h(\d)", page.source) == ["1"]


@pytest.mark.parametrize("words", [*PAYLOADS[::3], *HOSTILE])
def test_words_of_people_stay_words(words: str) -> None:
    row = CommentRow(
        words, (words, "AUS"), words, words, words, None, words, words, words, None, words, (Run(Op.KEPT, words),)
    )
    check(comments_html(comments_of(row, comment("jpn-1", "A"))))
    check(concordance_html(concordance_of(ConcordanceRow(words, words, words, words, words, words))))
