"""The files of a text go away while it is open: it is told, and one key brings the words back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.rooms import git
from tests.tui.story.room import NOTE, TEXT, log, open_and_type, see, zerodraft
from tests.tui.terminal_driver import Terminal


def save(terminal: Terminal) -> None:
    terminal.press("ctrl+s")
    terminal.until(lambda screen: "●" not in screen.splitlines()[0])


def file_away(workspace: Path) -> None:
    (workspace / TEXT).unlink()


def folder_away(workspace: Path) -> None:
    shutil.rmtree(workspace / NOTE)


@pytest.mark.parametrize("go_away", [file_away, folder_away])
@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
def test_a_file_that_disappears_is_written_again_by_the_next_save(
    harbour: Path, go_away: Callable[[Path], None], size: tuple[int, int]
) -> None:
    with zerodraft(harbour, size=size) as terminal:
        open_and_type(terminal)
        go_away(harbour)
        terminal.until(lambda screen: "ctrl+s writes it again" in " ".join(screen.replace("▌", "").split()))
        terminal.type("So be it. ")
        see(terminal, "Hear, hear. So be it. # Harbour Note")
        save(terminal)
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert (harbour / TEXT).read_text().startswith("Hear, hear. So be it. # Harbour Note")
    assert git(harbour, "show", f"HEAD:{TEXT}").startswith("Hear, hear. So be it. # Harbour Note")


def test_a_document_that_git_took_away_is_asked_about_left_alone_and_begun_again(harbour: Path) -> None:
    with zerodraft(harbour) as terminal:
        open_and_type(terminal)
        git(harbour, "rm", "-rqf", str(NOTE))
        git(harbour, "commit", "-qm", "Away with it")
        terminal.until(lambda screen: "ctrl+s asks what to do" in " ".join(screen.replace("▌", "").split()))
        terminal.press("ctrl+s")
        see(terminal, "This document was removed by another program", "Begin it again", "Leave it")
        terminal.press("enter")
        see(terminal, "Hear, hear. # Harbour Note", "^s Save", "●")
        assert log(harbour, 1)[0].endswith("|Away with it")
        terminal.press("ctrl+s")
        see(terminal, "This document was removed by another program")
        terminal.press("b")
        terminal.until(lambda screen: "●" not in screen.splitlines()[0])
        terminal.type("So be it. ")
        see(terminal, "Hear, hear. So be it. # Harbour Note", "●")
        save(terminal)
        terminal.press("ctrl+q")
        assert terminal.exit_status() == 0
    assert git(harbour, "show", f"HEAD:{TEXT}").startswith("Hear, hear. So be it. # Harbour Note")
    assert git(harbour, "status", "--porcelain") == ""


def test_the_words_of_a_document_that_is_left_away_are_offered_when_it_is_there_again(harbour: Path) -> None:
    with zerodraft(harbour) as terminal:
        open_and_type(terminal)
        git(harbour, "rm", "-rqf", str(NOTE))
        git(harbour, "commit", "-qm", "Away with it")
        terminal.press("ctrl+s")
        see(terminal, "This document was removed by another program")
        terminal.press("l")
        terminal.until_gone("This document was removed")
        terminal.press("ctrl+q")
        see(terminal, "Some words are not saved")
        terminal.press("k")
        assert terminal.exit_status() == 0
    git(harbour, "revert", "--no-edit", "HEAD")
    with zerodraft(harbour) as terminal:
        see(terminal, "Not saved", "were never saved: Draft offers them")
        terminal.press("enter")
        see(terminal, "Unsaved words of an earlier session", "Hear, hear.")
        terminal.press("enter")
        see(terminal, "Hear, hear. # Harbour Note", "●")
