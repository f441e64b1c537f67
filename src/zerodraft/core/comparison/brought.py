"""Stretches of a paragraph with the act that brought their words, carried from one text to the next by a redline."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op, Run

NOBODY = ""  # the act of words of which it isn't known yet who brought them


class Brought(NamedTuple):
    """A stretch of a paragraph's text, in code points, half-open, and the act that brought its words."""

    act: str
    start: int
    end: int


Words = Sequence[Brought]
"""Stretches that cover a text without a gap, in order."""


def of_nobody(text: str) -> tuple[Brought, ...]:
    """A text of which nothing is known."""
    return (Brought(NOBODY, 0, len(text)),) if text else ()


def carried(before: Words, runs: Iterable[Run]) -> Iterator[Brought]:
    """The stretches of the new text of a redline: kept words have their act, inserted ones nobody."""
    old = new = 0
    for op, text in runs:
        size = len(text)
        if op is Op.KEPT:
            shift = new - old
            yield from (Brought(act, start + shift, end + shift) for act, start, end in within(before, old, old + size))
        elif op is Op.INSERTED:
            yield Brought(NOBODY, new, new + size)
        old += size * (op is not Op.INSERTED)
        new += size * (op is not Op.DELETED)


def within(words: Words, start: int, end: int) -> Iterator[Brought]:
    """The stretches, or parts of them, that stand from `start` to `end`."""
    place = max(0, bisect_right(words, start, key=lambda each: each.start) - 1)
    while place < len(words) and words[place].start < end:
        act, first, last = words[place]
        yield Brought(act, max(first, start), min(last, end))
        place += 1


def filled(words: Words, others: Words) -> tuple[Brought, ...]:
    """Where nobody brought words, what `others` say of the same text."""
    found: list[Brought] = []
    for each in words:
        found += (each,) if each.act else within(others, each.start, each.end)
    return tuple(found)


def settled(words: Words, act: str, text: str) -> tuple[Brought, ...]:
    """What nobody brought is the act's own. Neighbours of one act become one; white space goes with words before."""
    found: list[Brought] = []
    for who, start, end in words:
        bringer, begin = who or act, start
        if found:
            begin = end if found[-1].act == bringer else end - len(text[start:end].lstrip())
            found[-1] = found[-1]._replace(end=begin)
        if begin < end:
            found.append(Brought(bringer, begin, end))
    return tuple(found)


def joined(parts: Sequence[tuple[Words, str]]) -> tuple[Brought, ...]:
    """The stretches of some paragraphs, each with its text, as they stand in these texts joined by a line end."""
    bounds = _bounds([text for _, text in parts])
    found: list[Brought] = []
    for (words, _), bound in zip(parts, bounds, strict=False):
        if bound:
            found.append(Brought(NOBODY, bound - 1, bound))
        found += (Brought(act, start + bound, end + bound) for act, start, end in words)
    return tuple(found)


def parted(words: Words, texts: Sequence[str]) -> Iterator[tuple[Brought, ...]]:
    """Of each text its stretches, out of those of all texts joined by a line end."""
    for text, bound in zip(texts, _bounds(texts), strict=False):
        inside = within(words, bound, bound + len(text))
        yield tuple(Brought(act, start - bound, end - bound) for act, start, end in inside)


def _bounds(texts: Sequence[str]) -> list[int]:
    return list(accumulate((len(text) + 1 for text in texts), initial=0))
