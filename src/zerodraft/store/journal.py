"""The journal in `.git/zerodraft/`: the lock of the one who writes, and intents that outlive a crash."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from zerodraft.errors import WorkspaceUnusable
from zerodraft.store import intents, worktree
from zerodraft.store.acts import Act
from zerodraft.store.trouble import disk_trouble

# An act holds the lock for 20 ms; whoever waits a minute waits for a process that was stopped.
PATIENCE = 60.0
_PAUSE = 0.004


class Busy(WorkspaceUnusable):
    """Another process has been writing for longer than we would wait."""

    def __init__(self) -> None:
        super().__init__(
            "Another zerodraft is writing in this workspace and doesn't come to an end.",
            "Look whether one of your other windows is stopped, then try again.",
        )


def folder(git_dir: Path) -> Path:
    return git_dir / "zerodraft"


@contextmanager
def held(git_dir: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the workspace's lock; the system lets go of it when the process ends, however it ends."""
    try:
        (folder(git_dir) / "intents").mkdir(parents=True, exist_ok=True)
        lock = os.open(folder(git_dir) / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    except OSError as error:
        raise disk_trouble(error, "write in this workspace") from error
    try:
        _take(lock, patience)
        yield
    finally:
        os.close(lock)


def pending(git_dir: Path) -> tuple[Path, ...]:
    """The intents that nobody has finished, oldest first."""
    return tuple(sorted((folder(git_dir) / "intents").glob("[0-9]*")))


def new_intent(git_dir: Path) -> Path:
    """The file for an intent; names sort by time."""
    return folder(git_dir) / "intents" / f"{time.time_ns():020}-{os.getpid()}"


def write_down(intent: Path, act: Act, commit: str) -> None:
    """Make the intent durable: the act, and the id that its commit is going to have."""
    worktree.replace_file(intent, intents.encode(act, commit))


def drop(intent: Path) -> None:
    """Forget an intent. Not durably: one that comes back after a power cut is found to be done."""
    intent.unlink(missing_ok=True)


def sweep(git_dir: Path) -> None:
    """Remove half-written intents: their acts never began."""
    for unfinished in (folder(git_dir) / "intents").glob(".*"):
        unfinished.unlink(missing_ok=True)


def set_aside(intent: Path) -> Path:
    """Keep an intent that can't be done any more where nothing touches it; gives the place."""
    kept = intent.parent.parent / "recovered"
    kept.mkdir(exist_ok=True)
    place = kept / intent.name
    intent.rename(place)
    worktree.fsync_folder(kept)
    return place


def _take(lock: int, patience: float) -> None:
    end = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= end:
                raise Busy from None
        except OSError as error:
            raise disk_trouble(error, "lock this workspace (does it stand on a network disk?)") from error
        time.sleep(_PAUSE)
