"""Where two open proposals meet: on the same words of the text as it stands, and what each makes of them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from zerodraft.core.comparison.merge_passage import SIGNS
from zerodraft.core.comparison.merge_side import Three
from zerodraft.core.comparison.rebase import Outcome, Since
from zerodraft.core.comparison.rebase_edits import Edit, Group, grouped
from zerodraft.core.comparison.rebase_writing import written
from zerodraft.core.comparison.wording import Wording as Counted
from zerodraft.core.negotiation.offering import Wording
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft

# Share of common words from which two new paragraphs at one place are taken for two wordings of one.
_LIKE = 0.6


class Relation(StrEnum):
    """What one proposal is to another on the same paragraphs."""

    IDENTICAL = "identical"
    CONTAINED = "contained"
    CONTAINS = "contains"
    COMPLEMENTARY = "complementary"
    CONTRADICTORY = "contradictory"

    @property
    def turned(self) -> "Relation":
        """The same, told of the other one."""
        return _TURNED.get(self, self)


_TURNED = {Relation.CONTAINED: Relation.CONTAINS, Relation.CONTAINS: Relation.CONTAINED}


class Collision(NamedTuple):
    """Two proposals, and what the first is to the second."""

    one: Tabled
    other: Tabled
    relation: Relation


def relation(draft: Draft, one: Tabled, other: Tabled) -> Relation | None:
    """What a proposal is to another, both tabled on this draft; None where they are about different words, or one of
    them is detached or in the text already."""
    return None if set(_places(one)).isdisjoint(_places(other)) else _Room(draft).relation(one, other)


def collisions(draft: Draft, tabled: Iterable[Tabled]) -> tuple[Collision, ...]:
    """All pairs of open proposals that are about the same paragraphs, by their place, then in the order given. A
    proposal and what amends it belong together, and are no pair."""
    room = _Room(draft)
    return tuple(room.meetings([each for each in tabled if each.is_open]))


class _Room:
    """Proposals side by side; how each changes a stretch of the text is found once."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._since: dict[tuple[range, Wording], Since] = {}
        self._bases: dict[range, Since] = {}

    def meetings(self, tabled: Sequence[Tabled]) -> Iterator[Collision]:
        at: dict[int, list[int]] = {}
        for index, each in enumerate(tabled):
            for place in _places(each):
                at.setdefault(place, []).append(index)
        pairs = {pair for place in sorted(at) for pair in combinations(at[place], 2)}
        for first, second in sorted(pairs, key=lambda pair: (tabled[pair[0]].first, *pair)):
            one, other = tabled[first], tabled[second]
            if one.proposal.id != other.proposal.answers and other.proposal.id != one.proposal.answers:
                yield Collision(one, other, self.relation(one, other))

    def relation(self, one: Tabled, other: Tabled) -> Relation:
        """Of two that are about the same paragraphs, or the same place between two."""
        if one.first == one.last and other.first == other.last:
            return _of_new(one.own_wording, other.own_wording)
        stretch = range(min(one.first, other.first), max(one.last, other.last))
        words = self._of_words(stretch, one, other)
        if one.to == other.to:
            return words
        return self._of_moves(stretch, one, other, words)

    def _of_moves(self, stretch: range, one: Tabled, other: Tabled, words: Relation) -> Relation:
        """One of them moves the paragraphs, or both to different places."""
        is_same_place = (one.first, one.last) == (other.first, other.last)
        if (one.to is not None and other.to is not None) or not is_same_place:
            return Relation.CONTRADICTORY
        mover, stayer = (one, other) if one.to is not None else (other, one)
        if not stayer.own_wording:
            return Relation.CONTRADICTORY
        if not self._changes(stretch, mover).edits:
            return Relation.COMPLEMENTARY
        seen = words if mover is one else words.turned
        if seen in (Relation.IDENTICAL, Relation.CONTAINS):
            return Relation.CONTAINS if mover is one else Relation.CONTAINED
        return Relation.COMPLEMENTARY if seen is Relation.CONTAINED else seen

    def _of_words(self, stretch: range, one: Tabled, other: Tabled) -> Relation:
        mine, its = self._changes(stretch, one), self._changes(stretch, other)
        if mine.now.words == its.now.words:
            return Relation.IDENTICAL
        if _settle_otherwise(mine, its):
            return Relation.CONTRADICTORY
        groups = grouped(mine.boundaries, mine.edits, its.edits)
        if all(not each.theirs or each.is_shared or _holds(each.ours, each.theirs) for each in groups):
            return Relation.CONTAINS
        if all(not each.ours or each.is_shared or _holds(each.theirs, each.ours) for each in groups):
            return Relation.CONTAINED
        if any(each.is_collision for each in groups) or _is_torn(mine, its, groups):
            return Relation.CONTRADICTORY
        return Relation.COMPLEMENTARY

    def _changes(self, stretch: range, each: Tabled) -> Since:
        """What a proposal makes of a stretch of the text, in which its own paragraphs are."""
        before, after = range(stretch.start, each.first), range(each.last, stretch.stop)
        wording = (*self._texts(before), *each.own_wording, *self._texts(after))
        found = self._since.get((stretch, wording))
        if found is None:
            base = self._bases.get(stretch)
            found = base.instead(wording) if base else Since.of(self._texts(stretch), wording)
            self._bases[stretch] = self._since[stretch, wording] = found
        return found

    def _texts(self, ordinals: range) -> Wording:
        return tuple([each.text for each in self._draft.paragraphs[ordinals.start : ordinals.stop]])


