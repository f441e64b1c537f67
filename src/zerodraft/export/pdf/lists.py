"""Concordance and comments as papers: tables on turned pages."""

from collections.abc import Iterator
from dataclasses import replace

from zerodraft.export.comments_sheet import CommentRow, CommentsSheet, Matrix
from zerodraft.export.compiled import excerpt
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.pdf.clean import framed
from zerodraft.export.pdf.paper import Block, Paper, Pieces, block, line, plain
from zerodraft.export.pdf.tables import TURNED, tables
from zerodraft.export.sheet import Sheet

_PROPOSED = 7
"""The column of a comment's row that asks for a change."""


def concordance_paper(sheet: ConcordanceSheet) -> Paper:
    """A row for each paragraph."""
    rows = [[lines(each) for each in row.cells] for row in sheet.rows]
    return _turned(sheet.new, sheet.title, tuple(_table(sheet.heads, rows)))


def comments_paper(sheet: CommentsSheet) -> Paper:
    """A row for each thing said; then what each delegation says of each paragraph."""
    rows = [list(_cells(each)) for each in sheet.rows]
    blocks = (*_table(sheet.heads, rows), *_matrix(sheet.matrix, sheet.heads))
    return _turned(sheet.sheet, sheet.title, blocks)


def _cells(row: CommentRow) -> Iterator[Pieces]:
    for place, cell in enumerate(row.cells):
        shown = lines(cell)
        if place == _PROPOSED and row.runs:
            marked = [plain(text.replace("\n", " ¶ "), op) for op, text in excerpt(row.runs)]
            shown = (*shown, *(["\n"] if shown and marked else []), *marked)
        yield shown


def _matrix(matrix: Matrix, heads: tuple[str, ...]) -> Iterator[Block]:
    if matrix.rows:
        area, paragraph = heads[3:5]
        rows = [[lines(" · ".join(filter(None, each[:2]))), *map(lines, each.cells)] for each in matrix.rows]
        yield from _table((" · ".join((area, paragraph)), *matrix.delegations), rows)


def _table(heads: tuple[str, ...], rows: list[list[Pieces]]) -> Iterator[Block]:
    yield from tables([[lines(each) for each in heads], *rows], TURNED, is_sparse=True)


def _turned(sheet: Sheet, title: str, blocks: tuple[Block, ...]) -> Paper:
    paper = framed(sheet, (), title)
    name = block("title", (line(sheet.title or sheet.draft.title),))
    return replace(paper, title=f"{paper.title} – {line(title)}", blocks=(name, *blocks), is_wide=True)


def lines(text: str) -> Pieces:
    """A cell; a line end begins a new line."""
    shown = "\n".join(map(line, text.split("\n")))
    return (shown,) if shown else ()
