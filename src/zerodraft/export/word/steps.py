"""Two paragraphs, or several, stretch by stretch: what is kept of what is shown, what is put in and taken out.

A redline is one of Markdown; what a reader of Word sees is something else. A sign may be kept and yet be seen on one
side alone, as when the other star of an emphasis goes.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.text.draft import Paragraph
from zerodraft.core.text.inline import Style
from zerodraft.export.word.shown import Atom, atoms_of


class Unit(NamedTuple):
    """Characters as they are shown, an entity, or the reference to a footnote (`note` is its label). A break is the end
    of a paragraph."""

    text: str
    style: Style = Style.PLAIN
    href: str = ""
    note: str = ""
    is_break: bool = False

    def is_seen_as(self, other: "Unit") -> bool:
        return (self.text, self.note, self.is_break) == (other.text, other.note, other.is_break)


class Spot(NamedTuple):
    """A place in a text: the paragraph's ordinal, and the offset in its Markdown."""

    ordinal: int
    offset: int


class Step(NamedTuple):
    """A unit with its fate. It is that of the new text, of the old one where it is taken out; `spot` is its place in
    the same text. `former` is the style that a kept one had. One that `is_literal` stands in Markdown as it is shown,
    and may be cut."""

    op: Op
    unit: Unit
    spot: Spot
    former: Style = Style.PLAIN
    is_literal: bool = False


class _Sign(NamedTuple):
    """What is shown for some characters of Markdown, None for nothing."""

    unit: Unit | None
    spot: Spot
    is_literal: bool


class _Stretch(NamedTuple):
    """Characters `start` to `end` of a paragraph's Markdown, and what is shown for them."""

    ordinal: int
    start: int
    end: int
    unit: Unit | None
    is_literal: bool = False


_BREAK = Unit("", is_break=True)


def steps(old: Sequence[Paragraph], new: Sequence[Paragraph], runs: Iterable[Run]) -> Iterator[Step]:
    """Law: without what is put in they are the old paragraphs as they are shown, without what is taken out the new."""
    if len(old) == len(new) == 1 and _is_plain(old[0]) and _is_plain(new[0]):
        return _plain(old[0], new[0], runs)
    return _walked(old, new, runs)


def _is_plain(paragraph: Paragraph) -> bool:
    """Whether it is shown as it stands in Markdown, in one form."""
    first = next(atoms_of(paragraph), None)
    return first == Atom(0, len(paragraph.text), paragraph.text)


def _plain(old: Paragraph, new: Paragraph, runs: Iterable[Run]) -> Iterator[Step]:
    was = now = 0
    for op, text in runs:
        spot = Spot(old.ordinal, was) if op is Op.DELETED else Spot(new.ordinal, now)
        yield Step(op, Unit(text), spot, is_literal=True)
        was += 0 if op is Op.INSERTED else len(text)
        now += 0 if op is Op.DELETED else len(text)


def _walked(old: Sequence[Paragraph], new: Sequence[Paragraph], runs: Iterable[Run]) -> Iterator[Step]:
    olds, news = _Cursor(old), _Cursor(new)
    for op, text in runs:
        left = len(text)
        sides = ([] if op is Op.INSERTED else [olds]) + ([] if op is Op.DELETED else [news])
        while left:
            length = min(left, *(side.room for side in sides))
            was = olds.take(length) if op is not Op.INSERTED else None
            now = news.take(length) if op is not Op.DELETED else None
            yield from _step(was, now)
            left -= length


def whole(op: Op, paragraph: Paragraph) -> Iterator[Step]:
    """All of a paragraph with one fate."""
    for atom in atoms_of(paragraph):
        yield Step(op, _unit(atom), Spot(paragraph.ordinal, atom.start), atom.style, _is_literal(atom))


def _step(was: _Sign | None, now: _Sign | None) -> Iterator[Step]:
    gone, come = was.unit if was else None, now.unit if now else None
    if now and gone and come and gone.is_seen_as(come):
        yield Step(Op.KEPT, come, now.spot, gone.style, now.is_literal)
        return
    if was and gone:
        yield Step(Op.DELETED, gone, was.spot, is_literal=was.is_literal)
    if now and come:
        yield Step(Op.INSERTED, come, now.spot, is_literal=now.is_literal)


class _Cursor:
    """Walks the texts of some paragraphs, with a break between two."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._stretches = _stretches(paragraphs)
        self._here = next(self._stretches, None)
        self._done = 0

    @property
    def room(self) -> int:
        """How many characters the stretch has that is reached."""
        assert self._here is not None
        return self._here.end - self._here.start - self._done

    def take(self, length: int) -> _Sign:
        """What is shown for the next characters, no more than there is room. What can't be cut is shown at its
        beginning."""
        here, done = self._here, self._done
        assert here is not None
        self._done += length
        if not self.room:
            self._here, self._done = next(self._stretches, None), 0
        unit = here.unit
        if unit and here.is_literal:
            unit = unit._replace(text=unit.text[done : done + length])
        elif done:
            unit = None
        return _Sign(unit, Spot(here.ordinal, here.start + done), here.is_literal)


def _stretches(paragraphs: Sequence[Paragraph]) -> Iterator[_Stretch]:
    for place, paragraph in enumerate(paragraphs):
        ordinal, done = paragraph.ordinal, 0
        if place:
            yield _Stretch(ordinal, 0, 1, _BREAK)
        for atom in atoms_of(paragraph):
            if atom.start > done:
                yield _Stretch(ordinal, done, atom.start, None)
            yield _Stretch(ordinal, atom.start, atom.end, _unit(atom), _is_literal(atom))
            done = atom.end
        if done < len(paragraph.text):
            yield _Stretch(ordinal, done, len(paragraph.text), None)


def _unit(atom: Atom) -> Unit:
    return Unit(atom.text, atom.style, atom.href, atom.note)


def _is_literal(atom: Atom) -> bool:
    return not atom.note and len(atom.text) == atom.end - atom.start
