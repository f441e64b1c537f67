"""Who has answered: a bar a delegation, and those of whom nothing was heard."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.text.width import wrap
from zerodraft.tui.home.document import Document, Heard
from zerodraft.tui.widgets.row import Piece, Row, row

# With the count, no more than half of the narrowest panel (30 cells), so that `fitted` keeps it whole.
_BAR_CELLS = 9
Count = Callable[[Heard], int]


class Line(NamedTuple):
    """One line of the panel; `code` is the delegation whose comments can be read, `name` one that said nothing."""

    row: Row
    code: str = ""
    name: str = ""

    @property
    def is_heading(self) -> bool:
        return not self.code and not self.name


def lines(document: Document, width: int) -> tuple[Line, ...]:
    """Who spoke on the last version, with how many comments, the most first, then by name; then those who did not.

    Where nobody did yet, who spoke before; on an adopted text nobody is waited for. Of a document that can't be opened,
    why not.
    """
    if document.problem:
        parts = wrap(document.problem, max(width, 1))
        return tuple(Line(row(Piece(span.of(document.problem), "warning"))) for span in parts)
    if document.is_adopted:
        return tuple(_apart(_bars(document.heard, lambda each: each.in_all), _others("Said nothing:", (), document)))
    answered = [each for each in document.heard if each.this_round]
    missing = [each for each in document.heard if not each.this_round] if answered else []
    bars = _bars(answered, lambda each: each.this_round) if answered else _before(document)
    return tuple(_apart(bars, _others("No answer yet:", missing, document)))


def _apart(bars: Iterable[Line], others: Iterable[Line]) -> Iterator[Line]:
    above, below = tuple(bars), tuple(others)
    yield from above
    if above and below:
        yield Line(row(""))
    yield from below


def told(document: Document) -> str:
    """“6 of 21 on Rev.2”, for the frame."""
    everybody = len(document.heard) + len(document.silent)
    if document.problem or not everybody:
        return ""
    if document.is_adopted:
        return f"{len(document.heard)} of {everybody} spoke"
    answered = sum(each.this_round > 0 for each in document.heard)
    return f"{answered} of {everybody} on {document.version or 'the draft'}"


def _before(document: Document) -> Iterator[Line]:
    if document.heard:
        yield Line(row(Piece(f"Before {document.version}:", "strong")))
        yield from _bars(document.heard, lambda each: each.in_all)


def _bars(heard: Sequence[Heard], count: Count) -> Iterator[Line]:
    ordered = sorted(heard, key=lambda each: (-count(each), each.name))
    for each in ordered:
        yield Line(_bar(each.name, count(each), count(ordered[0])), each.code)


def _bar(name: str, count: int, most: int) -> Row:
    """At least one filled cell for whoever said something; not wholly filled, for bars one below the other are two."""
    full = max(1, round(_BAR_CELLS * count / most))
    rest = "░" * (_BAR_CELLS - full)
    return row(name, tail=(Piece("▇" * full, "bar"), Piece(rest, "quiet"), Piece(f"{count:>4} ", "number")))


def _others(title: str, missing: Sequence[Heard], document: Document) -> Iterator[Line]:
    """Names below a title, with the number of comments that were made before."""
    count = len(missing) + len(document.silent)
    if not count:
        return
    yield Line(row(Piece(title, "strong"), tail=(Piece(f"{count} ", "quiet"),)))
    found = [Line(row(Piece(f"  {name}", "quiet")), "", name) for name in document.silent]
    for each in missing:
        before = Piece(f"{each.in_all} before ", "quiet")
        found.append(Line(row(Piece(f"  {each.name}", "quiet"), tail=(before,)), each.code, each.name))
    yield from sorted(found, key=lambda line: line.name)
