"""Keys before the clerk: while the screens have something to do, the thread that computes waits.

Python lets one thread run at a time and shares the turns equally among those that compute: while a redline is made, a
letter took 2.0–2.4 times as long as in peace, now 1.1–1.8. The screens keep their turn until they wait for a key; the
journal is written without giving it away (`store.unbroken`).
"""

import asyncio
import selectors
import sys
import time
from collections.abc import Coroutine
from selectors import SelectorKey
from typing import Any, TypeVar

T = TypeVar("T")
# Seconds after which a thread takes the turn of another: while the screens wait, so that a key is heard at once; and
# while they work. With 20 ms and more the thread that writes to the terminal came too late itself.
_WAITING, _WORKING = 0.0001, 0.005
# Seconds until whoever has work in hand looks whether more came: each look offers the turn to the other threads.
_LOOK_AGAIN = 0.002


class Attentive(selectors.DefaultSelector):
    """Waits as others do; looks without waiting only so often."""

    def __init__(self) -> None:
        super().__init__()
        self._looked = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        if timeout is not None and timeout <= 0 and time.monotonic() < self._looked + _LOOK_AGAIN:
            return []
        sys.setswitchinterval(_WAITING)
        try:
            return super().select(timeout)
        finally:
            sys.setswitchinterval(_WORKING)
            self._looked = time.monotonic()


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`, with an ear for keys."""
    former = sys.getswitchinterval()
    try:
        with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(Attentive())) as runner:
            return runner.run(coroutine)
    finally:
        sys.setswitchinterval(former)
