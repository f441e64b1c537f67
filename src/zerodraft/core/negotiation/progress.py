"""How far a text is: the figures that everybody quotes."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.disputes import Marks, marks
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.review import standing_of
from zerodraft.core.text.draft import Draft, FocusArea, Kind, Part

_UNCOUNTED = (Kind.TITLE, Kind.HEADING)


class Condition(StrEnum):
    """What a paragraph is, the first that fits: agreed ad referendum; with a bracket; with an open proposal on it."""

    AGREED = "agreed"
    BRACKETED = "bracketed"
    PROPOSED = "proposed"
    UNTOUCHED = "untouched"


class Tally(NamedTuple):
    """Figures of a text, or of a part of it. The four conditions add up to `paragraphs`; headings are none.

    `brackets` counts disputes: `[shall][should]` is one, and a bracket inside another is no other. `proposals` are
    the open ones.
    """

    paragraphs: int = 0
    agreed: int = 0
    bracketed: int = 0
    proposed: int = 0
    untouched: int = 0
    brackets: int = 0
    proposals: int = 0


class PartTally(NamedTuple):
    """The figures of one focus area; without `area`, of what stands outside of all of them in this part.
    `conditions` are those of its paragraphs, in the order of the text."""

    part: Part
    area: FocusArea | None
    tally: Tally
    conditions: tuple[Condition, ...]


class Held(NamedTuple):
    """What one delegation holds open, by part and in their order: proposals of its own, brackets in which it is named.
    The last figure of `proposals` is that of those which stand nowhere any more."""

    delegation: str
    proposals: tuple[int, ...]
    brackets: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.proposals) + sum(self.brackets)


class Open(NamedTuple):
    """An open proposal: its delegations, and the paragraphs that it is about, half-open. The same twice is the place
    before a paragraph, (-1, -1) nowhere."""

    delegations: tuple[str, ...]
    first: int
    last: int

    @property
    def ordinal(self) -> int:
        """The paragraph in whose part it counts: of an insertion the one before, if there is one; -1 for none."""
        return self.first if self.first < self.last or self.first < 1 else self.first - 1


@dataclass(frozen=True, slots=True)
class Progress:
    """The figures of a text in all, and by part in the order of the text; open proposals that stand nowhere any more
    count in all, and in no part. In `held` whoever holds most stands first."""

    total: Tally
    parts: tuple[PartTally, ...]
    held: tuple[Held, ...]


def progress(
    draft: Draft, agreed: Collection[int] = (), proposals: Iterable[Open] = (), known: Delegations | None = None
) -> Progress:
    """The figures of a text. `agreed` are ordinals, besides those that are marked so in the text; `proposals` are the
    open ones. Names in brackets count for the delegations that `known` finds for them."""
    opened, marked = tuple(proposals), marks(draft)
    part_of = _parts_by_ordinal(draft)
    counts = [Counter[str]() for _ in range(max(part_of, default=-1) + 1)]
    found: list[list[Condition]] = [[] for _ in counts]
    for part, condition in zip(part_of, conditions(draft, agreed, opened, marked), strict=True):
        if condition:
            found[part].append(condition)
            counts[part].update((condition.value, "paragraphs"))
    for dispute in marked.disputes:
        counts[part_of[dispute.first]]["brackets"] += 1
    for each in opened:
        if each.first >= 0:
            counts[part_of[each.ordinal]]["proposals"] += 1
    parts = tuple(_part(draft, part_of.index(place), count, found[place]) for place, count in enumerate(counts))
    total = Tally(**sum(counts, Counter[str]()) | {"proposals": len(opened)})
    return Progress(total, parts, _held(opened, marked, part_of, known or Delegations()))


def _parts_by_ordinal(draft: Draft) -> list[int]:
    """For each paragraph the part in which it stands, counted from 0 in the order of the text."""
    areas = [draft.area_of(paragraph.ordinal) for paragraph in draft.paragraphs]
    keys = [(each.part, area and area.number) for each, area in zip(draft.paragraphs, areas, strict=True)]
    places = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    return [places[key] for key in keys]


def _part(draft: Draft, ordinal: int, count: Mapping[str, int], found: Iterable[Condition]) -> PartTally:
    return PartTally(draft.paragraphs[ordinal].part, draft.area_of(ordinal), Tally(**count), tuple(found))


def conditions(
    draft: Draft, agreed: Collection[int], proposals: Iterable[Open], marked: Marks | None = None
) -> tuple[Condition | None, ...]:
    """One a paragraph, None for titles and headings."""
    marked = marked or marks(draft)
    disputed = {ordinal for each in marked.disputes for ordinal in range(each.first, each.last + 1)}
    proposed = {ordinal for each in proposals for ordinal in range(each.first, each.last)}
    closed = marked.agreed.union(agreed)
    return tuple(
        None if each.kind in _UNCOUNTED
        else Condition.AGREED if each.ordinal in closed
        else Condition.BRACKETED if each.ordinal in disputed
        else Condition.PROPOSED if each.ordinal in proposed
        else Condition.UNTOUCHED
        for each in draft.paragraphs
    )  # fmt: skip


def _held(opened: Iterable[Open], marked: Marks, part_of: Sequence[int], known: Delegations) -> tuple[Held, ...]:
    parts = max(part_of, default=-1) + 1
    proposals: dict[str, list[int]] = {}
    for each in opened:
        for code in each.delegations:
            at = part_of[each.ordinal] if each.first >= 0 else parts
            proposals.setdefault(code, [0] * (parts + 1))[at] += 1
    named: dict[str, list[int]] = {}
    for dispute in marked.disputes:
        for code in dict.fromkeys(entry.code for name in dispute.names if (entry := known.resolve(name))):
            named.setdefault(code, [0] * parts)[part_of[dispute.first]] += 1
    found = (
        Held(code, tuple(proposals.get(code, [0] * (parts + 1))), tuple(named.get(code, [0] * parts)))
        for code in dict.fromkeys(chain(proposals, named))
    )
    return tuple(sorted(found, key=lambda each: (-each.total, each.delegation)))


def open_at(moment: datetime, proposals: Iterable[Proposal], decisions: Iterable[Decision]) -> int:
    """How many proposals were open at a moment."""
    decided: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.date <= moment:
            for proposal in decision.proposals:
                decided.setdefault(proposal, []).append(decision)
    made = (each.id for each in proposals if each.date <= moment)
    return sum(standing_of(each, decided.get(each, ())).status.is_open for each in made)
