"""A redline laid out: which paragraph stands where, with which words, before any format marks it.

A split pair gives a passage for each new paragraph, a joined one a single passage. A paragraph
that moved stands in its new place; where it stood there is a `Departure`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from zerodraft.core.comparison.changes import Change, Comparison, Fate, Op
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.numbering import Number
from zerodraft.export.sheet import RedlineSheet


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one fate: `start` to `end` of the text of paragraph `ordinal`, code points, half-open.

    The paragraph is one of the old draft when they are deleted, else of the new. An empty stretch
    is a break that was deleted or inserted, and `ordinal` the paragraph that begins after it.
    """

    op: Op
    ordinal: int
    start: int
    end: int

    @property
    def is_break(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph as the redline shows it: of the new draft, of the old where it was deleted.

    `was` are the ordinals of the old paragraphs that it comes from. `continues` says that it is a
    later piece of a split paragraph that stands apart from the first.
    """

    fate: Fate
    paragraph: Paragraph
    number: Number
    was: tuple[int, ...]
    words: tuple[Words, ...]
    continues: bool = False

    @property
    def is_marked(self) -> bool:
        return any(each.op is not Op.KEPT for each in self.words)

    @property
    def is_kept(self) -> bool:
        return self.fate is Fate.KEPT

    @property
    def is_replaced_whole(self) -> bool:
        """A table or a quoted block that changed: marks between its lines would break it."""
        is_block = self.paragraph.kind in (Kind.TABLE, Kind.OPAQUE)
        return is_block and self.is_marked and self.fate in (Fate.REWORDED, Fate.MOVED)

    @property
    def orients(self) -> bool:
        """Titles and headings stay where only changes are shown."""
        return self.paragraph.kind in (Kind.TITLE, Kind.HEADING)


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a paragraph stood that moved: it and its number in the old draft, and its new one."""

    paragraph: Paragraph
    number: Number
    to: int
    to_number: Number


Place = tuple[Passage, ...] | Departure


class Spot(NamedTuple):
    """Which passages stand together: parts `first` to `last`, half-open, of the change with the index `change`.

    A part is one paragraph of the new text, or the deleted one of the old.
    """

    change: int
    first: int
    last: int


class Gap(NamedTuple):
    """Where a paragraph stood that moved: its ordinal in the old draft, and the index of its change."""

    ordinal: int
    change: int


def laid_out(sheet: RedlineSheet) -> Iterator[Place]:
    """All places of a redline in reading order; the passages of one change together.

    Where something was put between the pieces of a split paragraph, the later pieces stand after it.
    """
    for spot in arranged(sheet.comparison):
        place = place_at(sheet, spot)
        if not sheet.only_changes or isinstance(place, Departure) or not place[0].is_kept or place[0].orients:
            yield place


def arranged(comparison: Comparison) -> Iterator[Spot | Gap]:
    """What stands where, in the order of `laid_out`, before any words are laid out: 2 instead of 11 µs a paragraph."""
    gaps = _gaps(comparison.changes)
    yield from gaps.get(-1, ())
    later: dict[int, Spot] = {}
    for index, change in enumerate(comparison.changes):
        ordinals = change.pair.new
        if len(ordinals) < 2:
            yield Spot(index, 0, 1)
            following = ordinals[0] + 1 if ordinals else -1
        else:
            first, *rest = _cut(index, ordinals)
            yield first
            later |= {ordinals[spot.first]: spot for spot in rest}
            following = ordinals[first.last - 1] + 1
        while later and following in later:
            yield (spot := later.pop(following))
            following += spot.last - spot.first
        if index in gaps:
            yield from gaps[index]


def _cut(index: int, ordinals: Sequence[int]) -> list[Spot]:
    """The parts of a change, cut where other paragraphs stand between them."""
    places = range(1, len(ordinals))
    cuts = [0, *(place for place in places if ordinals[place] != ordinals[place - 1] + 1), len(ordinals)]
    return [Spot(index, first, last) for first, last in pairwise(cuts)]


def _gaps(changes: Sequence[Change]) -> dict[int, list[Gap]]:
    """By index of the change after which they stood (-1: at the beginning), what moved away."""
    if not any(change.pair.fate is Fate.MOVED for change in changes):
        return {}
    by_old = {ordinal: index for index, change in enumerate(changes) for ordinal in change.pair.old}
    found: dict[int, list[Gap]] = {}
    host = -1
    for ordinal in sorted(by_old):
        if changes[by_old[ordinal]].pair.fate is Fate.MOVED:
            found.setdefault(host, []).append(Gap(ordinal, by_old[ordinal]))
        else:
            host = by_old[ordinal]
    return found


def place_at(sheet: RedlineSheet, spot: Spot | Gap) -> Place:
    """The passages that stand at one spot, or the departure."""
    if isinstance(spot, Gap):
        return _departure(sheet, spot)
    change = sheet.comparison.changes[spot.change]
    passages = passages_of(sheet, change)
    if spot.last - spot.first == len(passages):
        return passages
    return _apart(passages[spot.first : spot.last], spot.first, spot.last < len(passages))


def _apart(run: tuple[Passage, ...], start: int, goes_on: bool) -> tuple[Passage, ...]:
    """Pieces that stand apart from the others: no break leads on to the next, and a later one continues the first."""
    pieces = list(run)
    if goes_on and pieces[-1].words and pieces[-1].words[-1].is_break:
        pieces[-1] = replace(pieces[-1], words=pieces[-1].words[:-1])
    if start:
        pieces[0] = replace(pieces[0], continues=True)
    return tuple(pieces)


def _departure(sheet: RedlineSheet, gap: Gap) -> Departure:
    to = sheet.comparison.changes[gap.change].pair.new[0]
    old = sheet.old
    return Departure(old.draft.paragraphs[gap.ordinal], old.numbers[gap.ordinal], to, sheet.new.numbers[to])


def passages_of(sheet: RedlineSheet, change: Change) -> tuple[Passage, ...]:
    """The passages of one change, one per new paragraph, or one for a deleted paragraph."""
    pair = change.pair
    words = tuple(_words(sheet, change))
    if not pair.new:
        ordinal = pair.old[0]
        return (Passage(pair.fate, sheet.old.draft.paragraphs[ordinal], sheet.old.numbers[ordinal], pair.old, words),)
    shares = _shares(words, len(pair.new))
    paragraphs = sheet.new.draft.paragraphs
    return tuple(
        Passage(pair.fate, paragraphs[ordinal], sheet.new.numbers[ordinal], pair.old, share)
        for ordinal, share in zip(pair.new, shares, strict=True)
    )


def _shares(words: Sequence[Words], count: int) -> list[tuple[Words, ...]]:
    """The words of each new paragraph; each break of the new text ends one."""
    shares: list[list[Words]] = [[]]
    for each in words:
        shares[-1].append(each)
        if each.is_break and each.op is not Op.DELETED and len(shares) < count:
            shares.append([])
    return [tuple(share) for share in shares]


def _words(sheet: RedlineSheet, change: Change) -> Iterator[Words]:
    old = _Cursor(sheet.old.draft, change.pair.old)
    new = _Cursor(sheet.new.draft, change.pair.new)
    for run in change.runs:
        kept = list(old.take(run.op, len(run.text))) if run.op is not Op.INSERTED else []
        yield from kept if run.op is Op.DELETED else new.take(run.op, len(run.text))


class _Cursor:
    """Walks the texts of some paragraphs, joined by line ends, and says where each stretch stands."""

    def __init__(self, draft: Draft, ordinals: Iterable[int]) -> None:
        self._left = [(ordinal, len(draft.paragraphs[ordinal].text)) for ordinal in reversed(tuple(ordinals))]
        self._place = 0

    def take(self, op: Op, length: int) -> Iterator[Words]:
        while length:
            ordinal, end = self._left[-1]
            step = min(length, end - self._place)
            if step:
                yield Words(op, ordinal, self._place, self._place + step)
                self._place += step
                length -= step
            if length:
                self._left.pop()
                self._place = 0
                yield Words(op, self._left[-1][0], 0, 0)
                length -= 1
