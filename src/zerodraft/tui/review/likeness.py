"""What is like the chosen proposal: to be decided with it, or decided otherwise before."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.tui.widgets.card import Para, para
from zerodraft.tui.widgets.row import Piece

if TYPE_CHECKING:
    from zerodraft.core.negotiation.clusters import Cluster
    from zerodraft.desk.meetings import Likes

LIKE = "≈"


class Likeness:
    """By the id of a proposal, who is like it; found out once for a dossier."""

    def __init__(self, found: "Likes | None" = None) -> None:
        self._open = _by_member(found.clusters if found else ())
        self._unlike = _by_member(found.unlike if found else ())

    def like(self, tabled: Tabled) -> tuple[Tabled, ...]:
        """The other open ones that say the same, or nearly."""
        return _others(self._open.get(tabled.proposal.id, ()), tabled)

    def unlike(self, tabled: Tabled) -> tuple[Tabled, ...]:
        """Those like it on which something else was decided."""
        here = tabled.standing.status
        decided = _others(self._unlike.get(tabled.proposal.id, ()), tabled)
        return tuple(each for each in decided if each.standing.status is not here)

    def paras(self, tabled: Tabled) -> Iterator[Para]:
        """For the card of the proposal."""
        if like := self.like(tabled):
            numbers = ", ".join(each.proposal.number for each in like)
            says = "says" if len(like) == 1 else "say"
            yield para(Piece(f"{LIKE} {numbers} {says} the same or nearly: l marks all.", "accent"))
        if unlike := self.unlike(tabled):
            told = ", ".join(f"{each.proposal.number} {each.standing.status.value}" for each in unlike)
            yield para(Piece(f"Decided otherwise, though nearly the same: {told}.", "warning"))


def _by_member(clusters: "Sequence[Cluster]") -> dict[str, tuple[Tabled, ...]]:
    return {one.proposal.id: each.members for each in clusters for one in each.members}


def _others(members: tuple[Tabled, ...], tabled: Tabled) -> tuple[Tabled, ...]:
    return tuple(each for each in members if each.proposal.id != tabled.proposal.id)


NOTHING_ALIKE = Likeness()
