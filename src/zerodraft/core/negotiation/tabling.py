"""The table: what every proposal would do to the text as it stands, from the proposal as it was made.

One decision changes a paragraph or two. So what was found is kept in a `Memory`: only proposals on paragraphs that
read otherwise now, or on which something was decided, are computed again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

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
from zerodraft.core.negotiation.settled import Grounds, after_brackets
from zerodraft.core.negotiation.tabled import Change, Tabled

_OPEN = Standing(Status.OPEN, (), ())
_NOWHERE = Amendment("", 0, 0)
_NOT_FOUND = Tabled(Proposal("", "", (), datetime.min, _NOWHERE), _OPEN, Outcome.DETACHED, "", -1, -1, (), None, ())
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
        self._answering: list[_Case] = []
        self._decided: dict[str, list[Decision]] = {}
        self._found: dict[str, Tabled] = {}

    def table(
        self, proposals: Iterable[Proposal], decisions: Iterable[Decision], lineage: Lineage
    ) -> Mapping[str, Tabled]:
        anew = self._taken(list(proposals))
        anew |= self._decide(decisions, anew)
        trail = self._trail = Trail(lineage, self._trail)
        self._follow(trail, anew)
        for case in anew:
            if not case.is_on_words:
                self._found[case.name] = case.compute(trail)
        for case, above in self._in_answering_order():
            known = "amends it in turn" if case.proposal.answers in self._cases else "is not known"
            lost = f"The proposal that it amends {known}."
            self._found[case.proposal.id] = (
                case.lose(lost) if above is None else case.answer(above, trail, case in anew)
            )
        return dict(self._found)

    def _follow(self, trail: Trail, anew: "set[_Case]") -> None:
        """Those whose place is only further on are there; those of which more may differ are added to `anew`."""
        for seat, by in self._seating.follow(trail).items():
            if by is None:
                anew.update(self._at[seat])
                continue
            for case in self._at[seat]:
                if not case.is_on_words:
                    self._found[case.name] = case.tabled = case.tabled.shifted(by)

    def _taken(self, given: list[Proposal]) -> "set[_Case]":
        """Those that were not there the last time, or otherwise."""
        if given == self._given:
            return set()
        self._given = given
        self._seating.take(Key.of(each.amendment) for each in given)
        former, self._cases, self._at = self._cases, {}, {}
        for each in sorted(given, key=_order):
            case = former.get(each.id)
            if case is None or case.proposal != each:
                case = _Case(each, self._seating[Key.of(each.amendment)])
            self._cases[each.id] = case
            self._at.setdefault(case.seat, []).append(case)
        anew = {case for name, case in self._cases.items() if former.get(name) is not case}
        anew.update(case for case in self._cases.values() if case.place(on_words=self._is_on_words(case.proposal)))
        self._answering = [case for case in self._cases.values() if case.is_on_words]
        self._found = {name: self._found.get(name, _NOT_FOUND) for name in self._cases}
        return anew

    def _is_on_words(self, proposal: Proposal) -> bool:
        """Whether it amends the wording of another; whoever amends a deletion proposes other words for the text."""
        parent = self._cases.get(proposal.answers)
        return bool(proposal.answers) and (parent is None or bool(parent.proposal.amendment.wording))

    def _decide(self, decisions: Iterable[Decision], anew: "set[_Case]") -> "set[_Case]":
        """Let each case know what was decided on it; those on which it was another thing the last time."""
        decided: dict[str, list[Decision]] = {}
        for decision in decisions:
            for name in decision.proposals:
                decided.setdefault(name, []).append(decision)
        former, self._decided = self._decided, decided
        names = {name for name in decided.keys() | former.keys() if decided.get(name) != former.get(name)}
        names.update(case.name for case in anew)
        known = ((self._cases.get(name), decided.get(name)) for name in names)
        return {case for case, acts in known if case and case.decide(acts or ())}

    def _in_answering_order(self) -> Iterator[tuple["_Case", "_Case | None"]]:
        """The sub-amendments with what they amend, each after that; the first of some that go in a circle has None."""
        done: set[str] = set()
        for case in self._answering:
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
    """A proposal, and what is known of it."""

    __slots__ = ("_answered", "_base", "_changes", "is_on_words", "name", "proposal", "seat", "standing", "tabled")

    def __init__(self, proposal: Proposal, seat: Seat) -> None:
        self.proposal = proposal
        self.name = proposal.id
        self.seat = seat
        self.standing = _OPEN
        self.is_on_words = False
        self.tabled = _NOT_FOUND
        self._base: Wording = ()
        self._changes: tuple[Change, ...] | None = None
        self._answered: Tabled | None = None

    def place(self, *, on_words: bool) -> bool:
        """Say whether it amends the wording of another proposal; whether that is new."""
        is_new = on_words != self.is_on_words
        self.is_on_words = on_words
        self._changes = None if is_new else self._changes
        return is_new

    def decide(self, decisions: Iterable[Decision]) -> bool:
        """Whether its standing is another one by these decisions."""
        former, self.standing = self.standing, standing_of(self.proposal.id, decisions) if decisions else _OPEN
        return self.standing != former

    def compute(self, trail: Trail) -> Tabled:
        """On the text."""
        self._read(self.seat.base)
        wish = _wish(self.proposal.amendment, self._base, self.standing.changes)
        return self._settle(self._unless_used_up(wish, self.seat.offer(wish, trail), trail), trail)

    def answer(self, parent: "_Case", trail: Trail, is_new: bool) -> Tabled:
        """On the wording that it amends; nothing is new where that is tabled as it was."""
        above = parent.tabled
        if self._answered is above and not is_new:
            return self.tabled
        self._answered = above
        self._read(parent.proposal.amendment.wording)
        wish = _wish(wording_only(self.proposal.amendment), self._base, self.standing.changes)
        return self._settle(self._unless_used_up(wish, _on(above, wish, trail), trail), trail)

    def lose(self, reason: str) -> Tabled:
        """It amends nothing that is known."""
        self._changes = self._answered = None
        return self._settle(detached(reason), None)

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

    def _settle(self, offer: Offer, trail: Trail | None) -> Tabled:
        standing = self.standing
        if standing.status is Status.BRACKETED and trail is not None:
            standing = standing._replace(status=self._after_brackets(offer, trail))
        self.tabled = Tabled(self.proposal, standing, *offer[:6], self._changes or (), offer.alone)
        return self.tabled

    def _after_brackets(self, offer: Offer, trail: Trail) -> Status:
        amendment = self.proposal.amendment
        told = wording_only(amendment) if self.is_on_words else amendment
        grounds = Grounds(self._base, texts(trail.now, range(offer.first, offer.last)), self.seat.put_in)
        return after_brackets(told, offer, grounds, len(self._changes or ()) - len(self.standing.changes))


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
