"""Blocks of a text that can be read in two ways: without its marks, and with all of them accepted.

Where a paragraph begins, which number is typed before it and what is a heading follows from each reading by itself. A
break that only the base reading has is a deleted paragraph mark, one that only the final reading has an inserted one.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft, Kind, Paragraph, source_span
from zerodraft.core.text.parse import read_draft
from zerodraft.intake.markdown_input import shape_of
from zerodraft.intake.marked import Block, Point, Revision, Run, Shape

_NOWHERE = -1


class Char(NamedTuple):
    """One character and the marks around it."""

    char: str
    revisions: tuple[Revision, ...] = ()

    def is_in(self, op: Op) -> bool:
        """Whether the reading has it that rejects (`INSERTED`) or accepts (`DELETED`) every mark."""
        return all(revision.op is not op for revision in self.revisions)

    @property
    def is_passing(self) -> bool:
        """Put in and taken out again: in neither reading, but somebody's words."""
        return not self.is_in(Op.INSERTED) and not self.is_in(Op.DELETED)


class Blocks(NamedTuple):
    """The blocks, and for each character (and the end) its place in them."""

    found: tuple[Block, ...]
    places: tuple[Point, ...]


class _Reading:
    """One of the two readings: which character is a word of which paragraph."""

    def __init__(self, chars: Sequence[Char], without: Op) -> None:
        self._without = without
        seen = [at for at, char in enumerate(chars) if char.is_in(without)]
        self.draft = read_draft("".join([chars[at].char for at in seen]))
        self.owner = [_NOWHERE] * len(chars)
        for ordinal, place in _words(self.draft):
            self.owner[seen[place]] = ordinal
        self.following = [_NOWHERE] * (len(chars) + 1)
        for at in range(len(chars) - 1, -1, -1):
            self.following[at] = self.owner[at] if self.owner[at] != _NOWHERE else self.following[at + 1]
        self.newlines: list[tuple[Revision, ...]] = []
        self._last = _NOWHERE

    def breaks(self, at: int) -> bool:
        """Whether a paragraph has ended before this character. Each end is told once."""
        after = self.following[at]
        if not self.newlines or self._last in (_NOWHERE, after) or after == _NOWHERE:
            return False
        self._last = _NOWHERE
        return True

    def pass_over(self, at: int, char: Char) -> None:
        if self.owner[at] != _NOWHERE:
            self._last = self.owner[at]
            self.newlines.clear()
        elif char.char in "\r\n" and char.is_in(self._without):
            self.newlines.append(char.revisions)

    def shape_of(self, places: Iterable[int]) -> Shape | None:
        """The shape of the first of these characters that is a word; None where none is."""
        paragraph = self._paragraph_of(places)
        return shape_of(paragraph) if paragraph else None

    def note_of(self, places: Iterable[int]) -> str:
        """The name of the footnote that these characters are words of, "" for none."""
        paragraph = self._paragraph_of(places)
        return paragraph.label.removeprefix("^") if paragraph and paragraph.kind is Kind.FOOTNOTE else ""

    def _paragraph_of(self, places: Iterable[int]) -> Paragraph | None:
        ordinal = next((self.owner[at] for at in places if self.owner[at] != _NOWHERE), _NOWHERE)
        return None if ordinal == _NOWHERE else self.draft.paragraphs[ordinal]


def _words(draft: Draft) -> Iterable[tuple[int, int]]:
    """Of each paragraph the places of its words in the source; typed numbers and the signs of headings are none."""
    for paragraph in draft.paragraphs:
        if paragraph.text:
            start, end = source_span(draft, paragraph.ordinal, 0, len(paragraph.text))
            typed = paragraph.label_span
            yield from ((paragraph.ordinal, at) for at in range(start, end) if not typed.start <= at < typed.end)


def blocks_of(chars: Sequence[Char]) -> Blocks:
    """The blocks of a text with marks in it, as Markdown has them, and where each character went."""
    return _Sweep(chars).blocks()


class _Sweep:
    def __init__(self, chars: Sequence[Char]) -> None:
        self._chars = chars
        self._base, self._final = _Reading(chars, Op.INSERTED), _Reading(chars, Op.DELETED)
        self._found: list[Block] = []
        self._open: list[int] = []
        self._places: list[Point] = []

    def blocks(self) -> Blocks:
        for at, char in enumerate(self._chars):
            is_word = self._base.owner[at] != _NOWHERE or self._final.owner[at] != _NOWHERE
            if is_word:
                self._part(at)
            self._places.append(self._here())
            if is_word or char.is_passing:
                self._open.append(at)
            self._base.pass_over(at, char)
            self._final.pass_over(at, char)
        self._places.append(self._here())
        self._close(())
        return Blocks(tuple(self._found), tuple(self._places))

    def _part(self, at: int) -> None:
        """End the block where a reading ends its paragraph."""
        marks = self._base.newlines + self._final.newlines
        is_base, is_final = self._base.breaks(at), self._final.breaks(at)
        if is_base and is_final:
            self._close(())
        elif is_base or is_final:
            op = Op.DELETED if is_base else Op.INSERTED
            beside = (self._chars[place].revisions for place in (*self._open[-1:], at))
            self._close(_mark((*marks, *beside), op))

    def _here(self) -> Point:
        return Point(len(self._found), len(self._open))

    def _close(self, mark: tuple[Revision, ...]) -> None:
        if not self._open:
            return
        kept = [self._chars[at] for at in self._open]
        runs = tuple(
            Run("".join([" " if each.char in "\r\n\t" else each.char for each in group]), revisions)
            for revisions, group in groupby(kept, key=lambda each: each.revisions)
        )
        shape, former = self._final.shape_of(self._open[::-1]), self._base.shape_of(self._open)
        note = self._base.note_of(self._open) or self._final.note_of(self._open)
        self._found.append(
            Block(runs, mark, shape or former or Shape(), former or shape or Shape(), (note,) if note else ())
        )
        self._open = []


def _mark(newlines: Iterable[tuple[Revision, ...]], op: Op) -> tuple[Revision, ...]:
    """The marks around the line end that one of the two readings doesn't have; where there are none, those of the words
    before or after it, which come last."""
    marked = (revisions for revisions in newlines if any(each.op is op for each in revisions))
    return next(marked, (Revision(op, ""),))
