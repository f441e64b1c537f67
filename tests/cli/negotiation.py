"""The harbour in the middle of its negotiation: proposals of each kind, positions, a group that is not of one mind,
a decision."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from tests.cli.harbour import build
from tests.rooms import ANA, clock

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer

NOTE = "harbour-note"
OFFERS = (
    Offer(
        ("JPN", "IDN"), "1", "We agree to keep ports open to ships of any size.", reason="Ships are no longer small."
    ),
    Offer(("FJI",), "4", "We thank the pilots and crews who brought the ships home.", occasion="Panel 2"),
    Offer(("VNM",), "2(b)"),
    Offer(("FJI",), "3", "We honour those who were lost at sea.", is_insertion=True),
    Offer(("JPN",), "3", "We meet again in the spring.", on="zero-draft"),
    Offer(("VNM",), "", "We thank the brave pilots and crews who brought the ships home.", answers="FJI-1"),
    Offer(("IDN",), "5", after="3"),
)
OPINIONS = (
    Opinion("ASEAN", Stand.RESERVE, "FJI-1", body="Until Thursday."),
    Opinion("VNM", Stand.SUPPORT, "FJI-1"),
    Opinion("JPN", Stand.SUPPORT, "FJI-1", body="With thanks to Fiji."),
)


def negotiate(place: Path) -> Path:
    """The workspace, made at `place`: seven proposals, three positions, one rejected."""
    build(place)
    begin = datetime(2021, 11, 4, 9, 0, tzinfo=timezone(timedelta(hours=12)))
    with Desk.at(place) as desk:
        desk.room.clock, desk.room.drafter = clock(begin, timedelta(minutes=10)), ANA
        for offer in OFFERS:
            desk.propose(desk.open(NOTE), offer)
        for opinion in OPINIONS:
            desk.take_position(desk.open(NOTE), opinion)
        desk.decide(desk.open(NOTE), Ruling(Verdict.REJECT, ("VNM-1",), why="Agreed in Suva."))
    return place
