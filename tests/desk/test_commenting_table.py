"""The table of comments and proposals: rows in order, cells in the words of the language, who speaks where."""

import pytest
from tests.desk.council import saved

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.commenting_table import comments_sheet, empty_form
from zerodraft.desk.concordance_table import concordance_sheet
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.laying_out import Look
from zerodraft.desk.outgoing import Order
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.errors import Refusal
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet

AREA = "Focus area 1"


def sheet_now(desk: Desk, version: str = "", language: str = "") -> CommentsSheet:
    dossier = desk.open("note")
    reading = desk.reading(dossier, version) if version else dossier.reading
    return comments_sheet(desk.room, dossier, reading, Look(language))


def rows_now(desk: Desk, version: str = "", language: str = "") -> tuple[CommentRow, ...]:
    return sheet_now(desk, version, language).rows


def test_a_proposal_is_told_as_a_request_with_its_reason_and_what_was_decided(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    words = "We agree to keep ports open to all ships."
    desk.propose(desk.open("note"), Offer(("AUS", "NZL"), "1", words, reason="Nobody stays outside."))
    desk.take_position(desk.open("note"), Opinion("FJI", Stand.SUPPORT, "AUS-1"))
    desk.decide(desk.open("note"), Ruling(Verdict.ACCEPT, ("AUS-1",), why="All agreed."))
    (row,) = rows_now(desk)
    assert row.cells == (
        "AUS-1", "Australia; New Zealand", "", AREA, "1", "te", "Nobody stays outside.",
        "Replace “small” with “all”.", "Accepted, 2 November 2021: All agreed.\nSupport: Fiji",
    )  # fmt: skip


def test_what_the_secretariat_replied_stands_in_its_own_column_and_other_replies_in_rows_below(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "Which ones?", quote="small ships"))
    asked = desk.open("note").threads[0].root.id
    desk.reply(desk.open("note"), Reply("AUS", asked, "Ours."))
    desk.reply(desk.open("note"), Reply("SEC", asked, "All of them.", resolves=True))
    first, second = rows_now(desk)
    assert (first.number, first.comment) == (asked, "“small ships”\nWhich ones?")
    assert first.observations == "Resolved.\n2 November 2021: All of them."
    assert (second.delegation, second.comment) == ("Australia", f"In reply to {asked}: Ours.")
    assert (second.paragraph, second.observations) == ("1", "")


def test_rows_go_by_paragraph_then_by_the_names_in_the_language(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    for code, paragraph in (("ZAF", "1"), ("ESP", "1"), ("JPN", "1"), ("SEC", "1"), ("CHN", "PP1"), ("CHN", "title")):
        desk.comment(desk.open("note"), Remark(code, paragraph, "Yes."))
    english = [(each.paragraph, each.delegation) for each in rows_now(desk)]
    assert english == [
        ("General", "China"), ("PP1", "China"),
        ("1", "Japan"), ("1", "South Africa"), ("1", "Spain"), ("1", "Secretariat"),
    ]  # fmt: skip
    indonesian = [(each.paragraph, each.delegation) for each in rows_now(desk, language="id")]
    assert indonesian == [
        ("Umum", "Tiongkok"), ("PP1", "Tiongkok"),
        ("1", "Afrika Selatan"), ("1", "Jepang"), ("1", "Spanyol"), ("1", "Sekretariat"),
    ]  # fmt: skip


def test_of_the_text_as_a_whole_a_comment_is_general_and_of_signs_alone_a_proposal_is_editorial(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "title", "A good text."))
    desk.comment(desk.open("note"), Remark("JPN", "1", "A comma is missing.\n\n(no. 3, ed)"))
    desk.propose(desk.open("note"), Offer(("AUS",), "1", "We agree to keep ports open, to small ships."))
    assert [each.type for each in rows_now(desk)] == ["ge", "ed", "ed"]


