"""What was copied last, in `.git/zerodraft/`: for terminals that don't pass it on. Not a record."""

import os
from pathlib import Path

from zerodraft.store import journal

NAME = "copied.txt"


def keep(root: Path, text: str) -> Path | None:
    """Replace the file, which only its owner may read; None where that can't be."""
    place = journal.folder(root / ".git") / NAME
    waiting = place.with_name(f".{NAME}.{os.getpid()}~")
    try:
        place.parent.mkdir(exist_ok=True)
        waiting.unlink(missing_ok=True)
        file = os.open(waiting, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        with open(file, "wb") as opened:
            opened.write(text.encode("utf-8", "replace"))
        waiting.replace(place)
    except OSError:
        return None
    return place
