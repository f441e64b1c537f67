"""Where a line breaks into rows.

Where a row ends depends on nothing but the text from its beginning on: so rows are found again from
an edit to the row at which the old ones begin at the same words.
"""

import re
from collections.abc import Iterator

from zerodraft.core.text.width import is_narrow
from zerodraft.tui.editor.glyph import Joint, glyph_at

_SPACES = re.compile(" *")
# Past this many characters a row is looked at in stretches of its own width: the whole line is read at once only
# where that is cheap.
_READ_AT_ONCE = 4096


def row_starts(text: str, width: int) -> tuple[int, ...]:
    """The column at which each row of a line begins; the first is 0. Spaces after the last word hang over the edge."""
    if len(text) <= width and text.isascii() and text.isprintable():
        return (0,)
    if len(text) <= _READ_AT_ONCE and is_narrow(text):
        return (0, *_narrow_starts(text, width))
    return (0, *following(text, width, 0))


def following(text: str, width: int, start: int) -> Iterator[int]:
    """Where the rows after the one at `start` begin."""
    while (start := _next_row(text, width, start)) < len(text):
        yield start


def _narrow_starts(text: str, width: int) -> Iterator[int]:
    start, length = 0, len(text)
    while length - start > width and (start := _next_narrow(text, width, start)) < length:
        yield start


def _next_row(text: str, width: int, start: int) -> int:
    """Where the row after the one at `start` begins; the length of the text when there is none."""
    # Two characters more than fit: the first that doesn't, and the one after, which may be its mark.
    if not is_narrow(text[start : start + width + 2]):
        return _next_wide(text, width, start)
    return len(text) if len(text) - start <= width else _next_narrow(text, width, start)


def _next_narrow(text: str, width: int, start: int) -> int:
    space = text.rfind(" ", start + 1, start + width + 1)
    end = space if space > start else start + width
    return _SPACES.match(text, end).end()  # type: ignore[union-attr]


def _next_wide(text: str, width: int, start: int) -> int:
    used = 0
    word = step = start
    for column in range(start, len(text)):
        each = glyph_at(text, column)
        if column > start and each.joint is not Joint.INSIDE:
            step = column
            if each.joint is Joint.ROW:
                word = column
        used += each.cells
        if used > width and text[column] != " " and step > start:
            return _SPACES.match(text, word if word > start else step).end()  # type: ignore[union-attr]
    return len(text)
