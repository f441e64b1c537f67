"""Whether a process has nothing more to do, as Linux tells it in /proc; elsewhere nobody knows."""

import os
import termios
from array import array
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from typing import NamedTuple

# An idle Textual app looks for keys ten times a second, 0.1 ms each; a key that does nothing costs 3 ms.
RESTING = 0.02


class Pulse(NamedTuple):
    """A process and those it started: nanoseconds of processor time so far, and whether any of them runs now."""

    nanoseconds: int
    is_running: bool


def pulse(process: int) -> Pulse | None:
    """The pulse of a process; none when it has ended, or where there is no /proc."""
    threads = [thread for member in _family(process) for thread in _threads(member)]
    if not threads:
        return None
    return Pulse(sum(_processor_time(thread) for thread in threads), any(_state(thread) in "RD" for thread in threads))


def rested(before: Pulse | None, after: Pulse | None, seconds: float) -> bool:
    """Whether a process did next to nothing in the seconds between two pulses, and waits now."""
    if before is None or after is None:
        return before is after
    spent = after.nanoseconds - before.nanoseconds
    return not after.is_running and 0 <= spent < RESTING * seconds * 1e9


def unread(terminal: str) -> int:
    """How many bytes lie in a terminal that its program has not read; none when it is closed."""
    count = array("i", [0])
    with suppress(OSError):
        descriptor = os.open(terminal, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
        try:
            ioctl(descriptor, termios.FIONREAD, count)
        finally:
            os.close(descriptor)
    return count[0]


def is_alive(process: int) -> bool:
    """Whether a process exists and is no zombie."""
    if Path("/proc/self").exists():
        return any(_state(thread) != "Z" for thread in _threads(process))
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


def _family(process: int) -> list[int]:
    family = [process]
    for member in family:
        for thread in _threads(member):
            with suppress(OSError):
                family += [int(child) for child in (thread / "children").read_text().split()]
    return family


def _threads(process: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{process}/task").iterdir())
    except OSError:
        return []


def _processor_time(thread: Path) -> int:
    with suppress(OSError, IndexError):
        return int((thread / "schedstat").read_text().split()[0])
    return 0


def _state(thread: Path) -> str:
    with suppress(OSError):
        return (thread / "stat").read_text().rpartition(")")[2].split()[0]
    return "Z"
