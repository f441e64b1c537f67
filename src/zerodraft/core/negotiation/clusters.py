"""Proposals that say the same, or nearly, of one place: they are decided once, and not in two ways."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import common_length
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.merge_passage import BREAK, SIGNS
from zerodraft.core.negotiation.offering import Wording
from zerodraft.core.negotiation.review import Status
from zerodraft.core.negotiation.seat import Key
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.words import words

# Share of what two proposals change that both change alike, from which one decision will do for both. Two phrases of
# ten words that differ in two have 0.8; two other words for one have 0.5.
_NEAR = 0.7
_DECIDED = {
    Status.ACCEPTED: "accepted",
    Status.IN_PART: "accepted",
    Status.BRACKETED: "bracketed",
    Status.REJECTED: "rejected",
}


class Cluster(NamedTuple):
    """Proposals of one place, at least two, in the order given; identical ones make the same of the same words."""

    members: tuple[Tabled, ...]
    is_identical: bool


def clusters(tabled: Iterable[Tabled], lineage: Lineage) -> tuple[Cluster, ...]:
    """The open proposals that can be decided together, each in one cluster, by their first members.

    `lineage` is that on which they were tabled. A proposal and what amends it are in no cluster together.
    """
    return _clusters([each for each in tabled if each.is_open], lineage)


def inconsistencies(tabled: Iterable[Tabled], lineage: Lineage) -> tuple[Cluster, ...]:
    """The clusters, of decided proposals too, of which one was accepted and another bracketed or rejected."""
    decided = [each for each in tabled if each.standing.status in _DECIDED]
    found = _clusters(decided, lineage)
    return tuple([each for each in found if len({_DECIDED[one.standing.status] for one in each.members}) > 1])


def _clusters(tabled: Sequence[Tabled], lineage: Lineage) -> tuple[Cluster, ...]:
    reader = _Reader(lineage)
    groups: list[list[_Change]] = []
    at: dict[object, dict[int, None]] = {}
    for each in tabled:
        change = reader.change(each)
        near = dict.fromkeys(group for place in change.places for group in at.get(place, ()))
        mine = next((group for group in near if any(map(change.is_like, groups[group]))), None)
        if mine is None:
            mine = len(groups)
            groups.append([])
        groups[mine].append(change)
        for place in change.places:
            at.setdefault(place, {})[mine] = None
    return tuple([_cluster(group) for group in groups if len(group) > 1])


def _cluster(group: Sequence["_Change"]) -> Cluster:
    return Cluster(tuple([each.tabled for each in group]), all(each.is_same(group[0]) for each in group))


class _Change:
    """What a proposal changes, told of the text that was read and of the text as it stands."""

    __slots__ = ("now", "places", "read", "tabled")

    def __init__(self, tabled: Tabled, read: "_Words", now: "_Words | None") -> None:
        self.tabled = tabled
        self.read = read
        self.now = now
        self.places = [each.place for each in (read, now) if each]

    def is_like(self, other: "_Change") -> bool:
        if self.tabled.proposal.id == other.tabled.proposal.answers:
            return False
        if self.tabled.proposal.answers == other.tabled.proposal.id:
            return False
        return any(one.is_like(another) for one, another in self._pairs(other))

    def is_same(self, other: "_Change") -> bool:
        return any(one.wording == another.wording for one, another in self._pairs(other))

    def _pairs(self, other: "_Change") -> Iterator[tuple["_Words", "_Words"]]:
        if self.read.place == other.read.place:
            yield self.read, other.read
        elif self.now and other.now and self.now.place == other.now.place:
            yield self.now, other.now


class _Words:
    """A place, its words, and those that are proposed for them; counted only where another proposal is on the place."""

    __slots__ = ("_base", "_read", "_size", "_words", "place", "wording")

    def __init__(self, place: object, base: Wording, wording: Wording, read: Callable[[Wording], list[str]]) -> None:
        self.place = place
        self.wording = wording
        self._base = base
        self._read = read
        self._size = -1
        self._words: list[str] | None = None

    @property
    def words(self) -> list[str]:
        if self._words is None:
            self._words = self._read(self.wording)
        return self._words

    @property
    def size(self) -> int:
        """How many words are taken out and put in."""
        if self._size < 0:
            self._size = _difference(self._read(self._base), self.words)
        return self._size

    def is_like(self, other: "_Words") -> bool:
        if self.wording == other.wording:
            return True
        most = (1 - _NEAR) * (self.size + other.size)
        return abs(self.size - other.size) <= most and _difference(self.words, other.words) <= most


class _Reader:
    """Reads proposals of one lineage."""

    def __init__(self, lineage: Lineage) -> None:
        self._drafts = {version.text_id: version.draft for version in lineage.versions}
        self._last = lineage.versions[-1].text_id if lineage.versions else ""

    def change(self, tabled: Tabled) -> _Change:
        amendment = tabled.proposal.amendment
        key = Key.of(amendment)
        read = _Words((key, tabled.proposal.answers), self._texts(key.text_id, key.taken), amendment.wording, _words)
        place = (tabled.first, tabled.last, tabled.to)
        if tabled.first < 0:
            return _Change(tabled, read, None)
        if not tabled.is_open:
            return _Change(tabled, read, _Words(("told", *place), (), _told(tabled.changes), list))
        here = range(tabled.first, tabled.last)
        return _Change(tabled, read, _Words(place, self._texts(self._last, here), tabled.own_wording, _words))

    def _texts(self, text_id: str, ordinals: range) -> Wording:
        draft = self._drafts.get(text_id)
        return tuple([each.text for each in draft.paragraphs[ordinals.start : ordinals.stop]]) if draft else ()


def _told(changes: Iterable[Change]) -> Wording:
    """Each word that a proposal takes out or puts in, where the texts it was made on can't be compared any more."""
    said = [(sign, each[1:3][place]) for each in changes for place, sign in enumerate("-+")]
    return tuple([sign + word for sign, some in said for word in words(some)])


def _words(paragraphs: Wording) -> list[str]:
    found: list[str] = []
    for each in paragraphs:
        found += (*words(_without_signs(each)), BREAK)
    return found


def _without_signs(text: str) -> str:
    """The words of the alternatives, without the signs and names beside them: whoever settles a bracket takes all of
    them out, whatever it chooses."""
    if SIGNS[0] not in text:
        return text
    kept = [*text]
    for each in brackets(text).found:
        inside = text[each.span.start : each.span.end]
        kept[each.span.start : each.span.end] = " " * len(inside)
        for alternative in each.alternatives:
            stretch = slice(alternative.span.start, alternative.span.end)
            kept[stretch] = text[stretch]
    return "".join(kept)


def _difference(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words must be taken out and put in to come from one to the other."""
    return len(one) + len(other) - 2 * common_length(one, other)
