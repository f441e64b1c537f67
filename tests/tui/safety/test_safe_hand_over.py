"""A signal while the drafter's own editor has the terminal: what was typed, and what was written there, is kept."""

import signal
import sys
import time
from pathlib import Path

import pytest
from tests.tui.safety.scene import SLUG, kept_words
from tests.tui.terminal_driver import Terminal

PROGRAM = [sys.executable, "-m", "zerodraft"]
_PATIENCE = 20.0  # seconds


class Editor:
    """A script that changes some words, and has the terminal until it is let go."""

    def __init__(self, room: Path) -> None:
        self._began, self._may_end = room / "began", room / "may-end"
        self.path = room / "my-editor"
        wait = f"while [ ! -e {self._may_end} ]; do sleep 0.02; done"
        self.path.write_text(
            f'#!/bin/sh\nsed -i "s/small ships/large ships/" "$1"\necho at work\n: > {self._began}\n{wait}\n'
        )
        self.path.chmod(0o755)

    def until_at_work(self) -> None:
        limit = time.monotonic() + _PATIENCE
        while not self._began.exists():
            assert time.monotonic() < limit, "the editor was not started"
            time.sleep(0.02)

    def let_go(self) -> None:
        self._may_end.touch()


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    return Editor(tmp_path)


def laid_down(workspace: Path) -> str:
    """What the editor left."""
    (path,) = (workspace / ".git/zerodraft/edits").glob("*.md")
    return path.read_text()


def in_editor(terminal: Terminal, editor: Editor) -> None:
    terminal.until("Harbour Note")
    terminal.press("enter")
    terminal.until("the title ·")
    terminal.type("Hear hear! ")
    terminal.until("unsaved")
    terminal.press("f4")
    editor.until_at_work()
    terminal.until("at work")
    assert not terminal.modes() & {"alternate screen", "mouse"}


def test_an_editor_that_ends_in_its_own_time_gives_its_words_to_the_one_that_is_told_to_end(
    harbour: Path, tmp_path: Path, editor: Editor
) -> None:
    editor.path.write_text(editor.path.read_text().replace("\n", "\ntrap '' TERM\n", 1))
    with Terminal(PROGRAM, tmp_path, at=harbour, env={"VISUAL": str(editor.path)}) as terminal:
        in_editor(terminal, editor)
        terminal.kill(signal.SIGTERM)
        editor.let_go()
        assert terminal.exit_status() == 128 + signal.SIGTERM
        assert not terminal.modes() & {"alternate screen", "mouse"}
    (words,) = kept_words(harbour, SLUG)
    assert "Hear hear! " in words
    assert "large ships" in words


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_editor_too_and_the_words_of_both_are_kept(
    harbour: Path, tmp_path: Path, editor: Editor, number: signal.Signals
) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour, env={"VISUAL": str(editor.path)}) as terminal:
        in_editor(terminal, editor)
        terminal.kill(number)
        assert terminal.exit_status() == 128 + number
        assert not terminal.modes() & {"alternate screen", "mouse"}
        assert "Traceback" not in terminal.screen()
    (words,) = kept_words(harbour, SLUG)
    assert "Hear hear! " in words
    assert "large ships" in laid_down(harbour)


def test_a_terminal_that_is_closed_over_the_editor_costs_no_word(harbour: Path, tmp_path: Path, editor: Editor) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour, env={"VISUAL": str(editor.path)}) as terminal:
        in_editor(terminal, editor)
        terminal.hang_up()
    (words,) = kept_words(harbour, SLUG)
    assert "Hear hear! " in words
    assert "large ships" in laid_down(harbour)
