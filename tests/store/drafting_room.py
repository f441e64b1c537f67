"""What the tests of the store share: a workspace with a drafter, and the plain git beside it."""

from datetime import timedelta
from pathlib import Path

from tests.rooms import ANA, MORNING, git

from zerodraft.store.acts import Act, Person, TagChange, Write
from zerodraft.store.workspace import Workspace

JAPAN = Person("Japan", "jpn@delegation.invalid")
TEXT = "declarations/bali-message/text.md"


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
