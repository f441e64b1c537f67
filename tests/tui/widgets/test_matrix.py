"""A table of small cells: which columns are seen, and what a row looks like then."""

import asyncio

import pytest
from tests.tui.shown import text_of
from textual.app import App, ComposeResult

from zerodraft.tui.widgets.matrix import Columns, Line, Matrix, MatrixRows, Window, heading, pieces, window
from zerodraft.tui.widgets.row import Piece

FIVE = Columns("", ("PP", "1", "2", "3", "C"), 4, 12)


def drawn(found: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in found)


@pytest.mark.parametrize(
    ("width", "column", "first", "seen"),
    [
        (40, 0, 0, Window(12, 0, 5)),
        (32, 4, 0, Window(12, 0, 5)),
        (29, 4, 0, Window(9, 0, 5)),
        (27, 0, 0, Window(10, 0, 4)),
        (27, 4, 0, Window(10, 1, 5)),
        (27, 3, 1, Window(10, 1, 5)),
        (17, 2, 0, Window(8, 1, 3)),
        (17, 0, 3, Window(8, 0, 2)),
        (5, 3, 0, Window(0, 3, 4)),
    ],
)
def test_columns_move_on_only_as_far_as_the_cursor_needs(width: int, column: int, first: int, seen: Window) -> None:
    assert window(FIVE, width, column, first) == seen


def test_without_columns_there_is_nothing_to_see() -> None:
    assert window(Columns(), 40, 0) == Window(8, 0, 0)


def test_words_stand_at_the_right_of_their_cell_and_a_long_name_is_shortened() -> None:
    line = Line(Piece("Brunei Darussalam"), tuple(Piece(cell) for cell in ("·", "2▆", "10█", "·", "1234")))
    assert drawn(pieces(FIVE, line, Window(9, 0, 5))) == "Brunei D…   ·  2▆ 10█   · 12…"
    assert drawn(pieces(FIVE, line, Window(9, 1, 3))) == "Brunei D…  2▆ 10█"


def test_the_chosen_cell_alone_is_drawn_in_the_style_of_the_cursor() -> None:
    line = Line(Piece("Fiji", "strong"), (Piece("1"), Piece("2", "accent")))
    assert [piece for piece in pieces(FIVE, line, Window(6, 0, 2), chosen=1) if piece.style] == [
        Piece("Fiji", "strong"),
        Piece("2", "cell"),
    ]


@pytest.mark.parametrize(
    ("seen", "shown"),
    [
        (Window(12, 0, 5), "              PP   1   2   3   C"),
        (Window(10, 1, 4), "         ‹   1   2   3›"),
        (Window(10, 0, 2), "            PP   1›"),
    ],
)
def test_the_head_tells_on_which_side_there_are_more_columns(seen: Window, shown: str) -> None:
    assert drawn(heading(FIVE, seen)) == shown


class TableApp(App[None]):
    def compose(self) -> ComposeResult:
        yield Matrix(rows="rows")

    def on_mount(self) -> None:
        table = self.query_one(MatrixRows)
        table.show_table(FIVE, 5_000, lambda index: Line(Piece(f"Row {index}"), (Piece(str(index % 7)),) * 5))
        table.focus()


def test_arrows_and_a_click_choose_a_cell_and_columns_come_into_sight() -> None:
    async def story() -> None:
        app = TableApp()
        async with app.run_test(size=(24, 6)) as pilot:
            table = app.query_one(MatrixRows)
            await pilot.press("down", "right", "l", "l")
            assert (table.chosen, table.column) == (1, 3)
            assert [line[:23].rstrip() for line in text_of(app).splitlines()[:3]] == [
                "         ‹   1   2   3›",
                " Row 0       0   0   0",
                "▌Row 1       1   1   1",
            ]
            await pilot.press("h", "left", "left", "left")
            assert table.column == 0
            await pilot.click("#rows", offset=(17, 3))
            assert (table.chosen, table.column) == (3, 1)
            await pilot.press("G")
            assert table.chosen == 4_999

    asyncio.run(story())
