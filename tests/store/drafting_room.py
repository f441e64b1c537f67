"""What the tests of the store share: a workspace with a drafter, and the plain git beside it."""

import os
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from zerodraft.store.acts import Act, Person, TagChange, Write
from zerodraft.store.workspace import Workspace

JAPAN = Person("Japan", "jpn@delegation.invalid")
ANA = Person("Ana Drafter", "ana@example.org")
MORNING = datetime(2021, 11, 2, 9, 0, tzinfo=UTC)
TEXT = "declarations/bali-message/text.md"


def isolate(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    home.mkdir(exist_ok=True)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    (home / ".gitconfig").write_text("[user]\n\tname = Ana Drafter\n\temail = ana@example.org\n")


def git(root: Path, *arguments: str, stdin: bytes = b"") -> str:
    """What plain git prints, without the line end; a failing command fails the test."""
    done = subprocess.run(["git", *arguments], cwd=root, input=stdin, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().removesuffix("\n")


class DraftingRoom:
    """A workspace, a drafter, and a clock that advances a minute with each act."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace.find(root) if root.exists() else Workspace.create(root)
        self.root = root
        self.acts = 0

    def close(self) -> None:
        self.workspace.close()

    def reopened(self) -> Workspace:
        """The workspace as the next session finds it."""
        self.workspace.close()
        self.workspace = Workspace.find(self.root)
        return self.workspace

    def act(self, subject: str, *writes: Write, tags: tuple[TagChange, ...] = ()) -> Act:
        self.acts += 1
        date = MORNING + timedelta(minutes=self.acts)
        return Act(f"{subject}\n\nAct: save\n", JAPAN, ANA, date, writes, tags)

    def write(self, words: str | None, path: str = TEXT) -> Write:
        """A write by somebody who saw what is recorded now."""
        return Write(path, None if words is None else words.encode(), self.workspace.blob_id(path))

    def save(self, words: str | None, path: str = TEXT, *, tags: tuple[TagChange, ...] = ()) -> str:
        """Record one file; gives the commit."""
        return self.workspace.record(self.act(f"save {self.acts}", self.write(words, path), tags=tags))

    def file(self, path: str = TEXT) -> Path:
        return self.root / path

    def git(self, *arguments: str) -> str:
        return git(self.root, *arguments)

    def is_sound(self) -> bool:
        """Git finds nothing wrong, and nothing waits to be finished."""
        git(self.root, "fsck", "--full", "--strict")
        return not any((self.root / ".git/zerodraft/intents").iterdir())
