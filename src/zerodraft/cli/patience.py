"""A moving bar on the terminal while something takes longer than half a second."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread

from zerodraft.cli import voice

PATIENCE = 0.5  # seconds until it is told
_AGAIN = 0.1
_WIDTH = 20
_PIECE = "======"
_CLEAR = "\r\x1b[K"


@contextmanager
def patience(sentence: str) -> Iterator[None]:
    """While the block runs; nothing on a stream that is no terminal. `sentence` is told beside the bar, with the
    seconds."""
    if not voice.is_terminal(sys.stderr):
        yield
        return
    ended = Event()
    shown = Thread(target=_show, args=(voice.line(sentence), ended), daemon=True)
    shown.start()
    try:
        yield
    finally:
        ended.set()
        shown.join()


def _show(sentence: str, ended: Event) -> None:
    begun = time.monotonic()
    if ended.wait(PATIENCE):
        return
    for step in count():
        sys.stderr.write(f"\r{sentence}  [{bar(step)}]  {time.monotonic() - begun:.0f} s")
        sys.stderr.flush()
        if ended.wait(_AGAIN):
            break
    sys.stderr.write(_CLEAR)
    sys.stderr.flush()


def bar(step: int) -> str:
    """A piece that goes to and fro; how much is done nobody knows."""
    room = _WIDTH - len(_PIECE)
    place = room - abs(step % (2 * room) - room)
    return f"{' ' * place}{_PIECE}{' ' * (room - place)}"
