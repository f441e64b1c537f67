"""Where a proposal stands, derived from what was decided and said; nothing of it is stored."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.position import Position, Stand


class Status(StrEnum):
    """What became of a proposal. `IN_PART`: some of its changes stand, the rest is open in the delegation's name."""

    OPEN = "open"
    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    BRACKETED = "bracketed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"

    @property
    def is_open(self) -> bool:
        """Whether something of it still waits for a decision."""
        return self in (Status.OPEN, Status.IN_PART)


_STATUS = {
    Verdict.ACCEPT: Status.ACCEPTED,
    Verdict.AS_EDITED: Status.ACCEPTED,
    Verdict.IN_PART: Status.IN_PART,
    Verdict.BRACKET: Status.BRACKETED,
    Verdict.REJECT: Status.REJECTED,
    Verdict.WITHDRAW: Status.WITHDRAWN,
    Verdict.OVERTAKEN: Status.OVERTAKEN,
}


class Standing(NamedTuple):
    """A status, the numbers of the changes that were accepted one by one, and all decisions, oldest first."""

    status: Status
    changes: tuple[int, ...]
    decisions: tuple[Decision, ...]

    @property
    def is_settled(self) -> bool:
        """Whether it was bracketed, and its status is what became of the bracket."""
        is_bracketed = bool(self.decisions) and self.decisions[-1].verdict is Verdict.BRACKET
        return is_bracketed and self.status is not Status.BRACKETED


def standing_of(proposal: str, decisions: Iterable[Decision]) -> Standing:
    """What the decisions make of a proposal, by its id: the last one holds, and what was accepted in part adds up.

    Two drafters may have decided on one proposal, each on a copy of the record: by date, then by id, one is the last.
    """
    about = sorted((each for each in decisions if proposal in each.proposals), key=lambda each: (each.date, each.id))
    status, changes = Status.OPEN, frozenset[int]()
    for each in about:
        status = _STATUS[each.verdict]
        changes |= {*each.changes}
    return Standing(status, tuple(sorted(changes)), tuple(about))


class Voice(NamedTuple):
    """Where a delegation stands, and the code of whoever said it: its own, or that of a group that speaks for it."""

    delegation: str
    stand: Stand
    said_by: str

    @property
    def is_own(self) -> bool:
        return self.delegation == self.said_by


def latest(positions: Iterable[Position]) -> tuple[Position, ...]:
    """The last position of each code on each thing, in the order in which they were said."""
    held: dict[tuple[object, ...], Position] = {}
    for each in sorted(positions, key=lambda position: (position.date, position.id)):
        key = (each.delegation, each.proposal, each.anchor)
        held.pop(key, None)
        held[key] = each
    return tuple(held.values())


def voices(positions: Iterable[Position], known: Delegations) -> tuple[Voice, ...]:
    """Where every delegation stands on one thing, by code: a group speaks for its members, and a member that spoke
    for itself differs from it. A group whose members aren't known stands for itself."""
    own: dict[str, Voice] = {}
    through: dict[str, Voice] = {}
    for each in latest(positions):
        members = known.members_of(each.delegation)
        if members and members != (each.delegation,):
            through |= {member: Voice(member, each.stand, each.delegation) for member in members}
        else:
            own[each.delegation] = Voice(each.delegation, each.stand, each.delegation)
    return tuple(sorted((through | own).values()))


def dissenting(said: Iterable[Voice], known: Delegations, group: str) -> tuple[Voice, ...]:
    """The members of a group that said something else than the group."""
    heard = tuple(said)
    of_group = {voice.stand for voice in heard if voice.said_by == group}
    members = {*known.members_of(group)}
    return tuple(voice for voice in heard if voice.is_own and voice.delegation in members and {voice.stand} != of_group)
