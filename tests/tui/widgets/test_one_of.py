"""One of a few words: all of them where there is room, else the chosen one."""

import asyncio
from collections.abc import Awaitable, Callable

from tests.tui.shown import text_of
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from zerodraft.tui.widgets.one_of import OneOf


class Field(App[None]):
    def compose(self) -> ComposeResult:
        yield OneOf(("message", "joint statement", "note [1]"))


def play(width: int, story: Callable[[OneOf, Pilot[None]], Awaitable[None]]) -> None:
    async def run() -> None:
        async with Field().run_test(size=(width, 3)) as pilot:
            field = pilot.app.query_one(OneOf)
            field.focus()
            await pilot.pause()
            await story(field, pilot)

    asyncio.run(run())


def test_all_words_are_seen_and_a_click_takes_one() -> None:
    async def story(field: OneOf, pilot: Pilot[None]) -> None:
        assert "message · joint statement · note [1]" in text_of(pilot.app)
        await pilot.press("right")
        assert field.chosen == "joint statement"
        await pilot.press("space", "down")
        assert field.chosen == "message"
        await pilot.click(OneOf, offset=(32, 0))
        assert field.chosen == "note [1]"

    play(60, story)


def test_where_there_is_no_room_the_chosen_one_stands_alone() -> None:
    async def story(field: OneOf, pilot: Pilot[None]) -> None:
        assert "‹ message" in text_of(pilot.app)
        assert "joint" not in text_of(pilot.app)
        await pilot.click(OneOf, offset=(10, 0))
        assert field.chosen == "joint statement"
        await pilot.click(OneOf, offset=(1, 0))
        assert field.chosen == "message"

    play(24, story)
