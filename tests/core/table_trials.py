"""Texts over several versions with proposals on all of them, by chance; every word is another one, so that it is known
of each where it came from. To look at many cases:

    python -m tests.core.table_trials 1000
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from tests.core.redrafting import Pen, Text, printed

from zerodraft.core.comparison.lineage import Lineage, Version, trace
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.collisions import Relation, relation
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.partial import changes_of
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.putting_in import splices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import Memory, table
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.splice import splice
from zerodraft.errors import Refusal

BEGAN = datetime(2021, 11, 3, 9, 0, tzinfo=UTC)
_WORD = re.compile(r"[a-z]{6}")
_TOLD = (Outcome.CLEAN, Outcome.LOOK)


def words(paragraphs: tuple[str, ...]) -> set[str]:
    return set(_WORD.findall(" ".join(paragraphs)))


@dataclass
class Room:
    """A document while it is negotiated."""

    chance: Random

    def __post_init__(self) -> None:
        self.pen = Pen(self.chance)
        self.width = self.chance.choice((0, 0, 30))
        self.texts: list[Text] = [self.pen.text(self.chance.randint(4, 12))]
        self.proposals: list[Proposal] = []
        self.decisions: list[Decision] = []

    @property
    def versions(self) -> list[Version]:
        sources = [printed(text, width=self.width) for text in self.texts]
        return [Version(f"t{number}", read_draft(source)) for number, source in enumerate(sources)]

    def turn(self) -> None:
        """Somebody edits, issues, proposes or decides."""
        match self.chance.choice("eeippppdx"):
            case "e":
                self.texts[-1] = self.pen.edited(self.texts[-1], self.chance.choice((1, 1, 2, 5)))
            case "i":
                self.texts.append(self.texts[-1])
            case "d" if self.proposals:
                self.decide(self.chance.choice(self.proposals))
            case "x" if self.decisions or self.proposals:
                gone = self.chance.choice([self.decisions or self.proposals, self.proposals or self.decisions])
                del gone[self.chance.randrange(len(gone))]
            case _:
                self.propose(self.chance.randrange(len(self.texts)))

    def propose(self, number: int) -> None:
        if number == len(self.texts) - 1:
            self.texts.append(self.texts[-1])  # what somebody has read stays as it is
        amendment = self.amendment(number, read_draft(printed(self.texts[number], width=self.width)))
        if amendment.problem:
            return
        count = len(self.proposals) + 1
        while any(each.id == f"jpn-{count}" for each in self.proposals):
            count += 1
        above = self.chance.choice(self.proposals).id if self.proposals and self.chance.random() < 0.1 else ""
        self.proposals.append(Proposal(f"jpn-{count}", f"JPN-{count}", ("JPN",), BEGAN, amendment, answers=above))

    def _new(self) -> str:
        return " ".join(self.pen.words(12))

    def amendment(self, number: int, draft: Draft) -> Amendment:
        chance, paragraphs = self.chance, draft.paragraphs
        first = chance.randrange(len(paragraphs))
        last = min(len(paragraphs), first + chance.choice((1, 1, 1, 1, 2, 3)))
        said = [each.text for each in paragraphs[first:last]]
        if any(each.kind in (Kind.TABLE, Kind.OPAQUE) for each in paragraphs[first:last]):
            return Amendment("", first, first)
        deed = chance.choice("rrrrrrrriidjsma")
        if deed == "i":
            return Amendment(f"t{number}", first, first, tuple(self._new() for _ in range(chance.choice((1, 1, 2)))))
        if deed == "d":
            return Amendment(f"t{number}", first, last)
        wording = [" ".join(self.pen.reworded(tuple(each.split()), chance.choice("rrrid"))) for each in said]
        match deed:
            case "j":
                wording = [" ".join(wording)]
            case "s":
                halves = wording[0].split()
                wording[:1] = [" ".join(halves[: len(halves) // 2]), " ".join(halves[len(halves) // 2 :])]
            case "a":
                wording.append(self._new())
        to = chance.randrange(len(paragraphs) + 1) if deed == "m" else None
        kept = tuple(filter(None, wording))
        return Amendment(f"t{number}", first, last, kept, None if to is None or first <= to <= last else to)

    def decide(self, proposal: Proposal) -> None:
        verdict = self.chance.choice(
            (Verdict.ACCEPT, Verdict.REJECT, Verdict.IN_PART, Verdict.IN_PART, Verdict.BRACKET)
        )
        draft = self.versions[int(proposal.amendment.text_id[1:])].draft
        numbers = [each.number for each in changes_of(proposal, draft)]
        some = tuple(sorted(self.chance.sample(numbers, self.chance.randint(1, len(numbers))))) if numbers else (1,)
        name = f"sec-{len(self.decisions)}-{self.chance.random()}"
        changes = some if verdict is Verdict.IN_PART else ()
        self.decisions.append(Decision(name, "SEC", BEGAN, verdict, (proposal.id,), changes))


def wrong_with(tabled: Tabled, lineage: Lineage) -> Iterator[str]:
    """What a tabled proposal would lose or bring that nobody wrote, or took out."""
    if tabled.outcome is Outcome.DETACHED or tabled.proposal.answers or tabled.standing.changes:
        return
    amendment, now = tabled.proposal.amendment, lineage.versions[-1].draft
    read = {version.text_id: version.draft for version in lineage.versions}[amendment.text_id]
    base = words(tuple(each.text for each in read.paragraphs[amendment.first : amendment.last]))
    wanted, here = (
        words(amendment.wording),
        words(tuple(each.text for each in now.paragraphs[tabled.first : tabled.last])),
    )
    said = words(tabled.wording)
    if not said <= here | wanted:
        yield f"words from nowhere: {said - here - wanted}"
    if tabled.outcome in _TOLD:
        if not wanted - base <= said:
            yield f"words of the proposal are missing: {wanted - base - said}"
        if (base - wanted) & said:
            yield f"words that it takes out stand: {(base - wanted) & said}"
        if not here - (base - wanted) <= said:
            yield f"words of the text are lost: {here - (base - wanted) - said}"


def wrong_in_the_source(tabled: Tabled, lineage: Lineage) -> Iterator[str]:
    """What is wrong with the text after the proposal was put in."""
    draft = lineage.versions[-1].draft
    if tabled.outcome is Outcome.DETACHED or any(words.startswith("- ") for words in tabled.wording):
        return  # a split may leave the dash before a name at the beginning, where it is a bullet
    try:
        made = splices(draft, tabled)
    except Refusal as refused:
        yield refused.message
        return
    paragraphs = [each.text for each in draft.paragraphs]
    expected = paragraphs[: tabled.first] + paragraphs[tabled.last :]
    place = tabled.first if tabled.to is None else tabled.to - (tabled.last - tabled.first) * (tabled.to > tabled.first)
    expected[place:place] = tabled.wording
    if [each.text for each in read_draft(splice(draft.source, made)).paragraphs] != expected:
        yield "the text does not read as tabled"


def trial(seed: int, turns: int = 25) -> Iterator[str]:
    """A document negotiated by chance, and whatever is wrong on the way."""
    room, memory = Room(Random(seed)), Memory()
    for _ in range(turns):
        room.turn()
        lineage = trace(room.versions)
        found = table(room.proposals, room.decisions, lineage, memory)
        if found != table(room.proposals, room.decisions, lineage):
            yield "the memory makes a difference"
        for each in found.values():
            yield from (f"{each.proposal.number}: {wrong}" for wrong in wrong_with(each, lineage))
    for each in found.values():
        yield from (f"{each.proposal.number}: {wrong}" for wrong in wrong_in_the_source(each, lineage))


def accepted(versions: list[Version], proposals: tuple[Proposal, ...]) -> list[str] | None:
    """The paragraphs after some proposals were accepted one after the other; None where one is not clean."""
    for one in proposals:
        found = table([one], (), trace(versions))[one.id]
        if found.outcome is not Outcome.CLEAN:
            return None
        draft = versions[-1].draft
        try:
            source = splice(draft.source, splices(draft, found))
        except Refusal:
            return None
        versions = [*versions, Version(f"after {one.id}", read_draft(source))]
    return [each.text for each in versions[-1].draft.paragraphs]


def in_any_order(seed: int) -> Iterator[str]:
    """Two proposals on one text that don't contradict each other make the same of it in either order, if clean."""
    room = Room(Random(seed))
    for _ in range(2):
        room.propose(0)
    if len(room.proposals) < 2:
        return
    version = room.versions[0]
    one, other = table(room.proposals, (), trace([version])).values()
    if relation(version.draft, one, other) not in (None, Relation.COMPLEMENTARY):
        return
    put_in = [each.first for each in (one, other) if each.first == each.last]
    if one.to is not None or other.to is not None or len(put_in) == 2:
        return  # of two that come to one place the one that is accepted first comes first
    pair = one.proposal, other.proposal
    first, second = accepted([version], pair), accepted([version], pair[::-1])
    if None not in (first, second) and first != second:
        yield f"the order makes a difference: {pair}"


def main(cases: int, first: int = 0) -> None:
    wrong = 0
    for seed in range(first, first + cases):
        for each in (*trial(seed), *in_any_order(seed)):
            wrong += 1
            print(seed, each)  # noqa: T201
    print(f"{cases} documents, {wrong} times wrong")  # noqa: T201


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
