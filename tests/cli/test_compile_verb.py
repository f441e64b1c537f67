"""`zerodraft compile`: the compilation as a drafter reads it."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask

from zerodraft.desk.desk import Desk
from zerodraft.desk.proposing import Offer

NOTE = "harbour-note"
TITLE = """Harbour Note
Conference of Small Harbours
Suva, 2–3 November 2021
Working text, changed since Rev.1

"""
TRAY = """
Not placed in the text

  Japan (JPN-2): new wording, paragraph 3: The paragraph was deleted.
    We meet again in the spring.
"""


def test_inline_the_open_proposals_stand_in_the_text(ask: Ask, negotiation: Path) -> None:
    answer = ask("compile", NOTE, at=negotiation)
    assert answer.err == "5 open proposals in the text, 1 not placed\n"
    assert answer.out == (
        TITLE
        + """       PP1  Recalling the seminar of the year before,

       FA1  Focus area 1: Ports

        1.  We agree to keep [[all - Japan; Fiji delete] - Japan, Indonesia
            delete] ports open to [small - Japan, Indonesia delete] ships [of
            any size - Japan, Indonesia].

        2.  We invite each country to report on its ports:

            (a)   once a year;

            (b)   in one language.

       FA2  Focus area 2: Ships

        3.  We honour the crews.

            [5 … - Indonesia]

            [3 bis. We honour those who were lost at sea. - Fiji]

        4.  We thank the [brave - Viet Nam] pilots [and crews - Fiji; Viet Nam;
            Japan support; ASEAN reserve] who brought the ships home.

        5.  We support the exchange of charts and tables. [move after 3 -
            Indonesia]

        C1  Done at the harbour.
"""
        + TRAY
    )


def test_by_paragraph_the_proposals_stand_below(ask: Ask, negotiation: Path) -> None:
    shown = ask("compile", NOTE, "--layout", "paragraphs", at=negotiation).out
    assert shown.startswith(TITLE + "       PP1  Recalling the seminar of the year before,\n\n       FA1")
    assert shown.endswith(TRAY)
    assert (
        """        4.  We thank the pilots who brought the ships home.

            │ Fiji (FJI-1); Japan, Viet Nam support; ASEAN reserve: new wording
            │ We thank the pilots {+and crews+} who brought the ships home.

            │ Viet Nam (VNM-2): new wording
            │ We thank the {+brave+} pilots {+and crews+} who brought the ships
            │ home.

        5.  We support the exchange of charts and tables.

            │ Indonesia (IDN-1): move after 3
"""
    ) in shown


def test_the_table_tells_what_each_delegation_says(ask: Ask, negotiation: Path) -> None:
    assert ask("compile", NOTE, "--layout", "table", "--focus-area", "2", at=negotiation).out == (
        TITLE
        + """Paragraph 3
  Fiji: FJI-2, new paragraph after 3: {+We honour those who were lost at sea.+}

Paragraph 4
  ASEAN: FJI-1 reserve
  Fiji: FJI-1, new wording: … pilots {+and crews+} who brought …
  Japan: FJI-1 support
  Viet Nam: FJI-1 support
  Viet Nam: VNM-2, new wording: We thank the {+brave+} pilots {+and crews+} who
    brought …

Paragraph 5
  Indonesia: IDN-1, move after 3
