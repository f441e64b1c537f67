"""Pieces of text made into strips, the rows that Textual sends to the terminal."""

from collections.abc import Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from zerodraft.core.text.width import cells
from zerodraft.tui.columns import filled
from zerodraft.tui.widgets.row import Piece


def strip_of(pieces: Sequence[Piece], styles: Mapping[str, Style], base: Style) -> Strip:
    """One row; each text takes as many cells as terminals give it, whatever Textual counts (see `columns`)."""
    segments: list[Segment] = []
    column = 0
    for text, name in pieces:
        if not text:
            continue
        style = base + styles[name] if name else base
        segments.append(Segment(filled(text), style))
        column += cells(text)
    return Strip(segments, column)
