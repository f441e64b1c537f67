"""The text area on a real terminal: no row is forgotten, and no script moves the frame.

ZERODRAFT_FUZZ_STEPS=1000 pytest tests/tui/editor/test_stale_editor.py -m slow
"""

import os
import sys
from pathlib import Path

import pytest
from tests.tui.cells import captured
from tests.tui.stale_rows import fuzz
from tests.tui.terminal_driver import Terminal

COMMAND = [sys.executable, "-m", "tests.tui.editor.room"]
ROOT = Path(__file__).resolve().parents[3]
STEPS = int(os.environ.get("ZERODRAFT_FUZZ_STEPS", "100"))
KEYS = (
    *("a", "b", "space", "[", "]", "*", "ก", "é", "enter", "backspace", "delete"),
    *("up", "down", "down", "left", "right", "home", "end", "pagedown", "pageup", "ctrl+home", "ctrl+end"),
    *("shift+down", "shift+right", "shift+up", "ctrl+right", "ctrl+left", "ctrl+down", "ctrl+up"),
    *("ctrl+w", "ctrl+k", "ctrl+u", "ctrl+z", "ctrl+z", "ctrl+y", "alt+up", "alt+down"),
    *("f6", "f7", "ctrl+c", "ctrl+x", "ctrl+v", "escape", "tab"),
)


def opened(room: Path, size: tuple[int, int] = (100, 30)) -> Terminal:
    return Terminal(COMMAND, room, size=size, at=ROOT)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(max(1, STEPS // 100)))
def test_no_row_is_forgotten_whatever_is_pressed(tmp_path: Path, seed: int) -> None:
    with opened(tmp_path) as terminal:
        terminal.until("Harbour Note")
        stale = fuzz(terminal, seed=seed, steps=min(STEPS, 100), keys=KEYS, redraw_key="ctrl+l")
    assert not stale, "\n".join(map(str, stale))


@pytest.mark.parametrize("width", [100, 61])
def test_every_script_leaves_the_frame_intact(tmp_path: Path, width: int) -> None:
    with opened(tmp_path, (width, 30)) as terminal:
        terminal.until("Harbour Note")
        for _ in range(6):
            terminal.settled()
            rows = captured(terminal.styled())[1:-2]
            assert [len(row) for row in rows] == [width] * len(rows)
            assert {row[-1].text for row in rows} == {"│"}
            terminal.press("pagedown")