"""
    )


def test_without_attribution_the_brackets_have_no_names(ask: Ask, negotiation: Path) -> None:
    inline = ask("compile", NOTE, "--no-attribution", at=negotiation).out
    assert "We thank the [brave] pilots [and crews] who brought the ships home." in inline
    assert inline.endswith("  new wording, paragraph 3: The paragraph was deleted.\n    We meet again in the spring.\n")
    below = ask("compile", NOTE, "--no-attribution", "--layout", "paragraphs", at=negotiation).out
    assert "            │ new wording\n            │ We thank the pilots {+and crews+} who" in below
    refused = ask("compile", NOTE, "--no-attribution", "--layout", "table", at=negotiation)
    assert (refused.code, refused.out) == (2, "")
    assert "A table has a column for each delegation" in refused.err


def test_json_has_the_text_the_proposals_and_what_has_no_place(ask: Ask, negotiation: Path) -> None:
    told = json.loads(ask("compile", NOTE, "--json", at=negotiation).out)
    assert "[3 bis. We honour those who were lost at sea. - Fiji]" in told["text"]
    assert {"cite": None, "after": "3", "text": "[5 … - Indonesia]"} in told["paragraphs"]
    assert [each["number"] for each in told["proposals"]] == ["FJI-1", "FJI-2", "IDN-1", "JPN-1", "VNM-2"]
    fiji, inserted, moved, *_ = told["proposals"]
    assert (fiji["kind"], fiji["paragraphs"], fiji["after"], fiji["moves_after"]) == ("replace", ["4"], None, None)
    assert {"delegation": "JPN", "stand": "support", "said_by": "JPN"} in fiji["voices"]
    assert (inserted["after"], inserted["wording"]) == ("3", ["We honour those who were lost at sea."])
    assert (moved["kind"], moved["moves_after"]) == ("move", "3")
    assert told["not_placed"] == [
        {
            "number": "JPN-2",
            "delegations": ["JPN"],
            "wording": ["We meet again in the spring."],
            "reason": "The paragraph was deleted.",
        }
    ]
    unnamed = json.loads(ask("compile", NOTE, "--json", "--no-attribution", at=negotiation).out)
    assert (unnamed["proposals"], unnamed["not_placed"], unnamed["attributed"]) == ([], [], False)


def test_a_compilation_can_be_written_to_a_file(ask: Ask, negotiation: Path) -> None:
    answer = ask("compile", NOTE, "-o", "compiled.html", "--layout", "table", at=negotiation)
    assert answer.err == "The compilation text of harbour-note is written: compiled.html\n"
    assert "<th scope=" in (negotiation / "compiled.html").read_text(encoding="utf-8")
    again = ask("compile", NOTE, "-o", "compiled.html", at=negotiation)
    assert again.code == 4
    assert ask("compile", NOTE, "-o", "compiled.html", "--force", at=negotiation).code == 0
    assert ask("compile", NOTE, "--to", "md", at=negotiation).out.startswith("# Harbour Note\n\n*Recalling*")
    assert ask("compile", NOTE, "--to", "txt", at=negotiation).out.startswith("Compilation text\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("-o", "compiled.pdf"), "can't be guessed"),
        (("--focus-area", "2", "--to", "md"), "A file holds the whole compilation"),
    ],
)
def test_what_can_not_be_written_is_told(ask: Ask, harbour: Path, options: tuple[str, ...], told: str) -> None:
    answer = ask("compile", NOTE, *options, at=harbour)
    assert answer.code == 2
    assert told in answer.err
    assert ask("compile", NOTE, "--focus-area", "9", at=harbour).code == 3


def test_a_text_on_which_nothing_is_open_is_the_text(ask: Ask, harbour: Path) -> None:
    answer = ask("compile", NOTE, "--to", "md", at=harbour)
    assert answer.out == (harbour / "declarations" / NOTE / "text.md").read_text(encoding="utf-8")
    assert ask("compile", NOTE, at=harbour).err == "0 open proposals in the text\n"


def test_what_comes_first_of_all_stands_first(ask: Ask, harbour: Path) -> None:
    with Desk.at(harbour) as desk:
        text = harbour / "declarations" / NOTE / "text.md"
        text.write_text("We agree.\n", encoding="utf-8")
        desk.save(desk.open(NOTE), "We agree.\n")
        cite = desk.open(NOTE).reading.numbers[0].cite
        desk.propose(desk.open(NOTE), Offer(("FJI",), cite, "We, the crews,\n\nWe agree.", on="working"))
    below = ask("compile", NOTE, "--layout", "paragraphs", at=harbour).out
    told = f"            │ Fiji (FJI-1): new paragraph before {cite}\n            │ {{+We, the crews,+}}\n"
    assert below.endswith(f"{told}\n{below.splitlines()[-1]}\n")
    table = ask("compile", NOTE, "--layout", "table", at=harbour).out
    assert table.endswith(f"Paragraph {cite}\n  Fiji: FJI-1, new paragraph before {cite}: {{+We, the crews,+}}\n")
