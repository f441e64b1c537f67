"""No row of a redline is left as it was: random keys, sizes and the mouse, against the same screen drawn anew."""

import sys
from pathlib import Path

import pytest
from tests.tui.stale_rows import fuzz
from tests.tui.terminal_driver import Terminal

ROOT = Path(__file__).resolve().parents[3]
KEYS = (
    *("n", "p", "j", "k", "down", "up", "pagedown", "pageup", "space", "b", "ctrl+d", "ctrl+u", "]", "[", "}", "{"),
    *("g", "G", "home", "end", "o", "f2", "f3", "f4", "f5", "f6"),
)


@pytest.mark.parametrize(("seed", "form"), [(1, ()), (2, ("side",))])
def test_no_row_is_stale_after_random_keys_and_sizes(tmp_path: Path, seed: int, form: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "tests.tui.redline.redline_app", *form, "many"]
    with Terminal(command, tmp_path, size=(80, 24), at=ROOT) as terminal:
        terminal.until("change 1 of ")
        assert not [*map(str, fuzz(terminal, seed=seed, steps=50, keys=KEYS, redraw_key="ctrl+l"))]
