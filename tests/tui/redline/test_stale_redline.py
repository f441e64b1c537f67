"""No row of a redline is left as it was: random keys, sizes and the mouse, against the same screen drawn anew.

ZERODRAFT_FUZZ_STEPS=1000 pytest tests/tui/redline/test_stale_redline.py -m slow
"""

import os
import sys
from pathlib import Path

import pytest
from tests.tui.stale_rows import fuzz
from tests.tui.terminal_driver import Terminal

ROOT = Path(__file__).resolve().parents[3]
STEPS = int(os.environ.get("ZERODRAFT_FUZZ_STEPS", "100"))
KEYS = (
    *("n", "p", "j", "k", "down", "up", "pagedown", "pageup", "space", "b", "ctrl+d", "ctrl+u", "]", "[", "}", "{"),
    *("g", "G", "home", "end", "o", "f2", "f3", "f4", "f5", "f6"),
)


def stale(room: Path, form: str, *, seed: int, steps: int) -> str:
    command = [sys.executable, "-m", "tests.tui.redline.redline_app", form, "many"]
    with Terminal(command, room, size=(80, 24), at=ROOT) as terminal:
        terminal.until("change 1 of ")
        return "\n".join(map(str, fuzz(terminal, seed=seed, steps=steps, keys=KEYS, redraw_key="ctrl+l")))


@pytest.mark.parametrize("form", ["inline", "side"])
def test_no_row_is_stale_after_some_keys(tmp_path: Path, form: str) -> None:
    assert not stale(tmp_path, form, seed=0, steps=8)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["inline", "side"])
def test_no_row_is_stale_whatever_is_pressed(tmp_path: Path, form: str) -> None:
    assert not stale(tmp_path, form, seed=1, steps=STEPS)
