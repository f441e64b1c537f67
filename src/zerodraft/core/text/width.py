"""How many cells of a terminal a text takes, and where its lines break.

A cell count is that of xterm, VTE and tmux: an ideograph takes two cells, a mark above or below
none, a mark beside its letter (Khmer, Burmese, Tamil) one. Where terminals differ, as for joined
emoji, the larger count stands: a line that is too short is seldom seen, one too long tears a frame.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, east_asian_width

from zerodraft.core.text.splice import Span

# Latin letters and the usual typographic signs: one cell each, and only spaces break a line.
_NARROW = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e⟦⟧]*")
_LINE = re.compile(r"[^\n]*")
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


def wrap(text: str, width: int) -> tuple[Span, ...]:
    """The lines of a text: stretches of it of at most `width` cells, without the spaces between them.

    Breaks at spaces, and between ideographs and syllables of scripts that write without spaces; a
    word that is too long by itself breaks between characters. A line end always breaks; an empty
    text is one empty line. A single character wider than `width` stands alone.
    """
    lines: list[Span] = []
    for found in _LINE.finditer(text):
        # The pattern also matches the empty stretch after each line that has words.
        if found.start() == 0 or text[found.start() - 1] == "\n":
            broken = _narrow_lines if is_narrow(found[0]) else _wide_lines
            lines += (Span(found.start() + start, found.start() + end) for start, end in broken(found[0], width))
    return tuple(lines)


def _narrow_lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > width:
        space = text.rfind(" ", start + 1, start + width + 1)
        end = space if space > start else start + width
        yield start, _trimmed(text, start, end)
        start = _after_spaces(text, end)
    if start < len(text) or not text:
        yield start, _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a line without the spaces before it."""
    return start + len(text[start:end].rstrip(" "))


def _after_spaces(text: str, place: int) -> int:
    while place < len(text) and text[place] == " ":
        place += 1
    return place


def _wide_lines(text: str, width: int) -> Iterator[tuple[int, int]]:
    breaks = _break_places(text)
    start, used, last = 0, 0, 0
    for each in clusters(text):
        if each.start in breaks:
            last = each.start
        size = cells(each.of(text))
        # Twice, where what follows the last break is too long together with this character.
        while used + size > width and each.start > start and text[each.start] != " ":
            end = last if last > start else each.start
            yield start, _trimmed(text, start, end)
            start, used = end, cells(text[end : each.start])
        used += size
    yield start, _trimmed(text, start, len(text))


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
