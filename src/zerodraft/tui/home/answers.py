"""Who has answered: a bar a delegation, and those of whom nothing was heard."""

from collections.abc import Callable, Iterator, Sequence

from zerodraft.core.text.width import wrap
from zerodraft.tui.home.document import Document, Heard
from zerodraft.tui.widgets.row import Piece, Row, row

# With the count, no more than half of the narrowest panel (30 cells), so that `fitted` keeps it whole.
_BAR_CELLS = 9
Count = Callable[[Heard], int]


def rows_of(document: Document, width: int) -> tuple[Row, ...]:
    """Who spoke on the last version, with how many comments, the most first, then by name; then those who did not.

    Where nobody did yet, who spoke before. Of a document that can't be opened, why not.
    """
    if document.problem:
        return tuple(row(Piece(span.of(document.problem), "warning")) for span in wrap(document.problem, max(width, 1)))
    answered = [each for each in document.heard if each.this_round]
    if not answered:
        return tuple(_with_silent(_before(document), [(name, 0) for name in document.silent]))
    missing = [(each.name, each.in_all) for each in document.heard if not each.this_round]
    missing += [(name, 0) for name in document.silent]
    return tuple(_with_silent(_bars(answered, lambda each: each.this_round), sorted(missing)))


def told(document: Document) -> str:
    """“6 of 21 on Rev.2”, for the frame."""
    everybody = len(document.heard) + len(document.silent)
    if document.problem or not everybody:
        return ""
    answered = sum(each.this_round > 0 for each in document.heard)
    return f"{answered} of {everybody} on {document.version or 'the draft'}"


def _before(document: Document) -> list[Row]:
    if not document.heard:
        return []
    return [row(Piece(f"Before {document.version}:", "strong")), *_bars(document.heard, lambda each: each.in_all)]


def _bars(heard: Sequence[Heard], count: Count) -> list[Row]:
    ordered = sorted(heard, key=lambda each: (-count(each), each.name))
    return [_bar(each.name, count(each), count(ordered[0])) for each in ordered]


def _bar(name: str, count: int, most: int) -> Row:
    """At least one full cell for whoever said something."""
    full = max(1, round(_BAR_CELLS * count / most))
    rest = "░" * (_BAR_CELLS - full)
    return row(name, tail=(Piece("█" * full, "bar"), Piece(rest, "quiet"), Piece(f"{count:>4} ", "number")))


def _with_silent(bars: list[Row], missing: Sequence[tuple[str, int]]) -> Iterator[Row]:
    """The bars, then names with the number of comments that they made before."""
    yield from bars
    if not missing:
        return
    if bars:
        yield row("")
    yield row(Piece("No answer yet:", "strong"), tail=(Piece(f"{len(missing)} ", "quiet"),))
    for name, before in missing:
        yield row(Piece(f"  {name}", "quiet"), tail=(Piece(f"{before} before ", "quiet"),) if before else ())
