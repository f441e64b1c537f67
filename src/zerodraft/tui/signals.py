"""A terminal that is closed, a machine that goes down: nothing that was typed is lost.

Textual ends without cleaning up on these signals, so the loop listens to them itself.
"""

import os
import signal
from asyncio import AbstractEventLoop
from collections.abc import Callable
from threading import Thread
from time import sleep

_HEARD = (signal.SIGTERM, signal.SIGHUP)
# A terminal that is gone may take writes for ever; then the process ends all the same, when the acts are done.
_PATIENCE = 1.5  # seconds


def listen(loop: AbstractEventLoop, leave: Callable[[int], None], finish: Callable[[], None]) -> None:
    """Call `leave` with the exit code, 128 and the signal's number, when one of the signals comes. `finish` waits for
    the acts that are under way; any thread may call it."""
    for number in _HEARD:
        loop.add_signal_handler(number, _heard, leave, finish, 128 + number)


def _heard(leave: Callable[[int], None], finish: Callable[[], None], code: int) -> None:
    Thread(target=_last_resort, args=(finish, code), daemon=True).start()
    leave(code)


def _last_resort(finish: Callable[[], None], code: int) -> None:
    sleep(_PATIENCE)
    finish()
    os._exit(code)
