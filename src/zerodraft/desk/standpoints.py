"""Who stands where on a proposal: those that propose it, those that spoke of it, and members that differ from their
group."""

from collections.abc import Sequence
from typing import NamedTuple

from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.review import Voice, dissenting, latest, voices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier


class Standpoint(NamedTuple):
    """A position that holds, and the members of the group that took it who say something else."""

    position: Position
    differing: tuple[Voice, ...]


def standpoints(dossier: Dossier, tabled: Tabled) -> tuple[Standpoint, ...]:
    """The positions that hold, by stand, then in the order in which they were taken."""
    heard = all_voices(dossier, tabled)
    held = latest(dossier.positions_on(tabled.proposal.id))
    return tuple(
        Standpoint(each, dissenting(heard, dossier.delegations, each.delegation))
        for stand in Stand
        for each in held
        if each.stand is stand
    )


def all_voices(dossier: Dossier, tabled: Tabled) -> tuple[Voice, ...]:
    """Where every delegation stands, by code; whoever proposes supports it."""
    return voices((*_proposing(tabled), *dossier.positions_on(tabled.proposal.id)), dossier.delegations)


def against_their_group(dossier: Dossier, tabled: Tabled, code: str) -> tuple[Voice, ...]:
    """The members of a proposing group that say something else than to support it."""
    return dissenting(all_voices(dossier, tabled), dossier.delegations, code)


def _proposing(tabled: Tabled) -> Sequence[Position]:
    proposal = tabled.proposal
    return [Position("", code, proposal.date, Stand.SUPPORT, proposal.id) for code in proposal.delegations]
