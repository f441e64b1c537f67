"""What two spellings of the same words have in common, whatever a word processor made of them.

Word turns straight quotes into curly ones, two hyphens into a dash, spaces into no-break spaces; a mail breaks lines; a
reader of other files leaves out the signs of footnotes. None of it is a change that somebody proposes.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import combining, normalize

from zerodraft.core.text.words import fold

NOTE_SIGN = "\ufffc"
_NOTE = re.compile(r"\[\^[^\]\s\[^]{1,80}\]")
_QUOTES = {"'": "‘’‚‛′`´", '"': "“”„‟″«»", "-": "‐‑‒–—―−"}
_SAME = {ord(char): typed for typed, printed in _QUOTES.items() for char in printed}
_WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u061c"), "")
_WHOLE = {**_SAME, **_WITHOUT_WIDTH, ord("…"): "..."} | {
    code: normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)
}
_LETTER = re.compile(r"[^\W_]")


class Folded(NamedTuple):
    """A folded text, and for each of its characters the place of the one it was made from; rising."""

    text: str
    places: tuple[int, ...]


def folded(text: str) -> str:
    """The words without what a word processor may have made of them; references to footnotes are left out."""
    if text.isascii() and "[^" not in text and "`" not in text:
        return fold(text)
    return fold(normalize("NFC", _NOTE.sub("", text).translate(_WHOLE)))


def has_words(text: str) -> bool:
    """Whether there is a letter or figure in it: a line of asterisks is no paragraph."""
    return _LETTER.search(text) is not None


def folded_with_places(text: str) -> Folded:
    """The same, character by character; a reference to a footnote is one `NOTE_SIGN`.

    Law: without its signs the text is `folded` of the text.
    """
    if text.isascii() and text == fold(text) and "[^" not in text and "`" not in text:
        return Folded(text, tuple(range(len(text))))
    chars: list[str] = []
    places: list[int] = []
    for place, char in _signs(text):
        if char == " " and (not chars or chars[-1] == " "):
            continue
        chars += char
        places += [place] * len(char)
    while chars and chars[-1] == " ":
        chars.pop()
        places.pop()
    return Folded("".join(chars), tuple(places))


def _signs(text: str) -> Iterator[tuple[int, str]]:
    done = 0
    for note in _NOTE.finditer(text):
        yield from _clusters(text, done, note.start())
        yield note.start(), NOTE_SIGN
        done = note.end()
    yield from _clusters(text, done, len(text))


def _clusters(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Each letter with the accents and signs without width that follow it, folded."""
    while start < end:
        after = start + 1
        while after < end and (combining(text[after]) or ord(text[after]) in _WITHOUT_WIDTH):
            after += 1
        char = normalize("NFC", text[start:after].translate(_WHOLE))
        yield start, " " if char.isspace() else char
        start = after
