"""The fuzz that looks for rows which a screen forgot to repaint: it finds them, and only them."""

import sys
from pathlib import Path

import pytest
from tests.tui.cells import captured
from tests.tui.stale_rows import StaleRow, differences, fuzz, perform
from tests.tui.terminal_driver import Terminal

ROOT = Path(__file__).resolve().parents[2]
APP = (sys.executable, "-m", "tests.tui.small_app")
KEYS = ("a", "enter", "backspace", "down", "up", "pagedown", "shift+down", "ctrl+z", "ctrl+right")


def small_app(room: Path, *arguments: str) -> Terminal:
    return Terminal([*APP, *arguments], room, at=ROOT, size=(60, 15))


def test_a_row_that_is_not_repainted_is_found_with_what_was_done(tmp_path: Path) -> None:
    with small_app(tmp_path, "stale") as terminal:
        terminal.until("0 keys")
        found = fuzz(terminal, seed=1, steps=8, keys=("f5",), redraw_key="ctrl+l")
    assert found
    assert all(set(each.acts) == {"f5"} for each in found)
    assert all(each.before.endswith(" keys") and each.after.endswith(" keys") for each in found)


def test_an_app_that_repaints_all_it_changes_has_no_stale_rows(tmp_path: Path) -> None:
    with small_app(tmp_path) as terminal:
        terminal.until("0 keys")
        found = fuzz(terminal, seed=2, steps=15, keys=KEYS, redraw_key="ctrl+l")
    assert not found, "\n".join(map(str, found))


def test_an_app_that_falls_over_is_told_with_what_was_done(tmp_path: Path) -> None:
    with small_app(tmp_path) as terminal:
        terminal.until("0 keys")
        with pytest.raises(AssertionError, match=r"seed 3, step \d, after f3(.|\n)*the command ended with 1"):
            fuzz(terminal, seed=3, steps=9, keys=("f3",), redraw_key="ctrl+l")


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("f5", "key f5"),
        ("click 7 4", "click 1 at 7,4"),
        ("double 7 4", "click 2 at 7,4"),
        ("wheel 3 0 2", "wheel at 3,0"),
        ("resize 50 9", "size 50x9"),
        ("drag 3 3 9 5", "click 1 at 9,5"),
    ],
)
def test_an_act_can_be_repeated_by_its_words(tmp_path: Path, act: str, told: str) -> None:
    with small_app(tmp_path) as terminal:
        terminal.until("0 keys")
        perform(terminal, act)
        terminal.until(told)


def test_rows_differ_by_their_characters_and_by_their_looks() -> None:
    before = captured("one\n\x1b[31mtwo\x1b[0m\nthree  ")
    after = captured("won\n\x1b[32mtwo\x1b[0m\nthree")
    assert differences(before, after) == ((0, "one", "won"), (1, "two", "two"))


def test_a_stale_row_says_what_became_of_it() -> None:
    words = StaleRow(4, ("a", "ctrl+z"), 7, "one", "two")
    assert str(words) == "step 4, a, ctrl+z: row 7 'one': became 'two'"
    assert str(words._replace(after="one")) == "step 4, a, ctrl+z: row 7 'one': other colours or attributes"
