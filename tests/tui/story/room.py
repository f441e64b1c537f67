"""The program in a real terminal, in a workspace of its own."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

from tests.rooms import git
from tests.tui.terminal_driver import Terminal

COMMAND = (sys.executable, "-m", "zerodraft")
BALI = "bali-message"
NOTE = Path("declarations/harbour-note")
TEXT = NOTE / "text.md"
SMALL, LARGE = (80, 24), (160, 48)


def zerodraft(
    workspace: Path, *arguments: str, size: tuple[int, int] = SMALL, env: Mapping[str, str] | None = None
) -> Terminal:
    """The screens of a workspace; the terminal's socket and the drafter's home lie beside it."""
    return Terminal([*COMMAND, *arguments], workspace.parent, size=size, at=workspace, env=env)


def open_and_type(terminal: Terminal) -> None:
    """The small workspace's note, with two words before it that nobody saved."""
    see(terminal, "Harbour Note", "3 open of 4 comments")
    terminal.press("enter")
    see(terminal, "# Harbour Note", "^s Save")
    terminal.type("Hear, hear. ")
    see(terminal, "Hear, hear. # Harbour Note", "●")


def first_row(terminal: Terminal) -> str:
    return terminal.screen().splitlines()[0]


def see(terminal: Terminal, *words: str) -> str:
    """Wait until the screen holds all of these."""

    def holds_all(screen: str) -> bool:
        return all(each in screen for each in words)

    holds_all.__qualname__ = " and ".join(map(repr, words))
    return terminal.until(holds_all)


def beside(terminal: Terminal, words: str) -> str:
    """The row in which words stand; they are waited for."""
    return next(row for row in terminal.until(words).splitlines() if words in row)


def tags(workspace: Path, slug: str = BALI) -> list[str]:
    return git(workspace, "tag", "--list", f"{slug}/*").split()


def log(workspace: Path, count: int) -> list[str]:
    """`author|committer|subject` of the last acts, the newest first."""
    return git(workspace, "log", f"-{count}", "--format=%an|%cn|%s").splitlines()


def words_of_word(path: Path) -> str:
    """The words of a Word file, without its markup."""
    return re.sub(r"<[^>]*>", "", ZipFile(path).read("word/document.xml").decode("utf-8"))