def _places(tabled: Tabled) -> range:
    """What it is about: even numbers are the places between paragraphs, odd ones the paragraphs."""
    if tabled.outcome in (Outcome.DETACHED, Outcome.ALREADY_IN):
        return range(0)
    if tabled.first == tabled.last:
        return range(2 * tabled.first, 2 * tabled.first + 1)
    return range(2 * tabled.first + 1, 2 * tabled.last)


def _holds(edits: Sequence[Edit], others: Sequence[Edit]) -> bool:
    """Whether edits do all that others do, and more: they take at least their words, and say theirs among others."""
    if not edits:
        return False
    start, end = edits[0].start, edits[-1].end
    taken = _taken(edits)
    said = [word for each in edits for word in each.said]
    for other in others:
        is_within = start <= other.start and other.end <= end and taken.issuperset(range(other.start, other.end))
        if not is_within or (said and not other.said):
            return False
    left = iter(said)
    return all(word in left for each in others for word in each.said)


def _settle_otherwise(one: Since, other: Since) -> bool:
    """Whether both lift the same bracket and leave other words of it: one the words, the other none, though by words
    alone the second takes out what the first does, and more."""
    mine, its = _taken(one.edits), _taken(other.edits)
    return any(
        {start, end} <= mine & its and (mine ^ its) & {*range(start, end)} for start, end in _bracketed(one.base.words)
    )


def _taken(edits: Iterable[Edit]) -> set[int]:
    """The words that are taken out."""
    return {place for each in edits for place in range(each.start, each.end)}


def _bracketed(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where brackets open and close."""
    opened: list[int] = []
    for place, word in enumerate(words):
        if word == SIGNS[0]:
            opened.append(place)
        elif word == SIGNS[1] and opened:
            yield opened.pop(), place


def _is_torn(one: Since, other: Since, groups: Sequence[Group]) -> bool:
    said = {word for each in groups for edit in (*each.ours, *each.theirs) for word in edit.said}
    signs = {*SIGNS} & said or any(sign in one.base.words for sign in SIGNS)
    return bool(signs) and written(Three(one.base, one.now, other.now), groups).is_torn


def _of_new(one: Wording, other: Wording) -> Relation:
    """New paragraphs at one place: the same, more or fewer of them, other wordings of them, or quite others."""
    if one == other:
        return Relation.IDENTICAL
    if {*one} <= {*other}:
        return Relation.CONTAINED
    if {*other} <= {*one}:
        return Relation.CONTAINS
    mine, its = [Counted(words) for words in one], [Counted(words) for words in other]
    is_like = any(each.likeness(another) >= _LIKE for each in mine for another in its)
    return Relation.CONTRADICTORY if is_like else Relation.COMPLEMENTARY
