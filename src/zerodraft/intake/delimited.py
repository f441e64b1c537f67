"""A table as text with separators (CSV, TSV): bytes to rows.

The encoding is found by its mark, or by what the bytes can be; the separator is the one under which the headings of a
table of comments appear. A cell that begins with `=` is words like any other.
"""

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import count, islice
from typing import Final, NamedTuple

from zerodraft.errors import UnreadableInput
from zerodraft.intake.comment_table import headings_in
from zerodraft.intake.grid import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Grid, GridRow, row_of
from zerodraft.intake.marked import Notice
from zerodraft.intake.table_columns import known_in

WINDOWS_LETTERS = "windows-letters"
LARGEST: Final = 32_000_000
"""Bytes; 20,000 long comments take a third of it."""

_SEPARATORS = ",;\t|"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SEPARATOR_LINE = re.compile(r'"?sep=([,;\t|])"?\r?\n', re.IGNORECASE)
_ACCENT = re.compile(rb"[\x80-\xff]")
_ACCENTS_IN_A_ROW = re.compile(rb"[\x80-\xff]{4,}")
_LOOKED_AT = 50
_LONGEST_ROW = 1_000_000
_SAVE = "Save the table again as “CSV UTF-8”, or send it as an Excel workbook (.xlsx)."


class Decoded(NamedTuple):
    """Text from bytes, and what a drafter should know of how it was found."""

    text: str
    notices: tuple[Notice, ...] = ()


def decoded(data: bytes, what: str) -> Decoded:
    """UTF-8, UTF-16 or Windows-1252 as text, without the mark at its beginning. Raises `UnreadableInput`."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _unmarked(data)
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        encoding, text = "cp1252", _western(data, what)
    if "\0" in text:
        raise UnreadableInput(f"{what} holds bytes that are no text.", _SAVE)
    sentence = f"{what} is not in UTF-8; its letters were read as Windows writes them for Western Europe."
    return Decoded(text, (Notice(WINDOWS_LETTERS, sentence),) if encoding == "cp1252" else ())


def _unmarked(data: bytes) -> str:
    """UTF-16 of a western language has a zero in every second byte."""
    even, odd = data[:1024:2], data[1:1024:2]
    if odd and odd.count(0) > len(odd) // 2 > even.count(0) * 2:
        return "utf-16-le"
    return "utf-16-be" if even and even.count(0) > len(even) // 2 > odd.count(0) * 2 else "utf-8"


def _western(data: bytes, what: str) -> str:
    """Five bytes mean nothing in Windows-1252. Nor has a language of Western Europe words of four accents in a row, as
    Chinese, Russian or Thai look in it."""
    foreign = sum(map(len, _ACCENTS_IN_A_ROW.findall(data)))
    try:
        if foreign * 4 <= len(_ACCENT.findall(data)):
            return data.decode("cp1252")
    except UnicodeDecodeError:
        pass
    raise UnreadableInput(f"{what} is neither UTF-8, UTF-16 nor Windows-1252.", _SAVE) from None


class Delimited(NamedTuple):
    """The one table of a text with separators."""

    grid: Grid
    notices: tuple[Notice, ...] = ()


def read_delimited(data: bytes, what: str) -> Delimited:
    """The rows of a CSV or TSV file. Raises `UnreadableInput` for what is none, or is out of all proportion."""
    if len(data) > LARGEST:
        raise UnreadableInput(f"{what} is larger than {LARGEST / 1e6:.0f} MB.", "Send the rows in several files.")
    text, notices = decoded(data, what)
    text, separator = _separated(text)
    return Delimited(Grid("", tuple(_rows(text, separator or _separator_of(text), what))), notices)


def has_headings(text: str) -> bool:
    """Whether a text begins as a table of comments with separators does."""
    return headings_in(_first_rows(text, _separator_of(text))) is not None


def _separated(text: str) -> tuple[str, str]:
    """The text without Excel's own first line `sep=;`, and that separator, "" for none."""
    line = _SEPARATOR_LINE.match(text)
    return (text[line.end() :], line[1]) if line else (text, "")


def _separator_of(text: str) -> str:
    """The separator under which most columns of a table of comments are announced, the usual one first."""
    return max(_SEPARATORS, key=lambda separator: _most_known(text, separator))


def _most_known(text: str, separator: str) -> int:
    return max((known_in(row.cells) for row in _first_rows(text, separator)), default=0)


def _first_rows(text: str, separator: str) -> tuple[GridRow, ...]:
    """The first rows that can be read so; none where the text can't."""
    try:
        return tuple(islice(_rows(text, separator, ""), _LOOKED_AT))
    except UnreadableInput:
        return ()


class _Lines:
    """Lines with their ends, counted by their characters; only \\n, \\r\\n and \\r end one.

    So a row of a million cells is noticed before its cells are made.
    """

    def __init__(self, text: str) -> None:
        self._lines = re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
        self.row_length = 0

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            self.row_length += line.end() - line.start()
            if self.row_length > _LONGEST_ROW:
                raise _TooLong
            yield line[0]


class _TooLong(Exception):
    """A row is longer than any table has them."""


def _rows(text: str, separator: str, what: str) -> Iterator[GridRow]:
    """Rows with words. A row is counted as a spreadsheet counts it, however many lines it takes."""
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=separator != "\t")
    found = 0
    for number in count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except (csv.Error, _TooLong) as error:
            raise _no_row(number, what, error) from None
        lines.row_length = 0
        row = row_of(number, cells)
        if row is not None:
            found += 1
            _check_size(row, found, what)
            yield row


def _check_size(row: GridRow, found: int, what: str) -> None:
    if len(row.cells) > MOST_COLUMNS:
        raise UnreadableInput(f"Row {row.number} of {what} has more than {MOST_COLUMNS} columns.", _SAVE)
    if found > MOST_ROWS:
        raise UnreadableInput(f"{what} has more than {MOST_ROWS:,} rows.", "Send the rows in several files.")
    if any(len(cell) > LONGEST_CELL for cell in row.cells):
        raise _too_long(row.number, what)


def _too_long(number: int, what: str) -> UnreadableInput:
    hint = "Look for a quotation mark that is opened there and never closed."
    return UnreadableInput(f"Row {number} of {what} has a cell of more than {LONGEST_CELL:,} characters.", hint)


def _no_row(number: int, what: str, error: Exception) -> UnreadableInput:
    """Python’s reader stops at cells of 131,072 characters, and where a closed quotation goes on."""
    if isinstance(error, _TooLong) or "limit" in str(error):
        return _too_long(number, what)
    return UnreadableInput(f"The quotation marks in row {number} of {what} don’t fit together.", _SAVE)
