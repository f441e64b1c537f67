"""A proposal on the table: what it would do to the text as it stands today, and what it changes, one by one."""

from typing import NamedTuple

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.review import Standing


class Change(NamedTuple):
    """One change of a proposal as it was made, counted from 1 through all its paragraphs: `before` are the words of
    the text that was read, `after` those that take their place; one of them may be "". A line end among them is the
    end of a paragraph. A move is one change, its words are the same on both sides."""

    number: int
    before: str
    after: str
    is_move: bool = False


class Tabled(NamedTuple):
    """Always computed from the proposal as it was made, against the text on which it was made.

    `first` and `last` are the paragraphs of the working text that it is about, half-open; the same twice is the place
    before a paragraph. Both are -1 where it is detached. `wording` is what would stand in their place, one line a
    paragraph without typed label, () where it takes them out; in a collision with both wordings in brackets; it is
    what stands there now where nothing can be offered. `to` is the paragraph before which moved ones would go.
    `reason` is a sentence for the drafter, "" when it is clean. `alone` is the wording with the proposal's own words
    where it collides, None where that is `wording`.
    """

    proposal: Proposal
    standing: Standing
    outcome: Outcome
    reason: str
    first: int
    last: int
    wording: tuple[str, ...]
    to: int | None
    changes: tuple[Change, ...]
    alone: tuple[str, ...] | None = None

    def shifted(self, by: int) -> "Tabled":
        """The same, so many paragraphs further on; it is not detached."""
        proposal, standing, outcome, reason, first, last, wording, to, changes, alone = self
        place = None if to is None else to + by
        return Tabled(proposal, standing, outcome, reason, first + by, last + by, wording, place, changes, alone)

    @property
    def own_wording(self) -> tuple[str, ...]:
        """What would stand in the text if the proposal alone counted."""
        return self.wording if self.alone is None else self.alone

    @property
    def is_open(self) -> bool:
        return self.standing.status.is_open
