"""The figures of a declaration, version by version, from a real record."""

from tests.desk.council import saved, text_file

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.progress import Held, Tally
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.progressing import Report
from zerodraft.desk.proposing import Offer

# One paragraph of the preamble, three on ports with two sub-paragraphs, one on ships, one of the closing.
FRESH = Tally(paragraphs=8, untouched=8)


def report(desk: Desk) -> Report:
    return desk.progress(desk.open("note"))


def milestones(desk: Desk) -> list[tuple[str, Tally]]:
    told = report(desk).milestones
    return [(each.version.name if each.version else "", each.tally) for each in told]


def issue(desk: Desk, designation: str) -> None:
    desk.issue(desk.open("note"), Issue(designation))


def propose(desk: Desk, code: str, paragraph: str, words: str) -> str:
    return desk.propose(desk.open("note"), Offer((code,), paragraph, words)).name


def test_a_text_that_nobody_touched_has_one_milestone(desk: Desk) -> None:
    assert milestones(desk) == [("", FRESH)]
    assert report(desk).now.held == ()


def test_each_version_has_the_figures_that_it_was_issued_with(desk: Desk) -> None:
    issue(desk, "Zero Draft")
    propose(desk, "JPN", "1", "We agree to keep all ports open to small ships.")
    propose(desk, "FJI", "4", "We support the exchange of charts.")
    issue(desk, "Rev.1")
    desk.decide(desk.open("note"), Ruling(Verdict.REJECT, ("JPN-1",), why="Too much."))
    desk.agree(desk.open("note"), Closing(("3",)))
    saved(desk, "once a year", "[once/twice] a year")
    issue(desk, "Rev.2")
    desk.reopen(desk.open("note"), Closing(("3",), why="Fiji asked for it."))
    assert milestones(desk) == [
        ("zero-draft", FRESH),
        ("rev-1", FRESH._replace(proposals=2)),
        ("rev-2", FRESH._replace(agreed=1, bracketed=1, untouched=6, brackets=1, proposals=1)),
        ("", FRESH._replace(bracketed=1, proposed=1, untouched=6, brackets=1, proposals=1)),
    ]
    assert report(desk).made == 2


def test_who_holds_what_is_open_is_told_by_part(desk: Desk) -> None:
    propose(desk, "JPN", "1", "We agree to keep all ports open to small ships.")
    propose(desk, "JPN", "4", "We support the exchange of charts.")
    saved(desk, "once a year", "[once - Fiji / twice - Japan] a year")
    found = report(desk).now
    assert [part.area.title if part.area else part.part.value for part in found.parts] == [
        "preamble",
        "Focus area 1: Ports",
        "Focus area 2: Ships",
        "closing",
    ]
    assert found.held == (
        Held("JPN", (0, 1, 1, 0, 0), (0, 1, 0, 0)),
        Held("FJI", (0, 0, 0, 0, 0), (0, 1, 0, 0)),
    )


def test_agreed_wording_that_was_changed_elsewhere_is_not_counted_as_agreed(desk: Desk) -> None:
    desk.agree(desk.open("note"), Closing(("3", "4")))
    text = text_file(desk)
    text.write_text(text.read_text().replace("charts and tables", "charts"))
    assert report(desk).now.total.agreed == 1
