"""Tables of ours that come home: what they said brings nothing new, what delegations wrote into them does."""

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest
from tests.desk.council import open_desk, saved
from tests.export.spreadsheet_views import converted, needs_calc
from tests.intake.office import needs_office
from tests.intake.office import saved as saved_by_office
from tests.rooms import isolate

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.arriving import Delivery, Preview, declaration_of
from zerodraft.desk.commenting_table import comments_sheet, empty_form
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.laying_out import Look
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.taking_in import Consent
from zerodraft.desk.texts import Beginning
from zerodraft.errors import Refusal
from zerodraft.export.comma_separated import comments_csv
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet, Type
from zerodraft.export.word.form import comments_word
from zerodraft.export.workbook import comments_xlsx
from zerodraft.formats.settings import Settings

Writer = Callable[[CommentsSheet], bytes]
WRITERS = {"xlsx": comments_xlsx, "csv": comments_csv, "docx": comments_word}


def held(desk: Desk) -> Desk:
    """Some things are said, with words that a spreadsheet would execute."""
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    small = Offer(("AUS", "NZL"), "1", "We agree to keep ports open to all ships.", reason="=SUM(A1)\n- Nobody waits.")
    desk.propose(desk.open("note"), small)
    desk.propose(desk.open("note"), Offer(("JPN",), "2(a)", "We thank the hosts.", is_insertion=True))
    desk.propose(desk.open("note"), Offer(("CHN",), "4", "We support the exchange of charts, tables and views."))
    desk.take_position(desk.open("note"), Opinion("FJI", Stand.SUPPORT, "AUS-1"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "+1. Which ones?\n\nAnd  why?", quote="small ships"))
    desk.comment(desk.open("note"), Remark("CHL", "title", "A good text."))
    asked = next(each.root.id for each in desk.open("note").threads if each.root.delegation == "JPN")
    desk.reply(desk.open("note"), Reply("AUS", asked, "Ours."))
    desk.reply(desk.open("note"), Reply("SEC", asked, "All of them."))
    desk.decide(desk.open("note"), Ruling(Verdict.REJECT, ("CHN-1",), why="Not now."))
    return desk


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A room in which this was said, for tests that record nothing more."""
    folder = tmp_path_factory.mktemp("council")
    with pytest.MonkeyPatch.context() as patch:
        isolate(patch, folder / "home")
        with open_desk(folder / "workspace") as opened:
            yield held(opened)


def sheet_now(desk: Desk, language: str = "") -> CommentsSheet:
    dossier = desk.open("note")
    return comments_sheet(desk.room, dossier, desk.reading(dossier, "zero-draft"), Look(language))


def look(desk: Desk, content: bytes, to: str, sender: str = "IDN") -> Preview:
    return desk.look_into(desk.open("note"), Delivery(f"table.{to}", content, sender))


def new_row(comment: str, proposed: str = "", paragraph: str = "3", delegation: str = "") -> CommentRow:
    return CommentRow("", (), delegation, "", paragraph, Type.TECHNICAL, comment, proposed, "", None)


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("to", WRITERS)
def test_a_table_that_comes_back_as_it_went_out_brings_nothing_new(council: Desk, to: str, language: str) -> None:
    sheet = sheet_now(council, language)
    assert len(sheet.rows) == 6
    preview = look(council, WRITERS[to](sheet), to)
    received = preview.arrived.received
    assert (received.proposals, received.comments, received.tray) == ((), (), ())
    assert [each.sentence for each in received.notices] == [
        "Rows that came back as they went out, and bring nothing new: 6."
    ]
    with pytest.raises(Refusal, match="says nothing that Zero Draft doesn't say"):
        council.take_in(council.open("note"), preview, Consent())


@pytest.mark.parametrize("to", WRITERS)
def test_new_rows_become_comments_and_proposals_at_their_paragraphs(council: Desk, to: str) -> None:
    sheet = sheet_now(council)
    rows = (
        *sheet.rows,
        new_row("When?"),
        new_row("", "Replace “autumn” with “spring”."),
        new_row("Too long.", "Delete this paragraph.", "2(b)", "Chile"),
    )
    received = look(council, WRITERS[to](replace(sheet, rows=rows)), to).arrived.received
    assert [(each.delegation, each.paragraph) for each in received.proposals] == [("IDN", "3"), ("CHL", "2(b)")]
    assert [(each.delegation, each.paragraph, each.body) for each in received.comments] == [
        ("IDN", "3", "When?\n\n(te)"),
        ("CHL", "2(b)", "Too long.\n\n(te)"),
    ]
    assert received.tray == ()


@pytest.mark.parametrize("to", WRITERS)
def test_a_row_of_ours_with_other_words_brings_those_alone_and_asks_the_drafter(council: Desk, to: str) -> None:
    sheet = sheet_now(council)
    changed = [replace(row, proposed="Delete this paragraph.") if row.number == "AUS-1" else row for row in sheet.rows]
    received = look(council, WRITERS[to](replace(sheet, rows=tuple(changed))), to).arrived.received
    (proposal,) = received.proposals
    assert (proposal.delegation, proposal.others) == ("AUS", ("NZL",))
    assert proposal.doubt == "The row AUS-1 went out with other words."
    assert received.comments == ()


def test_what_is_written_into_our_column_lies_in_the_tray_and_our_own_words_there_do_not(council: Desk) -> None:
    sheet = sheet_now(council)
    rows = [
        replace(row, observations=f"{row.observations}\nWe shall see.") if row.number == "CHN-1" else row
        for row in sheet.rows
    ]
    received = look(council, comments_xlsx(replace(sheet, rows=tuple(rows))), "xlsx").arrived.received
    (unplaced,) = received.tray
    assert unplaced.text == "CHN-1: We shall see."
    assert (received.proposals, received.comments) == ((), ())


def test_what_the_secretariat_writes_into_its_column_is_its_reply(desk: Desk) -> None:
    council = held(desk)
    sheet = sheet_now(council)
    asked = next(each.number for each in sheet.rows if each.codes == ("CHL",))
    filled = {asked: "Thank you.", "JPN-1": "To be seen."}
    rows = [replace(row, observations=filled.get(row.number, row.observations)) for row in sheet.rows]
    preview = look(council, comments_word(replace(sheet, rows=tuple(rows))), "docx", "SEC")
    assert [(each.delegation, each.body, each.is_reply) for each in preview.arrived.received.comments] == [
        ("SEC", "Thank you.", True),
        ("SEC", "JPN-1: To be seen.", False),
    ]
    council.take_in(council.open("note"), preview, Consent())
    thread = next(each for each in council.open("note").threads if each.root.id == asked)
    assert [(each.delegation, each.body) for each in thread.replies] == [("SEC", "Thank you.")]


def test_a_table_that_went_out_before_later_acts_is_still_known(desk: Desk) -> None:
    council = held(desk)
    data = comments_xlsx(sheet_now(council, "id"))
    council.take_position(council.open("note"), Opinion("FJI", Stand.RESERVE, "AUS-1"))
    council.take_position(council.open("note"), Opinion("CHL", Stand.SUPPORT, "AUS-1"))
    council.decide(council.open("note"), Ruling(Verdict.ACCEPT, ("AUS-1",)))
    council.issue(council.open("note"), Issue("Rev.1"))
    preview = look(council, data, "xlsx")
    assert preview.arrived.reading.label == "Zero Draft"
    assert preview.arrived.received.tray == ()
    assert (preview.arrived.received.proposals, preview.arrived.received.comments) == ((), ())


@pytest.mark.parametrize("to", WRITERS)
def test_an_empty_form_brings_what_was_filled_in_and_is_silent_on_the_rest(council: Desk, to: str) -> None:
    dossier = council.open("note")
    form = empty_form(council.room, dossier, council.reading(dossier, "zero-draft"), Look("id"))
    rows = [replace(row, comment="Mengapa?") if row.paragraph == "2(b)" else row for row in form.rows]
    received = look(council, WRITERS[to](replace(form, rows=tuple(rows))), to).arrived.received
    assert [(each.delegation, each.paragraph) for each in received.comments] == [("IDN", "2(b)")]
    assert (received.proposals, received.tray) == ((), ())
    assert received.notices[-1].sentence == "Rows that name a place and say nothing, and were passed over: 8."


def test_a_workbook_or_form_says_which_declaration_and_which_text_it_answers(desk: Desk) -> None:
    council = held(desk)
    council.new("other", Beginning(Settings(), source="# Other\n\nText.\n"))
    saved(council, "in the autumn", "in the spring")
    dossier = council.open("note")
    working = comments_sheet(council.room, dossier, dossier.reading)
    for to in ("xlsx", "docx"):
        assert declaration_of(council.room, f"table.{to}", WRITERS[to](sheet_now(council))) == "note"
        assert look(council, WRITERS[to](sheet_now(council)), to).arrived.reading.label == "Zero Draft"
        assert look(council, WRITERS[to](working), to).arrived.reading.version is None


def test_what_another_program_writes_into_the_workbook_is_found(council: Desk) -> None:
    book = openpyxl.load_workbook(BytesIO(comments_xlsx(sheet_now(council))))
    paper = book.worksheets[0]
    for column, words in ((2, "Chile"), (5, "3"), (7, "When?")):
        paper.cell(paper.max_row + (column == 2), column).value = words
    book.worksheets[1].cell(2, 3).value = "What is this?"
    written = BytesIO()
    book.save(written)
    received = look(council, written.getvalue(), "xlsx").arrived.received
    assert [(each.delegation, each.body) for each in received.comments] == [("CHL", "When?")]
    (unplaced,) = received.tray
    assert "What is this?" in unplaced.text


def test_comma_separated_values_lose_their_guard_on_the_way_home(council: Desk) -> None:
    told = list(csv.reader(StringIO(comments_csv(sheet_now(council)).decode("utf-8-sig"), newline="")))
    assert [row[6][:2] for row in told if row[0] == "AUS-1"] == ["'="]
    written = StringIO()
    csv.writer(written, delimiter=";").writerows(told)
    received = look(council, written.getvalue().encode("cp1252", "replace"), "csv").arrived.received
    assert (received.proposals, received.tray) == ((), ())


@pytest.mark.slow
@needs_calc
@needs_office
def test_tables_that_libreoffice_saved_bring_nothing_but_what_is_new(council: Desk, tmp_path: Path) -> None:
    sheet = sheet_now(council)
    more = replace(sheet, rows=(*sheet.rows, new_row("When?")))
    files = [
        ("docx", saved_by_office(comments_word(more), tmp_path, "odt", "docx")),
        ("xlsx", converted(comments_xlsx(more), "one.xlsx", "xlsx", tmp_path)),
        ("csv", converted(comments_xlsx(more), "two.xlsx", "csv", tmp_path)),
        ("xlsx", converted(comments_csv(more), "three.csv", "xlsx", tmp_path)),
    ]
    for to, data in files:
        received = look(council, data, to).arrived.received
        assert [each.body for each in received.comments] == ["When?\n\n(te)"], to
        assert received.proposals == ()
        assert [each.reason for each in received.tray if "above" not in each.reason] == [], to
