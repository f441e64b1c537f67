"""Which paragraph of a file is which paragraph of the version that the delegation had.

By the hidden names of our own export where they are left, else by words: equal ones after folding, then similar ones,
splits and joins, as between two versions. Notes and table cells stand elsewhere in a file than in Markdown, so they
are matched among themselves.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.alignment import aligned
from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.comparison.similar import IN_PLACE
from zerodraft.core.comparison.wording import Wordings
from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part
from zerodraft.core.text.label import label_at
from zerodraft.core.text.splice import Span
from zerodraft.core.text.table import rows
from zerodraft.core.text.waymark import read_waymark
from zerodraft.intake.folding import folded, has_words
from zerodraft.intake.letters import words_of
from zerodraft.intake.marked import Sort
from zerodraft.intake.short_pieces import with_short_pieces
from zerodraft.intake.views import Seen

NOWHERE = -1


class Lane(StrEnum):
    """Where a paragraph stands: only those of one lane are ever matched."""

    BODY = "body"
    NOTES = "notes"
    CELLS = "cells"


class Item(NamedTuple):
    """One paragraph of either side, as it is compared.

    `at` is its index in the view, or its ordinal in the version (its place in `cells_of`, for a cell). `text` is folded
    and without a typed number, `label` the number without its signs. `waymark` is the ordinal that its hidden name
    tells.
    """

    at: int
    lane: Lane
    text: str
    label: str = ""
    is_heading: bool = False
    waymark: int = NOWHERE


class Cell(NamedTuple):
    """A cell of a table of the version: the table's ordinal, and the Markdown in it."""

    ordinal: int
    text: str


class Match(NamedTuple):
    """Paragraphs that belong together: those of the view by their index, of the version by their ordinals; one to one,
    or one to several (split, joined), or one side empty. Cells are counted through all tables of the version
    (`cells_of`).

    `sureness` goes from 0 to 1; below `SURE` a drafter must say yes first.
    """

    lane: Lane
    fate: Fate
    file: tuple[int, ...]
    version: tuple[int, ...]
    sureness: float

    @property
    def is_sure(self) -> bool:
        return self.sureness >= SURE


SURE = 0.5
_DOUBTFUL = 0.45
_IN_PLACE = 0.15  # between the same neighbours less of the words must be left
_SAME_LABEL = 0.1
_SHORT = 6  # words; a paragraph as short that moved may be another one


def match(view: Sequence[Seen], draft: Draft, text_id: str, *, is_markdown: bool = False) -> tuple[Match, ...]:
    """Every paragraph of the view and every paragraph and cell of the version that has words, each in one match.

    Lane by lane in the order of the file; what only the version has comes after what it followed there. Deterministic.
    """
    there = tuple(_items_of_draft(draft))
    has_tables = any(item.lane is Lane.CELLS for item in there)
    here = tuple(_items_of_view(view, text_id, is_markdown, has_tables))
    return tuple(found for lane in Lane for found in _matched(lane, _of(lane, here), _of(lane, there)))


def lane_of(sort: Sort, *, has_tables: bool) -> Lane:
    """Where a paragraph of a file stands. Cells are paragraphs like any others when the version has no tables."""
    if sort is Sort.NOTE:
        return Lane.NOTES
    return Lane.CELLS if sort is Sort.CELL and has_tables else Lane.BODY


def cells_of(draft: Draft) -> tuple[Cell, ...]:
    """The cells of all tables, row by row."""
    tables = (each for each in draft.paragraphs if each.kind is Kind.TABLE)
    return tuple(Cell(each.ordinal, cell) for each in tables for row in rows(each.text) for cell in row)


