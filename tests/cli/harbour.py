"""A small workspace for the tests of the command line: one declaration, two versions, some comments.

Between the Zero Draft and Rev.1 paragraph 1 is reworded, 3 deleted, 5 moved to the front of its
focus area, and a paragraph put in before it; after Rev.1 paragraph 1 gets a bracket.
"""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from tests.rooms import ANA, NOTE, clock

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import parse_settings
from zerodraft.store.workspace import Workspace

CHARTS = "We support the exchange of charts and tables.\n"
ZERO_DRAFT = NOTE.replace(CHARTS, f"{CHARTS}\nWe thank the pilots who brought the ships home.\n")
REV_1 = """# Harbour Note

*Recalling* the seminar of the year before,

## Focus area 1: Ports

We agree to keep all ports open to small ships.

We invite each country to report on its ports:

(a) once a year;

(b) in one language.

## Focus area 2: Ships

We honour the crews.

We thank the pilots who brought the ships home.

We support the exchange of charts and tables.

---

Done at the harbour.
"""
WORKING = REV_1.replace("keep all ports open", "keep [all - Japan; Fiji delete] ports open")
SETTINGS = """title = "Harbour Note"
conference = "Conference of Small Harbours"
place = "Suva"
dates = [2021-11-02, 2021-11-03]
participants = ["JPN", "FJI", "VNM", "IDN"]
host = "FJI"
"""
_BEGIN = datetime(2021, 11, 2, 9, 0, tzinfo=timezone(timedelta(hours=12)))


def build(place: Path) -> Path:
    """The workspace, made at `place`; the same acts at the same moments every time."""
    with Desk(Workspace.create(place), clock(_BEGIN, timedelta(hours=1)), ANA) as desk:
        desk.new("harbour-note", Beginning(parse_settings(SETTINGS), source=ZERO_DRAFT))
        desk.issue(desk.open("harbour-note"), Issue("Zero Draft", "Consultation"))
        _speak(desk)
        desk.save(desk.open("harbour-note"), REV_1)
        desk.issue(desk.open("harbour-note"), Issue("Rev.1", "Negotiation"))
        desk.comment(desk.open("harbour-note"), Remark("FJI", "1", "We would delete “all”.", quote="all ports"))
        desk.save(desk.open("harbour-note"), WORKING)
    return place


def _speak(desk: Desk) -> None:
    """Japan on open ports, Viet Nam on the report, Fiji on the meeting; the secretariat settles Viet Nam's."""
    remarks = (
        Remark("JPN", "1", "All of them.", quote="keep ports open", occasion="Panel: Ports"),
        Remark("VNM", "2(a)", "Twice is too often.\n\nOnce is enough."),
        Remark("FJI", "3", "Autumn is the season of storms.", quote="in the autumn"),
    )
    names = [desk.comment(desk.open("harbour-note"), remark).name for remark in remarks]
    desk.reply(desk.open("harbour-note"), Reply("SEC", names[1], "Kept at once a year.", resolves=True))
