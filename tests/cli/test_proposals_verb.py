"""`zerodraft proposals`: the table, one proposal in full, and what programs get."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.asking import Ask

from zerodraft.cli.proposals import OUTCOMES, STATES
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.review import Status

NOTE = "harbour-note"
ID = re.compile(r"\b[a-z]{3}-[0-9a-f]{4}\b")


def numbers(shown: str) -> list[str]:
    """The proposals of a list, in its order."""
    return re.findall(r"^[●◐✓□✗–»] ([A-Z]+-[0-9]+)  ", shown, re.MULTILINE)


def test_the_table_is_in_the_order_of_the_text_and_detached_ones_stand_at_the_end(
    ask: Ask, negotiation_made: Path
) -> None:
    answer = ask("proposals", NOTE, at=negotiation_made)
    assert answer.err == "7 proposals: 6 open (1 collision, 1 detached), 1 rejected\n\n"
    assert answer.out == (
        "● JPN-1  Japan, with Indonesia: new wording for paragraph 1\n"
        "  open, collision: Both changed “all” · on Rev.1 · 4 November 2021\n"
        "  We agree to keep [{+[+}all - Japan; Fiji delete{+]+}] ports open to [-small-]\n"
        "  ships {+of any size+}.\n"
        "\n"
        "✗ VNM-1  Viet Nam: to delete paragraph 2(b)\n"
        "  rejected · on Rev.1 · 4 November 2021\n"
        "  [-in one language.-]\n"
        "\n"
        "● FJI-2  Fiji: a new paragraph after paragraph 3\n"
        "  open · on Rev.1 · 4 November 2021\n"
        "  {+We honour those who were lost at sea.+}\n"
        "\n"
        "● FJI-1  Fiji: new wording for paragraph 4\n"
        "  open · on Rev.1 · 4 November 2021 · Panel 2\n"
        "  We thank the pilots {+and crews+} who brought the ships home.\n"
        "  support: Viet Nam, Japan · reserve: ASEAN (but Viet Nam: support)\n"
        "\n"
        "● VNM-2  Viet Nam: other words for FJI-1 on paragraph 4\n"
        "  open · on Rev.1 · 4 November 2021\n"
        "  We thank the {+brave+} pilots {+and crews+} who brought the ships home.\n"
        "\n"
        "● IDN-1  Indonesia: to move paragraph 5 after paragraph 3\n"
        "  open · on Rev.1 · 4 November 2021\n"
        "  “We support the exchange of charts and tables.”\n"
        "\n"
        "Detached: they have no place in the text of today\n"
        "\n"
        "● JPN-2  Japan: new wording for paragraph 3\n"
        "  open, detached: The paragraph was deleted · on Zero Draft · 4 November 2021\n"
        "  [-decide to-] … [-autumn-]{+spring+}\n"
    )


def test_one_in_full_tells_the_changes_other_words_and_who_stands_where(ask: Ask, negotiation_made: Path) -> None:
    answer = ask("proposals", NOTE, "fji-1", at=negotiation_made)
    assert ID.sub("ID", answer.out) == (
        "● FJI-1  Fiji: new wording for paragraph 4\n"
        "  open · on Rev.1 · 4 November 2021 · Panel 2 · ID\n"
        "\n"
        "  As it would stand\n"
        "    4  We thank the pilots {+and crews+} who brought the ships home.\n"
        "\n"
        "  What it changes of the text that was read\n"
        "    1  {+and crews+}\n"
        "\n"
        "  Other words for it\n"
        "    VNM-2  Viet Nam: open · on Rev.1 · 4 November 2021\n"
        "\n"
        "  Who stands where\n"
        "    proposed by  Fiji\n"
        "    support      Viet Nam\n"
        "                 Japan: With thanks to Fiji.\n"
        "    reserve      ASEAN (but Viet Nam: support): Until Thursday.\n"
    )
    assert answer.err == ""


def test_several_are_shown_in_the_order_in_which_they_are_named(ask: Ask, negotiation_made: Path) -> None:
    shown = ask("proposals", NOTE, "VNM-1", "JPN-1", "VNM-1", at=negotiation_made).out
    assert numbers(shown) == ["VNM-1", "JPN-1"]
    assert "  Decisions\n    4 November 2021 · rejected · Secretariat: Agreed in Suva.\n" in shown
    assert "\n  Reason: Ships are no longer small.\n" in shown


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        (["--from", "Jepang"], ["JPN-1", "JPN-2"]),
        (["--from", "IDN"], ["JPN-1", "IDN-1"]),
        (["--from", "ASEAN"], ["JPN-1", "VNM-1", "VNM-2", "IDN-1"]),
        (["--state", "rejected"], ["VNM-1"]),
        (["--state", "rejected", "--state", "open", "--from", "VNM"], ["VNM-1", "VNM-2"]),
        (["--outcome", "detached"], ["JPN-2"]),
        (["--outcome", "collision"], ["JPN-1"]),
        (["--outcome", "clean"], ["FJI-2", "FJI-1", "VNM-2", "IDN-1"]),
        (["--paragraph", "2"], ["VNM-1"]),
        (["--paragraph", "4"], ["FJI-1", "VNM-2"]),
        (["--focus-area", "1"], ["JPN-1", "VNM-1"]),
    ],
)
def test_what_is_shown_can_be_chosen(ask: Ask, negotiation_made: Path, wish: list[str], found: list[str]) -> None:
    assert numbers(ask("proposals", NOTE, *wish, at=negotiation_made).out) == found


def test_nothing_found_is_told_on_the_side(ask: Ask, negotiation_made: Path, harbour_made: Path) -> None:
    answer = ask("proposals", NOTE, "--from", "SEC", at=negotiation_made)
    assert (answer.code, answer.out, answer.err) == (0, "", "No such proposals.\n")
    empty = ask("proposals", NOTE, at=harbour_made)
    assert (empty.out, empty.err) == ("", "Nobody has proposed anything on harbour-note.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("JPN-7",), 3, "There is no proposal on harbour-note called “JPN-7”."),
        (("--from", "Atlantis"), 3, "delegation called “Atlantis”"),
        (("--paragraph", "77"), 3, "paragraph “77”"),
        (("--focus-area", "9"), 3, "focus area “9”"),
        (("--state", "waiting"), 2, "'waiting' is not one of"),
    ],
)
def test_what_is_not_there_is_refused(
    ask: Ask, negotiation_made: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    answer = ask("proposals", NOTE, *arguments, at=negotiation_made)
    assert (answer.code, answer.out) == (code, "")
    assert sentence in answer.err
    assert "\nHint: " in answer.err


def test_programs_get_every_proposal_with_all_that_was_said_of_it(ask: Ask, negotiation_made: Path) -> None:
    found = {each["number"]: each for each in json.loads(ask("proposals", NOTE, "--json", at=negotiation_made).out)}
    fiji = found["FJI-1"]
    assert (fiji["kind"], fiji["state"], fiji["outcome"], fiji["on"]) == ("replace", "open", "clean", "rev-1")
    assert (fiji["paragraph"], fiji["paragraph_now"], fiji["focus_area"]) == ("4", "4", 2)
    assert fiji["words_now"] == ["We thank the pilots who brought the ships home."]
    assert fiji["words_proposed"] == ["We thank the pilots and crews who brought the ships home."]
    assert fiji["changes"] == [
        {"number": 1, "before": "", "after": "and crews", "is_move": False, "accepted": False},
    ]
    assert fiji["amended_by"] == ["VNM-2"]
    assert {"delegation": "VNM", "stand": "support", "said_by": "VNM"} in fiji["voices"]
    assert {"delegation": "SGP", "stand": "reserve", "said_by": "ASEAN"} in fiji["voices"]
    assert [each["stand"] for each in fiji["positions"]] == ["reserve", "support", "support"]
    assert found["VNM-2"]["answers"] == "FJI-1"
    assert found["JPN-2"]["words_now"] is None
    assert found["JPN-2"]["outcome_reason"] == "The paragraph was deleted."
    (decision,) = found["VNM-1"]["decisions"]
    assert (decision["verdict"], decision["decided_by"], decision["why"]) == ("reject", "SEC", "Agreed in Suva.")


def test_on_a_terminal_what_goes_is_struck_and_what_comes_is_underlined(
    ask: Ask, negotiation_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = ask("proposals", NOTE, "--paragraph", "4", at=negotiation_made).out
    assert "\x1b[32;4mand crews \x1b[0m" in shown
    assert "{+" not in shown


def test_a_proposal_cut_in_half_is_told_and_the_others_are_shown(ask: Ask, negotiation: Path) -> None:
    (damaged,) = (negotiation / "declarations" / NOTE / "proposals").glob("*-idn-*")
    damaged.write_bytes(damaged.read_bytes()[:40])
    answer = ask("proposals", NOTE, at=negotiation)
    assert answer.code == 0
    assert len(numbers(answer.out)) == 6
    assert f"\ndeclarations/{NOTE}/proposals/{damaged.name} can't be read: " in answer.err


def test_words_that_command_a_terminal_are_marks(ask: Ask, negotiation: Path) -> None:
    (said,) = (negotiation / "declarations" / NOTE / "proposals").glob("*-idn-*")
    said.write_text(said.read_text().replace("We support", "We \x1b[2Jsupport"))
    for view in ((), ("IDN-1",), ("IDN-1", "--json")):
        answer = ask("proposals", NOTE, *view, at=negotiation)
        assert "\x1b" not in answer.out + answer.err


def test_a_long_paragraph_is_shown_by_the_words_around_what_changes(ask: Ask, negotiation: Path) -> None:
    long = " ".join(f"word{count}" for count in range(60))
    ask("edit", NOTE, "4", "--with", f"{long} all ships.", at=negotiation)
    ask("propose", NOTE, "4", "--on", "working", "--from", "JPN", f"{long} ships.", at=negotiation)
    shown = ask("proposals", NOTE, "--from", "JPN", "--paragraph", "4", at=negotiation).out
    assert "  word0 word1 word2 word3 … word56 word57 word58 word59 [-all-] ships.\n" in shown


def test_positions_on_words_of_the_text_stand_below_the_table(ask: Ask, negotiation: Path) -> None:
    said = (
        ("--paragraph", "2", "--from", "JPN", "retain", "As agreed in Suva."),
        ("--paragraph", "1", "--quote", "small ships", "--from", "VNM", "delete"),
        ("--paragraph", "1", "--quote", "small ships", "--from", "IDN", "retain"),
        ("--paragraph", "3", "--on", "zero-draft", "--quote", "in the autumn", "--from", "IDN", "delete"),
    )
    for arguments in said:
        assert ask("position", NOTE, *arguments, at=negotiation).code == 0
    below = (
        "Positions on words of the text\n"
        "  1 · “small ships”\n"
        "    retain: Indonesia\n"
        "    delete: Viet Nam\n"
        "  2\n"
        "    retain: Japan (As agreed in Suva.)\n"
        "  3 · “in the autumn” · its words stand nowhere any more\n"
        "    delete: Indonesia\n"
    )
    assert ask("proposals", NOTE, at=negotiation).out.endswith(f"\n\n{below}")
    assert "Positions on" not in ask("proposals", NOTE, "--state", "open", at=negotiation).out
    only = ask("proposals", NOTE, "--paragraph", "1", "--from", "VNM", at=negotiation)
    assert only.out == "Positions on words of the text\n  1 · “small ships”\n    delete: Viet Nam\n"
    assert only.err == "0 proposals\n\n"


def test_every_state_and_outcome_can_be_asked_for() -> None:
    assert [each.replace("-", " ") for each in STATES] == [*Status]
    assert [each.replace("-", " ") for each in OUTCOMES] == [*Outcome]
