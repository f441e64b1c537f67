"""A row of the text as runs of characters in styles."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from zerodraft.core.text.width import is_narrow
from zerodraft.tui.editor.glyph import next_stop, shown_cells, shown_text
from zerodraft.tui.editor.gutter import Run
from zerodraft.tui.editor.layout import Row
from zerodraft.tui.editor.marks import Tint
from zerodraft.tui.editor.place import Selection


def row_runs(text: str, row: Row, width: int, tints: Sequence[Tint], over: Sequence[Tint] = ()) -> Iterator[Run]:
    """What a row shows, in at most `width` cells and one more, behind the words, for the cursor.

    `tints` are the styles of the line, `over` those of cursor and selection; they may reach one
    column past the words.
    """
    end = shown_end(text, row, width)
    known = [tint for tint in (*tints, *over) if tint.start < end and tint.end > row.start]
    cuts = {row.start, end}
    cuts.update(cut for tint in known for cut in (tint.start, tint.end) if row.start < cut < end)
    for start, stop in pairwise(sorted(cuts)):
        styles = tuple(dict.fromkeys(tint.style for tint in known if tint.start <= start and tint.end >= stop))
        yield Run(shown_text(text, start, stop), styles)
    if behind := tuple(tint.style for tint in over if tint.start <= end < tint.end):
        yield Run(" ", behind)


def shown_end(text: str, row: Row, width: int) -> int:
    """The column behind the last character that a row shows; spaces beyond the edge are not shown."""
    end = row.end if row.is_last else row.start + len(text[row.start : row.end].rstrip(" "))
    if end - row.start <= width and is_narrow(text[row.start : end]):
        return end
    column, used = row.start, 0
    while column < end:
        step = next_stop(text, column)
        used += shown_cells(text, column, step)
        if used > width:
            return column
        column = step
    return end


def over_row(text: str, row: Row, selection: Selection, cursor_style: str, width: int) -> Iterable[Tint]:
    """The selection and the cursor in a row; a line end that is selected shows as one space."""
    start, end = selection.start, selection.end
    cursor = selection.cursor
    if start < end and start.line <= row.line <= end.line:
        first = start.column if row.line == start.line else 0
        last = end.column if row.line == end.line else len(text) + 1
        if max(first, row.start) < min(last, row.end + row.is_last):
            yield Tint(max(first, row.start), min(last, row.end + row.is_last), "selected")
    if cursor.line == row.line and row.start <= cursor.column < row.end + row.is_last:
        at = min(cursor.column, shown_end(text, row, width))
        yield Tint(at, next_stop(text, at) if at < len(text) else at + 1, cursor_style)
