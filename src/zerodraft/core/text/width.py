"""How many cells of a terminal a text takes, and where its lines break.

A cell count is that of xterm, VTE and tmux: an ideograph takes two cells, a mark above or below
none, a mark beside its letter (Khmer, Burmese, Tamil) one. Where terminals differ, as for joined
emoji, the larger count stands: a line that is too short is seldom seen, one too long tears a frame.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from unicodedata import category, east_asian_width

from zerodraft.core.text.splice import Span

# Latin letters and the usual typographic signs: one cell each, and only spaces break a line.
_NARROW = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e⟦⟧]*")
_HANGUL_TAILS = range(0x1160, 0x1200)
_JOINER = "\u200d"
# Vowels that are letters to Unicode but belong to the consonant before them.
_FOLLOWING = "\u0e33\u0eb3"
_OPENING = frozenset("([{<«‹“‘「『（《〈【〔")
_CLOSING = frozenset(")]}>»›”’」』）》〉】〕,.;:!?%…、。，．；：！？・々ー")
_SOUTH_EAST = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\uaa60-\uaa7f\ua9e0-\ua9fe]")


def cells(text: str) -> int:
    """The cells of one line. Control characters count none; `visible` has marked them before."""
    if is_narrow(text):
        return len(text)
    return sum(map(_cells_of, text))


def is_narrow(text: str) -> bool:
    """Whether each character of a line takes one cell and is shown as it is, and only spaces break it."""
    return _NARROW.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def _cells_of(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf", "Cc") or ord(char) in _HANGUL_TAILS:
        return 0
    return 2 if east_asian_width(char) in ("W", "F") else 1


def clusters(text: str) -> Iterator[Span]:
    """What a reader takes for one character: a letter with its marks, emoji joined to one."""
    start = 0
    for place in range(1, len(text)):
        if not _continues(text[place - 1], text[place]):
            yield Span(start, place)
            start = place
    if text:
        yield Span(start, len(text))


def _continues(before: str, char: str) -> bool:
    if char.isascii() or before in " \n":
        return False
    joined = before == _JOINER and east_asian_width(char) == "W"
    return joined or char in _FOLLOWING or category(char)[0] == "M" or _cells_of(char) == 0


class Measured:
    """A text whose cells were counted once, to be set in lines of any width.

    Lines break at spaces, and between ideographs and syllables of scripts that write without spaces; a
    word that is too long by itself breaks between characters. A line end always breaks; an empty
    text is one empty line. A single character wider than the line stands alone.
    """

    __slots__ = ("_parts",)

    def __init__(self, text: str) -> None:
        self._parts = tuple(part if is_narrow(part) else _Wide(part) for part in text.split("\n"))

    def rows(self, width: int) -> int:
        """How many lines of at most `width` cells."""
        return sum(1 for part in self._parts for _ in _stretches(part, width))

    def lines(self, width: int) -> tuple[Span, ...]:
        """The stretches of the text that stand in lines, without the spaces between them."""
        lines: list[Span] = []
        first = 0
        for part in self._parts:
            text = part if isinstance(part, str) else part.text
            for start, end in _stretches(part, width):
                lines.append(Span(first + start, first + start + len(text[start:end].rstrip(" "))))
            first += len(text) + 1
        return tuple(lines)


def wrap(text: str, width: int) -> tuple[Span, ...]:
    """The lines of a text that is set in one width only."""
    return Measured(text).lines(width)


class _Wide:
    """A line with characters of none and of two cells: places are those of its clusters."""

    __slots__ = ("_breaks", "_cells", "_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        cells_before = tuple(accumulate(map(_cells_of, text), initial=0))
        self._starts = array("I", (each.start for each in clusters(text)))
        self._cells = array("I", (*(cells_before[start] for start in self._starts), cells_before[-1]))
        breaks = _break_places(text)
        last = ((place if start in breaks else 0) for place, start in enumerate(self._starts))
        self._breaks = array("I", accumulate(last, max))

    def stretches(self, width: int) -> Iterator[tuple[int, int]]:
        starts, breaks, count = self._starts, self._breaks, len(self._starts)
        first = 0
        while True:
            over = max(bisect_right(self._cells, self._cells[first] + width) - 1, first + 1)
            while over < count and self.text[starts[over]] == " ":  # spaces hang over the end
                over += 1
            if over >= count:
                break
            end = breaks[over] if breaks[over] > first else over
            yield starts[first], starts[end]
            first = end
        yield starts[first], len(self.text)


def _stretches(part: "str | _Wide", width: int) -> Iterator[tuple[int, int]]:
    """Where each line begins, and where it ends with the spaces after it or before."""
    return _narrow_stretches(part, width) if isinstance(part, str) else part.stretches(width)


def _narrow_stretches(text: str, width: int) -> Iterator[tuple[int, int]]:
    start, length = 0, len(text)
    while length - start > width:
        space = text.rfind(" ", start + 1, start + width + 1)
        end = space if space > start else start + width
        yield start, end
        while end < length and text[end] == " ":
            end += 1
        start = end
    if start < length or not text:
        yield start, length


def _break_places(text: str) -> frozenset[int]:
    """Where a new line may begin: after spaces, and between two words of scripts without spaces."""
    from zerodraft.core.text.words import word_spans  # 5 ms to load, needed where a line is parted

    return frozenset(
        start
        for (_, end), (start, _) in pairwise(word_spans(text))
        if " " in text[end:start] or may_part(text[start - 1], text[start])
    )


def may_part(before: str, char: str) -> bool:
    """Between ideographs and syllables, never before a closing sign or after an opening one."""
    if before in _OPENING or char in _CLOSING:
        return False
    return any(_cells_of(each) == 2 or _SOUTH_EAST.match(each) for each in (before, char))
