"""Tables as text: encodings, separators, quotation marks, and what is out of all proportion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.intake.hostile import is_shown_safely, peak_of, refusal_of, refusal_or_none
from tests.intake.tabled_rows import HEADINGS, as_csv

from zerodraft.intake.comment_table import comment_table
from zerodraft.intake.delimited import decoded, has_headings, read_delimited
from zerodraft.intake.grid import GridRow

ROW = ("1", "Côte d’Ivoire", "12(a)", "te", 'Too narrow; "as is",\nin our view.', "Replace “may” with “shall”.")
TEXT = as_csv([HEADINGS, ROW])


def rows_of(data: bytes) -> tuple[GridRow, ...]:
    return read_delimited(data, "civ.csv").grid.rows


def refused(data: bytes) -> str:
    return refusal_of(lambda: read_delimited(data, "civ.csv"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert rows_of(TEXT.encode(encoding)) == (GridRow(1, HEADINGS), GridRow(2, ROW))


def test_letters_of_windows_are_read_with_a_notice_and_others_without() -> None:
    assert [notice.code for notice in decoded(TEXT.encode("cp1252"), "civ.csv").notices] == ["windows-letters"]
    assert decoded(TEXT.encode(), "civ.csv").notices == ()


@pytest.mark.parametrize(
    "data",
    [
        "comment,para\n意見,12".encode("gbk"),
        "comment,para\nМы согласны,12".encode("cp1251"),
        b"comment,para\n\x81\x8d,12",
    ],
)
def test_another_encoding_is_refused(data: bytes) -> None:
    assert refused(data) == "civ.csv is neither UTF-8, UTF-16 nor Windows-1252."


def test_bytes_that_are_no_text_are_refused() -> None:
    assert refused(b"comment,para\n\0\0\0,12") == "civ.csv holds bytes that are no text."


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_the_one_under_which_the_headings_appear(separator: str) -> None:
    assert rows_of(as_csv([HEADINGS, ROW], separator).encode()) == (GridRow(1, HEADINGS), GridRow(2, ROW))


def test_the_line_in_which_excel_names_the_separator_is_no_row() -> None:
    text = "sep=;\r\n" + as_csv([("Comment", "Paragraph, line")], ";")
    assert rows_of(text.encode()) == (GridRow(1, ("Comment", "Paragraph, line")),)


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    rows = rows_of(b'comment,para\r\n"two\r\nlines",1\r\n,,\r\n\r\nlast,2')
    assert [row.number for row in rows] == [1, 2, 5]
    assert rows[1].cells == ("two\nlines", "1")


def test_signs_that_end_a_line_only_for_python_stay_in_their_cell() -> None:
    assert (
        rows_of("comment,para\none\x85two\u2028three\x0cfour,1".encode())[1].cells[0] == "one\x85two\u2028three\x0cfour"
    )


def test_a_formula_is_only_words() -> None:
    assert rows_of(b"comment,para\n=cmd|' /C calc'!A0,@SUM(A1)")[1].cells == ("=cmd|' /C calc'!A0", "@SUM(A1)")


def test_a_quotation_mark_that_is_never_closed_is_refused_with_its_row() -> None:
    assert refused(b'comment,para\nfirst,1\n"second,2\nthird,3') == (
        "The quotation marks in row 3 of civ.csv don’t fit together."
    )


def test_a_million_columns_are_refused_before_they_take_memory() -> None:
    for data in (b"," * 5_000_000, b'comment,para\n"\n",' + b'"\n",' * 1_000_000):
        assert peak_of(lambda data=data: refusal_or_none(lambda: rows_of(data))) < 60_000_000  # type: ignore[misc]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"comment" + b"," * 300 + b"x", "Row 1 of civ.csv has more than 256 columns."),
        (b"comment,para\n" + b"x\n" * 100_000, "civ.csv has more than 100,000 rows."),
        (b"comment,para\n" + b"x" * 70_000, "Row 2 of civ.csv has a cell of more than 65,536 characters."),
        (b"comment,para\n" + b"x" * 200_000, "Row 2 of civ.csv has a cell of more than 65,536 characters."),
        (b"comment,para\n" + b"x" * 2_000_000, "Row 2 of civ.csv has a cell of more than 65,536 characters."),
        (b"x" * 32_000_001, "civ.csv is larger than 32 MB."),
    ],
)
def test_what_is_out_of_proportion_is_refused(data: bytes, sentence: str) -> None:
    assert refused(data) == sentence


def test_a_text_is_known_as_a_table_by_its_headings() -> None:
    assert has_headings(TEXT)
    assert not has_headings("We comment, with due respect,\non the text, as follows.")


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    refusal = refusal_or_none(lambda: comment_table([read_delimited(data, "civ.csv").grid], "civ.csv"))
    assert refusal is None or is_shown_safely(refusal)


CELL = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)


@given(st.lists(st.lists(CELL, min_size=2, max_size=6), max_size=6), st.sampled_from([",", ";", "\t", "|"]))
def test_whatever_excel_writes_is_read_cell_for_cell(rows: list[list[str]], separator: str) -> None:
    read = rows_of(as_csv([HEADINGS, *rows], separator).encode("utf-8-sig"))
    wanted = [(number, row) for number, row in enumerate(rows, 2) if any(row)]
    assert [row.number for row in read[1:]] == [number for number, _ in wanted]
    for found, (_, row) in zip(read[1:], wanted, strict=True):
        assert [*found.cells, *[""] * (len(row) - len(found.cells))] == row
