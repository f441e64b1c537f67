"""Rows of a list: words with the names of their styles, fitted into a number of cells."""

from collections.abc import Sequence
from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells, clusters, is_narrow

MORE = "…"


class Piece(NamedTuple):
    """Words of one style; `style` is one of `STYLES`, "" for the usual."""

    text: str
    style: str = ""


STYLES = ("quiet", "strong", "number", "accent", "warning", "good", "bar", "quote")


class Row(NamedTuple):
    """One row: `head` from the left, shortened where it must be; `tail` at the right edge, whole as long as half of
    the row, or all that it needs, is left for the head."""

    head: tuple[Piece, ...]
    tail: tuple[Piece, ...] = ()


def row(*head: Piece | str, tail: Sequence[Piece | str] = ()) -> Row:
    return Row(tuple(map(_piece, head)), tuple(map(_piece, tail)))


def _piece(words: Piece | str) -> Piece:
    """In one line, and without anything that a terminal can't be shown."""
    text, style = words if isinstance(words, Piece) else (words, "")
    return Piece(visible(text, single_line=True), style)


def width_of(pieces: Sequence[Piece]) -> int:
    return sum(cells(piece.text) for piece in pieces)


def fitted(wanted: Row, width: int) -> tuple[Piece, ...]:
    """The pieces of a row, exactly `width` cells wide; what is too long ends in `…`."""
    tail = shortened(wanted.tail, max(width // 2, width - width_of(wanted.head) - 1))
    room = width - width_of(tail) - (1 if tail else 0)
    head = shortened(wanted.head, max(room, 0))
    gap = width - width_of(head) - width_of(tail)
    return (*head, Piece(" " * gap), *tail) if gap > 0 else (*head, *tail)


def shortened(pieces: Sequence[Piece], width: int) -> tuple[Piece, ...]:
    """The pieces as far as they fit, never half of a character."""
    if width_of(pieces) <= width:
        return tuple(pieces)
    if width <= 0:
        return ()
    kept: list[Piece] = []
    room = width - 1
    for piece in pieces:
        text = _beginning(piece.text, room)
        kept.append(Piece(text, piece.style))
        room -= cells(text)
        if text != piece.text:
            break
    return (*kept, Piece(MORE, "quiet"))


def _beginning(text: str, width: int) -> str:
    if is_narrow(text):
        return text[:width]
    used = 0
    for cluster in clusters(text):
        used += cells(cluster.of(text))
        if used > width:
            return text[: cluster.start]
    return text
