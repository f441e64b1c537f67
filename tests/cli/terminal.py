"""The program on a terminal: what it shows there, keys that are pressed when it shows something."""

import os
import pty
import select
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.cli.hardship import PROGRAM

_LONGEST = 60  # seconds of silence until a test is given up


def on_terminal(
    *arguments: str,
    at: Path,
    when: bytes = b"",
    then: Callable[[int, int], object] | None = None,
    env: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """Exit code (negative for a signal) and all that was shown; `then(process, terminal)` once `when` is shown.

    It is done again after each second of silence: a Ctrl-C that comes just before Python waits for a line is
    noticed only with the next key.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(at)
        for number in (signal.SIGINT, signal.SIGHUP):  # in the background, or by nohup, tests are started without ears
            signal.signal(number, signal.SIG_DFL)
        os.execve(PROGRAM[0], [*PROGRAM, *arguments], {**os.environ, "TERM": "xterm", **(env or {})})
    shown = bytearray()
    is_done = False
    for _ in range(_LONGEST):
        while piece := _read(terminal):
            shown += piece
            if then and not is_done and when in shown:
                is_done = True
                then(process, terminal)
        if piece is None:
            then(process, terminal) if then and is_done else None
            continue
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode("utf-8", "replace")
    raise TimeoutError(shown.decode("utf-8", "replace"))


def _read(terminal: int) -> bytes | None:
    """What is shown next; None after a second of silence, nothing when the program has ended."""
    ready, _, _ = select.select([terminal], [], [], 1.0)
    if not ready:
        return None
    try:
        return os.read(terminal, 65536)
    except OSError:  # so Linux says that nobody has the terminal open any more
        return b""


def press(keys: bytes) -> Callable[[int, int], object]:
    return lambda _process, terminal: os.write(terminal, keys)


def send(number: signal.Signals) -> Callable[[int, int], object]:
    return lambda process, _terminal: os.kill(process, number)


CTRL_C, CTRL_D = b"\x03", b"\x04"
