"""A table of comments: one row, one thing that a delegation said.

The columns are found by their headings, in any order, below rows of titles. No word of the table is dropped: what has
no column of its own stays with its row under its heading, what stands outside of the rows is `beside`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from zerodraft.core.text.waymark import is_ours_beside
from zerodraft.errors import UnreadableInput
from zerodraft.intake.grid import Grid, GridRow, Merged, quoted_name
from zerodraft.intake.marked import Notice
from zerodraft.intake.table_columns import Column, columns_of, known_in

UNKNOWN_COLUMN = "unknown-column"
REPEATED_HEADINGS = "repeated-headings"

_LOOKED_AT = 50
_ENOUGH = 3
_NUMBERED = re.compile(r"\W*(?:(?:para|par|ayat|butir)\w*\W*)?(?:(?:op|pp)\s?)?\d", re.IGNORECASE)
_CARRIED = (Column.DELEGATION, Column.LINES, Column.AREA, Column.CLAUSE, Column.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, each cell as it is written. `place` is how a sentence calls it: “row 7 of sheet “Comments””.

    `quoted` is the current text as the row has it; `others` are the words under headings that say nothing to us.
    """

    place: str
    number: str = ""
    delegation: str = ""
    lines: str = ""
    area: str = ""
    paragraph: str = ""
    type: str = ""
    quoted: str = ""
    comment: str = ""
    proposal: str = ""
    observations: str = ""
    others: tuple[tuple[str, str], ...] = ()


class Beside(NamedTuple):
    """Words that stand in no row of the table, and where."""

    place: str
    words: str


@dataclass(frozen=True, slots=True)
class CommentTable:
    """All tables of comments of one file, in reading order. `properties` are those that our own export wrote."""

    rows: tuple[TableRow, ...]
    beside: tuple[Beside, ...] = ()
    notices: tuple[Notice, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)


