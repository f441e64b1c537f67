"""The window is closed, the machine loses patience, somebody pulls the plug: the next start has every word."""

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story.room import COMMAND, first_row, see, zerodraft
from tests.tui.terminal_driver import Terminal

TEXT = "declarations/harbour-note/text.md"
TYPED = "Hear, hear: [ports] stay open. " * 12
REPLY = "We thank Fiji [for its patience]. " * 3


def hang_up(terminal: Terminal) -> None:
    terminal.hang_up()


def kill(terminal: Terminal) -> None:
    terminal.kill(signal.SIGKILL)
    assert terminal.exit_status() == -signal.SIGKILL


def open_the_note(terminal: Terminal) -> None:
    see(terminal, "Harbour Note", "3 open of 4 comments")
    terminal.press("enter")
    see(terminal, "# Harbour Note", "^s Save")


@pytest.mark.parametrize("end", [hang_up, kill])
def test_the_next_start_offers_every_character_with_its_redline(harbour: Path, end: Callable[[Terminal], None]) -> None:
    before = (harbour / TEXT).read_text()
    with zerodraft(harbour) as terminal:
        open_the_note(terminal)
        terminal.press("ctrl+g", "4", "enter")
        terminal.until_gone("Go to which")
        terminal.type(TYPED)
        terminal.settled()
        assert " ".join(terminal.screen().replace("▎", "").split()).count("Hear, hear: [ports] stay open.") == 12
        end(terminal)
    assert (harbour / TEXT).read_text() == before
    with zerodraft(harbour) as terminal:
        see(terminal, "Not saved", "were never saved: Draft offers them")
        terminal.press("enter")
        see(
            terminal,
            "Unsaved words of an earlier session",
            "372 edits that were never",
            "Hear, hear: [ports] stay open.",
        )
        terminal.press("enter")
        see(terminal, "Your words are back")
        assert "●" in first_row(terminal)
        terminal.press("ctrl+s")
        terminal.until(lambda screen: "●" not in screen.splitlines()[0])
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert (harbour / TEXT).read_text() == before.replace("We thank the pilots", f"{TYPED}We thank the pilots")
    assert git(harbour, "status", "--porcelain") == ""


@pytest.mark.parametrize("end", [hang_up, kill])
def test_words_of_a_reply_are_in_the_dialog_when_it_is_opened_again(
    harbour: Path, end: Callable[[Terminal], None]
) -> None:
    with zerodraft(harbour) as terminal:
        begin_a_reply(terminal)
        terminal.type(REPLY)
        see(terminal, "We thank Fiji")
        terminal.until(lambda screen: screen.count("patience]") == 3)
        terminal.settled(quiet=0.6)
        end(terminal)
    with zerodraft(harbour) as terminal:
        begin_a_reply(terminal)
        see(terminal, "These words were typed here before, and not recorded.")
        terminal.press("ctrl+s")
        see(terminal, "Secretariat replies to ")
    assert REPLY.strip() in "".join(git(harbour, "show", "HEAD").split("\n+")[-3:])


def begin_a_reply(terminal: Terminal) -> None:
    open_the_note(terminal)
    terminal.press("f8", "4")
    see(terminal, "Comments by paragraph", "Fiji")
    terminal.press("down", "r")
    see(terminal, "Reply to Fiji on ¶ 1")


def test_words_of_a_form_are_in_it_again_when_the_window_was_closed(harbour: Path) -> None:
    with zerodraft(harbour) as terminal:
        open_the_form(terminal)
        terminal.type("A Note on [Tides]")
        see(terminal, "a-note-on-tides")
        terminal.press("tab", "tab", "right", "tab", "tab")
        terminal.type("Tides\nMoons")
        see(terminal, "Moons")
        terminal.settled()
        hang_up(terminal)
    with zerodraft(harbour) as terminal:
        open_the_form(terminal)
        see(terminal, "A Note on [Tides]", "Moons", "These words were written here before")
        terminal.press("ctrl+s")
        see(terminal, "# A Note on [Tides]", "Tides", "^s Save")
        terminal.press("f8", "1")
        see(terminal, "A Note on [Tides]", "joint statement · not issued yet")
        open_the_form(terminal)
        assert "Moons" not in terminal.settled()
        terminal.press("escape", "ctrl+q")
        assert terminal.exit_status() == 0


def test_words_of_a_form_that_were_thrown_away_do_not_come_back(harbour: Path) -> None:
    with zerodraft(harbour) as terminal:
        open_the_form(terminal)
        terminal.type("A Note on Tides")
        see(terminal, "a-note-on-tides")
        terminal.press("ctrl+q")
        see(terminal, "throws away what is written here")
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    with zerodraft(harbour) as terminal:
        open_the_form(terminal)
        assert "A Note on Tides" not in terminal.settled()


def open_the_form(terminal: Terminal) -> None:
    see(terminal, "Harbour Note", "n New document")
    terminal.press("n", "k")
    see(terminal, "A new declaration, from its kind", "Begin it")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_after_a_signal_the_shell_has_its_terminal_back(harbour: Path, number: signal.Signals) -> None:
    script = f"echo before; {' '.join(COMMAND)}; echo ended with $?; read _"
    with Terminal(["/bin/sh", "-c", script], harbour.parent, size=(100, 30), at=harbour) as terminal:
        open_the_note(terminal)
        terminal.type("Hear, hear. ")
        see(terminal, "Hear, hear.", "unsaved")
        assert {"alternate screen", "mouse"} <= terminal.modes()
        children = Path(f"/proc/{terminal.process}/task/{terminal.process}/children").read_text().split()
        os.kill(int(children[0]), number)
        see(terminal, "before", f"ended with {128 + number}")
        assert terminal.modes() == {"cursor"}
        assert terminal.styled().count("\x1b[") == 0
