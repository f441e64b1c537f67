"""How one character is shown: by which letters, in how many cells, and whether it may begin a row.

The cursor stops before a character unless it belongs to the one before: Thai vowels, the marks of
decomposed Vietnamese, the second half of a flag. A character that `visible` would mark stands for
itself, so that what is hidden can be deleted alone.
"""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from zerodraft.core.text.visible import invisible_characters, mark
from zerodraft.core.text.width import cells, clusters, is_narrow, may_part


class Joint(IntEnum):
    """What a character may begin: nothing (it belongs to the one before), a step of the cursor, a row."""

    INSIDE = 0
    STEP = 1
    ROW = 2


class Glyph(NamedTuple):
    shown: str
    cells: int
    joint: Joint


_BLANK = " \t"
_FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
_SKINS = frozenset(map(chr, range(0x1F3FB, 0x1F400)))
_JOINERS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xFE00, 0xFE10)))
# Thai and Lao vowels: written before their consonant, or after it; Khmer and Burmese signs that bind the next letter.
_BEFORE_CONSONANT = frozenset("เแโใไເແໂໃໄ")
_AFTER_CONSONANT = frozenset("ะาำๅະາຳ")
_BINDING = frozenset("\u17d2\u1039")
# A Burmese letter before one of these ends the syllable before it.
_ENDING_SYLLABLE = frozenset("\u103a\u1039")


@lru_cache(maxsize=1 << 15)
def glyph(before: str, char: str, after: str) -> Glyph:
    """The character between two others; these are "" at the ends of a line."""
    joint = _joint(before, char, after)
    if char == "\t":
        return Glyph(" ", 1, joint)
    context = before + char + after
    if any(place == len(before) for place, _ in invisible_characters(context)):
        shown = mark(char)
        return Glyph(shown, len(shown), joint)
    size = cells(char)
    if size == 0 and joint is not Joint.INSIDE:
        # A mark without a letter of its own would stand on the cell before it.
        return Glyph(f"◌{char}", 1, joint)
    return Glyph(char, size, joint)


def _joint(before: str, char: str, after: str) -> Joint:
    if not before:
        return Joint.ROW
    if before in _BLANK and char not in _BLANK:
        return Joint.ROW
    if is_narrow(before + char):
        return Joint.STEP
    if _stands_alone(char) or _stands_alone(before):
        return Joint.STEP
    if char in _SKINS or (char in _FLAGS and before in _FLAGS) or len(list(clusters(before + char))) == 1:
        return Joint.INSIDE
    if before in _BEFORE_CONSONANT or before in _BINDING or char in _AFTER_CONSONANT or after in _ENDING_SYLLABLE:
        return Joint.STEP
    return Joint.ROW if may_part(before, char) else Joint.STEP


@lru_cache(maxsize=4096)
def _stands_alone(char: str) -> bool:
    return char not in _JOINERS and bool(invisible_characters(char))


def glyph_at(text: str, column: int) -> Glyph:
    return glyph(text[column - 1 : column] if column else "", text[column], text[column + 1 : column + 2])


def is_stop(text: str, column: int) -> bool:
    """Whether the cursor may stand before this character of a line."""
    if not 0 < column < len(text):
        return True
    if text[column] in _FLAGS and text[column - 1] in _FLAGS:
        first = column - 1
        while first and text[first - 1] in _FLAGS:
            first -= 1
        return (column - first) % 2 == 0
    return glyph_at(text, column).joint is not Joint.INSIDE


def next_stop(text: str, column: int) -> int:
    """The next place of the cursor to the right in a line."""
    column += 1
    while not is_stop(text, column):
        column += 1
    return min(column, len(text))


def previous_stop(text: str, column: int) -> int:
    """The next place of the cursor to the left in a line."""
    column -= 1
    while not is_stop(text, column):
        column -= 1
    return max(column, 0)


def nearest_stop(text: str, column: int) -> int:
    """The place itself, or the beginning of the character in whose midst it is."""
    return column if is_stop(text, column) else previous_stop(text, column)


def shown_text(text: str, start: int, end: int) -> str:
    """A stretch of a line as it is shown."""
    piece = text[start:end]
    if is_narrow(piece):
        return piece
    return "".join(glyph_at(text, column).shown for column in range(start, end))


def shown_cells(text: str, start: int, end: int) -> int:
    """How many cells a stretch of a line takes."""
    if is_narrow(text[start:end]):
        return end - start
    return sum(glyph_at(text, column).cells for column in range(start, end))
