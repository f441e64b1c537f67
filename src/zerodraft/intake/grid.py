"""Rows and cells as a program shows them, whatever file they came from."""

from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.errors import shortened

MOST_ROWS = 100_000
"""Rows with words in one file; the longest list of comments that we know of had 4,000."""

MOST_COLUMNS = 256
"""Columns up to the last one with words."""

LONGEST_CELL = 65_536
"""Characters in one cell; a comment of a delegation is stored in 64 KiB."""

MOST_CHARACTERS = 50_000_000
"""In all cells together; a workbook may name one long text from many cells."""


class GridRow(NamedTuple):
    """`number` is the row's number as the program shows it, from 1; `cells` end with the last one that has words."""

    number: int
    cells: tuple[str, ...]


class Merged(NamedTuple):
    """Cells of one column, over several rows, made one: `first` to `last` are row numbers, both included; `column`
    counts from 0. The words stand in the first."""

    first: int
    last: int
    column: int


class Note(NamedTuple):
    """Words in the margin of a cell; `cell` is its name, “C7”."""

    cell: str
    words: str


class Grid(NamedTuple):
    """One table. `name` tells it from others of the file in a sentence: “sheet “Comments””, “table 2”, "" for the only
    one. Rows without words are left out."""

    name: str
    rows: tuple[GridRow, ...]
    merged: tuple[Merged, ...] = ()
    notes: tuple[Note, ...] = ()

    def place(self, row: int) -> str:
        """How a sentence calls a row."""
        return f"row {row} of {self.name}" if self.name else f"row {row}"


def cell(text: str) -> str:
    """The words of a cell: one kind of line end, no space around it."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.strip()


def row_of(number: int, texts: list[str]) -> GridRow | None:
    """A row from its cells; None when there is no word in it."""
    cells = [cell(text) for text in texts]
    while cells and not cells[-1]:
        cells.pop()
    return GridRow(number, tuple(cells)) if cells else None


def quoted_name(foreign: str) -> str:
    """A name from the file, as a sentence quotes it."""
    return f"“{shortened(visible(foreign, single_line=True))}”"
