"""The Word form of the commenting template: valid, the same on repeat, and read by the intake cell for cell."""

import re
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.comment_tables import HOSTILE, comment, comments_of, concordance_of
from tests.export.word_schema import faults, needs_schema
from tests.intake.office import needs_office, saved

from zerodraft.core.text.visible import visible
from zerodraft.export.concordance_sheet import ConcordanceRow
from zerodraft.export.word.form import comments_word, concordance_word
from zerodraft.intake.comment_table import CommentTable, TableRow
from zerodraft.intake.reading import read

HEBREW = "אנו מסכימים"


def table_in(data: bytes) -> CommentTable:
    (content,) = read(data, "form.docx").contents
    assert isinstance(content, CommentTable)
    return content


def parts_of(data: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_the_intake_reads_each_cell_and_nothing_beside_them() -> None:
    row = replace(comment("jpn-1234", "Why?\nAnd when?", "Replace “a” with “b”."), observations="Taken up.", lines="7")
    table = table_in(comments_word(comments_of(row, comment("JPN-2", "Yes", paragraph="2(a)"))))
    assert table.rows == (
        TableRow(
            "row 2", "jpn-1234", "Japan", "7", "Focus area 1", "1", "te", "",
            "Why?\nAnd when?", "Replace “a” with “b”.", "Taken up.",
        ),
        TableRow("row 3", "JPN-2", "Japan", "", "Focus area 1", "2(a)", "te", "", "Yes", "", ""),
    )  # fmt: skip
    assert table.beside == ()


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_whatever_somebody_says_comes_back_as_it_was_shown(words: str) -> None:
    data = comments_word(comments_of(comment("jpn-1234", words, "Delete this paragraph.")))
    (row,) = table_in(data).rows
    assert row.comment.split() == visible(words).split()


@needs_schema
def test_long_words_signs_and_words_from_the_right_keep_the_schema() -> None:
    rows = [comment(f"jpn-{each}", words) for each, words in enumerate((*HOSTILE, HEBREW, "word " * 8_000, "\x1b[2J"))]
    form = replace(comments_of(*rows, language="id"), is_form=True)
    for data in (comments_word(form), concordance_word(concordance_of(ConcordanceRow("1", "2", "", "", "", HEBREW)))):
        assert faults(data) == []


def test_the_pages_are_landscape_with_the_heads_on_each_and_the_mark_above() -> None:
    parts = parts_of(comments_word(comments_of(comment("jpn-1234", HEBREW))))
    main = parts["word/document.xml"]
    assert 'w:w="16838" w:h="11906" w:orient="landscape"' in main
    assert main.count("<w:tblHeader/>") == 1
    assert main.count("<w:bidi/>") == 1
    for header in ("word/header1.xml", "word/header2.xml"):
        assert "Draft of 2 November 2021 &amp; later" in parts[header]
        assert "Harbour Note" in parts[header]


def test_a_form_has_empty_rows_at_its_end() -> None:
    form = replace(comments_of(comment("", "")), is_form=True)
    main = parts_of(comments_word(form))["word/document.xml"]
    assert len(re.findall("<w:tr>", main)) == 7
    assert re.findall("<w:tr>", parts_of(comments_word(comments_of()))["word/document.xml"])


def test_of_a_concordance_what_is_as_it_was_is_grey() -> None:
    row = ConcordanceRow("9", "23", "moved", "Japan", "JPN-1", "Shelter.")
    same = ConcordanceRow("1", "1", "kept", "", "", "", is_as_it_was=True)
    main = parts_of(concordance_word(concordance_of(same, row)))["word/document.xml"]
    grey, black = main.split("<w:tr>")[2:]
    assert grey.count('w:val="FormQuiet"') == black.count('w:val="FormText"') == 6


def test_the_same_table_gives_the_same_form() -> None:
    sheet = comments_of(comment("jpn-1234", "Why?"))
    assert comments_word(sheet) == comments_word(sheet)


def test_ten_times_as_many_rows_take_no_more_than_their_share_of_time() -> None:
    comments_word(comments_of())
    times = []
    for count in (100, 1_000):
        sheet = comments_of(*(comment(f"jpn-{each}", "A word. " * 20) for each in range(count)))
        begin = time.process_time()
        comments_word(sheet)
        times.append(time.process_time() - begin)
    assert times[1] < 25 * times[0]


@pytest.mark.slow
@needs_office
def test_what_libreoffice_saves_of_a_form_is_read_as_before(tmp_path: Path) -> None:
    sheet = comments_of(comment("jpn-1234", "Why?\nAnd when?", "Replace “a” with “b”."), comment("jpn-2", HEBREW))
    data = comments_word(sheet)
    again = table_in(saved(data, tmp_path, "docx"))
    assert (again.rows, again.beside) == (table_in(data).rows, ())
    through = table_in(saved(data, tmp_path, "odt", "docx"))
    assert through.rows == again.rows
