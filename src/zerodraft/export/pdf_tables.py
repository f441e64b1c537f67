"""Tables of a paper: as wide as a page holds them, the others in parts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from zerodraft.export.pdf_paper import Block, Piece, Pieces

Rows = Sequence[Sequence[Pieces]]

MOST = 8
"""Columns on an upright page; the words of more are too narrow to be read."""
MOST_ON_TURNED = 11


def tables(rows: Rows, most: int = MOST, *, is_sparse: bool = False) -> Iterator[Block]:
    """A table, its first row the head. One of too many columns is set in parts, each with the first column, which no
    reader aloud repeats; if the table is sparse, without the rows that say nothing in that part."""
    count = max(map(len, rows), default=0)
    filled = [[*row, *[()] * (count - len(row))] for row in rows]
    if count <= most:
        yield _table(filled)
        return
    cuts = [1, *range(most, count, most - 1), count]
    for first, last in pairwise(cuts):
        head, *rest = ([_aside(row[0], first > 1), *row[first:last]] for row in filled)
        yield _table([head, *(row for row in rest if not is_sparse or any(row[1:]))])


def _aside(cell: Pieces, is_repeated: bool) -> Pieces:
    """Words that are only there for the eye."""
    return (("a", cell, ""),) if is_repeated and cell else cell


def _table(rows: Rows) -> Block:
    return {"k": "table", "rows": rows, "widths": [_width(column) for column in zip(*rows, strict=True)]}


def _width(column: Iterable[Pieces]) -> float:
    """How wide a column is, to the others: by its longest word and by how much it holds."""
    cells = list(map(words_of, column))
    longest = max((len(word) for cell in cells for word in cell.split()), default=1)
    held: float = (sum(len(cell) ** 2 for cell in cells) / len(cells)) ** 0.25
    return round(max(4.0, min(longest + 1, 15), min(1.6 * held, 40)), 1)


def words_of(words: Pieces) -> str:
    """Without their form."""
    return "".join(_plain(each) for each in words)


def _plain(each: Piece) -> str:
    if isinstance(each, str):
        return each
    return each[1] if isinstance(each[1], str) else ""
