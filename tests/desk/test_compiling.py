"""The compilation of a declaration: what is open in it today."""

from zerodraft.core.negotiation.compilation_reading import read_compilation
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.compiling import working_text
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer

ALL_PORTS = "We agree to keep all ports open to small ships."
FISHING = "We agree to keep ports open to fishing ships."


def test_what_is_open_stands_in_the_text_with_names_of_delegations_and_groups(desk: Desk) -> None:
    desk.propose(desk.open("note"), Offer(("AUS", "NZL"), "1", ALL_PORTS))
    desk.propose(desk.open("note"), Offer(("JPN",), "1", FISHING))
    desk.take_position(desk.open("note"), Opinion("ASEAN", Stand.SUPPORT, "AUS-1"))
    desk.take_position(desk.open("note"), Opinion("MYS", Stand.RESERVE, "AUS-1"))
    desk.take_position(desk.open("note"), Opinion("CHN", Stand.RETAIN, "JPN-1"))
    found = desk.compilation(desk.open("note"))
    assert (
        "We agree to keep [all - Australia, New Zealand; ASEAN support; Malaysia reserve] ports open to "
        "[small - China retain / fishing - Japan] ships." in found.inline()
    )


def test_after_a_decision_the_others_stand_in_the_new_text_with_their_own_words(desk: Desk) -> None:
    desk.propose(desk.open("note"), Offer(("AUS",), "1", FISHING))
    desk.propose(desk.open("note"), Offer(("JPN",), "1", "We agree to keep ports open to sailing ships."))
    desk.decide(desk.open("note"), Ruling(Verdict.ACCEPT, ("AUS-1",)))
    dossier = desk.open("note")
    printed = desk.compilation(dossier).inline()
    assert "We agree to keep ports open to [fishing / sailing - Japan] ships." in printed
    (read,) = read_compilation(working_text(dossier), printed)
    assert read.delegations == ("JPN",)


def test_with_nothing_open_the_compilation_is_the_text(desk: Desk) -> None:
    dossier = desk.open("note")
    assert desk.compilation(dossier).inline() == dossier.draft.source
