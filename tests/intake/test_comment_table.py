"""A table of comments: each row one thing said, and no word of the table dropped."""

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import refusal_of
from tests.intake.tabled_rows import HEADINGS, grid_of

from zerodraft.intake.comment_table import Beside, CommentTable, TableRow, comment_table
from zerodraft.intake.grid import Grid, GridRow, Merged


def table_of(*rows: Sequence[str], name: str = "") -> CommentTable:
    return comment_table([grid_of(*rows, name=name)], "jpn.csv")


def test_columns_are_found_in_any_order_below_rows_of_titles() -> None:
    table = table_of(
        ("Comments of Japan on Rev.1",),
        ("Proposed change", "Comment", "Paragraph", "Country"),
        ("Delete", "Not needed.", "12(a)", "Japan"),
    )
    row = TableRow("row 3", delegation="Japan", paragraph="12(a)", comment="Not needed.", proposal="Delete")
    assert table == CommentTable((row,), (Beside("above the headings", "Comments of Japan on Rev.1"),))


def test_the_template_of_iso_is_read() -> None:
    table = table_of(
        ("Template for comments and secretariat observations", "Date: 2021-10-05", "Document: Rev.1"),
        (
            *("MB/NC", "Line number", "Clause/ Subclause", "Paragraph/ Figure/ Table", "Type of comment"),
            *("Comments", "Proposed change", "Observations of the secretariat"),
        ),
        ("JP", "34–36", "2", "14", "te", "Too narrow.", "Replace “may” with “shall”.", "Noted"),
        ("JP", "", "15 (b)", "", "ed", "A comma is missing.", "", ""),
    )
    assert table.rows == (
        TableRow(
            *("row 3", "", "JP", "34–36", "2", "14", "te", "", "Too narrow.", "Replace “may” with “shall”.", "Noted")
        ),
        TableRow("row 4", delegation="JP", paragraph="15 (b)", type="ed", comment="A comma is missing."),
    )


def test_a_clause_without_a_number_is_a_focus_area() -> None:
    table = table_of(("Clause", "Comments"), ("Crisis management", "Too long."))
    assert table.rows == (TableRow("row 2", area="Crisis management", comment="Too long."),)


def test_a_third_place_stays_with_its_row() -> None:
    table = table_of(("Section", "Clause", "Paragraph", "Comments"), ("One", "Two", "3", "Yes."))
    assert table.rows == (TableRow("row 2", area="One", paragraph="3", comment="Yes.", others=(("Clause", "Two"),)),)


def test_words_without_a_known_heading_stay_with_their_row_and_are_told() -> None:
    table = table_of(("Paragraph", "Priority", "Comment"), ("1", "high", "Yes.", "and more"))
    assert table.rows[0].others == (("Priority", "high"), ("column 4", "and more"))
    assert [notice.sentence for notice in table.notices] == [
        "The column “Priority” is not known; its words stay with the comment of their row."
    ]


def test_headings_on_each_page_are_passed_over_and_told() -> None:
    table = table_of(HEADINGS, ("1", "Japan", "2"), HEADINGS, HEADINGS, ("2", "Japan", "3"))
    assert [row.place for row in table.rows] == ["row 2", "row 5"]
    assert table.notices[0].times == 2


def test_merged_cells_say_whose_words_and_where_and_nothing_is_said_twice() -> None:
    rows = (GridRow(1, HEADINGS), GridRow(2, ("1", "Japan", "7", "", "We agree.")), GridRow(3, ("2", "", "", "ed")))
    merged = tuple(Merged(2, 3, column) for column in range(6))
    table = comment_table([Grid("", rows, merged)], "jpn.xlsx")
    assert table.rows[1] == TableRow("row 3", number="2", delegation="Japan", paragraph="7", type="ed")


def test_tables_of_another_kind_are_kept_beside() -> None:
    contacts = grid_of(("Name", "Telephone"), ("Sato", "123"), name="sheet “Contacts”")
    table = comment_table([contacts, grid_of(("Para", "Comment"), ("1", "Yes."), name="sheet “Japan”")], "jpn.xlsx")
    assert table.beside == (Beside("sheet “Contacts”", "Name | Telephone\nSato | 123"),)
    assert [row.place for row in table.rows] == ["row 2 of sheet “Japan”"]


def test_a_table_without_headings_is_refused_with_the_next_step() -> None:
    assert refusal_of(lambda: table_of(("1", "Japan", "We agree."))) == (
        "jpn.csv holds no table of comments: none of its rows has the headings of one."
    )


def test_a_sentence_that_has_the_words_of_headings_does_not_take_their_place() -> None:
    table = table_of(("Country", "Remarks"), ("Delegation of Japan", "paragraph 7, proposed line"))
    assert len(table.rows) == 1


def words_of(table: CommentTable) -> Counter[str]:
    """Every cell of the rows."""
    cells: Counter[str] = Counter()
    for row in table.rows:
        cells.update(
            (row.number, row.delegation, row.lines, row.area, row.paragraph, row.type, row.quoted, row.comment)
        )
        cells.update((row.proposal, row.observations, *(words for _, words in row.others)))
    del cells[""]
    return cells


CELLS = st.lists(st.sampled_from(["", "7", "Japan", "=cmd|'/C calc'!A0", "Comment", "[x]", "Focus area 2"]), max_size=9)
ORDERS = st.permutations(["No.", "MB", "Line", "Clause", "Section", "Para", "Type", "Comment", "Foo"])


@given(ORDERS, st.lists(CELLS, max_size=6))
def test_no_cell_is_dropped_and_none_is_read_twice(headings: list[str], rows: list[list[str]]) -> None:
    table = comment_table([grid_of(headings, *rows)], "jpn.csv")
    assert words_of(table) == Counter(cell for row in rows for cell in row if cell)
    assert len(table.rows) == len(rows)


@pytest.mark.parametrize("count", [1, 3])
def test_rows_are_told_with_the_table_they_stand_in(count: int) -> None:
    grids = [grid_of(HEADINGS, ("1",), name=f"table {number + 1}") for number in range(count)]
    places = [row.place for row in comment_table(grids, "jpn.docx").rows]
    assert places == [f"row 2 of table {number + 1}" for number in range(count)]
