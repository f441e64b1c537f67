"""A terminal that is closed, a machine that goes down: nothing that was typed is lost.

Textual ends without cleaning up on these signals, so the loop listens to them itself.
"""

import os
import signal
from asyncio import AbstractEventLoop
from collections.abc import Callable
from threading import Timer

_HEARD = (signal.SIGTERM, signal.SIGHUP)
# A terminal that is gone may take writes for ever; then the process ends all the same.
_PATIENCE = 1.5  # seconds


def listen(loop: AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Call `leave` with the exit code, 128 and the signal's number, when one of the signals comes."""
    for number in _HEARD:
        loop.add_signal_handler(number, _heard, leave, 128 + number)


def _heard(leave: Callable[[int], None], code: int) -> None:
    last_resort = Timer(_PATIENCE, os._exit, (code,))
    last_resort.daemon = True
    last_resort.start()
    leave(code)
