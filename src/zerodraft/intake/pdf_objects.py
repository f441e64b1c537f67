"""Objects of a PDF, as the programs write it that typeset ours: a plain table of references, nothing encrypted.

Whatever is built otherwise was saved by another program and is refused. How deeply values nest is limited.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from zerodraft.errors import UnreadableInput

_DEEPEST = 32

_HINT = "Verify the file that was exported, or a Word, HTML or Markdown file."


class Name(str):
    """`/Name`, without its stroke."""

    __slots__ = ()


class Operator(str):
    """A word that is no value: an instruction of a page, or `obj`, `stream`, `R`."""

    __slots__ = ()


class Ref(NamedTuple):
    """`12 0 R`."""

    number: int
    generation: int


class Stream(NamedTuple):
    """A dictionary, and where its bytes begin in the file."""

    entries: Mapping[str, object]
    start: int


_SPACE = rb"\x00\t\n\x0c\r "
_TOKEN = re.compile(
    rb"(?:[" + _SPACE + rb"]|%[^\r\n]*)*(?:"
    rb"(?P<number>[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})(?=[" + _SPACE + rb"\[\]<>()/%]|$))"
    rb"|/(?P<name>[^" + _SPACE + rb"\[\]<>()/%{}]*)"
    rb"|(?P<text>\()"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|<(?P<hex>[0-9A-Fa-f" + _SPACE + rb"]*)>"
    rb"|(?P<word>[A-Za-z'\"*][A-Za-z0-9'\"*]*)"
    rb")"
)
_PLAIN_TEXT = re.compile(rb"[^()\\]*")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_HEXED_NAME = re.compile(r"#([0-9A-Fa-f]{2})")
_WORDS: Mapping[bytes, object] = {b"true": True, b"false": False, b"null": None}


class Lexer:
    """Reads values from bytes, one after the other."""

    def __init__(self, data: bytes, place: int = 0, end: int | None = None) -> None:
        self._data = data
        self.place = place
        self._end = len(data) if end is None else end

    def __iter__(self) -> Iterator[object]:
        """All values and operators to the end."""
        while (value := self.next()) is not _NOTHING:
            yield value

    def next(self, depth: int = 0) -> object:
        """The next value or operator; `_NOTHING` at the end."""
        found = _TOKEN.match(self._data, self.place, self._end)
        if found is None:
            return self._at_end()
        self.place = found.end()
        kind, sign = found.lastgroup, found[found.lastgroup or 0]
        if kind == "number":
            return float(sign) if b"." in sign else int(sign)
        if kind == "word":
            return _WORDS[sign] if sign in _WORDS else Operator(sign.decode("ascii"))
        if kind == "name":
            return Name(_HEXED_NAME.sub(lambda each: chr(int(each[1], 16)), sign.decode("latin-1")))
        if kind == "hex":
            return bytes.fromhex(_even(re.sub(rb"\s|\x00", b"", sign)).decode("ascii"))
        if kind == "text":
            return self._text()
        if kind == "open":
            return self._many(sign, depth)
        return _Close(sign)

    def _at_end(self) -> object:
        if self._data[self.place : self._end].strip(b"\x00\t\n\x0c\r "):
            raise broken("holds signs that belong to no value")
        return _NOTHING

    def _text(self) -> bytes:
        """A string in parentheses, which may nest."""
        start, depth = self.place, 1
        while depth:
            self.place = _end_of(_PLAIN_TEXT, self._data, self.place)
            sign = self._data[self.place : self.place + 1]
            if not sign or self.place >= self._end:
                raise broken("holds a string without an end")
            self.place += 2 if sign == b"\\" else 1
            depth += {b"(": 1, b")": -1}.get(sign, 0)
        return _ESCAPE.sub(_unescaped, self._data[start : self.place - 1])

    def _many(self, opening: bytes, depth: int) -> object:
        if depth > _DEEPEST:
            raise broken("nests its values too deeply")
        found: list[object] = []
        while not isinstance(value := self.next(depth + 1), _Close):
            if value is _NOTHING:
                raise broken("holds a list without an end")
            if value == "R" and isinstance(value, Operator) and len(found) > 1:
                generation, number = found.pop(), found.pop()
                value = Ref(_whole(number), _whole(generation))
            found.append(value)
        if opening == b"[":
            return found
        return {str(name): value for name, value in zip(found[::2], found[1::2], strict=False)}


class _Close(bytes):
    """`]` or `>>`."""


_NOTHING = object()


def _end_of(pattern: re.Pattern[bytes], data: bytes, place: int) -> int:
    found = pattern.match(data, place)
    return found.end() if found else place


def _even(digits: bytes) -> bytes:
    return digits + b"0" if len(digits) % 2 else digits


def _unescaped(sign: re.Match[bytes]) -> bytes:
    if sign[1]:
        return bytes([int(sign[1], 8) & 255])
    return _ESCAPED.get(sign[2], sign[2])


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise broken("refers to what is no object")
    return value


def broken(why: str) -> UnreadableInput:
    """`why` completes “The PDF …”."""
    return UnreadableInput(f"The PDF {why}; it is not as our export wrote it.", _HINT)
