"""Columns are known by their headings, as houses really write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.intake.table_columns import Column, column_of, columns_of, known_in


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("No.", Column.NUMBER),
        ("#", Column.NUMBER),
        ("№", Column.NUMBER),
        ("Comment number", Column.NUMBER),
        ("Nomor urut", Column.NUMBER),
        ("MB/NC1", Column.DELEGATION),
        ("Country/organization", Column.DELEGATION),
        ("Negara", Column.DELEGATION),
        ("Delegasi", Column.DELEGATION),
        ("Line number (e.g. 17)", Column.LINES),
        ("Baris", Column.LINES),
        ("Clause/\nSubclause", Column.CLAUSE),
        ("Focus area", Column.AREA),
        ("Bidang fokus", Column.AREA),
        ("Paragraph/ Figure/Table", Column.PARAGRAPH),
        ("Para no.", Column.PARAGRAPH),
        ("Nomor paragraf", Column.PARAGRAPH),
        ("PP/OP", Column.PARAGRAPH),
        ("Type of com-ment2", Column.TYPE),
        ("ge/te/ed", Column.TYPE),
        ("Jenis komentar", Column.TYPE),
        ("Current text", Column.QUOTED),
        ("Text of the Zero Draft", Column.QUOTED),
        ("Teks asli", Column.QUOTED),
        ("Comments", Column.COMMENT),
        ("Comment (justification for change) by the MB", Column.COMMENT),
        ("Reason for the proposed change", Column.COMMENT),
        ("Tanggapan", Column.COMMENT),
        ("Alasan", Column.COMMENT),
        ("Proposed change by the MB", Column.PROPOSAL),
        ("Delegation’s proposed text", Column.PROPOSAL),
        ("Suggested wording", Column.PROPOSAL),
        ("Usulan perubahan", Column.PROPOSAL),
        ("Teks usulan", Column.PROPOSAL),
        ("Observations of the secretariat", Column.OBSERVATIONS),
        ("Secretariat observations on each comment submitted", Column.OBSERVATIONS),
        ("Tanggapan Sekretariat", Column.OBSERVATIONS),
        ("Priority", None),
        ("", None),
        ("7", None),
        ("We comment on this paragraph at length, and " * 3, None),
    ],
)
def test_a_heading_announces_its_column(heading: str, column: Column | None) -> None:
    assert column_of(heading) is column


def test_a_second_column_of_one_kind_is_not_announced_again() -> None:
    assert columns_of(("Comment", "Remarks", "Paragraph")) == (Column.COMMENT, None, Column.PARAGRAPH)


def test_headings_without_comment_and_proposal_are_those_of_another_table() -> None:
    assert known_in(("No.", "Delegation", "Paragraph")) == 0
    assert known_in(("Comment",)) == 0
    assert known_in(("Delegation", "Comment")) == 2


@given(st.text())
def test_any_text_can_be_asked_for_its_column(heading: str) -> None:
    column_of(heading)
