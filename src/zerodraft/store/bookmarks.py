"""The bookmark of a workspace, in `.git/zerodraft/`. It is never worth a refusal."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from zerodraft.store import journal

_LONGEST = 64 * 1024


def read(root: Path) -> str | None:
    """The bookmark's text; None for whatever is no ordinary file of a sensible length."""
    try:
        file = os.open(_place(root), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        with open(file, "rb") as opened:
            known = os.fstat(file)
            if stat.S_ISREG(known.st_mode) and known.st_size <= _LONGEST:
                return opened.read(_LONGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        pass
    return None


def keep(root: Path, text: str) -> None:
    """Replace the bookmark in one step; after a power cut the former one may stand there again."""
    place = _place(root)
    waiting = place.with_name(f".{place.name}.{os.getpid()}~")
    with suppress(OSError):
        place.parent.mkdir(exist_ok=True)
        waiting.unlink(missing_ok=True)
        waiting.write_bytes(text.encode("utf-8", "replace"))
        waiting.replace(place)


def _place(root: Path) -> Path:
    return journal.folder(root / ".git") / "bookmark.json"
