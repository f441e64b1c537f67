"""Whether the terminal's background is light: the terminal is asked while the screens are being loaded.

The question (OSC 11) is followed by one that every terminal answers (its kind, DA1): whoever answers only the second
does not know the first, and nobody waits for what will not come.
"""

import os
import re
import select
import sys
import termios
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Self

_QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
_KIND = re.compile(rb"\x1b\[\?[0-9;]*c")
_ANSWER = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
# Seconds: a terminal at the other end of the world takes 0.4.
_PATIENCE = 1.5
# The Linux console and teletypes would show the question.
_MUTE = ("linux", "dumb", "unknown", "")
_LIGHT_NUMBERS = (7, *range(9, 16))


def is_light(red: float, green: float, blue: float) -> bool:
    """Whether dark letters are read more easily on a colour, its parts from 0 to 1."""
    return 0.299 * red + 0.587 * green + 0.114 * blue > 0.5


def light_by_answer(answer: bytes) -> bool | None:
    """What the terminal's answer says; None where it says nothing of a colour."""
    found = _ANSWER.search(answer)
    if found is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in found.groups())
    return is_light(red, green, blue)


def light_by_environment(environment: Mapping[str, str]) -> bool | None:
    """What COLORFGBG says, as rxvt and Konsole set it: `15;0`, `0;default;15`."""
    number = environment.get("COLORFGBG", "").rpartition(";")[2]
    return int(number) in _LIGHT_NUMBERS if number.isdecimal() else None


class Background:
    """The question, from asking (`with`) to the answer, which never reaches whoever reads the terminal next.

    In between no key is echoed.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment
        self._answer: bytes | None = None
        self._restore: Callable[[], None] | None = None
        self._asked_at = 0.0

    def __enter__(self) -> Self:
        if self._environment.get("TERM", "") in _MUTE or not (sys.stdin.isatty() and sys.stdout.isatty()):
            return self
        file = sys.stdin.fileno()
        try:
            former = termios.tcgetattr(file)
            quiet = termios.tcgetattr(file)
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(file, termios.TCSANOW, quiet)
            self._restore = lambda: termios.tcsetattr(file, termios.TCSANOW, former)
            os.write(sys.stdout.fileno(), _QUESTION)
        except (termios.error, OSError):
            return self
        self._asked_at = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._restore is not None:
            self._heard()
            self._restore()

    def is_light(self) -> bool:
        """What the terminal said, else its environment; dark where nobody knows."""
        told = light_by_answer(self._heard())
        if told is None:
            told = light_by_environment(self._environment)
        return bool(told)

    def _heard(self) -> bytes:
        """All that came up to the answer that always comes; what was typed meanwhile is among it, and gone."""
        if not self._asked_at:
            return b""
        if self._answer is None:
            self._answer = self._listened()
        return self._answer

    def _listened(self) -> bytes:
        file = sys.stdin.fileno()
        heard = b""
        end = self._asked_at + _PATIENCE
        while not _KIND.search(heard) and (left := end - time.monotonic()) > 0:
            if select.select([file], [], [], left)[0]:
                more = os.read(file, 1024)
                if not more:
                    break
                heard += more
        return heard
