"""`zerodraft resolve`: the brackets of a text, whose they are, and what settles one."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import head, pipe, text
from tests.cli.test_acting_verbs import completed
from tests.rooms import ANA, clock

from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion

NOTE = "harbour-note"
THANKS = "We thank the pilots who brought the ships home."
PILOTS = "We [thank - Fiji / praise - Japan] the pilots [of all flags]."


@pytest.fixture
def disputed(ask: Ask, harbour: Path) -> Path:
    """The harbour with brackets in paragraphs 1 and 4, and positions on the words of one."""
    with Desk.at(harbour) as desk:
        desk.room.clock, desk.room.drafter = clock(datetime(2021, 11, 5, 9, 0, tzinfo=UTC)), ANA
        desk.save(desk.open(NOTE), desk.open(NOTE).draft.source.replace(THANKS, PILOTS))
        for code, stand in (("VNM", Stand.SUPPORT), ("FJI", Stand.DELETE)):
            desk.take_position(desk.open(NOTE), Opinion(code, stand, paragraph="4", quote="praise", on="working"))
    return harbour


def paragraph(workspace: Path, beginning: str) -> str:
    return next(line for line in text(workspace).splitlines() if line.startswith(beginning))


def test_the_brackets_are_listed_with_their_alternatives_and_whose_they_are(ask: Ask, disputed: Path) -> None:
    answer = ask("resolve", NOTE, at=disputed)
    assert (answer.code, answer.err) == (0, "3 brackets\n\n")
    assert answer.out == (
        "1 · bracket 1 · since 3 November 2021\n"
        "  1  all · Japan; Fiji delete\n"
        "\n"
        "4 · bracket 1 · since 5 November 2021\n"
        "  1  thank · Fiji\n"
        "  2  praise · Japan; Viet Nam support; Fiji delete\n"
        "\n"
        "4 · bracket 2 · since 5 November 2021\n"
        "  1  of all flags\n"
    )
    assert ask("resolve", NOTE, "4", "2", at=disputed).out == (
        "4 · bracket 2 · since 5 November 2021\n  1  of all flags\n"
    )


def test_where_there_is_no_bracket_that_is_told_on_the_side(ask: Ask, disputed: Path) -> None:
    assert ask("resolve", NOTE, "2", at=disputed).err == "Paragraph 2 has no brackets.\n"
    assert ask("resolve", NOTE, "1", "7", at=disputed).err == "Paragraph 1 has no such bracket.\n"
    assert ask("resolve", NOTE, "77", at=disputed).code == 3


def test_an_alternative_is_taken_and_the_positions_go_into_the_decision(ask: Ask, disputed: Path) -> None:
    answer = ask(
        *("resolve", NOTE, "4", "1", "--take", "2", "--by", "JPN,FJI", "--why", "In the corridor."), at=disputed
    )
    assert (answer.code, answer.out) == (0, "4\n")
    assert answer.err.startswith("Bracket in paragraph 4 resolved by Japan, Fiji: “praise”.\n")
    assert paragraph(disputed, "We praise") == "We praise the pilots [of all flags]."
    (decision,) = (disputed / "declarations" / NOTE / "decisions").iterdir()
    written = decision.read_text()
    assert "In the corridor.\n\nthank: Fiji\npraise: Japan, Viet Nam support, Fiji delete\n" in written
    ask("undo", NOTE, at=disputed)
    assert PILOTS in text(disputed)


@pytest.mark.parametrize(
    ("way", "becomes"),
    [
        (("1", "--lift"), "We agree to keep all ports open to small ships."),
        (("1", "--words", "most"), "We agree to keep most ports open to small ships."),
        (("1", "--words", ""), "We agree to keep ports open to small ships."),
        (("1", "--take", "1"), "We agree to keep all ports open to small ships."),
    ],
)
def test_a_bracket_is_lifted_or_worded_or_goes(ask: Ask, disputed: Path, way: tuple[str, ...], becomes: str) -> None:
    assert ask("resolve", NOTE, *way, at=disputed).code == 0
    assert paragraph(disputed, "We agree") == becomes


def test_words_come_through_a_pipe(ask: Ask, disputed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"most\n")
    assert ask("resolve", NOTE, "1", "--words", "-", at=disputed).code == 0
    assert paragraph(disputed, "We agree") == "We agree to keep most ports open to small ships."


def test_settling_a_bracket_tells_what_it_did_to_open_proposals(ask: Ask, disputed: Path) -> None:
    for code, verb in (("JPN", "praise"), ("FJI", "thank")):
        words = f"We {verb} the pilots [of all flags]."
        assert ask("propose", NOTE, "4", "--on", "working", "--from", code, words, at=disputed).code == 0
    answer = ask("resolve", NOTE, "4", "1", "--take", "2", at=disputed)
    told = [line.partition(":")[0] for line in answer.err.splitlines() if line.startswith("Now ")]
    assert told == ["Now FJI-1, collision", "Now JPN-1, already in"]


def test_a_bracket_that_a_decision_made_is_settled(ask: Ask, negotiation: Path) -> None:
    ask("bracket", NOTE, "FJI-1", at=negotiation)
    assert ask("resolve", NOTE, "4", "--take", "1", at=negotiation).code == 0
    assert "We thank the pilots and crews who brought the ships home." in text(negotiation)


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--take", "1"), 2, "Say which paragraph"),
        (("1", "--take", "1", "--lift"), 2, "three ways"),
        (("1", "--lift", "--json"), 2, "--json is for the list"),
        (("1", "--take", "2"), 3, "There is no alternative “2”."),
        (("1", "--take", "0"), 3, "There is no alternative “0”."),
        (("4", "1", "--take", "9"), 3, "There are: 1: thank (Fiji); 2: praise (Japan"),
        (("4", "1", "--lift"), 2, "holds 2 alternatives"),
        (("4", "--lift"), 2, "Paragraph 4 has 2 brackets."),
        (("4", "7", "--take", "1"), 3, "There is no bracket"),
        (("2", "--lift"), 2, "Paragraph 2 has no bracket."),
        (("77", "--lift"), 3, "paragraph “77”"),
        (("1", "--lift", "--by", "Atlantis"), 3, "delegation called “Atlantis”"),
        (("1", "--words", "[most"), 2, "a bracket is torn"),
    ],
)
def test_what_can_not_be_settled_is_refused(
    ask: Ask, disputed: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = head(disputed), text(disputed)
    answer = ask("resolve", NOTE, *arguments, at=disputed)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert "\nHint: " in answer.err
    assert (head(disputed), text(disputed)) == before


def test_the_hint_of_several_brackets_can_be_typed(ask: Ask, disputed: Path) -> None:
    hint = ask("resolve", NOTE, "4", "--take", "1", at=disputed).err.partition("Hint: ")[2]
    assert f"zerodraft resolve {NOTE} 4 1" in hint


def test_programs_get_the_brackets(ask: Ask, disputed: Path) -> None:
    one, two, _ = json.loads(ask("resolve", NOTE, "--json", at=disputed).out)
    assert (one["paragraph"], one["bracket"], one["depth"], one["focus_area"]) == ("1", 1, 1, 1)
    assert one["since"].startswith("2021-11-03T01:00:00")
    holders = two["alternatives"][1]["holders"]
    assert [(each["code"], each["stance"]) for each in holders] == [
        ("JPN", "propose"),
        ("VNM", "support"),
        ("FJI", "delete"),
    ]


def test_a_shell_offers_the_paragraphs_that_have_brackets(
    disputed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = completed(f"zerodraft resolve {NOTE} 4", disputed, monkeypatch, capsys).split()
    assert offered == ["plain,4"]
    assert completed(f"zerodraft resolve {NOTE} 2", disputed, monkeypatch, capsys).split() == []
