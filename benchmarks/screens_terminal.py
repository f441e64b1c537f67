"""A program on a terminal of its own: what it writes, how long it takes, how much of the processor.

The terminal answers as xterm does, at once; it draws nothing. Processor time is that of all threads of the program, in
milliseconds; that of its children (git) is added where a figure says so.
"""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

SIZE = (120, 40)
PATIENCE = 90.0  # seconds
QUIET = 0.06  # seconds without a byte after which a key is answered
_CHUNK = 1 << 16
_FRAME_ENDS = b"\x1b[?2026l"
# The colour of the background, the kind of terminal, whether frames are shown as a whole.
_ANSWERS = {
    b"\x1b]11;?": b"\x1b]11;rgb:1111/1515/1c1c\x1b\\",
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
}
_CONTROL = re.compile(rb"\x1b(?:\[[0-9;?<>=$]*[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)")


class Cost(NamedTuple):
    """Milliseconds of processor time and of waiting, and bytes to the terminal. The wait for a key ends with the frame
    that shows what it did; what is drawn later is in the processor time and in the bytes."""

    cpu: float
    wall: float
    size: int


class Terminal:
    """A command on a pseudo-terminal, until the block is left; it is killed then, for nothing of it is to be kept."""

    def __init__(self, command: Sequence[str], *, at: Path, home: Path) -> None:
        self._started = time.perf_counter()
        self._asked = self._said = b""
        self.process, self._file = pty.fork()
        if not self.process:
            os.chdir(at)
            os.execve(command[0], command, _environment(home))
        self.resize(*SIZE, wait=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.wait4(self.process, 0)
        os.close(self._file)

    # --- figures -----------------------------------------------------------------------------

    def cpu(self) -> float:
        """Of all threads, also those that have ended."""
        return 1000 * time.clock_gettime((~self.process << 3) | 2)

    def cpu_with_children(self) -> float:
        """With the children that it waited for, in steps of 10 ms, and those that still run."""
        ended = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        ticks = int(ended[13]) + int(ended[14])
        return self.cpu() + 1000 * ticks / os.sysconf("SC_CLK_TCK") + sum(map(_cpu_of, self._children()))

    def _children(self) -> list[int]:
        tasks = Path(f"/proc/{self.process}/task").glob("*/children")
        return [int(child) for task in tasks for child in task.read_text().split()]

    def memory(self) -> float:
        """Resident, in MB."""
        status = Path(f"/proc/{self.process}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    @property
    def age(self) -> float:
        """Milliseconds since it was started."""
        return 1000 * (time.perf_counter() - self._started)

    # --- keys and what comes of them ------------------------------------------------------------

    def until(self, *words: str) -> float:
        """Read until all of the words were written; milliseconds since the start."""
        seen = b""
        limit = time.perf_counter() + PATIENCE
        wanted = [each.encode() for each in words]
        while True:
            seen += self._read(1.0) or b""
            plain = _CONTROL.sub(b"", seen)
            if all(each in plain for each in wanted):
                return self.age
            if time.perf_counter() > limit:
                raise TimeoutError(f"{words} never came; the terminal shows {plain[-1500:].decode(errors='replace')}")

    def said(self) -> Cost:
        """What a program of the stage says of itself when it has shown its words."""
        seen, limit = b"", time.perf_counter() + PATIENCE
        while not (found := re.search(rb"READY ([\d.]+) ([\d.]+) ", seen)):
            seen += self._read(1.0) or b""
            if time.perf_counter() > limit:
                raise TimeoutError(f"It was never ready: {_CONTROL.sub(b'', seen)[-3000:].decode(errors='replace')}")
        return Cost(float(found[1]), float(found[2]), len(seen))

    def rest(self, quiet: float = 0.5, longest: float = 20.0) -> int:
        """Read until nothing comes for a while; the bytes."""
        size, limit = 0, time.perf_counter() + longest
        while (some := self._read(quiet)) is not None and time.perf_counter() < limit:
            size += len(some)
        return size

    def press(self, keys: bytes, quiet: float = QUIET) -> Cost:
        """Press a key; what it cost until nothing more was written for `quiet` seconds."""
        return self._cost(lambda: os.write(self._file, keys), quiet)

    def send(self, keys: bytes) -> None:
        """Press a key, and don't wait."""
        os.write(self._file, keys)

    def resized(self, width: int, height: int, quiet: float) -> Cost:
        return self._cost(lambda: self.resize(width, height), quiet)

    def resize(self, width: int, height: int, *, wait: bool = False) -> None:
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def idle(self, seconds: float) -> Cost:
        """What it costs to leave it alone."""
        before, began, size = self.cpu(), time.perf_counter(), 0
        while (left := began + seconds - time.perf_counter()) > 0:
            size += len(self._read(left) or b"")
        return Cost(self.cpu() - before, 1000 * seconds, size)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.process, number)

    def _cost(self, act: "object", quiet: float) -> Cost:
        assert callable(act)
        before, began = self.cpu(), time.perf_counter()
        act()
        shown, size = 0.0, 0
        while (some := self._read(quiet)) is not None:
            size += len(some)
            if not shown and _FRAME_ENDS in some:
                shown = 1000 * (time.perf_counter() - began)
        return Cost(self.cpu() - before, shown, size)

    def _read(self, seconds: float) -> bytes | None:
        """What comes next; None when nothing comes."""
        if not select.select([self._file], [], [], seconds)[0]:
            return None
        try:
            some = os.read(self._file, _CHUNK)
        except OSError:
            told = _CONTROL.sub(b"", self._said).decode(errors="replace")
            raise EOFError(f"The program ended before its time; it said {told}") from None
        self._said = (self._said + some)[-4000:]
        self._answer(some)
        return some

    def _answer(self, some: bytes) -> None:
        self._asked = self._asked[-16:] + some
        for question, answer in _ANSWERS.items():
            if question in self._asked:
                self._asked = self._asked.replace(question, b"")
                os.write(self._file, answer)


def _cpu_of(process: int) -> float:
    try:
        return 1000 * time.clock_gettime((~process << 3) | 2)
    except OSError:
        return 0.0


def _environment(home: Path) -> Mapping[str, str]:
    """The caller's without what changes how a program looks, and with a home of its own. Modules are compiled once, as
    where they are installed."""
    foreign = (
        "PYTHON",
        "TMUX",
        "TEXTUAL",
        "GIT_",
        "NO_COLOR",
        "FORCE_COLOR",
        "COLUMNS",
        "LINES",
        "XDG_",
        "SSH_",
        "TERM_",
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    looks = {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    return {
        **kept,
        **looks,
        "HOME": str(home),
        "TEXTUAL_ANIMATIONS": "none",
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }
