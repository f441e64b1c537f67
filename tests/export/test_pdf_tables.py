"""Tables on paper: every word fits its column, and what is too wide for a page stands in parts."""

from typing import cast

import pytest

from zerodraft.export.pdf.paper import Block, Pieces
from zerodraft.export.pdf.tables import TURNED, UPRIGHT, tables, words_of


def table(*rows: list[str]) -> list[list[Pieces]]:
    return [[(cell,) if cell else () for cell in row] for row in rows]


def cells(part: Block) -> list[list[str]]:
    return [[words_of(cell) for cell in row] for row in cast(list[list[Pieces]], part["rows"])]


@pytest.mark.parametrize("letters", [UPRIGHT, TURNED])
@pytest.mark.parametrize(("columns", "word"), [(1, "a"), (3, "a"), (7, "wide" * 5), (30, "column"), (200, "x" * 90)])
def test_no_word_of_a_table_is_wider_than_its_column(columns: int, word: str, letters: int) -> None:
    """But for those that are divided."""
    head = [f"{word}{place}" for place in range(columns)]
    parts = list(tables(table(head, [word, "many words " * 90][:columns]), letters))
    for part in parts:
        widths = cast(list[float], part["widths"])
        assert sum(widths) <= letters + 1
        assert all(width > min(22, len(cell)) for width, cell in zip(widths, cells(part)[0], strict=True))
    assert [cell for part in parts for cell in cells(part)[0][1:]] == head[1:]
    assert {cells(part)[0][0] for part in parts} == {head[0]}


def test_a_part_of_a_sparse_table_leaves_out_the_rows_that_say_nothing_in_it() -> None:
    rows = table([f"{'name' * 5}{place}" for place in range(9)], ["1", "x"], ["2", *[""] * 7, "y"])
    first, *_, last = tables(rows, is_sparse=True)
    assert [row[0] for row in cells(first)[1:]] == ["1"]
    assert [row[0] for row in cells(last)[1:]] == ["2"]


def test_a_table_without_words_is_a_table() -> None:
    assert cells(next(tables(table([""])))) == [[""]]
