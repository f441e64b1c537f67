"""One open journal of typing, and the thread that makes journals durable."""

import errno
import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread

from zerodraft.store import typing_places, unbroken, worktree

_PAUSE = 1.0  # seconds between two syncs: what a power cut may take
_NEW_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_APPEND


class JournalFile:
    """As long as it is open it is locked, so that other windows see that somebody types here. Raises OSErrors."""

    def __init__(self, path: Path, content: bytes) -> None:
        """Make the file with all of its content at once: nobody ever finds half a beginning."""
        typing_places.prepare(path.parent)
        waiting = typing_places.waiting(path)
        self.path = path
        self._file = os.open(waiting, _NEW_FLAGS, 0o600)
        self._is_open = True
        self._is_named_durably = False
        self._closing = Lock()
        try:
            with suppress(OSError):  # a disk without locks: there the number of the process tells who lives
                fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self.append(content)
            waiting.rename(path)
        except OSError:
            os.close(self._file)
            with suppress(OSError):
                waiting.unlink(missing_ok=True)
            raise

    def append(self, lines: bytes) -> None:
        """In one step; what was written of it near a full disk is taken back."""
        written = unbroken.write(self._file, lines)
        if written != len(lines):
            with suppress(OSError):
                os.ftruncate(self._file, os.fstat(self._file).st_size - written)
            raise OSError(errno.ENOSPC, "only a part was written", str(self.path))

    def sync(self) -> None:
        """Make words and name durable, by any thread; the file may be closed meanwhile."""
        with self._closing:
            if not self._is_open:
                return
            handle = os.dup(self._file)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        if not self._is_named_durably:
            worktree.fsync_folder(self.path.parent)
            self._is_named_durably = True

    def close(self) -> None:
        with self._closing:
            self._is_open = False
            with suppress(OSError):  # said aloud, for a sync may hold the file open a moment longer
                fcntl.flock(self._file, fcntl.LOCK_UN)
            os.close(self._file)

    def remove(self) -> None:
        with suppress(OSError):
            self.path.unlink(missing_ok=True)
        self.close()


class Syncing:
    """Calls `sync` in a thread of its own when it is due, a second after the last time at the earliest.

    A sync takes 1 to 30 ms on a laptop, and whole seconds on a busy disk: no key may wait for it.
    """

    def __init__(self, sync: Callable[[], None]) -> None:
        self._sync = sync
        self._due = Event()
        self._end = Event()
        self._thread: Thread | None = None

    def due(self) -> None:
        if self._due.is_set():
            return
        self._due.set()
        if self._thread is None:
            self._thread = Thread(target=self._work, name="typing", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """For good. Returns at once; the thread ends by itself."""
        self._end.set()
        self._due.set()

    def _work(self) -> None:
        while self._due.wait() and not self._end.is_set():
            self._due.clear()
            self._sync()
            self._end.wait(_PAUSE)
