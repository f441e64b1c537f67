"""The program as a process of its own, in bad places: what it says, and whether it left everything as it was."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from tests.cli.asking import Answer, Ask

from zerodraft.desk.desk import Desk
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings
from zerodraft.store.acts import Person

NOTE, OTHER = "harbour-note", "other-note"
TEXT = f"declarations/{NOTE}/text.md"
PROGRAM = (sys.executable, "-m", "zerodraft")
# What a terminal obeys, what turns the direction, what nobody can see.
RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]")
READING: tuple[tuple[str, ...], ...] = (
    ("show", NOTE),
    ("comments", NOTE),
    ("versions", NOTE),
    ("diff", NOTE, "zero-draft"),
    ("export", NOTE, "--to", "html"),
    ("proposals", NOTE),
    ("resolve", NOTE),
)
ACTING: tuple[tuple[str, ...], ...] = (
    ("edit", NOTE, "4", "--with", "We thank the pilots who came home."),
    ("comment", NOTE, "2", "--from", "JPN", "Words."),
    ("issue", NOTE, "Rev.2"),
    ("save", NOTE),
    ("new", "third-note"),
    ("undo",),
    ("propose", NOTE, "2", "--from", "JPN", "We invite all countries to report."),
    ("agree", NOTE, "5"),
)


def zerodraft(
    *arguments: str, at: Path, env: Mapping[str, str] | None = None, stdin: bytes = b"", through: tuple[str, ...] = ()
) -> Answer:
    """Run the program as a process of its own, `through` another one if wanted."""
    run = subprocess.run(
        [*through, *PROGRAM, *arguments],
        cwd=at,
        env={**os.environ, **(env or {})},
        input=stdin,
        capture_output=True,
        check=False,
    )
    return heard(Answer(run.returncode, run.stdout.decode(), run.stderr.decode()))


def heard(answer: Answer) -> Answer:
    """What the program said, in this process or in one of its own: no traceback, nothing that a terminal obeys."""
    assert "Traceback" not in answer.err
    assert not RAW.search(answer.out + answer.err), answer
    return answer


def told(code: int, sentence: str, hint: str) -> Answer:
    """A refusal: nothing on stdout, one sentence and one hint on stderr."""
    return Answer(code, "", f"Error: {sentence}\nHint: {hint}\n")


def git(workspace: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=workspace, check=True, capture_output=True, text=True)
    return done.stdout.rstrip("\n")


def state(workspace: Path) -> Mapping[str, str]:
    """Every file of the workspace with the digest of its bytes, the branch, and the versions."""
    found = {"HEAD": git(workspace, "rev-parse", "HEAD"), "tags": git(workspace, "tag", "--list")}
    for path in sorted((workspace / "declarations").rglob("*")):
        if path.is_file():
            found[str(path.relative_to(workspace))] = sha256(path.read_bytes()).hexdigest()
    return found


def with_another(workspace: Path) -> Path:
    """A second declaration beside the first, which must go on working."""
    with Desk.at(workspace) as desk:
        desk.room.drafter = Person("Ana Drafter", "ana@example.org")
        desk.new(OTHER, Beginning(Settings(), source="# Other Note\n\n1. We agree.\n"))
    return workspace


def others_go_on(ask: Ask, workspace: Path) -> None:
    """The other declaration is shown, and takes a comment."""
    assert "We agree." in heard(ask("show", OTHER, at=workspace)).out
    assert heard(ask("comment", OTHER, "1", "--from", "JPN", "Good.", at=workspace)).code == 0
