"""How a redline is drawn: changes by more than colour, only what looks otherwise anew, long texts measured late."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from rich.style import Style
from tests.export.sheets import NEW, OLD, redline_sheet
from tests.tui.redline.redline_app import RedlineApp, many
from textual.pilot import Pilot
from textual.strip import Strip

from zerodraft.export.sheet import RedlineSheet
from zerodraft.tui import look
from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.one_column import OneColumn
from zerodraft.tui.redline.view import RedlineView


class CountingView(RedlineView):
    """Remembers which rows it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[int] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


def run(act: Callable[[CountingView, Pilot[None]], Awaitable[None]], sheet: RedlineSheet, theme: str = "") -> None:
    async def done() -> None:
        app = RedlineApp(sheet)
        app.view = CountingView()
        app.theme = theme or app.theme
        async with app.run_test(size=(100, 40)) as pilot:
            await pilot.pause()
            assert isinstance(app.view, CountingView)
            await act(app.view, pilot)

    asyncio.run(done())


def styles(view: RedlineView, words: str) -> list[Style]:
    """The styles in which some words are drawn, wherever they stand."""
    strips = [view.render_line(y) for y in range(view.size.height)]
    return [each.style for strip in strips for each in strip if each.text == words and each.style]


def rows(view: RedlineView) -> list[str]:
    return [view.render_line(y).text.rstrip() for y in range(view.size.height)]


@pytest.mark.parametrize("theme", [each.name for each in look.THEMES])
def test_what_was_inserted_is_underlined_and_what_was_deleted_struck(theme: str) -> None:
    async def see(view: CountingView, _: Pilot[None]) -> None:
        (deleted,) = styles(view, "a")
        (inserted,) = styles(view, "proper")
        (kept,) = styles(view, "resolve to correct our own errors openly and without any delay.") or styles(
            view, " resolve to correct our own errors openly and without any delay."
        )
        assert (deleted.strike, deleted.underline, inserted.strike, inserted.underline) == (True, None, None, True)
        assert inserted.italic
        assert len({deleted.color, inserted.color, kept.color}) == 3

    run(see, redline_sheet(OLD, NEW), theme)


def test_plain_marks_are_coloured_and_neither_struck_nor_underlined() -> None:
    async def see(view: CountingView, _: Pilot[None]) -> None:
        view.show_plain_marks(True)
        (deleted,), (sign, *_more) = styles(view, "a"), styles(view, "[-")
        assert (deleted.strike, sign.strike, sign.underline) == (True, False, False)
        assert sign.color == deleted.color

    run(see, redline_sheet(OLD, NEW))


def test_the_block_of_the_cursor_has_another_ground_which_is_no_pure_colour() -> None:
    async def see(view: CountingView, _: Pilot[None]) -> None:
        (here,) = styles(view, " by the Charter of the United Nations,")
        (there,) = styles(view, "Bali Message")
        assert here.bgcolor != there.bgcolor
        assert here.bgcolor is not None
        assert here.bgcolor.name != look.DARK.primary

    run(see, redline_sheet(OLD, NEW))


def test_only_the_rows_of_the_two_blocks_are_drawn_when_the_cursor_moves_within_the_window() -> None:
    async def move(view: CountingView, pilot: Pilot[None]) -> None:
        await pilot.pause()
        view.drawn.clear()
        view.next_change()
        await pilot.pause()
        marked = [y for y, row in enumerate(rows(view)) if row.startswith("▌")]
        assert len(marked) == 2
        assert len({*view.drawn[: -view.size.height]}) == 6

    run(move, redline_sheet(OLD, NEW))


def test_another_theme_draws_everything_in_its_colours() -> None:
    async def change(view: CountingView, pilot: Pilot[None]) -> None:
        (before,) = styles(view, "proper")
        pilot.app.theme = look.LIGHT.name
        await pilot.pause()
        (after,) = styles(view, "proper")
        assert before.color != after.color

    run(change, redline_sheet(OLD, NEW))


def test_a_long_text_is_measured_when_nobody_waits_and_no_word_moves_then() -> None:
    sheet = many(5, 400)

    async def wait(view: CountingView, pilot: Pilot[None]) -> None:
        for _count in range(20):
            view.next_change()
        before = rows(view)
        galley = OneColumn(Blocks(sheet), view.size.width - 2, plain=False)
        exact = sum(galley.height(index) for index in range(len(galley.blocks)))
        assert view.virtual_size.height != exact
        for _count in range(400):
            if view.virtual_size.height == exact:
                break
            await pilot.pause(0.05)
        assert view.virtual_size.height == exact
        assert rows(view) == before

    run(wait, sheet)
