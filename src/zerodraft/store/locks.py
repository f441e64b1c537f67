"""Git's own lock files, left behind by a git that was killed: removed when nobody can be using them."""

import os
import time
from pathlib import Path

from zerodraft.errors import WorkspaceUnusable

_PROCESSES = Path("/proc")
# Where processes can't be seen, only age tells; no git command of ours or yours takes that long.
_OLD = 600.0  # seconds
_PATIENCE = 10.0  # seconds, for a git that is really at work
_PAUSE = 0.02


def wait_for(locks: tuple[Path, ...], root: Path) -> None:
    """Return when none of the locks is there; refuses when a git at work doesn't let go."""
    if not let_go(locks, root, patience=_PATIENCE):
        raise WorkspaceUnusable(
            "Another program is using git in this workspace and doesn't come to an end.",
            "Wait for it to end, then try again.",
        )


def let_go(locks: tuple[Path, ...], root: Path, *, patience: float) -> bool:
    """Whether the locks are gone within `patience` seconds: let go, or removed as left behind."""
    end = time.monotonic() + patience
    while held := [lock for lock in locks if os.path.lexists(lock)]:
        left_behind = [lock for lock in held if is_left_behind(lock, root)]
        for lock in left_behind:
            lock.unlink(missing_ok=True)
        if not left_behind and time.monotonic() >= end:
            return False
        if not left_behind:
            time.sleep(_PAUSE)
    return True


def is_left_behind(lock: Path, root: Path) -> bool:
    """Nobody has the lock open, and no git that could write is at work in the workspace.

    Open files alone would not tell: while a drafter writes a message, `git commit` keeps its lock closed.
    """
    try:
        known = os.lstat(lock)
    except FileNotFoundError:
        return False
    if not (_PROCESSES / "self" / "fd").is_dir():
        return time.time() - known.st_mtime > _OLD
    mark = (known.st_dev, known.st_ino)
    return not any(_may_use(process, mark, root) for process in _PROCESSES.glob("[0-9]*"))


def _may_use(process: Path, mark: tuple[int, int], root: Path) -> bool:
    try:
        stat = (process / "stat").read_text("utf-8", "replace")
        command = (process / "cmdline").read_bytes()
        program = (process / "comm").read_text("utf-8", "replace")
    except OSError:  # ended meanwhile
        return False
    is_git = program.startswith("git")
    parent = stat.rpartition(")")[2].split()[1]
    if str(os.getpid()) in (process.name, parent):
        return False  # what we started ahead waits for us, and holds nothing
    if not command or (is_git and b"cat-file" in command):
        return False  # ended but not yet buried, or a reader, ours or another's
    return (is_git and _works_in(process, root)) or _has_open(process, mark, unknown=is_git)


def _works_in(process: Path, root: Path) -> bool:
    try:
        return Path(os.readlink(process / "cwd")).is_relative_to(root)
    except OSError:
        return False


def _has_open(process: Path, mark: tuple[int, int], *, unknown: bool) -> bool:
    """Whether it has the file open; `unknown` when another user's process doesn't show its files."""
    try:
        return any(_same_file(handle, mark) for handle in (process / "fd").iterdir())
    except PermissionError:
        return unknown
    except OSError:
        return False


def _same_file(handle: Path, mark: tuple[int, int]) -> bool:
    try:
        known = os.stat(handle)
    except OSError:
        return False
    return (known.st_dev, known.st_ino) == mark
