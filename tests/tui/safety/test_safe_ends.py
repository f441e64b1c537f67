"""However the program ends, by a signal, a defect or a refusal: words are kept, the terminal is as it was."""

import signal
import sys
from pathlib import Path

import pytest
from tests.cli.hardship import git
from tests.tui.safety.scene import SLUG, kept_words
from tests.tui.terminal_driver import Terminal

from zerodraft.desk.desk import Desk

PROGRAM = [sys.executable, "-m", "zerodraft"]
IN_ORDER = {"cursor keys"}


def disturbed(*lines: str) -> list[str]:
    """The program, with something changed in it before it starts."""
    start = "from zerodraft.__main__ import main; main()"
    return [sys.executable, "-c", "\n".join(("from zerodraft.desk.desk import Desk", *lines, start))]


def opened(terminal: Terminal) -> Terminal:
    terminal.until("Harbour Note")
    terminal.press("enter")
    terminal.until("the title ·")
    return terminal


def restored(terminal: Terminal) -> bool:
    return not terminal.modes() & {"alternate screen", "mouse"}


def in_comment_dialog(terminal: Terminal) -> Terminal:
    opened(terminal).press("ctrl+g")
    terminal.until("Go to which")
    terminal.type("1\n")
    terminal.until("¶ 1 ")
    terminal.press("ctrl+t")
    terminal.until("Comment on")
    terminal.type("FJI")
    terminal.press("tab", "tab", "tab", "tab", "tab")
    terminal.type("Please keep this [open].")
    terminal.until("Please keep this [open].")
    return terminal


def words_of_a_comment(workspace: Path) -> list[str]:
    with Desk.at(workspace) as desk:
        return [each.words() for each in desk.waiting(SLUG, ("comment", "1"))]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_the_words_and_the_place(harbour: Path, tmp_path: Path, number: signal.Signals) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).type("Hear hear! ")
        terminal.until("Hear hear! # Harbour Note")  # a key that the signal overtakes is nobody's word yet
        terminal.kill(number)
        assert terminal.exit_status() == 128 + number
        assert restored(terminal)
    (words,) = kept_words(harbour, SLUG)
    assert "Hear hear! " in words
    with Desk.at(harbour) as desk:
        bookmark = desk.bookmark()
        assert bookmark is not None
        assert (bookmark.slug, bookmark.screen) == (SLUG, "draft")


def test_a_signal_waits_for_a_busy_desk_to_keep_the_words_of_a_dialog(harbour: Path, tmp_path: Path) -> None:
    """The desk is at work for longer than the program waits for its terminal."""
    slow = disturbed("import time", "Desk.check_remark = lambda *_: time.sleep(4)")
    with Terminal(slow, tmp_path, at=harbour) as terminal:
        in_comment_dialog(terminal).press("ctrl+s")
        terminal.until("Checking")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_status() == 143
    assert words_of_a_comment(harbour) == ["Please keep this [open]."]


def test_an_act_that_was_begun_is_finished_before_the_program_ends(harbour: Path, tmp_path: Path) -> None:
    slow = disturbed("import time", "save = Desk.save", "Desk.save = lambda *given: (time.sleep(4), save(*given))[1]")
    with Terminal(slow, tmp_path, at=harbour) as terminal:
        opened(terminal).type("Hear hear! ")
        terminal.until("unsaved")
        terminal.press("ctrl+s")
        terminal.until("Saving")
        terminal.kill(signal.SIGTERM)
        assert terminal.exit_status() == 143
    assert "Hear hear! " in git(harbour, "show", f"HEAD:declarations/{SLUG}/text.md")
    assert kept_words(harbour, SLUG) == ()


