"""The queue of proposals: which, in which order, and how many of them are decided."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.delegation import comparison_key
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.queue import Sought, place_of, queue

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier


class Order(StrEnum):
    """How the queue is ordered; proposals without a place always stand at its end."""

    PARAGRAPH = "by paragraph"
    DELEGATION = "by delegation"
    DATE = "newest first"

    @property
    def next(self) -> "Order":
        orders = tuple(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


@dataclass(frozen=True, slots=True)
class Queue:
    """The proposals in order; those from `tray` on have no place in the text and stand below a heading of their own.

    `decided` of `total` are decided among all that are like these, whatever states are shown.
    """

    tabled: tuple[Tabled, ...] = ()
    tray: int = 0
    decided: int = 0
    total: int = 0

    @property
    def heading(self) -> int | None:
        """At which item the heading stands."""
        return self.tray if self.tray < len(self.tabled) else None

    @property
    def count(self) -> int:
        """The items: the proposals, and the heading."""
        return len(self.tabled) + (self.heading is not None)

    def at(self, item: int) -> Tabled | None:
        place = self._place(item)
        return self.tabled[place] if item != self.heading and 0 <= place < len(self.tabled) else None

    def item_of(self, proposal: str) -> int | None:
        """Where the proposal with this id stands."""
        for place, each in enumerate(self.tabled):
            if each.proposal.id == proposal:
                return place + (place >= self.tray)
        return None

    def number(self, item: int) -> int:
        """Which of the proposals it is, counted from 1."""
        return self._place(item) + 1

    def between(self, item: int, other: int) -> tuple[Tabled, ...]:
        """The proposals from one item to another, both included, in whichever direction."""
        first, last = sorted((item, other))
        return tuple(found for each in range(first, last + 1) if (found := self.at(each)) is not None)

    def next_open(self, item: int, without: Container[str] = ()) -> str:
        """The id of the next open proposal after an item, round to the first; "" where there is no other."""
        place = self._place(item)
        following = (*self.tabled[place + 1 :], *self.tabled[: max(place, 0)])
        found = (each.proposal.id for each in following if each.is_open and each.proposal.id not in without)
        return next(found, "")

    def first_open(self) -> str:
        return next((each.proposal.id for each in self.tabled if each.is_open), "")

    def _place(self, item: int) -> int:
        return item - (item > self.tray)


def listed(dossier: "Dossier", sought: Sought, order: Order) -> Queue:
    """Raises the refusal of a wish for something that is not there."""
    alike = queue(dossier, replace(sought, states=frozenset())) if sought.states else queue(dossier, sought)
    found = [each for each in alike if each.standing.status in sought.states] if sought.states else list(alike)
    tray = len(found)
    while tray and place_of(found[tray - 1]) is None:
        tray -= 1
    if order is not Order.PARAGRAPH:
        found = [*_ordered(dossier, found[:tray], order), *_ordered(dossier, found[tray:], order)]
    return Queue(tuple(found), tray, sum(not each.is_open for each in alike), len(alike))


def _ordered(dossier: "Dossier", found: Sequence[Tabled], order: Order) -> Iterable[Tabled]:
    if order is Order.DATE:
        return sorted(found, key=lambda each: each.proposal.date, reverse=True)
    codes = {each.proposal.delegation for each in found}
    names = {code: comparison_key(dossier.name_of(code)) for code in codes}
    return sorted(found, key=lambda each: names[each.proposal.delegation])
