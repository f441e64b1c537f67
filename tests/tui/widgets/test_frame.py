"""The frame of a part of the screen is written without drawing what it holds."""

import asyncio
from typing import ClassVar

from tests.tui.shown import text_of
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.tui.widgets.frame import name_frame


class Words(Widget):
    drawn: ClassVar[list[int]] = []

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return Strip.blank(self.size.width)


class Framed(App[None]):
    CSS = "Vertical { border: round white; width: 40; height: 10; }"

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Words()


def test_naming_a_frame_draws_its_two_rows_and_nothing_within() -> None:
    async def trial() -> None:
        app = Framed()
        async with app.run_test(size=(60, 20)) as pilot:
            panel = app.query_one(Vertical)
            Words.drawn.clear()
            name_frame(panel, title="Comments on ¶ 14", subtitle="[shall]")
            await pilot.pause()
            shown = text_of(app).splitlines()
            assert "Comments on ¶ 14" in shown[0]
            assert "[shall]" in shown[9]
            assert Words.drawn == []

    asyncio.run(trial())


def test_a_title_that_is_not_given_stays() -> None:
    async def trial() -> None:
        app = Framed()
        async with app.run_test(size=(60, 20)) as pilot:
            panel = app.query_one(Vertical)
            name_frame(panel, title="Draft", subtitle="¶ 1")
            name_frame(panel, subtitle="¶ 2")
            await pilot.pause()
            shown = text_of(app).splitlines()
            assert "Draft" in shown[0]
            assert "¶ 2" in shown[9]
            assert "¶ 1" not in shown[9]

    asyncio.run(trial())
