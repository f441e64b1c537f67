"""Whose hand made which change, and who worked on whose words.

A revision that lies over another's is the younger one: that is a proof, the dates that files give are not (a binary
Word file keeps minutes, a clock may be wrong) and only decide where nothing lies over anything. A delegation that
comes back to what another made of its words has a second hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

from zerodraft.intake.marked import Marked, Revision
from zerodraft.intake.signs import UNMARKED, Change

Stack = tuple[Revision, ...]
_NEVER = datetime.max.replace(tzinfo=UTC)


class Roster:
    """The hands of a file, the older first; hand 0 is that of the sender, for what nobody marked.

    `codes` has the delegation of each hand. A name that `delegation_of` doesn't know is the sender's.
    """

    def __init__(self, marked: Marked, delegation_of: Mapping[str, str], sender: str) -> None:
        self._delegation_of = delegation_of
        self._sender = sender
        stacks = tuple(dict.fromkeys(_stacks(marked)))
        ranks = {code: rank for rank, code in enumerate(self._in_order(stacks))}
        seats = {stack: tuple(self._seats(stack, ranks)) for stack in stacks}
        order = sorted({seat for found in seats.values() for seat in found})
        hands = {seat: hand for hand, seat in enumerate(order, UNMARKED + 1)}
        names = list(ranks)
        self.codes: tuple[str, ...] = (sender, *(names[rank] for _, rank in order))
        self._changes = {
            stack: tuple(
                Change(each.op, hands[seat], each.author, each.date, each.move)
                for each, seat in zip(stack, found, strict=True)
            )
            for stack, found in seats.items()
        }

    def changes(self, stack: Stack) -> tuple[Change, ...]:
        return self._changes[stack]

    def code_of(self, author: str) -> str:
        return self._delegation_of.get(author) or self._sender

    def _in_order(self, stacks: Sequence[Stack]) -> list[str]:
        """The delegations, each after those on whose words it worked; where that goes in a circle, by date."""
        before: dict[str, set[str]] = {}
        first: dict[str, datetime] = {}
        for stack in stacks:
            above: set[str] = set()
            for revision in stack:
                code = self.code_of(revision.author)
                before.setdefault(code, set()).update(above - {code})
                first[code] = min(first.get(code, _NEVER), revision.date or _NEVER)
                above.add(code)
        order: list[str] = []
        while left := [code for code in before if code not in order]:
            free = [code for code in left if not before[code].intersection(left)]
            order.append(min(free or left, key=first.__getitem__))
        return order

    def _seats(self, stack: Stack, ranks: Mapping[str, int]) -> Iterator[tuple[int, int]]:
        """For each revision how often one of a lower rank came after a higher, and the rank: they never fall."""
        turn = last = 0
        for revision in stack:
            rank = ranks[self.code_of(revision.author)]
            turn += rank < last
            last = rank
            yield turn, rank


def _stacks(marked: Marked) -> Iterable[Stack]:
    for block in marked.blocks:
        yield from (run.revisions for run in block.runs)
        yield block.mark