class _Headed(NamedTuple):
    """A grid whose headings were found; `head` is the index of their row."""

    grid: Grid
    head: int
    columns: tuple[Column | None, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        return self.grid.rows[self.head].cells


def headings_in(rows: Sequence[GridRow]) -> int | None:
    """The index of the row of headings: the first that announces three columns, else the first that announces two."""
    known = [known_in(row.cells) for row in rows[:_LOOKED_AT]]
    first = next((index for index, count in enumerate(known) if count >= _ENOUGH), None)
    return first if first is not None else next((index for index, count in enumerate(known) if count), None)


_NO_PROPERTIES: Mapping[str, str] = {}


def comment_table(
    grids: Iterable[Grid], what: str, told: Iterable[Notice] = (), properties: Mapping[str, str] = _NO_PROPERTIES
) -> CommentTable:
    """The rows of all grids that have the headings of a table of comments; the words of the others are beside.

    `what` names the file in sentences, `told` is what its reader noticed, `properties` what the file says of itself:
    words beside the rows that it calls ours, and that came back as they were, are left out. Raises `UnreadableInput`
    when no grid has such headings.
    """
    rows: list[TableRow] = []
    beside: list[Beside] = []
    notices = list(told)
    is_found = False
    for grid in grids:
        beside.extend(Beside(f"the note on {note.cell} of {grid.name}", note.words) for note in grid.notes)
        head = headings_in(grid.rows)
        if head is None:
            beside.extend(_words_of(grid.name or "the table", grid.rows))
            continue
        is_found = True
        headed = _Headed(grid, head, columns_of(grid.rows[head].cells))
        beside.extend(_words_of(_above(grid), grid.rows[:head]))
        read = tuple(_rows(headed))
        rows.extend(read)
        notices.extend(_notices(headed, len(grid.rows) - head - 1 - len(read)))
    if not is_found:
        raise UnreadableInput(
            f"{what} holds no table of comments: none of its rows has the headings of one.",
            "Write a heading over each column, such as Delegation, Paragraph, Comment, Proposed change.",
        )
    foreign = tuple(each for each in beside if not is_ours_beside(properties, each.words))
    return CommentTable(tuple(rows), foreign, tuple(notices), properties)


def _above(grid: Grid) -> str:
    return f"above the headings of {grid.name}" if grid.name else "above the headings"


def _words_of(place: str, rows: Sequence[GridRow]) -> Iterator[Beside]:
    words = "\n".join(" | ".join(cell for cell in row.cells if cell) for row in rows)
    if words:
        yield Beside(place, words)


def _rows(headed: _Headed) -> Iterator[TableRow]:
    """Each row below the headings; headings that come again, as on a new page, are left out."""
    carried = _carried(headed)
    for row in headed.grid.rows[headed.head + 1 :]:
        if row.cells != headed.headings:
            yield _table_row(headed, row, carried.get(row.number, {}))


def _carried(headed: _Headed) -> dict[int, dict[int, str]]:
    """What the cells that were made one say of the rows below their first, by row and column.

    Only where it tells whose words a row holds, and of what: a comment over three rows was made once.
    """
    carried: dict[int, dict[int, str]] = {}
    for column in range(len(headed.columns)):
        if headed.columns[column] in _CARRIED:
            for number, words in _carried_down(headed.grid, column):
                carried.setdefault(number, {})[column] = words
    return carried


def _carried_down(grid: Grid, column: int) -> Iterator[tuple[int, str]]:
    """Rows and the words of the merged cell that reaches down to them; one pass, whatever the file says is merged."""
    waiting = sorted((each for each in grid.merged if each.column == column), reverse=True)
    reach, words = Merged(0, 0, column), ""
    for row in grid.rows:
        while waiting and waiting[-1].first <= row.number:
            reach, words = waiting.pop(), ""
        if row.number == reach.first:
            words = row.cells[column] if column < len(row.cells) else ""
        elif words and row.number <= reach.last:
            yield row.number, words


def _at(columns: Sequence[Column | None], index: int) -> Column | None:
    return columns[index] if index < len(columns) else None


def _table_row(headed: _Headed, row: GridRow, carried: dict[int, str]) -> TableRow:
    told: dict[Column, str] = {}
    others: list[tuple[str, str]] = []
    for index in range(max(len(row.cells), 1 + max(carried, default=-1))):
        words = (row.cells[index] if index < len(row.cells) else "") or carried.get(index, "")
        column = _at(headed.columns, index)
        if column is not None:
            told[column] = words
        elif words:
            others.append((_heading(headed, index), words))
    _settle_clause(told)
    if clause := told.get(Column.CLAUSE):
        others.append((headed.headings[headed.columns.index(Column.CLAUSE)], clause))
    return TableRow(
        headed.grid.place(row.number),
        number=told.get(Column.NUMBER, ""),
        delegation=told.get(Column.DELEGATION, ""),
        lines=told.get(Column.LINES, ""),
        area=told.get(Column.AREA, ""),
        paragraph=told.get(Column.PARAGRAPH, ""),
        type=told.get(Column.TYPE, ""),
        quoted=told.get(Column.QUOTED, ""),
        comment=told.get(Column.COMMENT, ""),
        proposal=told.get(Column.PROPOSAL, ""),
        observations=told.get(Column.OBSERVATIONS, ""),
        others=tuple(others),
    )


def _settle_clause(told: dict[Column, str]) -> None:
    """A clause, the word of the ISO template, is a paragraph where it has a number and none is named otherwise, else
    the focus area; a third place there is not."""
    clause = told.pop(Column.CLAUSE, "")
    if not told.get(Column.PARAGRAPH) and _NUMBERED.match(clause):
        told[Column.PARAGRAPH] = clause
    elif not told.get(Column.AREA):
        told[Column.AREA] = clause
    else:
        told[Column.CLAUSE] = clause


def _heading(headed: _Headed, index: int) -> str:
    """The heading over a cell, or which column it is, from 1."""
    heading = headed.headings[index] if index < len(headed.headings) else ""
    return heading or f"column {index + 1}"


def _notices(headed: _Headed, repeated: int) -> Iterator[Notice]:
    """What a drafter should know of the headings of one table."""
    for column, heading in zip(headed.columns, headed.headings, strict=True):
        if heading and column is None:
            sentence = f"The column {quoted_name(heading)} is not known; its words stay with the comment of their row."
            yield Notice(UNKNOWN_COLUMN, sentence)
    if repeated:
        yield Notice(REPEATED_HEADINGS, "The headings stand again between the rows, and were passed over.", repeated)
