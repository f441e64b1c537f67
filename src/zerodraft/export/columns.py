"""Lines of plain text of a given width, in columns of a terminal: a Chinese character takes two."""

from collections.abc import Iterable, Iterator
from unicodedata import category, east_asian_width

from zerodraft.core.text.words import word_spans

WIDTH = 88

# What no line begins with, and what none ends with (the Japanese and Chinese rule).
_CLOSING = frozenset("、。，．：；！？）」』】》〉’”,.:;!?)]}%…ー々")
_OPENING = frozenset("（「『【《〈‘“([{")


def columns(text: str) -> int:
    """How many columns a text takes."""
    return len(text) if text.isascii() else sum(_columns_of(char) for char in text)


def _columns_of(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """`text` in lines of at most `width` columns, where its words allow it; never empty.

    `first` and `rest` begin the first and the other lines. Lines break at spaces; where a script
    writes without them, between its words.
    """
    lines: list[str] = []
    line, taken, gap = first, columns(first), ""
    for chunk in text.split():
        for piece in _pieces(chunk):
            needed = columns(piece)
            if taken + len(gap) + needed > width and line.strip() and (lines or line != first):
                lines.append(line)
                line, taken, gap = rest, columns(rest), ""
            line, taken, gap = line + gap + piece, taken + len(gap) + needed, ""
        gap = " "
    return "\n".join(each.rstrip() for each in (*lines, line))


def _pieces(chunk: str) -> Iterable[str]:
    """What a line may not break, of one stretch without spaces."""
    if chunk.isascii() or not any(_breaks_inside(char) for char in chunk):
        return (chunk,)
    return _bound(chunk[start:end] for start, end in word_spans(chunk))


def _breaks_inside(char: str) -> bool:
    """Scripts without spaces: wide characters, Thai, Lao, Burmese and Khmer."""
    return east_asian_width(char) in "WF" or "\u0e01" <= char <= "\u0edf" or "\u1000" <= char <= "\u17ff"


def _bound(words: Iterable[str]) -> Iterator[str]:
    """Words with the punctuation that must stay with them."""
    held = ""
    for word in words:
        if held and word[0] not in _CLOSING and held[-1] not in _OPENING:
            yield held
            held = ""
        held += word
    yield held
