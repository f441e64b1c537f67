"""How far a declaration is: the figures of its working text, and those of every version that was issued."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.negotiation.agreed import agreed_paragraphs
from zerodraft.core.negotiation.progress import Open, Progress, Tally, open_at, progress
from zerodraft.desk.dossier import Dossier, Version
from zerodraft.desk.room import Room


@dataclass(frozen=True, slots=True)
class Milestone:
    """The figures of one text in all: `version` is None for the working text."""

    version: Version | None
    tally: Tally


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of the working text, and the milestones on the way: the versions in the order of their issue, the
    working text last. `made` counts all proposals, decided ones too."""

    now: Progress
    milestones: tuple[Milestone, ...]
    made: int


def report(room: Room, dossier: Dossier) -> Report:
    """The figures of a declaration."""
    opened = [
        Open(each.proposal.delegations, each.first, each.last) for each in dossier.tabled.values() if each.is_open
    ]
    agreed = {each.ordinal for each in dossier.agreed if each.ordinal is not None and each.stands}
    now = progress(dossier.draft, agreed, opened, dossier.delegations)
    milestones = (*_milestones(room, dossier), Milestone(None, now.total))
    return Report(now, milestones, len(dossier.tabled))


def _milestones(room: Room, dossier: Dossier) -> Iterator[Milestone]:
    """The texts as they were issued, with what was decided until then."""
    lineage = room.archive.lineage(dossier)
    places = {version.text_id: place for place, version in enumerate(lineage.versions)}
    for version in dossier.versions:
        agreed = _agreed_at(version.issued, dossier, lineage, places[version.text_id])
        tally = progress(lineage.versions[places[version.text_id]].draft, agreed).total
        was_open = open_at(version.issued, dossier.proposals, dossier.decisions)
        yield Milestone(version, tally._replace(proposals=was_open))


def _agreed_at(moment: datetime, dossier: Dossier, lineage: Lineage, place: int) -> set[int]:
    """The paragraphs of a version that were agreed when it was issued."""
    until = Lineage(lineage.versions[: place + 1], lineage.identities[: place + 1])
    decided = [each for each in dossier.decisions if each.date <= moment]
    found = agreed_paragraphs(decided, until)
    return {each.ordinal for each in found if each.ordinal is not None and each.stands}
