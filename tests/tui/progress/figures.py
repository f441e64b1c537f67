"""Reports made by hand: a preamble, two focus areas, a closing."""

from datetime import UTC, date, datetime

from zerodraft.core.negotiation.progress import Condition, Held, PartTally, Progress, Tally
from zerodraft.core.text.draft import FocusArea, Part
from zerodraft.desk.dossier import Version
from zerodraft.desk.progressing import Milestone, Report

_SIGNS = {"A": Condition.AGREED, "B": Condition.BRACKETED, "P": Condition.PROPOSED, "U": Condition.UNTOUCHED}
PORTS = FocusArea(1, "Focus area 1: Ports", 2, 7)
SHIPS = FocusArea(2, "Focus area 2: Ships and those who build them", 7, 12)


def part(conditions: str, brackets: int = 0, proposals: int = 0, *, area: FocusArea | None = None) -> PartTally:
    """`conditions` has a letter a paragraph: agreed, bracketed, proposed on, untouched."""
    agreed, bracketed, proposed, untouched = (conditions.count(letter) for letter in _SIGNS)
    tally = Tally(len(conditions), agreed, bracketed, proposed, untouched, brackets, proposals)
    return PartTally(Part.OPERATIVE if area else Part.PREAMBLE, area, tally, tuple(_SIGNS[each] for each in conditions))


PARTS = (part("UP", 0, 1), part("ABUU", 2, 0, area=PORTS), part("PPUU", 0, 12, area=SHIPS))
NOW = Tally(10, 1, 1, 3, 5, 2, 13)


def version(designation: str) -> Version:
    moment = datetime(2021, 11, 2, 9, 0, tzinfo=UTC)
    return Version(designation, designation, "", date(2021, 11, 2), moment, "", "", "", True)


def milestone(designation: str, **figures: int) -> Milestone:
    return Milestone(version(designation), Tally(**figures))


def report(*held: Held, milestones: tuple[Milestone, ...] = (), made: int = 20) -> Report:
    return Report(Progress(NOW, PARTS, held), (*milestones, Milestone(None, NOW)), made)
