"""The last row: a key is shown whole or not at all."""

import asyncio

import pytest
from tests.tui.shown import text_of
from textual.app import App, ComposeResult

from zerodraft.tui.widgets.key_bar import KeyBar, KeyHint

HINTS = (
    KeyHint("draft.save", "^s", "Save"),
    KeyHint("draft.find", "^f", "Find"),
    KeyHint("everywhere.help", "f1", "Help"),
)


class Row(App[None]):
    def compose(self) -> ComposeResult:
        yield KeyBar()

    def on_mount(self) -> None:
        self.query_one(KeyBar).show(HINTS, 1)


def drawn(width: int) -> str:
    async def draw() -> str:
        app = Row()
        async with app.run_test(size=(width, 1)) as pilot:
            await pilot.pause()
            return text_of(app)

    return asyncio.run(draw())


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (28, " ^s Save  ^f Find   f1 Help"),
        (27, " ^s Save           f1 Help"),
        (19, " ^s Save   f1 Help"),
        (18, " f1 Help"),
    ],
)
def test_a_hint_is_left_out_when_it_is_not_shown_whole(width: int, told: str) -> None:
    assert drawn(width) == told
