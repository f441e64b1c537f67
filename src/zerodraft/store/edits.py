"""Words on their way into the record: they lie in `.git/zerodraft/edits/` until the act is recorded.

The file is the one that the editor opens. It stays when the editor fails, when the act is refused, and
when the program dies; the name says what it belongs to: `bali-message.36.<digest of what stood there>.<process>.md`.
"""

import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, count
from pathlib import Path

from zerodraft.errors import UnreadableInput
from zerodraft.formats.names import hyphenated
from zerodraft.store import journal, worktree
from zerodraft.store.processes import is_living
from zerodraft.store.trouble import disk_trouble

_NAME = re.compile(r"([a-z0-9-]+)\.([a-z0-9-]+)\.([0-9a-f]{0,12})\.([0-9]+)(?:-[0-9]+)?\.md")
_ID_LENGTH = 12
_GONE = "Try again, or with another editor: export EDITOR=nano"


@dataclass(frozen=True, slots=True)
class Edit:
    """Words of `slug` that aren't recorded yet. `about` says where they belong (a paragraph, `text`), `seen` is the
    beginning of the digest of what stood there when they were begun."""

    path: Path
    slug: str
    about: str
    seen: str

    @property
    def date(self) -> datetime:
        """When the words were last written, by this machine's clock."""
        return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()


def about(*words: str) -> str:
    """The name of a place as a file name bears it: `7(a)(ii)` is `7-a-ii`."""
    return hyphenated("-".join(words))[:80] or "text"


def begin(root: Path, slug: str, place: str, seen: str, words: bytes) -> Edit:
    """Lay words down durably, for the editor."""
    folder = _folder(root)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = _free(folder, f"{slug}.{place}.{seen[:_ID_LENGTH]}.{os.getpid()}")
        worktree.replace_file(path, words)
    except OSError as error:
        raise disk_trouble(error, "keep the words that are to be recorded") from error
    return Edit(path, slug, place, seen[:_ID_LENGTH])


def waiting(root: Path, slug: str) -> tuple[Edit, ...]:
    """What was never recorded, oldest first; without what another window is editing now."""
    found: list[tuple[datetime, str, Edit]] = []
    for path in _folder(root).glob("*.md"):
        named = _NAME.fullmatch(path.name)
        is_ours = path.is_file() and not path.is_symlink()
        if named and is_ours and named[1] == slug and not _at_work(int(named[4])):
            edit = Edit(path, named[1], named[2], named[3])
            with suppress(FileNotFoundError):  # another window has recorded them meanwhile
                found.append((edit.date, path.name, edit))
    return tuple(edit for _, _, edit in sorted(found, key=lambda each: each[:2]))


def read(edit: Edit) -> bytes:
    """The words as they stand in the file."""
    try:
        worktree.check_length(edit.path.name, edit.path.stat().st_size)
        return edit.path.read_bytes()
    except FileNotFoundError:
        raise UnreadableInput("The editor left no file behind; nothing was recorded.", _GONE) from None
    except OSError as error:
        raise disk_trouble(error, f"read {edit.path}") from error


def drop(edit: Edit) -> None:
    """Forget words that are recorded now, or that nobody wants; where the disk can't be written, they are found
    again."""
    with suppress(OSError):
        edit.path.unlink(missing_ok=True)


def _folder(root: Path) -> Path:
    return journal.folder(root / ".git") / "edits"


def _free(folder: Path, stem: str) -> Path:
    """A name that nothing bears: numbers of processes come back, and words that wait stay as they are."""
    names = chain((f"{stem}.md",), (f"{stem}-{number}.md" for number in count(2)))
    return next(folder / name for name in names if not os.path.lexists(folder / name))


def _at_work(process: int) -> bool:
    """Whether another process, which laid the words down, still lives."""
    return process != os.getpid() and is_living(process)