def test_words_that_are_gone_stand_last_under_the_number_that_was_read(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "Which ones?", quote="small ships"))
    desk.comment(desk.open("note"), Remark("AUS", "3", "When?"))
    saved(desk, "small ships", "everybody")
    assert [each.paragraph for each in rows_now(desk)] == ["3", "1 (Zero Draft)"]
    assert rows_now(desk)[1].ordinal is None


def test_what_was_said_later_is_no_part_of_the_table_of_an_older_text(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.propose(desk.open("note"), Offer(("JPN",), "2(a)", "twice a year;"))
    saved(desk, "We decide to meet again in the autumn.\n\n", "")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    desk.comment(desk.open("note"), Remark("AUS", "1", "Fine."))
    desk.propose(desk.open("note"), Offer(("AUS",), "1", "We agree."))
    assert [each.number for each in rows_now(desk, "zero-draft")] == ["JPN-1"]
    assert {each.number[:3] for each in rows_now(desk, "rev-1")} == {"JPN", "aus", "AUS"}


def test_the_matrix_tells_of_each_paragraph_who_proposes_comments_and_supports_what(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.propose(desk.open("note"), Offer(("NZL",), "1", "We agree to keep all ports open to small ships."))
    desk.take_position(desk.open("note"), Opinion("ASEAN", Stand.SUPPORT, "NZL-1"))
    desk.take_position(desk.open("note"), Opinion("AUS", Stand.RETAIN, paragraph="3"))
    desk.comment(desk.open("note"), Remark("AUS", "1", "Hm."))
    asked = desk.open("note").threads[0].root.id
    table = sheet_now(desk).matrix
    assert table.delegations == ("ASEAN", "Australia", "New Zealand")
    assert [tuple(each) for each in table.rows] == [
        (AREA, "1", ("supports: NZL-1", asked, "NZL-1")),
        (AREA, "3", ("", "retains the text", "")),
    ]


def test_an_empty_form_has_a_row_for_the_whole_and_one_for_each_paragraph(desk: Desk) -> None:
    dossier = desk.open("note")
    form = empty_form(desk.room, dossier, dossier.reading)
    cites = [each.paragraph for each in form.rows]
    assert cites == ["General", "PP1", "1", "2", "2(a)", "2(b)", "3", "4", "C1"]
    assert not any(each.comment or each.proposed or each.delegation for each in form.rows)
    assert form.is_form


def test_a_concordance_speaks_the_language_of_the_labels(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.propose(desk.open("note"), Offer(("JPN",), "1", "We agree to keep ports open to all ships."))
    desk.decide(desk.open("note"), Ruling(Verdict.ACCEPT, ("JPN-1",), why="Fair."))
    sheet = concordance_sheet(desk.room, desk.open("note"), "", "", Look("id"))
    assert sheet.title == "Konkordansi: Zero Draft → teks kerja"
    assert sheet.rows[1].cells == ("1", "1", "dirumuskan ulang", "Jepang", "JPN-1", "Fair.")
    told = desk.export(desk.open("note"), Order("concordance", "md", language="id")).decode()
    assert "| Baru | Lama | Perubahan | Kontributor |" in told


def test_the_tables_leave_by_the_same_order_as_the_text(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("AUS", "1", "=1+1"))
    told = desk.export(desk.open("note"), Order("comments", "csv"))
    assert told.startswith(b'\xef\xbb\xbf"No.","Delegation (MB/NC)"')
    assert b'"\'=1+1"' in told
    assert told == desk.export(desk.open("note"), Order("comments", "csv"))
    with pytest.raises(Refusal, match="can't leave as comments akn"):
        desk.export(desk.open("note"), Order("comments", "akn"))


def test_an_empty_form_leaves_by_the_same_order_too(desk: Desk) -> None:
    told = desk.export(desk.open("note"), Order("comments", "csv", is_empty=True)).decode("utf-8-sig")
    assert told.splitlines()[1] == '"","","","","General","","","",""'
