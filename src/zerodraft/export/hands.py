"""Who changed which words between two texts, and when."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from operator import attrgetter
from typing import NamedTuple, TypeVar

from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.delegation import SECRETARIAT

Else = TypeVar("Else")


class Hand(NamedTuple):
    """Who changed or remarked something, by the name that readers see, and when (aware)."""

    author: str
    date: datetime


NOBODY = Hand(dict(SECRETARIAT.names)["en"], datetime(2000, 1, 1, tzinfo=UTC))
"""Whose a change is where nothing is told of any hand: offices take no change without an author and a date."""


class Signed(NamedTuple):
    """A stretch of a paragraph's text, `start` to `end`, and whose hand it is."""

    start: int
    end: int
    hand: Hand


_START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Hands:
    """By ordinal of the new text who put its words in, by ordinal of the old text who took its words out, and by
    ordinal of the new text who touched a paragraph last. `other` is the hand where nobody's is known."""

    other: Hand
    put: Mapping[int, Sequence[Signed]] = field(default_factory=dict)
    taken: Mapping[int, Sequence[Signed]] = field(default_factory=dict)
    last: Mapping[int, Hand] = field(default_factory=dict)

    def signed(self, op: Op, ordinal: int) -> Sequence[Signed]:
        """Whose the words of a paragraph are: of the old text what was taken out (`DELETED`), else of the new one what
        was put in."""
        return (self.taken if op is Op.DELETED else self.put).get(ordinal, ())

    def touched(self, ordinal: int) -> Hand:
        """Who moved, split or joined a paragraph of the new text."""
        return self.last.get(ordinal, self.other)


class Piece(NamedTuple):
    """A stretch of a paragraph's text, and whose hand it is, None where that is not known."""

    start: int
    end: int
    hand: Hand | None


def within(signed: Sequence[Signed], start: int, end: int) -> Iterator[Piece]:
    """Pieces that cover a stretch."""
    place = max(bisect_right(signed, start, key=_START) - 1, 0)
    for first, last, hand in signed[place:]:
        if first >= end:
            break
        if last > start:
            if first > start:
                yield Piece(start, first, None)
            start, stop = max(first, start), min(last, end)
            yield Piece(start, stop, hand)
            start = stop
    if start < end:
        yield Piece(start, end, None)


def filled(hands: Sequence[Hand | None], otherwise: Else) -> Iterator[Hand | Else]:
    """Each hand; where none is known the one before it, at the beginning the first that is known. `otherwise` if none
    is known at all."""
    before: Hand | Else = next((hand for hand in hands if hand), otherwise)
    for hand in hands:
        before = hand or before
        yield before
