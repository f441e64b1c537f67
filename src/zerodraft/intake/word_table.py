"""A table of comments that came as a Word table: the template of ISO, or one of the delegation's own.

The cells are read as they stand with all changes accepted: who fills in a table means what it says at the end.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from zerodraft.errors import UnreadableInput
from zerodraft.intake.comment_table import Beside, CommentTable, comment_table, headings_in
from zerodraft.intake.counting import Numbering
from zerodraft.intake.grid import MOST_COLUMNS, Grid, Merged, row_of
from zerodraft.intake.marked import Block, Marked, Notice, Point, Remark
from zerodraft.intake.views import Seen, final

ACCEPTED = "changes-in-table"

_Place = tuple[int | str, ...]


class Parted(NamedTuple):
    """What a Word file with a table of comments holds beside it: a text with changes, None where nobody changed
    anything outside of the table."""

    table: CommentTable
    text: Marked | None


def table_of_comments(marked: Marked, what: str) -> Parted | None:
    """The tables of comments in a Word file; None where it has none.

    Where nothing outside of them was changed or remarked, the words there stand beside the table. Raises
    `UnreadableInput` for a table that is out of all proportion.
    """
    tables = tuple(_grids(marked, what))
    found = {number: grid for number, grid in tables if headings_in(grid.rows) is not None}
    if not found:
        return None
    inside = [_table_of(block.place) in found for block in marked.blocks]
    names = [grid._replace(name="") for grid in found.values()] if len(tables) == 1 else list(found.values())
    table = comment_table(names, what, properties=marked.properties)
    remarks = tuple(_remarks(marked, inside))
    changed = any(block.mark or any(run.revisions for run in block.runs) for block in _those(marked.blocks, inside))
    notices = (*table.notices, *(_accepted() if changed else ()))
    outside = _without(marked, inside)
    if outside.has_revisions or outside.remarks:
        return Parted(replace(table, beside=(*table.beside, *remarks), notices=notices), outside)
    beside = (*_words(outside), *table.beside, *remarks)
    return Parted(replace(table, beside=beside, notices=(*marked.notices, *notices)), None)


def _accepted() -> Iterator[Notice]:
    yield Notice(ACCEPTED, "Tracked changes inside of the table were read as accepted.")


def _those(blocks: Iterable[Block], inside: Iterable[bool]) -> Iterator[Block]:
    return (block for block, is_inside in zip(blocks, inside, strict=True) if is_inside)


def _table_of(place: _Place) -> int | None:
    """Which table of the body a block stands in, from 0; also what stands in a table or box inside of its cells."""
    match place:
        case (int(number), int(), int(), *_):
            return number
        case _:
            return None


def _grids(marked: Marked, what: str) -> Iterator[tuple[int, Grid]]:
    cells = [seen for seen in final(marked) if _table_of(seen.place) is not None]
    for number, table in groupby(cells, key=lambda seen: seen.place[0]):
        assert isinstance(number, int)
        rows = _rows(table, f"table {number + 1} of {what}")
        read = tuple(row for at, texts in rows.items() if (row := row_of(at + 1, texts)) is not None)
        yield number, Grid(f"table {number + 1}", read, tuple(_merged(marked.continued, number)))


def _rows(cells: Iterable[Seen], what: str) -> Mapping[int, list[str]]:
    """The words of each cell by row; the paragraphs of a cell one below the other, with their numbers."""
    rows: dict[int, list[str]] = {}
    for seen in cells:
        _, row, column = seen.place[:3]
        assert isinstance(row, int)
        assert isinstance(column, int)
        if column >= MOST_COLUMNS:
            raise UnreadableInput(f"Row {row + 1} of {what} has more than {MOST_COLUMNS} columns.", "Split the table.")
        words = f"{seen.shape.label} {seen.text}" if seen.shape.label else seen.text
        texts = rows.setdefault(row, [])
        texts.extend([""] * (column + 1 - len(texts)))
        texts[column] = f"{texts[column]}\n{words}" if texts[column] else words
    return rows


def _merged(continued: Iterable[_Place], table: int) -> Iterator[Merged]:
    """Cells over several rows, from those that go on from the cell above."""
    own = sorted(
        (column, row)
        for number, row, column in (place for place in continued if len(place) == 3)
        if number == table and isinstance(row, int) and isinstance(column, int)
    )
    start = last = (-1, -1)
    for column, row in [*own, (-1, -1)]:
        if (column, row) != (last[0], last[1] + 1):
            if last[1] > 0:
                yield Merged(start[1], last[1] + 1, last[0])
            start = (column, row)
        last = (column, row)


def _remarks(marked: Marked, inside: list[bool]) -> Iterator[Beside]:
    """What was remarked in the margin of the table."""
    for remark in marked.remarks:
        if remark.start is not None and inside[remark.start.block]:
            number, row = marked.blocks[remark.start.block].place[:2]
            assert isinstance(number, int)
            assert isinstance(row, int)
            who = f"{remark.author}: " if remark.author else ""
            yield Beside(f"the margin of row {row + 1} of table {number + 1}", f"{who}{remark.body}")


def _words(outside: Marked) -> Iterator[Beside]:
    words = "\n".join(filter(None, (seen.text.strip() for seen in final(outside))))
    if words:
        yield Beside("outside of the table", words)


def _without(marked: Marked, inside: list[bool]) -> Marked:
    """The file without its tables of comments."""
    kept = [index for index, is_inside in enumerate(inside) if not is_inside]
    place = {index: at for at, index in enumerate(kept)}
    items = marked.numbering.items
    return replace(
        marked,
        blocks=tuple(marked.blocks[index] for index in kept),
        remarks=tuple(
            _moved(each, place) for each in marked.remarks if each.start is None or not inside[each.start.block]
        ),
        numbering=Numbering(marked.numbering.lists, tuple(items[index] for index in kept) if items else ()),
    )


def _moved(remark: Remark, place: Mapping[int, int]) -> Remark:
    """A remark whose words end in the table ends where they begin."""
    if remark.start is None:
        return remark
    start = Point(place[remark.start.block], remark.start.offset)
    end = remark.end
    is_there = end is not None and end.block in place
    return replace(remark, start=start, end=Point(place[end.block], end.offset) if end and is_there else start)
