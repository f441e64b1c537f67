"""A file that somebody names: found from where one stands, completed while it is typed."""

import os
from contextlib import suppress
from itertools import islice
from pathlib import Path

_MOST = 500


def found_file(place: Path, typed: str) -> Path | None:
    """The file, None where there is none; `~` is one's own folder."""
    if not typed:
        return None
    path = place / Path(typed).expanduser()
    return path if path.is_file() else None


def completed_path(place: Path, begun: str) -> str:
    """What was typed, with the rest of the first file or folder that begins so; "" when none does."""
    if not begun.strip():
        return ""
    folder, name = os.path.split(begun)
    with suppress(OSError, ValueError, RuntimeError):
        with os.scandir(place / Path(folder or ".").expanduser()) as entries:
            known = sorted(entry.name + ("/" if entry.is_dir() else "") for entry in islice(entries, _MOST))
        fitting = [each for each in known if each.startswith(name) and not (each.startswith(".") and not name)]
        if fitting and fitting[0] != name:
            return begun[: len(begun) - len(name)] + fitting[0]
    return ""
