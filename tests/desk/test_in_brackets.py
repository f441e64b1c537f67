"""Proposals in brackets: which wordings stand in them, and whose names."""

import pytest
from tests.rooms import NOTE

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.errors import Refusal

PORTS = "We agree to keep ports open to small ships."
MEETING = "We decide to meet again in the autumn."


def propose(desk: Desk, offer: Offer) -> None:
    desk.propose(desk.open("note"), offer)


def bracket(desk: Desk, *numbers: str) -> str:
    """The text after it."""
    desk.decide(desk.open("note"), Ruling(Verdict.BRACKET, numbers))
    return desk.open("note").draft.source


def changed(desk: Desk, *numbers: str) -> list[str]:
    """The lines of the text that are new."""
    return [line for line in bracket(desk, *numbers).splitlines() if line not in NOTE.splitlines()]


def test_supporters_stand_beside_the_words_and_opponents_beside_those_that_stand(desk: Desk) -> None:
    propose(desk, Offer(("JPN", "NZL"), "1", PORTS.replace("small", "all")))
    for opinion in (("VNM", Stand.SUPPORT), ("FJI", Stand.DELETE), ("AUS", Stand.RESERVE)):
        desk.take_position(desk.open("note"), Opinion(*opinion, "JPN-1"))
    assert changed(desk, "JPN-1") == [
        "We agree to keep ports open to [small - Fiji retain / all - Japan, New Zealand, Viet Nam] ships."
    ]


def test_only_who_is_against_all_of_them_wants_what_stands(desk: Desk) -> None:
    propose(desk, Offer(("JPN",), "1", PORTS.replace("small", "all")))
    propose(desk, Offer(("AUS",), "1", PORTS.replace("small", "sailing")))
    for code, number in (("FJI", "JPN-1"), ("FJI", "AUS-1"), ("VNM", "AUS-1")):
        desk.take_position(desk.open("note"), Opinion(code, Stand.DELETE, number))
    assert changed(desk, "JPN-1", "AUS-1") == [
        "We agree to keep ports open to [small - Fiji retain / all - Japan / sailing - Australia] ships."
    ]


def test_a_new_paragraph_stands_in_brackets_as_a_whole(desk: Desk) -> None:
    propose(desk, Offer(("JPN",), "1", "We light them at night.", is_insertion=True))
    assert changed(desk, "JPN-1") == ["[We light them at night. - Japan]"]


def test_what_is_to_be_deleted_stands_in_brackets(desk: Desk) -> None:
    propose(desk, Offer(("JPN",), "3"))
    assert changed(desk, "JPN-1") == [f"[{MEETING} - Japan delete]"]


def test_several_paragraphs_are_bracketed_in_one_act(desk: Desk) -> None:
    propose(desk, Offer(("JPN",), "3", MEETING.replace("autumn", "spring")))
    propose(desk, Offer(("AUS",), "1", PORTS.replace("small", "all")))
    assert changed(desk, "JPN-1", "AUS-1") == [
        "We agree to keep ports open to [small / all - Australia] ships.",
        "We decide to meet again in the [autumn / spring - Japan].",
    ]


def test_a_proposal_that_collides_is_bracketed_beside_what_was_accepted(desk: Desk) -> None:
    propose(desk, Offer(("JPN",), "1", PORTS.replace("small", "all")))
    propose(desk, Offer(("AUS",), "1", PORTS.replace("small", "sailing")))
    desk.decide(desk.open("note"), Ruling(Verdict.ACCEPT, ("JPN-1",)))
    assert changed(desk, "AUS-1") == ["We agree to keep ports open to [all / sailing - Australia] ships."]


def test_a_move_is_no_bracket(desk: Desk) -> None:
    propose(desk, Offer(("JPN",), "1", after="3"))
    with pytest.raises(Refusal, match="JPN-1 moves paragraphs; a bracket can't hold that"):
        bracket(desk, "JPN-1")
