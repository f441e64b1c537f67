"""What four delegations propose for the harbour note, and what is said of it."""

from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer

NOTE = "harbour-note"
PORTS = "We agree to keep all ports open to small ships"
OFFERS = (
    Offer(("JPN", "IDN"), "1", f"{PORTS} and to fishing boats.", reason="Most boats in distress fish."),
    Offer(("VNM",), "1", f"{PORTS} and to fishing boats."),
    Offer(("IDN",), "1", "We intend to keep all ports open to small vessels."),
    Offer(("JPN",), "2(a)", "every second year;", occasion="Panel: Ports"),
    Offer(("FJI",), "3"),
    Offer(("VNM",), "5", "We support the free exchange of charts and of tables."),
)


def tabled_at(desk: Desk) -> None:
    """In order: JPN-1, VNM-1, IDN-1, JPN-2, FJI-1, VNM-2."""
    for offer in OFFERS:
        desk.propose(desk.open(NOTE), offer)
    for opinion in (
        Opinion("ASEAN", Stand.DELETE, proposal="JPN-2"),
        Opinion("IDN", Stand.FLEXIBLE, proposal="JPN-2", body="Every two years would do."),
        Opinion("FJI", Stand.SUPPORT, proposal="JPN-1"),
    ):
        desk.take_position(desk.open(NOTE), opinion)
