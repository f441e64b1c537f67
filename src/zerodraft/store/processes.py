"""Whether a process that left something behind still lives."""

import os
from pathlib import Path

_PROCESSES = Path("/proc")
_START_FIELD = 19  # of /proc/N/stat, counted behind the name: when it was started, in ticks since the machine was


def start_mark(process: int) -> str:
    """What tells a process from a later one with its number: the start of the machine, then its own; "" where that
    can't be seen."""
    fields = _status(process)
    try:
        machine = (_PROCESSES / "sys/kernel/random/boot_id").read_text("ascii", "replace").strip()
    except OSError:
        return ""
    return f"{machine} {fields[_START_FIELD]}" if len(fields) > _START_FIELD else ""


def _status(process: int) -> list[str]:
    """What stands behind the name in /proc/N/stat, first the letter of its state; nothing where that can't be seen."""
    try:
        return (_PROCESSES / str(process) / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []


def is_living(process: int, mark: str = "") -> bool:
    """Whether the process lives; with a `mark`, whether it is the one that bore it. One that can't be asked does, one
    that has ended and that nobody has buried doesn't."""
    if process <= 0:
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    if _status(process)[:1] in (["Z"], ["X"]):
        return False
    now = start_mark(process) if mark else ""
    return not now or now == mark