def _of(lane: Lane, items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(item for item in items if item.lane is lane)


# --- both sides -----------------------------------------------------------------------------------


def _items_of_view(view: Sequence[Seen], text_id: str, is_markdown: bool, has_tables: bool) -> Iterator[Item]:
    for index, each in enumerate(view):
        words = folded(words_of(each.text) if is_markdown else each.text)
        if not has_words(words):
            continue
        lane = lane_of(each.shape.sort, has_tables=has_tables)
        typed = typed_number(words) if lane is not Lane.CELLS else 0
        label = bare_label(each.shape.label or words[:typed])
        is_heading = each.shape.sort is Sort.HEADING
        yield Item(index, lane, words[typed:], label, is_heading, _waymark(each, text_id))


def typed_number(words: str) -> int:
    """How many characters of a paragraph's beginning are a number that somebody typed, with the space after it; a
    number alone is a word."""
    label = label_at(words, 0, len(words))
    return label.end if label and label.start == 0 and words[label.end :].strip() else 0


def bare_label(label: str) -> str:
    """The letters and figures alone: `(a)` is `a.`, `3.` is `3`."""
    return "".join(filter(str.isalnum, label)).casefold()


def _waymark(each: Seen, text_id: str) -> int:
    for name in each.bookmarks:
        waymark = read_waymark(name)
        if waymark and waymark.is_of(text_id):
            return waymark.ordinal
    return NOWHERE


def _items_of_draft(draft: Draft) -> Iterator[Item]:
    for each in draft.paragraphs:
        if each.kind is not Kind.TABLE:
            lane = Lane.NOTES if each.kind is Kind.FOOTNOTE else Lane.BODY
            words = folded(words_of(each.text))
            if not has_words(words):
                continue
            is_heading = each.kind in (Kind.TITLE, Kind.HEADING)
            label = bare_label(each.label)
            yield Item(each.ordinal, lane, words[typed_number(words) :], label, is_heading, each.ordinal)
    for index, cell in enumerate(cells_of(draft)):
        words = folded(words_of(cell.text))
        if has_words(words):
            yield Item(index, Lane.CELLS, words)


# --- the match ------------------------------------------------------------------------------------


def _matched(lane: Lane, here: Sequence[Item], there: Sequence[Item]) -> Iterator[Match]:
    old, new = [item.text for item in there], [item.text for item in here]
    wordings = Wordings(old, new)
    joins = tuple(_by_waymark(here, there))
    judge = _Judge(there, here, wordings, frozenset(joins))
    pairs = judge.without_replaced(aligned(_as_draft(there), _as_draft(here), wordings, joins))
    for pair in with_short_pieces(pairs, old, new):
        file, version = tuple(here[new].at for new in pair.new), tuple(there[old].at for old in pair.old)
        yield Match(lane, pair.fate, file, version, judge.sureness(pair))


def _as_draft(items: Sequence[Item]) -> Draft:
    """Items as paragraphs of one kind, as an alignment takes them."""
    nowhere = Span(0, 0)
    paragraphs = tuple(
        Paragraph(place, Kind.PLAIN, Part.OPERATIVE, nowhere, nowhere, "", 0, item.text)
        for place, item in enumerate(items)
    )
    return Draft("", nowhere, "", paragraphs, ())


def _by_waymark(here: Sequence[Item], there: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """The pairs that the hidden names tell; the first paragraph with a name counts."""
    old = {item.waymark: place for place, item in enumerate(there) if item.waymark != NOWHERE}
    for place, item in enumerate(here):
        if item.waymark in old:
            yield old.pop(item.waymark), place


@dataclass(frozen=True, slots=True)
class _Judge:
    """How sure it is that paragraphs belong together."""

    old: Sequence[Item]
    new: Sequence[Item]
    wordings: Wordings
    named: frozenset[tuple[int, int]]

    def without_replaced(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Where hidden names are left, a paragraph without one is no other's successor unless it has its words."""
        for pair in pairs:
            if self._is_replaced(pair):
                yield Pair(Fate.DELETED, pair.old, ())
                yield Pair(Fate.INSERTED, (), pair.new)
            else:
                yield pair

    def _is_replaced(self, pair: Pair) -> bool:
        if not self.named or self._is_named(pair) or not len(pair.old) == len(pair.new) == 1:
            return False
        return self.wordings.in_order(pair.old[0], pair.new[0]) < IN_PLACE

    def sureness(self, pair: Pair) -> float:
        if not (pair.old and pair.new) or self._is_named(pair) or pair.fate is Fate.KEPT:
            return 1.0
        if len(pair.old) > 1 or len(pair.new) > 1:
            return self._in_order(pair)
        old, new = self.old[pair.old[0]], self.new[pair.new[0]]
        sureness = self.wordings.in_order(pair.old[0], pair.new[0])
        if pair.fate is Fate.MOVED:
            return sureness if len(self.wordings.old(pair.old[0]).words) >= _SHORT else min(sureness, _DOUBTFUL)
        if old.is_heading != new.is_heading:
            return sureness - _IN_PLACE
        return min(1.0, sureness + _IN_PLACE + _SAME_LABEL * (old.label == new.label != ""))

    def _is_named(self, pair: Pair) -> bool:
        return any((old, new) in self.named for old in pair.old for new in pair.new)

    def _in_order(self, pair: Pair) -> float:
        """The share of words in the same order of paragraphs that were split or joined."""
        old = " ".join([self.old[each].text for each in pair.old])
        new = " ".join([self.new[each].text for each in pair.new])
        return Wordings([old], [new]).in_order(0, 0)
