"""Keys pressed in one breath in Review: each is heard where the one before has led."""

import sys
from pathlib import Path

import pytest
from tests.tui.terminal_driver import Terminal

PROGRAM = [sys.executable, "-m", "zerodraft"]
DOWN, ESCAPE = b"\x1b[B", b"\x1b[27u"
NARROW, WIDE = (80, 24), (160, 48)


def reviewing(terminal: Terminal) -> Terminal:
    terminal.until("Harbour Note")
    terminal.press("enter")
    terminal.until("f8 Places")
    terminal.press("f8", "6")
    terminal.until("Proposals by paragraph")
    return terminal


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x48"])
def test_a_key_behind_the_way_into_the_cards_is_heard_by_the_cards(
    table: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with Terminal(PROGRAM, tmp_path, at=table, size=size) as terminal:
        reviewing(terminal).send(b"\r[]" + DOWN * 3 + b" ")
        terminal.until("◆ Change 2 of 2")
        assert "IDN-1 · Indonesia" in terminal.screen()


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["80x24", "160x48"])
def test_keys_behind_the_way_out_of_the_cards_are_heard_by_the_queue(
    table: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with Terminal(PROGRAM, tmp_path, at=table, size=size) as terminal:
        reviewing(terminal).send(b"\r]" + ESCAPE + DOWN + b" \r" + ESCAPE + b"/para:1\r")
        terminal.until("¶ 1")
        assert "1 marked" in terminal.settled()
        terminal.until("para:1")
