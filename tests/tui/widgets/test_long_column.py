"""A column of any length: made and wrapped as far as it is seen."""

import asyncio
from collections.abc import Sequence

from tests.tui.shown import text_of
from textual.app import App, ComposeResult

from zerodraft.tui.widgets.card import Line
from zerodraft.tui.widgets.long_column import LongColumn
from zerodraft.tui.widgets.row import Piece


class Numbered:
    """Items of one line, but for the item `tall`, which has thirty; remembers which were made."""

    def __init__(self, count: int, tall: int = -1) -> None:
        self._count = count
        self._tall = tall
        self.made: set[int] = set()

    def __len__(self) -> int:
        return self._count

    def length(self, _index: int) -> int:
        return 12

    def lines(self, index: int, width: int) -> Sequence[Line]:
        self.made.add(index)
        rows = 30 if index == self._tall else 1
        return tuple((Piece(f"Item {index}.{row}"[:width]),) for row in range(rows))


class ColumnApp(App[None]):
    def __init__(self, items: Numbered) -> None:
        super().__init__()
        self.items = items

    def compose(self) -> ComposeResult:
        yield LongColumn(empty="There is nothing here.")

    def on_mount(self) -> None:
        self.column.show(self.items)
        self.column.focus()

    @property
    def column(self) -> LongColumn:
        return self.query_one(LongColumn)

    @property
    def rows(self) -> list[str]:
        return [line[:14].rstrip() for line in text_of(self).splitlines()]


def test_of_five_thousand_items_only_those_are_made_that_are_seen() -> None:
    async def story() -> None:
        app = ColumnApp(Numbered(5_000))
        async with app.run_test(size=(40, 10)) as pilot:
            assert app.rows[:3] == ["▌ Item 0.0", "", "  Item 1.0"]
            await pilot.press("G")
            assert app.column.chosen == 4_999
            assert "▌ Item 4999.0" in app.rows
            await pilot.press("g", "down", "down")
            assert app.column.chosen == 2
            assert len(app.items.made) < 100

    asyncio.run(story())


def test_an_item_longer_than_the_view_is_read_line_by_line() -> None:
    async def story() -> None:
        app = ColumnApp(Numbered(3, tall=1))
        async with app.run_test(size=(40, 10)) as pilot:
            await pilot.press("down")
            assert (app.column.chosen, app.rows[0]) == (1, "▌ Item 1.0")
            await pilot.press("down", "down")
            assert (app.column.chosen, app.rows[0]) == (1, "▌ Item 1.2")
            await pilot.press(*["down"] * 19)
            assert app.column.chosen == 2
            await pilot.press(*["up"] * 3)
            assert app.column.chosen == 1

    asyncio.run(story())


def test_pages_go_to_both_ends() -> None:
    async def story() -> None:
        app = ColumnApp(Numbered(40))
        async with app.run_test(size=(40, 10)) as pilot:
            await pilot.press("pagedown")
            assert app.rows[0] == "  Item 4.0"
            await pilot.press(*["pagedown"] * 12)
            assert app.column.chosen == 39
            await pilot.press(*["pageup"] * 13)
            assert app.column.chosen == 0

    asyncio.run(story())


def test_going_to_an_item_shows_some_rows_above_it_and_moves_nothing_where_it_is_seen() -> None:
    async def story() -> None:
        app = ColumnApp(Numbered(200))
        async with app.run_test(size=(40, 12)) as pilot:
            app.column.go_to(100)
            await pilot.pause()
            assert app.rows[3] == "▌ Item 100.0"
            app.column.go_to(102)
            await pilot.pause()
            assert app.rows[7] == "▌ Item 102.0"

    asyncio.run(story())


def test_other_items_and_another_size_leave_the_cursor_in_its_row() -> None:
    async def story() -> None:
        app = ColumnApp(Numbered(200))
        async with app.run_test(size=(40, 12)) as pilot:
            app.column.go_to(100)
            await pilot.pause()
            app.column.show(Numbered(150), chosen=50)
            await pilot.pause()
            assert app.rows[3] == "▌ Item 50.0"
            await pilot.resize_terminal(20, 12)
            assert app.rows[3] == "▌ Item 50.0"

    asyncio.run(story())


def test_a_click_chooses_and_where_there_is_nothing_a_sentence_stands() -> None:
    async def story() -> None:
        app = ColumnApp(Numbered(20))
        async with app.run_test(size=(40, 10)) as pilot:
            await pilot.click(LongColumn, offset=(5, 4))
            assert app.column.chosen == 2
            app.column.show(Numbered(0))
            await pilot.pause()
            assert text_of(app).splitlines()[0].strip() == "There is nothing here."
            await pilot.press("down", "pagedown", "G", "g")
            assert app.column.chosen == 0

    asyncio.run(story())
