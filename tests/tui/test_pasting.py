"""What is pasted into fields of one line."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.stage import stage, until
from textual import events
from textual.widgets import Input

from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.pasting import in_one_line


@pytest.mark.parametrize(
    ("pasted", "held"),
    [
        ("[shall] we", "[shall] we"),
        ("we agree to keep\n   all ports open.\n", "we agree to keep all ports open."),
        (" we ", " we "),
        ("all\x1b]52;c;eA==\x07 ports", "all]52;c;eA== ports"),
        ("a\u202eb\u200bc\x9b31m", "abc31m"),
        ("Japan\tFiji", "Japan Fiji"),
        ("", ""),
        ("\n\n", ""),
    ],
)
def test_a_field_holds_one_line_of_what_can_be_seen(pasted: str, held: str) -> None:
    assert in_one_line(pasted) == held


def test_what_is_pasted_into_a_question_is_made_one_line(harbour: Path) -> None:
    async def play() -> None:
        async with stage(harbour, size=(80, 24)) as (app, pilot):
            app.push_screen(Prompt("Which words?"))
            await until(pilot, lambda: isinstance(app.focused, Input))
            app.post_message(events.Paste("all\x9b\nports"))
            await until(pilot, lambda: app.focused.value == "all ports")  # type: ignore[union-attr]

    asyncio.run(play())
