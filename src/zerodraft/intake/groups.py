"""What each hand does in a file, as drafters would tell it: one proposal for each paragraph that is changed; paragraphs
that are put in, taken out or moved together as one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from zerodraft.intake.deeds import Deed, deeds
from zerodraft.intake.dependence import foundations
from zerodraft.intake.matching import Lane
from zerodraft.intake.signs import NOBODY, Hands, Line, Passage


@dataclass(frozen=True, slots=True)
class Woven:
    """A passage and what is known of it.

    `place` is the ordinal before which goes what stands beside no paragraph of the version. `sureness` is that of its
    least sure paragraph. `moved_to` is the ordinal before which its paragraph stands in the file, None for one that
    kept its place. `apart` says why nothing of it can be proposed, "" where it can.
    """

    signs: Passage
    lane: Lane
    place: int
    sureness: float = 1.0
    moved_to: int | None = None
    apart: str = ""


class Part(NamedTuple):
    """Some signs of one passage, by its number: their places."""

    passage: int
    places: frozenset[int]

    def meets(self, other: "Part") -> bool:
        return self.passage == other.passage and not self.places.isdisjoint(other.places)


class Standing(NamedTuple):
    """A line of a reading, in its passage."""

    passage: int
    line: Line


@dataclass(frozen=True, slots=True)
class Group:
    """What a hand does to some paragraphs: the `lines` stand in the place of the `ordinals` (at `place` where there are
    none), before `to` where they move. `below` are the hands on whose words it worked. `is_done` is False for what the
    hand left alone, and `is_below` True where one of those below did something.
    """

    hand: int
    below: Hands
    parts: tuple[Part, ...]
    ordinals: tuple[int, ...]
    place: int
    lines: tuple[Standing, ...]
    to: int | None = None
    is_done: bool = True
    is_below: bool = False

    @property
    def order(self) -> tuple[int, int, int]:
        """Older hands first wherever two of them meet."""
        passage, start = min((part.passage, min(part.places)) for part in self.parts)
        return passage, self.hand, start

    @property
    def is_one_sided(self) -> bool:
        return not (self.ordinals and self.lines)


def groups(woven: Sequence[Woven]) -> tuple[Group, ...]:
    """For each hand in each passage what becomes of every paragraph, also of those that it left alone: so neighbours
    are told from what only follows."""
    found: list[Group] = []
    for number, passage in enumerate(woven):
        order = tuple(sorted({change.hand for sign in passage.signs for change in sign.changes}))
        for hand, below in foundations(passage.signs, order).items():
            for deed in deeds(passage.signs, below | {hand}, passage.place):
                found.append(_group(passage.signs, number, deed, (hand, below)))
    return tuple(found)


def _group(signs: Passage, passage: int, deed: Deed, who: tuple[int, Hands]) -> Group:
    hand, below = who
    return Group(
        hand,
        below,
        (Part(passage, deed.places),),
        deed.ordinals,
        deed.place,
        tuple(Standing(passage, line) for line in deed.lines),
        is_done=does_something(signs, deed.places, hand, below),
        is_below=any(change.hand in below for at in deed.places for change in signs[at].changes),
    )


def does_something(signs: Passage, places: Iterable[int], hand: int, below: Hands = NOBODY) -> bool:
    """Whether a hand's changes show at some places, for who sees those of the hands below it."""
    with_hand = below | {hand}
    return any(
        signs[at].is_seen(below) != signs[at].is_seen(with_hand)
        for at in places
        if any(change.hand == hand for change in signs[at].changes)
    )


def together(found: Sequence[Group]) -> Iterator[Group]:
    """Those that do something; insertions and deletions that stand beside each other as one, with those of the hands
    on whose words it worked."""
    run: list[Group] = []
    for group in found:
        if run and not _are_one(run[-1], group):
            yield from _done(run)
            run = []
        run.append(group)
    yield from _done(run)


def _done(run: Sequence[Group]) -> Iterator[Group]:
    if any(group.is_done for group in run):
        yield joined(run)


def _are_one(last: Group, group: Group) -> bool:
    if not ((last.is_done or last.is_below) and (group.is_done or group.is_below)):
        return False
    if last.hand != group.hand or last.parts[-1].passage != group.parts[0].passage:
        return False
    if not (last.is_one_sided and group.is_one_sided):
        return False
    return not (last.ordinals and group.ordinals) or last.ordinals[-1] + 1 == group.ordinals[0]


def joined(run: Sequence[Group]) -> Group:
    """Several as one, each following the one before."""
    ordinals = tuple(ordinal for group in run for ordinal in group.ordinals)
    return replace(
        run[0],
        parts=tuple(part for group in run for part in group.parts),
        ordinals=ordinals,
        place=ordinals[0] if ordinals else run[0].place,
        lines=tuple(line for group in run for line in group.lines),
    )