def test_a_defect_is_told_with_the_place_of_the_words(harbour: Path, tmp_path: Path) -> None:
    broken = disturbed(
        "reread = Desk.reread",
        "Desk.reread = lambda desk, dossier, source: 1 / 0 if 'Boom' in source else reread(desk, dossier, source)",
    )
    with Terminal(broken, tmp_path, at=harbour, size=(100, 60)) as terminal:
        opened(terminal).type("Boom ")
        assert terminal.exit_status() == 1
        screen = terminal.screen().replace("\n", "")
        assert "ZeroDivisionError" in screen
        assert "broke down" in screen
        assert f"{harbour}/.git/zerodraft/typing/{SLUG}." in screen
        assert restored(terminal)
    (words,) = kept_words(harbour, SLUG)
    assert "Boom " in words


def test_a_defect_keeps_the_words_of_a_dialog(harbour: Path, tmp_path: Path) -> None:
    with Terminal(disturbed("Desk.check_remark = lambda *_: 1 / 0"), tmp_path, at=harbour) as terminal:
        in_comment_dialog(terminal).press("ctrl+s")
        assert terminal.exit_status() == 1
    assert words_of_a_comment(harbour) == ["Please keep this [open]."]


def test_bytes_that_are_no_utf_8_do_not_end_the_program(harbour: Path, tmp_path: Path) -> None:
    """A terminal that is set to Latin-1 sends `é` as one byte."""
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).send(b"caf\xe9 at")
        terminal.until("caf\N{REPLACEMENT CHARACTER} at")


def test_pressing_quit_again_asks_once(harbour: Path, tmp_path: Path) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).type("Hear hear! ")
        terminal.until("unsaved")
        terminal.press("ctrl+q")
        terminal.until("Some words are not saved")
        terminal.press("ctrl+q", "ctrl+q")
        terminal.settled()
        terminal.press("s")
        assert terminal.exit_status() == 0
    assert "Hear hear! " in git(harbour, "show", f"HEAD:declarations/{SLUG}/text.md")


def test_quitting_over_a_form_with_words_in_it_is_said_twice(harbour: Path, tmp_path: Path) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        terminal.until("Harbour Note")
        terminal.press("n", "k")
        terminal.until("Begin it")
        terminal.type("A Note on Tides")
        terminal.until("note-on-tides")
        terminal.settled()
        terminal.press("ctrl+q")
        terminal.until("^q again throws away what is written here.")
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0


def test_a_name_that_can_t_be_kept_is_refused_in_a_sentence(harbour: Path, tmp_path: Path) -> None:
    refuse = (
        "from zerodraft.errors import MachineLacks",
        "def refuse(*_): raise MachineLacks('The disk is full.', 'Make room.')",
        "Desk.introduce = refuse",
    )
    with Terminal(disturbed(*refuse), tmp_path, at=harbour) as terminal:
        opened(terminal).press("ctrl+p")
        terminal.type("your name")
        terminal.until("in whose name")
        terminal.press("enter")
        terminal.until("In whose name are acts recorded")
        terminal.type("Ana\n")
        terminal.until("The disk is full. Make room.")


@pytest.mark.parametrize(
    ("trouble", "code", "sentence"),
    [
        ("no workspace", 5, "doesn't stand in a workspace"),
        ("damaged", 5, "damaged"),
        ("program in the settings", 5, "fsmonitor"),
    ],
)
def test_a_workspace_that_can_t_be_opened_is_told_on_the_terminal_as_it_was(
    harbour: Path, tmp_path: Path, trouble: str, code: int, sentence: str
) -> None:
    place = harbour
    match trouble:
        case "no workspace":
            place = tmp_path / "nowhere"
            place.mkdir()
        case "damaged":
            for each in (harbour / ".git/objects").rglob("*"):
                if each.is_file():
                    each.unlink()  # not written over: the workspaces of other tests share the file
                    each.write_bytes(b"")
        case "program in the settings":
            git(harbour, "config", "core.fsmonitor", "/bin/true")
    with Terminal(PROGRAM, tmp_path, at=place) as terminal:
        assert terminal.exit_status() == code
        screen = terminal.screen()
        assert screen.startswith("Error: "), screen
        assert sentence in screen.replace("\n", " ")
        assert "Traceback" not in screen
        assert restored(terminal)
