"""Cards: words of one thing, such as a comment with who said it, wrapped to the width of a panel."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import wrap
from zerodraft.tui.widgets.row import Piece, Row, fitted

Line = tuple[Piece, ...]


class Para(NamedTuple):
    """Words that wrap, `indent` cells from the left; their lines stay lines."""

    pieces: tuple[Piece, ...]
    indent: int = 0


class Card(NamedTuple):
    """`head` is one row, shortened where it must be; an empty line follows the card. `indent` moves all of it to the
    right, as far as a third of the width."""

    head: Row | None
    body: tuple[Para, ...]
    indent: int = 0


def para(*pieces: Piece | str, indent: int = 0) -> Para:
    whole = (each if isinstance(each, Piece) else Piece(each) for each in pieces)
    return Para(tuple(Piece(visible(text), style) for text, style in whole), indent)


def lines_of(card: Card, width: int) -> tuple[Line, ...]:
    """The card's lines, each at most `width` cells wide."""
    indent = min(card.indent, width // 3)
    margin = (Piece(" " * indent),) if indent else ()
    found: list[Line] = [fitted(card.head, width - indent)] if card.head else []
    for each in card.body:
        found += _wrapped(each, width - indent)
    return tuple((*margin, *line) for line in found) if margin else tuple(found)


def _wrapped(words: Para, width: int) -> Iterator[Line]:
    text = "".join(piece.text for piece in words.pieces)
    room = max(width - words.indent, 1)
    margin = (Piece(" " * words.indent),) if words.indent else ()
    for span in wrap(text, room):
        yield (*margin, *_cut(words.pieces, span.start, span.end))


def _cut(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    place = 0
    for text, style in pieces:
        first, last = max(start - place, 0), min(end - place, len(text))
        if first < last:
            yield Piece(text[first:last], style)
        place += len(text)
