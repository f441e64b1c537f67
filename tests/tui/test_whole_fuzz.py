"""No row of the whole program is left as it was: random keys, sizes and the mouse over all screens.

    ZERODRAFT_FUZZ_STEPS=1000 pytest tests/tui/test_whole_fuzz.py -m slow

A quit that was chosen in a list or clicked on starts the program again; a defect ends it, and the test with it.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.stale_rows import fuzz
from tests.tui.terminal_driver import Terminal
from tests.tui.terminal_keys import sequence_of, tmux_name

from zerodraft.tui.movements import ALL

STEPS = int(os.environ.get("ZERODRAFT_FUZZ_STEPS", "100"))
ROOT = Path(__file__).resolve().parents[2]
AGAIN = 'while "$0" -m tests.tui.hasty_program; do :; done; exit 1'
# Those by which one leaves for good, and the one that redraws.
LEFT_OUT = {"q", "ctrl+q", "ctrl+l"}
# By Textual's names, which no terminal has.
SIGNS = {
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
}
# Out of dialogs, to the places, to other panels; letters that are words in fields and in the text.
OFTEN = (*("escape",) * 8, *("f8",) * 3, *"12345" * 2, "tab", "shift+tab", "tab", *"aยé[*", "f1", "ctrl+p", "enter")


def sent_by_terminals(key: str) -> bool:
    """Whether tmux can press it."""
    try:
        return bool(sequence_of(key) or tmux_name(key))
    except ValueError:
        return False


def keys_of_the_tables() -> Iterator[str]:
    """Every key of every action, once."""
    known = {SIGNS.get(key, key) for action in ALL for key in action.keys}
    return filter(sent_by_terminals, sorted(known - LEFT_OUT))


KEYS = (*keys_of_the_tables(), *OFTEN)


def stale(workspace: Path, *, seed: int, steps: int) -> str:
    env = {"PYTHONPATH": str(ROOT), "EDITOR": "true", "VISUAL": ""}
    command = ["sh", "-c", AGAIN, sys.executable]
    with Terminal(command, workspace.parent, size=(100, 30), at=workspace, env=env) as terminal:
        terminal.until("1 document")
        return "\n".join(map(str, fuzz(terminal, seed=seed, steps=steps, keys=KEYS, redraw_key="ctrl+l")))


def test_no_row_is_stale_after_some_keys(harbour: Path) -> None:
    assert not stale(harbour, seed=0, steps=40)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, max(1, STEPS // 100) + 1))
def test_no_row_is_stale_whatever_is_pressed(harbour: Path, seed: int) -> None:
    assert not stale(harbour, seed=seed, steps=min(STEPS, 100))
