"""`zerodraft comments`: threads, where they stand now, and who is heard."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.asking import Ask

NAME = re.compile(r"\b[a-z]{3}-[0-9a-f]{4}\b")

HOW_TO_ADD = "To add one to declarations/delegations.toml: zerodraft delegations --help\n"


def headlines(shown: str) -> list[str]:
    return [line for line in shown.splitlines() if line[:1] in "●◐✓" and line]


def test_comments_stand_in_the_order_of_the_text_and_detached_ones_at_the_end(ask: Ask, harbour_made: Path) -> None:
    answer = ask("comments", "harbour-note", at=harbour_made)
    assert NAME.sub("ID", answer.out) == (
        "● Japan on paragraph 1; reworded since\n"
        "  open · on Zero Draft · 2 November 2021 · Panel: Ports · ID\n"
        "  “keep ports open”\n"
        "\n"
        "  All of them.\n"
        "\n"
        "● Fiji on paragraph 1; reworded since\n"
        "  open · on Rev.1 · 2 November 2021 · ID\n"
        "  “all ports”\n"
        "\n"
        "  We would delete “all”.\n"
        "\n"
        "✓ Viet Nam on paragraph 2(a)\n"
        "  resolved · on Zero Draft · 2 November 2021 · ID\n"
        "\n"
        "  Twice is too often.\n"
        "\n"
        "  Once is enough.\n"
        "\n"
        "  ↳ Secretariat settles the matter · 2 November 2021 · ID\n"
        "    Kept at once a year.\n"
        "\n"
        "Detached: their words stand nowhere any more\n"
        "\n"
        "● Fiji on paragraph 3: The paragraph was deleted.\n"
        "  open · on Zero Draft · 2 November 2021 · ID\n"
        "  “in the autumn”\n"
        "\n"
        "  Autumn is the season of storms.\n"
    )


@pytest.mark.parametrize(
    ("wish", "heard"),
    [
        (["--from", "Jepang"], ["Japan"]),
        (["--from", "ASEAN"], ["Viet Nam"]),
        (["--from", "SEC"], ["Viet Nam"]),
        (["--state", "resolved"], ["Viet Nam"]),
        (["--state", "open", "--from", "fiji"], ["Fiji", "Fiji"]),
        (["--standing", "detached"], ["Fiji"]),
        (["--standing", "standing"], ["Viet Nam"]),
        (["--paragraph", "2"], ["Viet Nam"]),
        (["--paragraph", "1"], ["Japan", "Fiji"]),
        (["--focus-area", "1"], ["Japan", "Fiji", "Viet Nam"]),
        (["--focus-area", "2"], []),
    ],
)
def test_who_is_heard_can_be_chosen(ask: Ask, harbour_made: Path, wish: list[str], heard: list[str]) -> None:
    shown = ask("comments", "harbour-note", *wish, at=harbour_made).out
    assert [line[2:].partition(" on ")[0] for line in headlines(shown)] == heard


def test_the_count_is_told_beside_the_comments(ask: Ask, harbour: Path) -> None:
    (named,) = (harbour / "declarations" / "harbour-note" / "comments").glob("*-jpn-*")
    name = NAME.findall(named.name)[-1]
    words = "We agree to keep every port open."
    ask("edit", "harbour-note", "1", "--with", words, "--answers", name, at=harbour)
    answer = ask("comments", "harbour-note", at=harbour)
    assert answer.err == "4 comments: 2 open, 1 taken up, 1 resolved\n\n"
    assert ask("comments", "harbour-note", "--from", "JPN", at=harbour).err == "1 comment: 1 taken up\n\n"
    assert ask("comments", "harbour-note", "--json", at=harbour).err == ""


def test_nothing_found_is_told_on_the_side(ask: Ask, harbour_made: Path) -> None:
    answer = ask("comments", "harbour-note", "--from", "Indonesia", at=harbour_made)
    assert (answer.code, answer.out, answer.err) == (0, "", "No such comments.\n")


def test_an_unknown_delegation_is_refused_with_near_names(ask: Ask, harbour_made: Path) -> None:
    answer = ask("comments", "harbour-note", "--from", "Japann", at=harbour_made)
    assert answer.code == 3
    assert answer.err == "Error: There is no delegation called “Japann”.\nHint: Did you mean Japan? " + HOW_TO_ADD


def test_a_comment_cut_in_half_is_told_and_the_others_are_read(ask: Ask, harbour: Path) -> None:
    (damaged,) = (harbour / "declarations/harbour-note/comments").glob("*-jpn-*")
    damaged.write_bytes(damaged.read_bytes()[:40])
    answer = ask("comments", "harbour-note", at=harbour)
    assert answer.code == 0
    assert len(headlines(answer.out)) == 3
    assert f"\ndeclarations/harbour-note/comments/{damaged.name} can't be read: " in answer.err


def test_numbers_then_and_now_are_both_told(ask: Ask, demonstration_made: Path) -> None:
    shown = ask("comments", "bali-message", "--from", "FIN", at=demonstration_made).out
    assert "✓ Finland on paragraph 23, now 9; reworded since\n" in shown


def test_json_has_the_place_then_and_now(ask: Ask, harbour_made: Path) -> None:
    japan, *_, gone = json.loads(ask("comments", "harbour-note", "--json", at=harbour_made).out)
    assert (japan["delegation"], japan["name"], japan["on"]) == ("JPN", "Japan", "zero-draft")
    assert (japan["paragraph"], japan["paragraph_now"], japan["standing"]) == ("1", "1", "rewritten")
    assert (japan["state"], japan["replies"], japan["quote"]) == ("open", [], "keep ports open")
    assert (gone["standing"], gone["paragraph_now"], gone["reason"]) == ("detached", None, "The paragraph was deleted.")


def test_escape_sequences_in_a_comment_are_marks(ask: Ask, harbour: Path) -> None:
    (said,) = (harbour / "declarations/harbour-note/comments").glob("*-jpn-*")
    said.write_text(said.read_text().replace("All of them.", "All\x1b[2J of them."))
    assert "  All⟦U+001B⟧[2J of them.\n" in ask("comments", "harbour-note", at=harbour).out


def test_a_matter_that_an_edit_takes_up_is_shown_so_and_waits_no_longer(ask: Ask, harbour: Path) -> None:
    name = ask("comment", "harbour-note", "4", "--from", "JPN", "The crews, too.", at=harbour).out.strip()
    assert "●1      4." in ask("show", "harbour-note", "4", at=harbour).out
    words = "We thank the pilots and crews who brought the ships home."
    ask("edit", "harbour-note", "4", "--with", words, "--answers", name, at=harbour)
    shown = ask("comments", "harbour-note", "--state", "taken-up", at=harbour).out
    assert shown.startswith("◐ Japan on paragraph 4; reworded since\n")
    assert shown.splitlines()[1].startswith("  taken up · on Rev.1 · ")
    assert "✓1      4." in ask("show", "harbour-note", "4", at=harbour).out
