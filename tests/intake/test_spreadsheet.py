"""An Excel workbook gives what Excel shows, and is refused before it can do harm."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import is_shown_safely, packed, peak_of, refusal_of, refusal_or_none
from tests.intake.tabled_rows import HEADINGS
from tests.intake.workbooks import (
    MAIN,
    inline,
    inline_rows,
    relationships_part,
    shared_strings,
    sheet_part,
    styles,
    workbook,
)

from zerodraft.intake.comment_table import comment_table
from zerodraft.intake.grid import GridRow, Merged, Note
from zerodraft.intake.spreadsheet import Workbook, read_spreadsheet

TWO_SHEETS = workbook({"Japan": sheet_part(inline_rows([HEADINGS, ("1", "Japan", "12(a)")])), "Notes": sheet_part("")})


def read(data: bytes) -> Workbook:
    return read_spreadsheet(data, "jpn.xlsx")


def cells_of(row: str, *more: tuple[str, bytes], properties: str = "") -> tuple[str, ...]:
    """What is read of the cells of one row."""
    book = read(workbook({"J": sheet_part(f"<row>{row}</row>")}, *more, workbook_properties=properties))
    return book.grids[0].rows[0].cells


def codes_of(row: str, *more: tuple[str, bytes]) -> list[str]:
    book = read(workbook({"J": sheet_part(f"<row>{row}</row>")}, *more))
    return [notice.code for notice in book.notices]


def refused(data: bytes) -> str:
    return refusal_of(lambda: read(data))


def test_sheets_are_told_by_name_and_empty_ones_left_out() -> None:
    (grid,) = read(TWO_SHEETS).grids
    assert grid.name == "sheet “Japan”"
    assert grid.rows == (GridRow(1, HEADINGS), GridRow(2, ("1", "Japan", "12(a)")))


def test_rows_and_cells_without_a_name_follow_those_before() -> None:
    rows = '<row r="4"><c r="B4" t="str"><v>x</v></c><c t="str"><v>y</v></c></row><row><c><v>7</v></c></row>'
    (grid,) = read(workbook({"J": sheet_part(rows)})).grids
    assert grid.rows == (GridRow(4, ("", "x", "y")), GridRow(5, ("7",)))


def test_shared_strings_are_put_together_without_reading_aids() -> None:
    strings = shared_strings("<t>We </t>", "<r><t>We </t></r><r><rPr><b/></rPr><t>agree</t></r><rPh><t>wi</t></rPh>")
    assert cells_of('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>', strings) == ("We", "We agree")


def test_struck_out_words_are_not_taken_for_words_that_stand() -> None:
    struck = "<r><t>We </t></r><r><rPr><strike/></rPr><t>shall</t></r><r><rPr><strike val='0'/></rPr><t> may</t></r>"
    assert cells_of('<c t="s"><v>0</v></c>', shared_strings(struck)) == ("We {--shall--} may",)
    assert codes_of('<c t="s"><v>0</v></c>', shared_strings(struck)) == ["struck-out"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("12", "12"), ("12.0", "12"), ("7.1000000000000005", "7.1"), ("1E3", "1000"), ("-3", "-3"), ("x", "x")],
)
def test_numbers_are_shown_in_the_fewest_signs(value: str, shown: str) -> None:
    assert cells_of(f"<c><v>{value}</v></c>") == (shown,)


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("d/m/yyyy", "44474", "2021-10-05"),
        ('"para "0', "44474", "44474"),
        ("[Red]0", "44474", "44474"),
        ("dd.mm hh:mm", "44474.5", "2021-10-05 12:00"),
        ("h:mm", "0.25", "06:00"),
        ("d/m/yyyy", "-1", "-1"),
        ("d/m/yyyy", "1e300", "1e+300"),
    ],
)
def test_a_number_is_a_date_where_excel_shows_one(code: str, value: str, shown: str) -> None:
    assert cells_of(f'<c s="1"><v>{value}</v></c>', styles(code)) == (shown,)


def test_a_date_is_told_because_excel_makes_one_of_3_4() -> None:
    assert codes_of('<c s="1"><v>44474</v></c>', styles("d-mmm")) == ["dates"]


def test_years_are_counted_as_the_workbook_says() -> None:
    cell = '<c s="1"><v>43012</v></c>'
    assert cells_of(cell, styles("yyyy"), properties='<workbookPr date1904="1"/>') == ("2021-10-05",)


def test_a_formula_is_never_reckoned() -> None:
    assert cells_of("<c><f>1+1</f><v>5</v></c>") == ("5",)
    assert cells_of("<c><f>cmd|' /C calc'!A0</f></c>") == ("=cmd|' /C calc'!A0",)
    assert codes_of("<c><f>1+1</f><v>5</v></c>") == ["formulas"]


def test_truth_and_errors_are_read_as_they_are_shown() -> None:
    assert cells_of('<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#REF!</v></c>') == ("TRUE", "FALSE", "#REF!")


def test_characters_that_excel_wrote_by_number_are_read() -> None:
    assert cells_of(inline("A1", "one_x000D_two _x005F_x000D_ _x001B_ _xD800_")) == ("one\ntwo _x000D_ \x1b \ufffd",)


def test_merged_cells_and_notes_are_told() -> None:
    after = '<mergeCells><mergeCell ref="B2:C4"/><mergeCell ref="A1:F1"/><mergeCell ref="x"/></mergeCells>'
    notes = f'<comments xmlns="{MAIN}"><commentList><comment ref="C7"><text><r><t>Urgent </t></r></text></comment>'
    (grid,) = read(
        workbook(
            {"J": sheet_part(inline_rows([HEADINGS]), after)},
            relationships_part("xl/worksheets/_rels/sheet1.xml.rels", [("c", "comments", "../comments1.xml")]),
            ("xl/comments1.xml", f"{notes}</commentList></comments>".encode()),
        )
    ).grids
    assert grid.merged == (Merged(2, 4, 1),)
    assert grid.notes == (Note("C7", "Urgent"),)


def test_hidden_sheets_and_rows_are_read_and_told() -> None:
    rows = f'<row hidden="1">{inline("A1", "x")}</row>'
    book = read(workbook({"J": sheet_part(rows)}, states='state="veryHidden"'))
    assert [(notice.code, notice.times) for notice in book.notices] == [("hidden", 2)]
    assert book.grids[0].rows == (GridRow(1, ("x",)),)


def test_a_sheet_that_is_not_there_is_told_and_the_others_are_read() -> None:
    links = relationships_part(
        "xl/_rels/workbook.xml.rels",
        [("s1", "worksheet", "../../../etc/passwd"), ("s2", "worksheet", "worksheets/sheet2.xml")],
    )
    book = read(workbook({"A": b"", "B": sheet_part(inline_rows([("x",)]))}, links))
    assert [grid.name for grid in book.grids] == ["sheet “B”"]
    assert [notice.code for notice in book.notices] == ["no-sheet"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (f"<row>{inline('XFD1', 'x')}</row>", "In jpn.xlsx, row 1 of sheet “J” has more than 256 columns."),
        (
            f"<row>{inline('A1', 'x' * 70_000)}</row>",
            "In jpn.xlsx, row 1 of sheet “J” has a cell of more than 65,536 characters.",
        ),
        ("<row><c><v>1</v></c></row>" * 100_001, "jpn.xlsx has more than 100,000 rows."),
        ('<row><c t="s"><v>9</v></c></row>', "jpn.xlsx has a cell whose words are missing."),
    ],
)
def test_what_is_out_of_proportion_is_refused(rows: str, sentence: str) -> None:
    assert refused(workbook({"J": sheet_part(rows)}, shared_strings("<t>x</t>"))) == sentence


def test_one_long_text_named_from_many_cells_is_refused_before_it_takes_memory() -> None:
    many = '<row><c t="s"><v>0</v></c></row>' * 50_000
    data = workbook({"J": sheet_part(many)}, shared_strings(f"<t>{'x' * 60_000}</t>"))
    assert refused(data) == "jpn.xlsx has more than 50,000,000 characters."
    assert peak_of(lambda: refusal_or_none(lambda: read(data))) < 20_000_000


def test_too_many_sheets_are_refused() -> None:
    assert refused(workbook({str(number): sheet_part("") for number in range(201)})) == (
        "jpn.xlsx has more than 200 sheets."
    )


def test_a_package_without_its_workbook_is_refused() -> None:
    data = workbook({"J": sheet_part("")}, ("_rels/.rels", relationships_part("", [])[1]), ("xl/workbook.xml", b"<x"))
    assert refused(data).startswith("xl/workbook.xml in jpn.xlsx is not well-formed XML")


def test_merged_cells_in_any_number_take_no_time() -> None:
    rows = inline_rows([HEADINGS, *(("1", "Japan") for _ in range(2_000))])
    after = "<mergeCells>" + '<mergeCell ref="B2:B1048576"/>' * 20_000 + "</mergeCells>"
    data = workbook({"J": sheet_part(rows, after)})
    before = time.process_time()
    comment_table(read(data).grids, "jpn.xlsx")
    assert time.process_time() - before < 20 * plain_time(rows)


def plain_time(rows: str) -> float:
    before = time.process_time()
    read(workbook({"J": sheet_part(rows)}))
    return time.process_time() - before


@given(st.binary(max_size=200))
def test_any_bytes_in_a_sheet_are_read_or_refused(content: bytes) -> None:
    refusal = refusal_or_none(lambda: read(workbook({"J": content})))
    assert refusal is None or is_shown_safely(refusal)


XML_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=10)


@given(st.lists(st.lists(XML_TEXT, max_size=5), max_size=5))
def test_every_cell_is_read_where_it_stands(rows: list[list[str]]) -> None:
    grids = read(workbook({"J": sheet_part(inline_rows(rows))})).grids
    found = {row.number: row.cells for grid in grids for row in grid.rows}
    for number, row in enumerate(rows, 1):
        wanted = [text.strip() for text in row]
        read_cells = [*found.get(number, ())]
        assert read_cells + [""] * (len(wanted) - len(read_cells)) == wanted


def test_a_zip_of_nothing_known_is_no_workbook() -> None:
    assert refused(packed([("a.txt", b"x")])) == "jpn.xlsx is a zip archive, and not a Word file."


def of_others(name: str) -> Workbook:
    return read((Path(__file__).parent / "workbooks_of_others" / name).read_bytes())


def test_a_workbook_that_openpyxl_wrote_is_read() -> None:
    book = of_others("openpyxl.xlsx")
    (grid,) = book.grids
    assert grid.name == 'sheet “Japan\'s "list"”'
    assert [row.cells for row in grid.rows] == [
        ("Comments of Japan",),
        ("No.", "Country", "Paragraph", "Comment", "Proposed change"),
        ("1", "Japan", "12", "We, agree\nindeed", 'Replace "a" with "b"'),
        ("2.5", "", "2021-04-03", "=1+1", "x"),
    ]
    assert (grid.merged, grid.notes) == ((Merged(3, 4, 1),), (Note("D3", "urgent!"),))
    assert [notice.code for notice in book.notices] == ["dates"]


def test_a_workbook_that_xlsxwriter_wrote_is_read() -> None:
    book = of_others("xlsxwriter.xlsx")
    assert [row.cells for row in book.grids[0].rows] == [
        ("Country", "Para", "Comment"),
        ("JPN", "12", "=cmd|x"),
        ("", "", "We {--shall--} may"),
    ]
