"""No row of the whole program is left as it was: random keys, sizes and the mouse over all screens.

ZERODRAFT_FUZZ_STEPS=1000 pytest tests/tui/test_whole_fuzz.py -m slow
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.stale_rows import StaleRow, fuzz
from tests.tui.terminal_driver import PATIENCE, Terminal
from tests.tui.terminal_keys import sequence_of, tmux_name

from zerodraft.tui.movements import ALL

STEPS = int(os.environ.get("ZERODRAFT_FUZZ_STEPS", "100"))
ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "tests.tui.hasty_program")
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


class Patient(Terminal):
    """Waits at some steps until what the program does by itself every two seconds is done too."""

    patient_at: frozenset[int] = frozenset()
    looks = 0

    def settled(self, seconds: float = PATIENCE, quiet: float = 0.1) -> str:
        step = self.looks // 2  # one look before and one after the redraw
        self.looks += 1
        return super().settled(seconds, 2.5 if step in self.patient_at else quiet)


def looked(workspace: Path, seed: int, steps: int, patient_at: frozenset[int] = frozenset()) -> tuple[StaleRow, ...]:
    env = {"PYTHONPATH": str(ROOT), "EDITOR": "true", "VISUAL": ""}
    place = Path(shutil.copytree(workspace, workspace.parent / f"room-{len(patient_at)}" / "harbour"))
    with Patient(COMMAND, place.parent, size=(100, 30), at=place, env=env) as terminal:
        terminal.patient_at = patient_at
        terminal.until("1 document")
        return fuzz(terminal, seed=seed, steps=steps, keys=KEYS, redraw_key="ctrl+l")


def stale(workspace: Path, *, seed: int, steps: int) -> str:
    """What a redraw changed; looked at again with more patience, because news of the folder change a screen too."""
    doubtful = frozenset(each.step for each in looked(workspace, seed, steps))
    if not doubtful:
        return ""
    found = looked(workspace, seed, max(doubtful) + 1, doubtful)
    return "\n".join(str(each) for each in found if each.step in doubtful)


def test_no_row_is_stale_after_some_keys(harbour: Path) -> None:
    assert not stale(harbour, seed=0, steps=40)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, max(1, STEPS // 100) + 1))
def test_no_row_is_stale_whatever_is_pressed(harbour: Path, seed: int) -> None:
    assert not stale(harbour, seed=seed, steps=min(STEPS, 100))
