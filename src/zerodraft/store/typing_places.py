"""Where journals of typing lie: in the workspace, and where it can't be written, in folders of the drafter's own."""

import errno
import os
import stat
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from zerodraft.formats.names import is_safe_name
from zerodraft.store import journal

_FOLDER = "typing"
_SUFFIX = ".typing"


def places(root: Path) -> tuple[Path, ...]:
    """The folders in the order in which they are tried: the workspace's, the drafter's, the machine's."""
    return (journal.folder(root / ".git") / _FOLDER, *_elsewhere())


def _elsewhere() -> Iterator[Path]:
    named = os.environ.get("XDG_STATE_HOME", "")
    home = os.path.expanduser("~")
    if os.path.isabs(named):
        yield Path(named, "zerodraft", _FOLDER)
    elif os.path.isabs(home):
        yield Path(home, ".local", "state", "zerodraft", _FOLDER)
    yield Path(tempfile.gettempdir(), f"zerodraft-{os.geteuid()}", _FOLDER)


def prepare(place: Path) -> None:
    """Make the folder, for its owner alone; an OSError where it can't be made, or where it is another's or a link."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_ours(place) or not _is_ours(place.parent):
        raise OSError(errno.EACCES, "the folder is another user's, or a link", str(place))


def files(place: Path, slug: str | None) -> tuple[Path, ...]:
    """The journals of a declaration, or of all, that lie there, oldest first."""
    beginning = "" if slug is None else f"{slug}."
    found = [name for name in _names(place) if _is_journal(name) and name.startswith(beginning)]
    return tuple(place / name for name in sorted(found, key=lambda name: name.split(".")[1:]))


def unfinished(place: Path) -> tuple[Path, ...]:
    """Journals that never got their names."""
    return tuple(place / name for name in _names(place) if name[0] == "." and _is_journal(name[1:-1]))


def _is_journal(name: str) -> bool:
    return name.endswith(_SUFFIX) and name.count(".") == 2 and is_safe_name(name.partition(".")[0])


def is_own(name: str) -> bool:
    """Whether this process made the journal of that name."""
    return name.endswith(f"-{os.getpid()}{_SUFFIX}")


def new_name(slug: str) -> str:
    """`bali-message.01637000000000000000-4711.typing`: declaration, time, process; no two are alike."""
    return f"{slug}.{time.time_ns():020}-{os.getpid()}{_SUFFIX}"


def waiting(path: Path) -> Path:
    """Where a journal is made before it bears its name."""
    return path.with_name(f".{path.name}~")


def _names(place: Path) -> list[str]:
    """What lies in the folder; nothing in one that isn't there, or isn't ours."""
    try:
        return os.listdir(place) if _is_ours(place) and _is_ours(place.parent) else []
    except OSError:
        return []


def _is_ours(folder: Path) -> bool:
    try:
        known = os.lstat(folder)
    except OSError:
        return False
    # Several users may share a workspace; elsewhere, and in /tmp above all, another's folder is a trap.
    return stat.S_ISDIR(known.st_mode) and (known.st_uid == os.geteuid() or ".git" in folder.parts)
