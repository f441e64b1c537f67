"""The keys of a dialog, clicked."""

import asyncio
from pathlib import Path

import pytest
from tests.tui.shown import text_of
from tests.tui.stage import stage, until

from zerodraft.tui.dialogs.prompt import Prompt
from zerodraft.tui.widgets.key_line import clickable, key_of


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("enter: go on", "enter"),
        ("esc: close, the words wait", "escape"),
        ("ctrl+s: record", "ctrl+s"),
        ("k or esc: keep them for the next time", "k"),
        ("X: throw them away", "X"),
        ("/: filter", "slash"),
        ("↑ ↓: other designations", "up"),
        ("tab", "tab"),
        ("type to find", ""),
        ("", ""),
    ],
)
def test_a_part_names_its_key(part: str, key: str) -> None:
    assert key_of(part) == key


def test_the_words_stay_as_they_are() -> None:
    assert clickable("enter: [shall] · esc: close").plain == "enter: [shall] · esc: close"


@pytest.mark.parametrize(("words", "answer"), [("go on", "[shall]"), ("close", None)])
def test_a_dialog_is_answered_and_closed_by_clicks_on_its_keys(harbour: Path, words: str, answer: str | None) -> None:
    answers: list[str | None] = []

    async def play() -> None:
        async with stage(harbour, size=(80, 24)) as (app, pilot):
            app.push_screen(Prompt("Which word?", value="[shall]"), answers.append)
            await until(pilot, lambda: "enter: go on" in text_of(app))
            rows = text_of(app).splitlines()
            row = next(index for index, each in enumerate(rows) if "enter: go on" in each)
            await pilot.click(offset=(rows[row].index(words), row))
            await until(pilot, lambda: answers)

    asyncio.run(play())
    assert answers == [answer]
