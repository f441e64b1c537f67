"""Tables on a terminal: columns as wide as their widest cell, the last one wrapped.

Where too little is left for the last one, its cells stand below their rows.
"""

from collections.abc import Iterator, Sequence

from zerodraft.cli import voice
from zerodraft.cli.typeset import Ink, Line, hung, ink, length, padded

_GAP = 2
_LEAST = 20  # cells for the last column; titles of declarations in fewer are a ribbon
_BELOW: Line = (Ink("    "),)


def table(
    heads: Sequence[str], rows: Sequence[Sequence[Line]], width: int, right: Sequence[int] = ()
) -> Iterator[Line]:
    """The lines of a table; `right` are the columns of figures, set to the right."""
    cells = [tuple(ink(head, voice.QUIET) for head in heads), *map(tuple, rows)]
    widths = [max(length(row[column]) for row in cells) for column in range(len(heads))]
    for row in cells:
        yield from _row(row, widths, width, right)


def _row(row: Sequence[Line], widths: Sequence[int], width: int, right: Sequence[int]) -> Iterator[Line]:
    head: list[Ink] = []
    for column, cell in enumerate(row[:-1]):
        free = widths[column] - length(cell)
        head += (Ink(" " * free), *cell) if column in right else padded(cell, widths[column])
        head.append(Ink(" " * _GAP))
    last = row[-1]
    if len(row) - 1 in right:
        last = (Ink(" " * (widths[-1] - length(last))), *last)
    if width - length(head) >= min(_LEAST, widths[-1]):
        yield from hung(tuple(head), last, width)
        return
    yield tuple(head)
    yield from hung(_BELOW, last, width)
