"""What another delegation says of a proposal, of an alternative in a bracket, or of a paragraph."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from zerodraft.core.comparison.anchor import Anchor


class Stand(StrEnum):
    """Where a delegation stands."""

    SUPPORT = "support"
    RETAIN = "retain"
    DELETE = "delete"
    RESERVE = "reserve"
    FLEXIBLE = "flexible"


@dataclass(frozen=True, slots=True)
class Position:
    """A position on a `proposal` (its id), or, where that is "", on the words at `anchor`: a paragraph as a whole, or
    an alternative of a bracket in it. The last one of a delegation on one thing holds."""

    id: str
    delegation: str
    date: datetime
    stand: Stand
    proposal: str = ""
    anchor: Anchor | None = None
    paragraph: str = ""
    on: str = ""
    body: str = ""

    @property
    def problem(self) -> str:
        """Why it can't be a position, in a sentence; "" when it can."""
        return "A position is on a proposal, or on words." if bool(self.proposal) == (self.anchor is not None) else ""
