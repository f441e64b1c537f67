"""`zerodraft collisions`: where proposals meet, what is alike, and who wants two things at once."""

import json
import shutil
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.made_once import made_once
from tests.rooms import ANA, clock, sharing_objects

from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer

NOTE = "harbour-note"
CHARTS = "We support the exchange of charts and tables."
OFFERS = (
    ("JPN", "We welcome the exchange of charts and tables."),
    ("FJI", "We welcome the exchange of charts and tables."),
    ("VNM", "We encourage the exchange of charts and tables."),
    ("IDN", "We support the exchange of charts and books."),
    ("VNM", "We encourage the exchange of charts and books each year."),
)
OTHERS = (
    Offer(("JPN",), "4", "We thank the brave pilots who brought the small ships and boats of all ports home."),
    Offer(("IDN",), "4", "We thank the brave pilots who brought the small ships and boats of all the ports home."),
)


@pytest.fixture(scope="session")
def meetings_made(harbour_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour with proposals of each relation on paragraph 5, and two that are alike on 4; to be read only."""

    def make(place: Path) -> None:
        shutil.copytree(harbour_made, place, copy_function=sharing_objects)
        with Desk.at(place) as desk:
            desk.room.clock, desk.room.drafter = clock(), ANA
            for offer in (*(Offer((code,), "5", words) for code, words in OFFERS), *OTHERS):
                desk.propose(desk.open(NOTE), offer)
            desk.take_position(desk.open(NOTE), Opinion("IDN", Stand.SUPPORT, "VNM-1"))
            desk.take_position(desk.open(NOTE), Opinion("IDN", Stand.RETAIN, "JPN-1"))

    return made_once(tmp_path_factory, "meetings", make)


@pytest.fixture
def met(meetings_made: Path, tmp_path: Path) -> Path:
    """A copy of it, to write in."""
    return Path(shutil.copytree(meetings_made, tmp_path / "met", copy_function=sharing_objects))


def test_each_place_tells_what_proposals_are_to_each_other_and_what_to_do(ask: Ask, meetings_made: Path) -> None:
    answer = ask("collisions", NOTE, at=meetings_made)
    assert answer.err.endswith(" pairs on the same words, 2 groups of like proposals, 1 delegation of two minds\n\n")
    _, at_charts = answer.out.split("\n\n", 1)
    at_charts = answer.out.partition("Paragraph 5\n")[2]
    assert at_charts == (
        "  FJI-1  Fiji\n"
        "    We [-support-]{+welcome+} the exchange of charts and tables.\n"
        "  IDN-1  Indonesia\n"
        "    We support the exchange of charts and [-tables-]{+books+}.\n"
        "  JPN-1  Japan\n"
        "    We [-support-]{+welcome+} the exchange of charts and tables.\n"
        "  VNM-1  Viet Nam\n"
        "    We [-support-]{+encourage+} the exchange of charts and tables.\n"
        "  VNM-2  Viet Nam\n"
        "    We [-support-]{+encourage+} the exchange of charts and [-tables-]{+books\n"
        "    each year+}.\n"
        "\n"
        "  FJI-1 and JPN-1 say the same: zerodraft accept harbour-note FJI-1 JPN-1\n"
        "  IDN-1 is part of VNM-2: zerodraft overtaken harbour-note IDN-1 --by VNM-2\n"
        "  VNM-1 is part of VNM-2: zerodraft overtaken harbour-note VNM-1 --by VNM-2\n"
        "  FJI-1 and IDN-1 can be merged: zerodraft accept harbour-note FJI-1 JPN-1 IDN-1\n"
        "    We [-support-]{+welcome+} the exchange of charts and [-tables-]{+books+}.\n"
        "  IDN-1 and VNM-1 can be merged: zerodraft accept harbour-note IDN-1 VNM-1\n"
        "    We [-support-]{+encourage+} the exchange of charts and [-tables-]{+books+}.\n"
        "  FJI-1 and VNM-1 contradict each other:\n"
        "    zerodraft bracket harbour-note FJI-1 JPN-1 VNM-1\n"
        "  FJI-1 and VNM-2 contradict each other:\n"
        "    zerodraft bracket harbour-note FJI-1 JPN-1 VNM-2\n"
        "\n"
        "Nearly the same; one decision may do for all of them\n"
        "  IDN-2 and JPN-2: zerodraft proposals harbour-note IDN-2 JPN-2\n"
        "\n"
        "Of two minds\n"
        "  Indonesia stands behind JPN-1 and VNM-1, which contradict each other.\n"
    )


def test_what_is_told_can_be_typed(ask: Ask, met: Path) -> None:
    assert ask("accept", NOTE, "FJI-1", "JPN-1", "IDN-1", at=met).code == 0
    text = (met / "declarations" / NOTE / "text.md").read_text()
    assert "We welcome the exchange of charts and books." in text
    shown = ask("collisions", NOTE, "VNM-1", at=met).out
    assert "FJI-1" not in shown


def test_contradictory_ones_are_bracketed_as_it_is_told(ask: Ask, met: Path) -> None:
    assert ask("bracket", NOTE, "FJI-1", "JPN-1", "VNM-1", at=met).code == 0
    text = (met / "declarations" / NOTE / "text.md").read_text()
    assert "We [support / welcome - Fiji, Japan, Indonesia / encourage - Viet Nam, Indonesia] the exchange" in text


def test_one_proposal_in_full_tells_what_the_others_are_to_it(ask: Ask, meetings_made: Path) -> None:
    shown = ask("proposals", NOTE, "VNM-1", at=meetings_made).out
    assert (
        "  On the same words\n"
        "    FJI-1  Fiji: contradicts it\n"
        "    IDN-1  Indonesia: can be merged with it\n"
        "    JPN-1  Japan: contradicts it\n"
        "    VNM-2  Viet Nam: says all of it, and more\n"
    ) in shown


def test_only_what_meets_a_proposal_is_told_when_it_is_named(ask: Ask, meetings_made: Path) -> None:
    shown = ask("collisions", NOTE, "jpn-2", at=meetings_made).out
    assert "Paragraph 4\n" in shown
    assert "Paragraph 5\n" not in shown
    assert "Of two minds" not in shown


def test_programs_get_pairs_groups_and_contradictions(ask: Ask, meetings_made: Path) -> None:
    told = json.loads(ask("collisions", NOTE, "--json", at=meetings_made).out)
    pairs = {(each["one"], each["other"]): each for each in told["collisions"]}
    assert pairs["FJI-1", "JPN-1"]["relation"] == "identical"
    assert pairs["FJI-1", "IDN-1"]["merged"] == ["We welcome the exchange of charts and books."]
    assert (pairs["IDN-1", "VNM-2"]["relation"], pairs["IDN-1", "VNM-2"]["paragraph"]) == ("contained", "5")
    groups = [(each["identical"], [one["number"] for one in each["members"]]) for each in told["clusters"]]
    assert groups == [(True, ["FJI-1", "JPN-1"]), (False, ["IDN-2", "JPN-2"])]
    assert told["contradictory_positions"] == [
        {"delegation": "IDN", "ways": ["JPN-1", "VNM-1"], "paragraph": "5", "words": False}
    ]


def test_like_proposals_that_are_decided_in_two_ways_are_pointed_out(ask: Ask, met: Path) -> None:
    waiting = ask("reject", NOTE, "FJI-1", at=met)
    assert waiting.err == "FJI-1 rejected.\nJPN-1 says the same, and is open.\n"
    unlike = ask("accept", NOTE, "JPN-1", at=met)
    assert "FJI-1 says the same, and was rejected.\n" in unlike.err
    shown = ask("collisions", NOTE, "JPN-1", at=met).out
    assert shown.startswith("Decided in two ways\n  FJI-1 and JPN-1 say the same\n    FJI-1  Fiji: rejected · ")
    checked = ask("check", NOTE, at=met)
    assert checked.code == 0
    assert "warning: FJI-1 was rejected, JPN-1 was accepted; they say the same. [unlike-decisions]\n" in checked.out


def test_contradictory_positions_of_one_delegation_are_told_and_checked(ask: Ask, met: Path) -> None:
    answer = ask("position", NOTE, "FJI-1", "--from", "VNM", "support", at=met)
    assert answer.code == 0
    assert answer.err == (
        "Viet Nam: support on FJI-1.\n"
        "Viet Nam stands behind FJI-1 and VNM-1, which contradict each other.\n"
        "Viet Nam stands behind FJI-1 and VNM-2, which contradict each other.\n"
        f"If it could live with either: zerodraft position {NOTE} … --from VNM flexible\n"
    )
    assert "Viet Nam stands behind FJI-1 and VNM-1, which contradict each other. [contradictory-positions]" in (
        ask("check", NOTE, at=met).out
    )
    flexible = ask("position", NOTE, "FJI-1", "--from", "VNM", "flexible", at=met)
    assert flexible.err == "Viet Nam: flexible on FJI-1, no longer support.\n"


def test_two_alternatives_of_one_bracket_are_not_wanted_at_once(ask: Ask, harbour: Path) -> None:
    ask("edit", NOTE, "4", "--with", "We [thank - Fiji / praise - Japan] the pilots.", at=harbour)
    on = ("position", NOTE, "--on", "working", "--paragraph", "4", "--from", "VNM")
    assert ask(*on, "--quote", "thank", "retain", at=harbour).err == "Viet Nam: retain on paragraph 4.\n"
    answer = ask(*on, "--quote", "praise", "support", at=harbour)
    assert answer.code == 0
    assert "Viet Nam wants both “thank” and “praise” in the bracket of paragraph 4.\n" in answer.err


def test_where_nothing_meets_that_is_told_on_the_side(ask: Ask, harbour: Path) -> None:
    empty = ask("collisions", NOTE, at=harbour)
    assert (empty.code, empty.out, empty.err) == (0, "", "Nobody has proposed anything on harbour-note.\n")
    ask("propose", NOTE, "5", "--from", "JPN", "We exchange charts.", at=harbour)
    alone = ask("collisions", NOTE, at=harbour)
    assert (alone.out, alone.err) == ("", "No two open proposals meet, and like ones were decided alike.\n")
    assert ask("collisions", NOTE, "JPN-9", at=harbour).code == 3


def test_where_very_many_meet_they_are_counted_until_one_is_named(ask: Ask, harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        desk.room.clock, desk.room.drafter = clock(), ANA
        for count in range(24):
            desk.propose(desk.open(NOTE), Offer(("JPN",), "5", f"We support the exchange of charts and {count} books."))
        desk.propose(desk.open(NOTE), Offer(("FJI",), "5", "We support the exchange of charts and 7 books."))
    shown = ask("collisions", NOTE, at=harbour).out
    assert "  FJI-1 and JPN-8 say the same: zerodraft accept harbour-note FJI-1 JPN-8\n" in shown
    told = "  25 proposals meet here; name one to see what it meets:\n    zerodraft collisions harbour-note FJI-1\n"
    assert told in shown
    assert "contradict each other: " not in shown
    assert "JPN-2 contradict each other" in ask("collisions", NOTE, "JPN-2", at=harbour).out
