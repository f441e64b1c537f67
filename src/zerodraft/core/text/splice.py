"""An edit is a splice: a stretch of the source and what stands there afterwards."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of a source: code points, half-open, `0 <= start <= end`."""

    start: int
    end: int

    def of(self, source: str) -> str:
        return source[self.start : self.end]

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """Replace `span` of the source by `text`."""

    span: Span
    text: str


class OverlappingSplices(ValueError):
    """Two splices want the same words, or the same point."""


def splice(source: str, splices: Iterable[Splice]) -> str:
    """Apply all splices at once; their positions are those of `source`.

    Touches nothing outside the spans. Raises `OverlappingSplices` when two spans share a
    code point, or start at the same place (the order would be a guess), and `ValueError`
    for a span outside the source.
    """
    ordered = sorted(splices)
    if any(not 0 <= each.span.start <= each.span.end <= len(source) for each in ordered):
        raise ValueError("a splice lies outside the source")
    for first, second in pairwise(ordered):
        if second.span.start < first.span.end or second.span.start == first.span.start:
            raise OverlappingSplices(f"{first.span} and {second.span}")
    pieces: list[str] = []
    done = 0
    for each in ordered:
        pieces += (source[done : each.span.start], each.text)
        done = each.span.end
    return "".join((*pieces, source[done:]))
