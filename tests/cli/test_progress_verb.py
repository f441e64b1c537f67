"""`zerodraft progress`: the figures as they are read."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.proposing import Offer


def negotiated(harbour: Path) -> Path:
    """The harbour note with an agreed paragraph and two proposals, one of them decided."""
    with Desk.at(harbour) as desk:
        desk.agree(desk.open("harbour-note"), Closing(("3",)))
        desk.propose(desk.open("harbour-note"), Offer(("JPN", "VNM"), "4", "We thank all pilots."))
        desk.propose(desk.open("harbour-note"), Offer(("FJI",), "5", "We support the exchange of charts."))
        desk.decide(desk.open("harbour-note"), Ruling(Verdict.REJECT, ("FJI-1",), why="Tables are needed."))
    return harbour


def test_each_paragraph_is_a_sign_and_each_version_a_row(ask: Ask, harbour: Path) -> None:
    assert ask("progress", "harbour-note", at=negotiated(harbour)).out == (
        "Harbour Note\n"
        "Conference of Small Harbours\n"
        "Suva, 2–3 November 2021\n"
        "Working text, changed since Rev.1\n"
        "\n"
        "9 paragraphs: 1 agreed █, 1 bracketed ▒, 1 proposed on ░, 6 untouched ·\n"
        "1 bracket · 1 open proposal · 1 of 2 proposals decided\n"
        "\n"
        "Title and preamble\n"
        "  ·  1 paragraph\n"
        "\n"
        "Focus area 1: Ports\n"
        "  ▒···  4 paragraphs · 1 bracket\n"
        "\n"
        "Focus area 2: Ships\n"
        "  █░·  3 paragraphs · 1 open proposal\n"
        "\n"
        "Closing\n"
        "  ·  1 paragraph\n"
        "\n"
        "over the versions  agreed  bracketed  proposed  untouched  brackets  proposals\n"
        "Zero Draft              ·          ·         ·          9         ·          ·\n"
        "Rev.1                   ·          ·         ·          9         ·          ·\n"
        "working text            1          1         1          6         1          1\n"
        "curve                 ▁▁█        ▁▁█       ▁▁█        ██▆       ▁▁█        ▁▁█\n"
        "\n"
        "PP   1   2   C   proposals  brackets  held open by\n"
        " ·   1█  1█  ·           1         1  Japan\n"
        " ·   1█  ·   ·           ·         1  Fiji\n"
        " ·   ·   1█  ·           1         ·  Viet Nam\n"
    )


def test_json_has_the_same_figures(ask: Ask, harbour: Path) -> None:
    told = json.loads(ask("progress", "harbour-note", "--json", at=negotiated(harbour)).out)
    assert told["total"] == {
        "paragraphs": 9, "agreed": 1, "bracketed": 1, "proposed": 1, "untouched": 6, "brackets": 1, "proposals": 1
    }  # fmt: skip
    assert told["proposals_made"] == 2
    assert [(each["part"], each["paragraphs"]) for each in told["parts"]] == [
        ("preamble", 1), ("FA1", 4), ("FA2", 3), ("closing", 1)
    ]  # fmt: skip
    assert told["parts"][2]["conditions"] == ["agreed", "proposed", "untouched"]
    assert [each["version"] for each in told["versions"]] == ["zero-draft", "rev-1", None]
    assert told["held"][0] == {
        "delegation": "JPN",
        "proposals": {"preamble": 0, "FA1": 0, "FA2": 1, "closing": 0, "nowhere": 0},
        "brackets": {"preamble": 0, "FA1": 1, "FA2": 0, "closing": 0},
    }


def test_a_text_that_was_never_issued_has_no_curve(ask: Ask, harbour: Path) -> None:
    folder = harbour / "declarations" / "new-note"
    folder.mkdir()
    (folder / "text.md").write_text("# New Note\n\nWe agree.\n")
    shown = ask("progress", "new-note", at=harbour).out
    assert "1 paragraph: 0 agreed █, 0 bracketed ▒, 0 proposed on ░, 1 untouched ·\n" in shown
    assert "curve" not in shown
    assert "held open by" not in shown


def test_a_declaration_that_is_not_there_is_refused(ask: Ask, harbour_made: Path) -> None:
    answer = ask("progress", "harbor-note", at=harbour_made)
    assert (answer.code, answer.out) == (3, "")
    assert "Did you mean harbour-note?" in answer.err


def test_no_line_is_wider_than_the_terminal(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (80, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = ask("progress", "bali-message", at=demonstration_made).out
        assert max(map(len, shown.splitlines())) <= columns


def test_a_long_focus_area_is_drawn_on_several_lines(ask: Ask, harbour: Path) -> None:
    text = harbour / "declarations/harbour-note/text.md"
    many = "\n\n".join(f"We honour ship number {number}." for number in range(100))
    text.write_text(text.read_text().replace("We honour the crews.", many))
    shown = ask("progress", "harbour-note", at=harbour).out
    assert f"  {'·' * 78}\n  {'·' * 24}\n  102 paragraphs\n" in shown
