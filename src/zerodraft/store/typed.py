"""Words that were typed and never saved: the journals that a program left behind, and those of other windows.

A journal is at work as long as its file is locked; the system lets go of it when the process ends, however it ends.
"""

import fcntl
import os
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from zerodraft.core.text.strokes import replay
from zerodraft.formats.typing_journal import BadJournal, Beginning, parse_beginning, parse_journal
from zerodraft.store import journal, processes, typing_places, worktree

_READ_FLAGS = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK
_UNFINISHED = 60.0  # seconds after which a journal that never got its name is nobody's


@dataclass(frozen=True, slots=True)
class Left:
    """A journal that was left behind, played to its end or to where it is damaged; `date` is that of its last edit."""

    path: Path
    beginning: Beginning
    date: datetime
    text: str
    strokes: int
    is_cut_off: bool


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A journal of which nothing can be had back; it lies in `kept` now, out of the way."""

    slug: str
    kept: Path


class _Found(NamedTuple):
    raw: bytes
    date: datetime
    is_locked: bool | None  # None where the disk knows no locks


def left(root: Path, slug: str | None) -> tuple[Left | Unreadable, ...]:
    """What was typed in a declaration, or in all of the workspace, by programs that are gone; oldest first."""
    found: list[Left | Unreadable] = []
    for place in typing_places.places(root):
        _sweep(place)
        for path in typing_places.files(place, slug):
            found += _left(root, path)
    return tuple(found)


def at_work(root: Path, slug: str | None) -> tuple[Beginning, ...]:
    """The beginnings of the journals that other processes are writing now."""
    found = []
    for place in typing_places.places(root):
        for path in typing_places.files(place, slug):
            if not typing_places.is_own(path.name) and (known := _look(path)) and known.is_locked is not False:
                with suppress(BadJournal):
                    beginning = parse_beginning(known.raw.partition(b"\n")[0])
                    if _belongs(beginning, root, path) and _is_at_work(known, beginning):
                        found.append(beginning)
    return tuple(found)


def drop(path: Path) -> None:
    """Forget a journal; where the disk can't be written, it is found again."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _left(root: Path, path: Path) -> Iterator[Left | Unreadable]:
    known = _look(path)
    if known is None or known.is_locked:
        return
    try:
        read = parse_journal(known.raw)
    except BadJournal:
        yield from _set_aside(root, path)
        return
    if _belongs(read.beginning, root, path) and not _is_at_work(known, read.beginning):
        text, strokes = replay(read.beginning.base, read.strokes)
        is_cut_off = read.is_cut_off or strokes < len(read.strokes)
        yield Left(path, read.beginning, known.date, text, strokes, is_cut_off)


def _look(path: Path) -> _Found | None:
    """None for what is no ordinary file, can't be read, or was ended meanwhile."""
    try:
        file = os.open(path, _READ_FLAGS)
        with open(file, "rb") as opened:
            known = os.fstat(file)
            if not stat.S_ISREG(known.st_mode):
                return None
            is_locked = _is_locked(file)
            os.lstat(path)  # fails where its owner has begun another since it was opened
            date = datetime.fromtimestamp(known.st_mtime).astimezone()
            return _Found(opened.read(worktree.MAX_BYTES), date, is_locked)
    except (OSError, OverflowError, ValueError):
        return None


def _is_locked(file: int) -> bool | None:
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return None
    return False


def _is_at_work(known: _Found, beginning: Beginning) -> bool:
    if known.is_locked is None:
        return processes.is_living(beginning.process, beginning.started)
    return known.is_locked


def _belongs(beginning: Beginning, root: Path, path: Path) -> bool:
    """Journals of all workspaces lie together in the places for need."""
    is_named_so = path.name.startswith(f"{beginning.slug}.")
    return is_named_so and (path.is_relative_to(root / ".git") or beginning.workspace == str(root))


def _set_aside(root: Path, path: Path) -> Iterator[Unreadable]:
    """Nothing is removed that might hold words; elsewhere nobody knows whose it is."""
    if path.is_relative_to(root / ".git"):
        with suppress(OSError):
            yield Unreadable(path.name.partition(".")[0], journal.set_aside(path))


def _sweep(place: Path) -> None:
    """Remove journals whose making was cut off: their words are in another one, or were never taken."""
    for path in typing_places.unfinished(place):
        known = _look(path)
        if known and not known.is_locked and time.time() - known.date.timestamp() > _UNFINISHED:
            drop(path)
