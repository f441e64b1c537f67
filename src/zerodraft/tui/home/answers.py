"""Who has answered: a bar a delegation, and those of whom nothing was heard."""

from zerodraft.core.text.width import wrap
from zerodraft.tui.home.document import Document
from zerodraft.tui.widgets.row import Piece, Row, row

# With the count, no more than half of the narrowest panel (30 cells), so that `fitted` keeps it whole.
_BAR_CELLS = 9


def rows_of(document: Document, width: int) -> tuple[Row, ...]:
    """Names with their number of comments, the most first, then by name; then those who take part and said nothing.

    Of a document that can't be opened: why not, and how it is mended.
    """
    if document.problem:
        return (*_wrapped(document.problem, width, "warning"), row(""), *_wrapped(document.hint, width))
    answered = sorted(document.answered, key=lambda each: (-each[1], each[0]))
    found = [_bar(name, count, answered[0][1]) for name, count in answered]
    if document.silent:
        gap = [row("")] if found else []
        count = Piece(f"{len(document.silent)} ", "quiet")
        found += [*gap, row(Piece("No answer yet:", "strong"), tail=(count,))]
        found += [row(Piece(f"  {name}", "quiet")) for name in document.silent]
    return tuple(found)


def heard(document: Document) -> str:
    """How many of those who take part have answered."""
    if document.problem or not document.silent + document.answered:
        return ""
    return f"{len(document.answered)} of {len(document.answered) + len(document.silent)} answered"


def _bar(name: str, count: int, most: int) -> Row:
    """At least one full cell for whoever said something."""
    full = max(1, round(_BAR_CELLS * count / most))
    rest = "░" * (_BAR_CELLS - full)
    return row(name, tail=(Piece("█" * full, "bar"), Piece(rest, "quiet"), Piece(f"{count:>4} ", "number")))


def _wrapped(words: str, width: int, style: str = "") -> tuple[Row, ...]:
    return tuple(row(Piece(span.of(words), style)) for span in wrap(words, max(width, 1)))
