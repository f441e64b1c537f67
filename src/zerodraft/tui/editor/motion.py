"""Where the cursor goes: by characters, words, rows, paragraphs."""

from zerodraft.core.text.words import word_spans
from zerodraft.tui.editor.buffer import Buffer
from zerodraft.tui.editor.glyph import nearest_stop, next_stop, previous_stop
from zerodraft.tui.editor.place import START, Place

# A word is looked for in this many characters: in a line of 5 MB the whole would take 0.5 s.
_REACH = 2000


def right(buffer: Buffer, place: Place) -> Place:
    text = buffer.line(place.line)
    if place.column < len(text):
        return Place(place.line, next_stop(text, place.column))
    return Place(place.line + 1, 0) if place.line < buffer.line_count - 1 else place


def left(buffer: Buffer, place: Place) -> Place:
    if place.column > 0:
        return Place(place.line, previous_stop(buffer.line(place.line), place.column))
    return Place(place.line - 1, len(buffer.line(place.line - 1))) if place.line else place


def word_right(buffer: Buffer, place: Place) -> Place:
    """The end of the word under the cursor, or of the next one."""
    text = buffer.line(place.line)
    found = word_spans(text[place.column : place.column + _REACH])
    if found:
        return Place(place.line, _outward(text, place.column + found[0][1]))
    if place.column < len(text):
        return Place(place.line, len(text))
    return right(buffer, place)


def word_left(buffer: Buffer, place: Place) -> Place:
    """The beginning of the word under the cursor, or of the one before."""
    text = buffer.line(place.line)
    first = nearest_stop(text, max(0, place.column - _REACH))
    found = word_spans(text[first : place.column])
    if found:
        return Place(place.line, nearest_stop(text, first + found[-1][0]))
    return Place(place.line, 0) if place.column else left(buffer, place)


def _outward(text: str, column: int) -> int:
    before = nearest_stop(text, column)
    return column if before == column else next_stop(text, before)


def word_at(text: str, column: int) -> tuple[int, int]:
    """The word at a column or just before it; empty between spaces."""
    first = nearest_stop(text, max(0, column - _REACH))
    spans = [(first + start, first + end) for start, end in word_spans(text[first : column + _REACH])]
    touching = [(start, end) for start, end in spans if start <= column <= end]
    if not touching:
        return column, column
    # Between a word and the sign after it, the word is meant.
    start, end = max(touching, key=lambda span: (text[span[0]].isalnum(), span))
    return nearest_stop(text, start), _outward(text, end)


def line_start(_: Buffer, place: Place) -> Place:
    return Place(place.line, 0)


def line_end(buffer: Buffer, place: Place) -> Place:
    return Place(place.line, len(buffer.line(place.line)))


def text_start(_buffer: Buffer, _place: Place) -> Place:
    return START


def text_end(buffer: Buffer, _: Place) -> Place:
    return buffer.nearest(buffer.end)


def paragraph_down(buffer: Buffer, place: Place) -> Place:
    """The beginning of the next paragraph; the end of the text behind the last one."""
    line, last = place.line, buffer.line_count - 1
    while line < last and not buffer.is_blank(line):
        line += 1
    while line < last and buffer.is_blank(line):
        line += 1
    return text_end(buffer, place) if buffer.is_blank(line) or line == place.line else Place(line, 0)


def paragraph_up(buffer: Buffer, place: Place) -> Place:
    """The beginning of this paragraph, or from there that of the one before."""
    line = place.line if place.column else place.line - 1
    while line > 0 and buffer.is_blank(line):
        line -= 1
    return Place(paragraph_lines(buffer, max(line, 0))[0], 0)


def paragraph_lines(buffer: Buffer, line: int) -> tuple[int, int]:
    """The first and the last line of the paragraph; a blank line stands alone."""
    if buffer.is_blank(line):
        return line, line
    first = last = line
    while first > 0 and not buffer.is_blank(first - 1):
        first -= 1
    while last < buffer.line_count - 1 and not buffer.is_blank(last + 1):
        last += 1
    return first, last
