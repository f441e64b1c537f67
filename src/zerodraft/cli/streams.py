"""The three streams of the process: there, whoever started us closed one; and silent once they fail."""

import os
import sys
from io import TextIOWrapper


def open_closed_ones() -> None:
    """A stream that is closed (`>&-`) becomes an empty one.

    Otherwise the next file that we open would get its number, and what is printed would be written into it.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)  # it gets the lowest free number
    sys.stdin = sys.stdin or open(0, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8")  # noqa: SIM115


def silence_broken_ones() -> None:
    """What can't be written any more is let go, so that Python doesn't fail over it when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def take_every_character() -> None:
    """Where the terminal's encoding lacks a character (`LC_ALL=C`), its number is written."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
