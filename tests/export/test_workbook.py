"""Tables as workbooks: another reader finds every word, no cell is more than that, the same table is the same file."""

import re
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.comment_tables import HOSTILE, comment, comments_of, concordance_of
from tests.export.spreadsheet_views import converted, formulas, needs_calc

from zerodraft.core.text.visible import visible
from zerodraft.export.comma_separated import comments_csv
from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.concordance_sheet import ConcordanceRow
from zerodraft.export.workbook import LONGEST_CELL, comments_xlsx, concordance_xlsx, shortened

HEAD = 6
"""The row of the headings, below four lines and an empty one."""


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def words_of(data: bytes, column: int = 7) -> list[object]:
    """One column of the first sheet, below its heading."""
    paper = opened(data).worksheets[0]
    return [paper.cell(row, column).value for row in range(HEAD + 1, paper.max_row + 1)]


def test_another_reader_finds_the_lines_above_the_heads_and_every_cell() -> None:
    sheet = comments_of(comment("jpn-1234", "Why?\nAnd when?", "Replace “a” with “b”."), comment("JPN-2", "Yes"))
    book = opened(comments_xlsx(sheet))
    assert book.sheetnames == ["Comments and proposals", "Delegations and paragraphs", "About"]
    paper = book.worksheets[0]
    rows = [[each or "" for each in row] for row in paper.iter_rows(values_only=True)]
    assert [row[0] for row in rows[:5]] == [
        "Harbour Note",
        "Comments and proposals · Rev.1 · open for comments · 3 November 2021",
        "International Conference on Digital Diplomacy · Bali, 16 November 2021",
        "Draft of 2 November 2021 & later",
        "",
    ]
    assert rows[5:] == [[*sheet.heads], *([*row.cells] for row in sheet.rows)]


def test_the_head_row_stays_in_sight_has_filters_and_comes_on_every_page() -> None:
    paper = opened(comments_xlsx(comments_of(comment("jpn-1234", "Why?")))).worksheets[0]
    assert (paper.freeze_panes, paper.auto_filter.ref) == (f"B{HEAD + 1}", f"A{HEAD}:I{HEAD + 1}")
    assert paper.print_title_rows == f"${HEAD}:${HEAD}"
    assert (paper.page_setup.orientation, paper.page_setup.paperSize) == ("landscape", 9)
    assert (paper.page_setup.fitToWidth or 1, paper.page_setup.fitToHeight) == (1, 0)
    assert paper.oddFooter.left.text == "Draft of 2 November 2021 && later"
    assert paper.oddFooter.right.text == "Page &P of &N"
    cell = paper.cell(HEAD + 1, 7)
    assert cell.alignment.wrap_text
    assert cell.alignment.vertical == "top"


def test_a_concordance_has_a_row_for_each_paragraph() -> None:
    row = ConcordanceRow("9", "23", "moved", "Japan", "JPN-1", "Shelter.")
    assert words_of(concordance_xlsx(concordance_of(row)), 6) == ["Shelter."]


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_whatever_somebody_says_is_words_in_a_cell(words: str) -> None:
    data = comments_xlsx(comments_of(comment("jpn-1234", words, words)))
    ((kept,), (proposed,)) = words_of(data), words_of(data, 8)
    assert (kept or "") == (proposed or "") == visible(words)
    with ZipFile(BytesIO(data)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_words_that_a_spreadsheet_might_execute_are_marked_as_words() -> None:
    paper = opened(comments_xlsx(comments_of(*(comment(f"jpn-{each}", words) for each, words in enumerate(HOSTILE)))))
    cells = [paper.worksheets[0].cell(HEAD + 1 + row, 7) for row in range(len(HOSTILE))]
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell, words in zip(cells, HOSTILE, strict=True) if words[0] in "=+-@")
    assert not any(cell.hyperlink for cell in cells)


def test_a_cell_that_is_too_long_says_so_and_the_last_sheet_too() -> None:
    words = "a word " * 8_000
    book = opened(comments_xlsx(comments_of(comment("jpn-1234", words), comment("JPN-1", "😀" * 20_000))))
    long, signs = (book.worksheets[0].cell(HEAD + row, 7).value for row in (1, 2))
    assert isinstance(long, str)
    assert isinstance(signs, str)
    left_out = re.search(r"\[([\d,]+) more characters did not fit", long)
    assert left_out
    assert words.startswith(long[: long.index(" … [")])
    assert long.index(" … [") + int(left_out[1].replace(",", "")) == len(words)
    assert max(len(each.encode("utf-16-le")) // 2 for each in (long, signs)) <= LONGEST_CELL
    told = [cell.value for cell in book.worksheets[-1]["A"]]
    assert told[-1] == "Cells whose words did not fit and are shortened: 2. The table as Word or CSV has all words."


@given(st.text(max_size=50))
def test_a_cell_that_fits_is_not_changed(words: str) -> None:
    assert shortened(words, "{}") == words


def test_the_same_table_gives_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = comments_of(comment("jpn-1234", "Why?"))
    first = comments_xlsx(sheet)
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    assert comments_xlsx(sheet) == first
    monkeypatch.undo()
    time.tzset()


def test_two_hundred_delegations_stand_side_by_side() -> None:
    paper = opened(comments_xlsx(comments_of(comment("jpn-1234", "Why?"), delegations=200))).worksheets[1]
    assert paper.max_column == 202
    assert paper.cell(2, 202).value == "JPN-1"
    assert paper.print_title_cols == "$A:$B"
    assert paper.freeze_panes == "C2"


def many(count: int) -> CommentsSheet:
    return comments_of(
        *(comment(f"jpn-{each}", f"Word {each} " * 20, "Replace “a” with “b”.") for each in range(count))
    )


def test_ten_times_as_many_comments_take_no_more_than_their_share_of_time() -> None:
    comments_xlsx(many(10))
    times = []
    for count in (500, 5_000):
        begin = time.process_time()
        comments_xlsx(many(count))
        times.append(time.process_time() - begin)
    assert times[1] < 20 * times[0]


@pytest.mark.slow
@needs_calc
def test_libreoffice_finds_every_word_and_no_formula(tmp_path: Path) -> None:
    sheet = comments_of(*(comment(f"jpn-{each}", words, words) for each, words in enumerate(HOSTILE)))
    workbook = comments_xlsx(sheet)
    assert formulas(workbook, "table.xlsx", tmp_path) == 0
    assert words_of(converted(workbook, "again.xlsx", "xlsx", tmp_path)) == words_of(workbook)


@pytest.mark.slow
@needs_calc
def test_libreoffice_executes_nothing_of_comma_separated_values(tmp_path: Path) -> None:
    sheet = comments_of(*(comment(f"jpn-{each}", words, words) for each, words in enumerate(HOSTILE)))
    assert formulas(comments_csv(sheet), "guarded.csv", tmp_path) == 0
    unguarded = "\n".join(f'"{words}"' for words in ("=1+1", "+1+1", "@SUM(1,1)"))
    assert formulas(unguarded.encode(), "bare.csv", tmp_path) > 0
