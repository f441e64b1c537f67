"""The table: what every proposal would do to the text as it stands, from the proposal as it was made.

One decision changes a paragraph or two. So what was found is kept in a `Memory`: only proposals on paragraphs that
read otherwise now, or on which something was decided, are computed again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zerodraft.core.comparison.following import Trail
from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.offering import Ground, Offer, Wording, detached, no_better
from zerodraft.core.negotiation.partial import amended_in_part, changes_between, wording_only
from zerodraft.core.negotiation.proposal import Amendment, Kind, Proposal
from zerodraft.core.negotiation.review import Standing, Status, standing_of
from zerodraft.core.negotiation.seat import Key, Seat, Wish, texts
from zerodraft.core.negotiation.seating import Seating
from zerodraft.core.negotiation.tabled import Change, Tabled

_OPEN = Standing(Status.OPEN, (), ())
_IN_THE_TEXT = (Status.ACCEPTED, Status.BRACKETED)
_FALLEN = (Status.REJECTED, Status.WITHDRAWN, Status.OVERTAKEN)


def table(
    proposals: Iterable[Proposal], decisions: Iterable[Decision], lineage: Lineage, memory: "Memory | None" = None
) -> Mapping[str, Tabled]:
    """All proposals by id, in the order of their numbers, on the last version of the lineage.

    Clean, look, collision and already in as in `rebase`, the end of a paragraph being a word like any other. Detached
    is a proposal of which no place is left, with the reason. What was accepted of a proposal in part counts as read:
    the rest is computed. A sub-amendment is computed on the wording that it amends: as that would stand in the text,
    or stands there when it was accepted. `memory` makes the next table quick; the result is the same without.
    """
    return (memory or Memory()).table(proposals, decisions, lineage)


class Memory:
    """What was found for the last table."""

    def __init__(self) -> None:
        self._given: Sequence[Proposal] = ()
        self._trail: Trail | None = None
        self._seating = Seating()
        self._cases: dict[str, _Case] = {}
        self._at: dict[Seat, list[_Case]] = {}
        self._decided: dict[str, list[Decision]] = {}

    def table(
        self, proposals: Iterable[Proposal], decisions: Iterable[Decision], lineage: Lineage
    ) -> Mapping[str, Tabled]:
        self._take(proposals)
        self._decide(decisions)
        trail = self._trail = Trail(lineage, self._trail)
        for seat, by in self._seating.follow(trail).items():
            for case in self._at[seat]:
                case.move(by)
        for case in self._cases.values():
            if case.tabled is None and not case.is_on_words:
                case.compute(trail)
        for case, above in self._in_answering_order():
            if above is None:
                known = "amends it in turn" if case.proposal.answers in self._cases else "is not known"
                case.lose(f"The proposal that it amends {known}.")
            else:
                case.answer(above, trail)
        return {name: case.now() for name, case in self._cases.items()}

    def _take(self, proposals: Iterable[Proposal]) -> None:
        """Keep the cases of the proposals that were there the last time."""
        given = list(proposals)
        if given == self._given:
            return
        self._given = given
        self._seating.take(Key.of(each.amendment) for each in given)
        former, self._cases, self._at = self._cases, {}, {}
        for each in sorted(given, key=_order):
            case = former.get(each.id)
            if case is None or case.proposal != each:
                case = _Case(each, self._seating[Key.of(each.amendment)])
            self._cases[each.id] = case
        for case in self._cases.values():
            self._at.setdefault(case.seat, []).append(case)
            parent = self._cases.get(case.proposal.answers)
            # Whoever amends a deletion proposes other words for the text.
            on_words = bool(case.proposal.answers) and (parent is None or bool(parent.proposal.amendment.wording))
            case.place(on_words=on_words)

    def _decide(self, decisions: Iterable[Decision]) -> None:
        """Let each case know what was decided on it."""
        decided: dict[str, list[Decision]] = {}
        for decision in decisions:
            for name in decision.proposals:
                decided.setdefault(name, []).append(decision)
        for name in decided.keys() | self._decided.keys():
            case = self._cases.get(name)
            if case is not None:
                case.decide(standing_of(name, decided[name]) if name in decided else _OPEN)
        self._decided = decided

    def _in_answering_order(self) -> Iterator[tuple["_Case", "_Case | None"]]:
        """The sub-amendments with what they amend, each after that; the first of some that go in a circle has None."""
        done: set[str] = set()
        for case in self._cases.values():
            row: list[_Case] = []
            above: _Case | None = case
            while above and above.proposal.id not in done and above.is_on_words:
                done.add(above.proposal.id)
                row.append(above)
                above = self._cases.get(above.proposal.answers)
            if row and above in row:
                yield row.pop(), None
            for each in reversed(row):
                yield each, self._cases.get(each.proposal.answers)


def _order(proposal: Proposal) -> tuple[str, int, str]:
    code, _, count = proposal.number.rpartition("-")
    return code, int(count) if count.isdecimal() else 0, proposal.id


class _Case:
    """A proposal, and what is known of it; `tabled` is None where it must be computed again."""

    __slots__ = ("_answered", "_base", "_changes", "is_on_words", "proposal", "seat", "standing", "tabled")

    def __init__(self, proposal: Proposal, seat: Seat) -> None:
        self.proposal = proposal
        self.seat = seat
        self.standing = _OPEN
        self.is_on_words = False
        self.tabled: Tabled | None = None
        self._base: Wording = ()
        self._changes: tuple[Change, ...] | None = None
        self._answered: Tabled | None = None

    def now(self) -> Tabled:
        assert self.tabled is not None
        return self.tabled

    def decide(self, standing: Standing) -> None:
        if standing != self.standing:
            self.standing = standing
            self.tabled = None

    def place(self, *, on_words: bool) -> None:
        """Whether it amends the wording of another proposal."""
        if on_words != self.is_on_words:
            self.is_on_words = on_words
            self.tabled = self._changes = None

    def move(self, by: int | None) -> None:
        """The place is so many paragraphs further on; None where more may differ."""
        if not self.is_on_words:
            self.tabled = None if by is None or self.tabled is None else self.tabled.shifted(by)

    def compute(self, trail: Trail) -> None:
        """On the text."""
        self._read(self.seat.base)
        wish = _wish(self.proposal.amendment, self._base, self.standing.changes)
        self.settle(self._unless_used_up(wish, self.seat.offer(wish, trail), trail))

    def answer(self, parent: "_Case", trail: Trail) -> None:
        """On the wording that it amends."""
        above = parent.now()
        if self.tabled is not None and self._answered is above:
            return
        self._answered = above
        self._read(parent.proposal.amendment.wording)
        wish = _wish(wording_only(self.proposal.amendment), self._base, self.standing.changes)
        self.settle(self._unless_used_up(wish, _on(above, wish, trail), trail))

    def _read(self, base: Wording) -> None:
        if self._changes is None or self._base != base:
            self._base = base
            amendment = self.proposal.amendment
            self._changes = changes_between(wording_only(amendment) if self.is_on_words else amendment, base)

    def _unless_used_up(self, wish: Wish, offer: Offer, trail: Trail) -> Offer:
        if wish.base != wish.wording or wish.moves or not self.standing.changes or offer.outcome is Outcome.DETACHED:
            return offer
        stands = texts(trail.now, range(offer.first, offer.last))
        return Offer(Outcome.ALREADY_IN, "All its changes were accepted.", offer.first, offer.last, stands)

    def lose(self, reason: str) -> None:
        """It amends nothing that is known."""
        self._changes = None
        self.settle(detached(reason))

    def settle(self, offer: Offer) -> None:
        self.tabled = Tabled(self.proposal, self.standing, *offer[:6], self._changes or (), offer.alone)


def _wish(amendment: Amendment, base: Wording, accepted: Sequence[int]) -> Wish:
    """What is still open of an amendment after some of its changes were accepted."""
    moves = amendment.to is not None
    wording = amendment.wording or (base if moves else ())
    if not accepted:
        return Wish(base, wording, moves)
    if amendment.kind is Kind.DELETE:
        left = [words for number, words in enumerate(base, start=1) if number not in accepted]
        return Wish(tuple(left), (), False)
    return Wish(amended_in_part(amendment, accepted, base).wording, wording, moves and 1 not in accepted)


def _on(above: Tabled, wish: Wish, trail: Trail) -> Offer:
    """A sub-amendment on the proposal `above` it."""
    name = f"{above.proposal.number or above.proposal.id}, which it amends,"
    status = above.standing.status
    if status in _FALLEN:
        return detached(f"{name} was {status}.")
    if above.outcome is Outcome.DETACHED:
        return detached(f"{name} has no place in the text any more.")
    if status in _IN_THE_TEXT and above.first < above.last:
        found = Ground(wish.base, texts(trail.now, range(above.first, above.last))).reworded(wish.wording)
        return Offer(*found[:2], above.first, above.last, found.wording, alone=found.alone)
    found = Ground(wish.base, above.wording).reworded(wish.wording)
    offer = Offer(*found[:2], above.first, above.last, found.wording, above.to, found.alone)
    if above.alone is not None:
        alone = Ground(wish.base, above.alone).reworded(wish.wording)
        offer = offer._replace(alone=alone.wording if alone.alone is None else alone.alone)
    if offer.outcome is Outcome.ALREADY_IN:
        offer = offer._replace(outcome=Outcome.CLEAN, reason="")
    if above.outcome in (Outcome.LOOK, Outcome.COLLISION):
        return no_better(offer, above.outcome, f"{name} is no clean change: {above.reason}")
    return offer
