"""How the command line speaks: data on stdout, narration on stderr, user text always made visible.

Colour only on a terminal, never with `NO_COLOR`; without it, insertions and deletions bear plain
marks, so that nothing depends on colour.
"""

import json
import os
import re
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TextIO

from zerodraft.core.text.visible import invisible_characters, visible

# Yellow and cyan are not used: in xterm's colours they have a contrast of 1.7 and 2.0 to 1 on white. Green has
# 2.2 and is underlined, red 5.8.
INSERTED = "\x1b[32;4m"
DELETED = "\x1b[31;9m"
MOVED = "\x1b[3m"
BOLD = "\x1b[1m"
QUIET = "\x1b[2m"
WARNING = "\x1b[1;31m"
NOTHING_YET = "There is no declaration yet; `zerodraft new SLUG` begins one."
_END = "\x1b[0m"
Json = Mapping[str, object]
_SMALLEST_WIDTH = 40
_USUAL_WIDTH = 80
_LONGEST_SENTENCE = 1000  # whoever gave a page for a name need not read it again
_LARGEST_WIDTH = 1000  # a million columns side by side took all memory
_COLUMNS = re.compile("[1-9][0-9]{0,5}")


class ReaderLeft(Exception):
    """The reader of a pipe went away, as `head` does. (click would make a failure of a BrokenPipeError.)"""


def has_colour(stream: TextIO) -> bool:
    """A terminal that can show colour, and nobody who asked for none (https://no-color.org)."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def is_terminal(stream: TextIO) -> bool:
    """A terminal on which a line can be written anew."""
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def width() -> int:
    """Columns of the terminal; 80 where there is none."""
    said = os.environ.get("COLUMNS", "")
    if said:
        return _readable(int(said)) if _COLUMNS.fullmatch(said) else _USUAL_WIDTH
    try:
        return _readable(os.get_terminal_size(sys.stdout.fileno()).columns or _USUAL_WIDTH)
    except (OSError, ValueError):
        return _USUAL_WIDTH


def _readable(columns: int) -> int:
    return min(max(_SMALLEST_WIDTH, columns), _LARGEST_WIDTH)


def line(text: str) -> str:
    """User text as one line that can't control a terminal."""
    return visible(text, single_line=True)


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes styles when the stream shows them, and plain text when it doesn't."""

    colour: bool

    def __call__(self, text: str, style: str) -> str:
        """Made visible and set in a style. The text may not hold styles of its own."""
        shown = visible(text)
        return f"{style}{shown}{_END}" if self.colour and shown else shown


def pen() -> Pen:
    """For stdout."""
    return Pen(has_colour(sys.stdout))


def say(text: str = "") -> None:
    """A line of data on stdout. Parts that come from users have been made visible before (`line`, a `Pen`)."""
    _write(f"{text}\n")


def say_json(value: object) -> None:
    """Data for a program, on stdout; what a terminal must not be told is escaped, so the data stay the same."""
    _write(_escaped(json.dumps(value, ensure_ascii=False, indent=2)) + "\n")


def _escaped(text: str) -> str:
    """JSON itself escapes only what is below a space, and neither U+009B nor marks that turn the direction."""
    pieces: list[str] = []
    done = 0
    for place, char in invisible_characters(text):
        pieces += (text[done:place], json.dumps(char)[1:-1])
        done = place + 1
    return "".join((*pieces, text[done:]))


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except BrokenPipeError:
        raise ReaderLeft from None


def say_bytes(content: bytes) -> None:
    """A file on stdout, byte for byte; on a terminal as it may be shown there."""
    if sys.stdout.isatty():
        _write(visible(content.decode("utf-8", "replace")))
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise ReaderLeft from None


def narrate(text: str) -> None:
    """A line for the person, on stderr."""
    _tell(f"{_folded(visible(text))}\n")


def _tell(text: str) -> None:
    """An act goes on although nobody can be told of it: a full disk behind stderr, a reader who left."""
    with suppress(OSError):
        sys.stderr.write(text)


def _folded(shown: str) -> str:
    """On a terminal a long line breaks between words; where a program reads, it stays one line.

    No word is cut: a path must be there to be copied whole.
    """
    if not sys.stderr.isatty() or len(shown) <= width():
        return shown
    from textwrap import fill

    return "\n".join(fill(each, width(), break_long_words=False, break_on_hyphens=False) for each in shown.split("\n"))


def notices(sentences: Iterable[str]) -> None:
    """What opening and recording found: acts that were cut off and are finished, files left alone."""
    for sentence in sentences:
        narrate(sentence)


def refuse(message: str, hint: str) -> None:
    """A refusal, the only form that an error has."""
    label = f"{WARNING}Error:{_END}" if has_colour(sys.stderr) else "Error:"
    shown = visible(message)
    shown = shown if len(shown) <= _LONGEST_SENTENCE else f"{shown[:_LONGEST_SENTENCE]}…"
    plain = _folded(f"Error: {shown}")
    _tell(f"{label}{plain.removeprefix('Error:')}\n")
    if hint:
        _tell(_folded(f"Hint: {visible(hint)}") + "\n")
