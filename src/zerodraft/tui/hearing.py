"""What comes from the terminal: each byte is a sign, also one that is no UTF-8; and whoever waits for keys sleeps.

A terminal that is set to Latin-1 sends `é` as one byte; Textual's reader of keys breaks off at it, and with it ends the
program. The reader also looks ten times a second whether something came, which is 2 ms of each second in which nothing
happens, and makes whoever leaves wait for up to two such looks: ours waits until a key comes or it is told to end.
"""

import os
import selectors
import sys
from codecs import getincrementaldecoder
from contextlib import suppress
from functools import partial
from selectors import SelectorKey
from time import monotonic
from types import SimpleNamespace
from typing import Any, cast

from textual import constants
from textual.driver import Driver

# Seconds after a key in which the reader looks as often as it wants: what came may be the beginning of a longer key.
_REST_MAY_COME = 1.0 + constants.ESCAPE_DELAY
_LONGEST = 2.0  # seconds


class Patient(selectors.SelectSelector):
    """Waits for keys, and for a bell. The selector of one reader, in a thread of its own; any thread may ring."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = monotonic()
        self._bell, self._rope = os.pipe()
        self.register(self._bell, selectors.EVENT_READ)

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        if timeout and monotonic() > self._heard + _REST_MAY_COME:
            timeout = max(timeout, _LONGEST)
        found = [each for each in super().select(timeout) if each[0].fd != self._bell]
        if found:
            self._heard = monotonic()
        return found

    def ring(self) -> None:
        """From now on it waits no more."""
        os.write(self._rope, b"\0")

    def close(self) -> None:
        super().close()
        os.close(self._bell)
        os.close(self._rope)


def hearing(driver: type[Driver]) -> type[Driver]:
    """The same driver, whose reader decodes every byte and sleeps while nothing comes."""
    names = vars(sys.modules[driver.__module__])
    # It makes decoder and selector in the middle of a long method, by these names.
    if "getincrementaldecoder" in names:
        names["getincrementaldecoder"] = lambda encoding: partial(getincrementaldecoder(encoding), "replace")
    return _sleeping(driver, names) if "selectors" in names and hasattr(driver, "run_input_thread") else driver


def _sleeping(driver: type[Driver], names: dict[str, Any]) -> type[Driver]:
    reading: list[Patient] = []

    def run_input_thread(self: Driver) -> None:
        patient = Patient()
        names["selectors"] = SimpleNamespace(SelectSelector=lambda: patient, EVENT_READ=selectors.EVENT_READ)
        reading.append(patient)
        try:
            cast("Any", driver).run_input_thread(self)
        finally:
            reading.remove(patient)

    def disable_input(self: Driver) -> None:
        for patient in reading:
            with suppress(OSError):  # the reader has broken down
                patient.ring()
        driver.disable_input(self)

    ours = {"run_input_thread": run_input_thread, "disable_input": disable_input}
    return cast("type[Driver]", type(driver.__name__, (driver,), ours))
