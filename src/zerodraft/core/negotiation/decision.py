"""What the room decided on proposals, brackets and paragraphs."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from zerodraft.core.comparison.anchor import Anchor


class Verdict(StrEnum):
    """What was decided. Those up to `OVERTAKEN` are on proposals, the others on a paragraph."""

    ACCEPT = "accept"
    IN_PART = "accept in part"
    AS_EDITED = "accept as edited"
    BRACKET = "bracket"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    OVERTAKEN = "overtaken"
    RESOLVE = "resolve"
    AGREE = "agree"
    REOPEN = "reopen"

    @property
    def is_on_proposals(self) -> bool:
        return self not in (Verdict.RESOLVE, Verdict.AGREE, Verdict.REOPEN)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, by whom (`SEC` for the chair), when and why (`body`).

    `proposals` are ids; `changes` the numbers, from 1, of the changes that were accepted of one proposal; `instead` is
    the id of the proposal by which they are overtaken, "" where none is named. `anchor` is the paragraph, or words of
    it, where the decision is on a paragraph; `paragraph` its number as it was cited then. `delegations` are those who
    agreed or asked for it, by code, none for the room.
    """

    id: str
    decided_by: str
    date: datetime
    verdict: Verdict
    proposals: tuple[str, ...] = ()
    changes: tuple[int, ...] = ()
    anchor: Anchor | None = None
    paragraph: str = ""
    body: str = ""
    instead: str = ""
    delegations: tuple[str, ...] = ()

    @property
    def problem(self) -> str:
        """Why it can't be a decision, in a sentence; "" when it can."""
        if self.verdict.is_on_proposals != bool(self.proposals):
            return f"“{self.verdict}” is said {'of proposals' if self.verdict.is_on_proposals else 'of a paragraph'}."
        if self.verdict.is_on_proposals == (self.anchor is not None):
            return "A decision is on proposals, or on a paragraph."
        if (self.verdict is Verdict.IN_PART) != bool(self.changes):
            return "Of what is accepted in part the changes are named, and only there."
        if self.changes and (len(self.proposals) != 1 or tuple(sorted({*self.changes})) != self.changes):
            return "The changes of one proposal are named in their order."
        if self.instead and (self.verdict is not Verdict.OVERTAKEN or self.instead in self.proposals):
            return "Another proposal is named only where it overtook these."
        if len({*self.delegations}) < len(self.delegations):
            return "A delegation is named once."
        return "A proposal is named once." if len({*self.proposals}) < len(self.proposals) else ""
