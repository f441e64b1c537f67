"""Rows of the screen: words in ink. What a tone looks like is the widget's business."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import Style
from zerodraft.core.text.width import cells, wrap
from zerodraft.tui.redline.pieces import NOT_A_WORD, Piece


class Tone(StrEnum):
    """What a stretch of a row says."""

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    INSERTED_SIGN = "inserted-sign"
    DELETED_SIGN = "deleted-sign"
    HEADING = "heading"
    NUMBER = "number"
    OLD_NUMBER = "old-number"
    NOTE = "note"
    QUIET = "quiet"
    BAR = "bar"
    NAME = "name"


class Glow(StrEnum):
    """What lies on a stretch besides its tone."""

    NONE = ""
    HIT = "hit"
    FOUND = "found"


class Ink(NamedTuple):
    """A stretch of a row; `start` is its place among the words of the block, `NOT_A_WORD` for anything else."""

    text: str
    tone: Tone = Tone.KEPT
    style: Style = Style.PLAIN
    start: int = NOT_A_WORD
    glow: Glow = Glow.NONE


Row = tuple[Ink, ...]
_TONES = {Op.KEPT: Tone.KEPT, Op.INSERTED: Tone.INSERTED, Op.DELETED: Tone.DELETED}
_SIGNS = {Op.KEPT: Tone.KEPT, Op.INSERTED: Tone.INSERTED_SIGN, Op.DELETED: Tone.DELETED_SIGN}


def inked(pieces: Iterable[Piece], *, is_heading: bool = False) -> Iterator[Ink]:
    """Words in the tone of their fate; those of a heading are strong."""
    for piece in pieces:
        tone = (_SIGNS if piece.start == NOT_A_WORD else _TONES)[piece.op]
        if is_heading and tone is Tone.KEPT:
            tone = Tone.HEADING
        style = piece.style | Style.STRONG if is_heading else piece.style
        yield Ink(piece.text, tone, style, piece.start)


class Lines:
    """Inks set in lines of at most `width` cells.

    A line is cut out when it is asked for: a paragraph of 20,000 words has 1,500 of them, and 40 are seen.
    """

    def __init__(self, inks: Iterable[Ink], width: int) -> None:
        self._inks = tuple(ink for ink in inks if ink.text)
        self._places = (0, *accumulate(len(ink.text) for ink in self._inks))
        self._spans = wrap("".join(ink.text for ink in self._inks), max(1, width)) if self._inks else ()

    def __len__(self) -> int:
        return len(self._spans)

    def __getitem__(self, line: int) -> Row:
        start, end = self._spans[line]
        return tuple(self._between(start, end))

    def _between(self, start: int, end: int) -> Iterator[Ink]:
        for index in range(bisect_right(self._places, start) - 1, len(self._inks)):
            ink, place = self._inks[index], self._places[index]
            if place >= end:
                return
            first, last = max(start - place, 0), min(end - place, len(ink.text))
            if first < last:
                at = ink.start + first if ink.start != NOT_A_WORD else NOT_A_WORD
                yield ink._replace(text=ink.text[first:last], start=at)

    def line_of(self, place: int) -> int:
        """The line in which the word at `place` of the block stands, or the last before it."""
        known = [index for index, ink in enumerate(self._inks) if 0 <= ink.start <= place]
        if not known:
            return 0
        within = self._places[known[-1]] + place - self._inks[known[-1]].start
        return max(0, bisect_right(self._spans, within, key=lambda span: span.start) - 1)

    def changed(self) -> tuple[int, ...]:
        """The lines in which an insertion or deletion begins."""
        marked = (
            place
            for ink, place in zip(self._inks, self._places, strict=False)
            if ink.tone in (Tone.INSERTED, Tone.DELETED)
        )
        lines = (bisect_right(self._spans, place, key=lambda span: span.start) - 1 for place in marked)
        return tuple(dict.fromkeys(lines))


def length(row: Iterable[Ink]) -> int:
    return sum(cells(ink.text) for ink in row)


def padded(row: Row, width: int) -> Row:
    """A row filled up with spaces."""
    missing = width - length(row)
    return (*row, Ink(" " * missing)) if missing > 0 else row


def lit(row: Row, hits: Sequence[tuple[int, int]], found: tuple[int, int] | None) -> Row:
    """The row with hits of a search glowing; they are stretches of the words of its block, half-open, in order."""
    return tuple(part for ink in row for part in _lit(ink, hits, found)) if hits else row


def _lit(ink: Ink, hits: Sequence[tuple[int, int]], found: tuple[int, int] | None) -> Iterator[Ink]:
    if ink.start == NOT_A_WORD:
        yield ink
        return
    done, end = ink.start, ink.start + len(ink.text)
    for hit in hits:
        first, last = max(hit[0], done), min(hit[1], end)
        if first < last:
            yield from _cut(ink, done, first, Glow.NONE)
            yield from _cut(ink, first, last, Glow.FOUND if hit == found else Glow.HIT)
            done = last
    yield from _cut(ink, done, end, Glow.NONE)


def _cut(ink: Ink, first: int, last: int, glow: Glow) -> Iterator[Ink]:
    if first < last:
        yield ink._replace(text=ink.text[first - ink.start : last - ink.start], start=first, glow=glow)
