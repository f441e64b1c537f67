"""Finding words in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple
from unicodedata import normalize

from zerodraft.core.text.width import clusters
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.place import Edit, Place, Selection

# Signs that a keyboard has only in their plain form.
_LIKE = {"'": "['’‘ʼ]", '"': '["“”„]', "-": "[-‐‑]"}
Hit = tuple[int, int]


class Query(NamedTuple):
    """Words to be found: in capitals and small letters alike unless they have capitals."""

    words: str
    whole_words: bool = False


def pattern_of(query: Query) -> re.Pattern[str] | None:
    """What finds the words within a line; None for no words.

    Any white space stands for any other, a plain quotation mark for a curly one, and a letter with
    its marks for the same letter composed otherwise.
    """
    if not query.words.strip():
        return None
    words = normalize("NFC", query.words)
    wanted = "".join(_wanted(span.of(words)) for span in clusters(words))
    if query.whole_words:
        wanted = rf"(?<!\w){wanted}(?!\w)"
    return re.compile(wanted, 0 if any(char.isupper() for char in words) else re.IGNORECASE)


def _wanted(cluster: str) -> str:
    if cluster.isspace():
        return r"\s"
    if cluster in _LIKE:
        return _LIKE[cluster]
    forms = dict.fromkeys((cluster, normalize("NFD", cluster)))
    return re.escape(cluster) if len(forms) == 1 else f"(?:{'|'.join(map(re.escape, forms))})"


class Found(NamedTuple):
    """`3 of 41`; the number is 0 while the cursor is on none of them."""

    number: int
    total: int


class Hits:
    """All places of a query in the text, kept while it is edited."""

    __slots__ = ("_buffer", "_found", "_pattern")

    def __init__(self, buffer: Buffer, query: Query) -> None:
        self._buffer = buffer
        self._pattern = pattern_of(query)
        self._found = [self._in(line) for line in range(buffer.line_count)]

    def _in(self, line: int) -> tuple[Hit, ...]:
        if self._pattern is None:
            return ()
        return tuple(found.span() for found in self._pattern.finditer(self._buffer.line(line)))

    def follow(self, edit: Edit) -> None:
        first, added = edit.start.line, edit.text.count("\n")
        self._found[first : edit.end.line + 1] = [self._in(line) for line in range(first, first + added + 1)]

    def in_line(self, line: int) -> tuple[Hit, ...]:
        return self._found[line]

    @property
    def count(self) -> int:
        return sum(map(len, self._found))

    def found(self, selection: Selection) -> Found:
        """The number of the hit that is selected, and how many there are."""
        before = list(accumulate(map(len, self._found), initial=0))
        line, hit = selection.start.line, (selection.start.column, selection.end.column)
        if selection.start.line != selection.end.line or hit not in self._found[line]:
            return Found(0, before[-1])
        return Found(before[line] + self._found[line].index(hit) + 1, before[-1])

    def after(self, place: Place) -> Selection | None:
        """The first hit at a place or behind it; behind the last one comes the first."""
        return self._first(place.line, bisect_left(self._found[place.line], (place.column, 0)), 1)

    def before(self, place: Place) -> Selection | None:
        """The last hit that begins before a place; before the first one comes the last."""
        return self._first(place.line, bisect_left(self._found[place.line], (place.column, 0)) - 1, -1)

    def _first(self, line: int, index: int, step: int) -> Selection | None:
        if 0 <= index < len(self._found[line]):
            return _selected(line, self._found[line][index])
        lines = len(self._found)
        for distance in range(1, lines + 1):
            other = (line + step * distance) % lines
            if found := self._found[other]:
                return _selected(other, found[0] if step > 0 else found[-1])
        return None

    def __iter__(self) -> Iterator[Selection]:
        for line, found in enumerate(self._found):
            yield from (_selected(line, hit) for hit in found)


def _selected(line: int, hit: Hit) -> Selection:
    return Selection(Place(line, hit[0]), Place(line, hit[1]))
