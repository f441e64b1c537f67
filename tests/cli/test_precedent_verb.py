"""`zerodraft precedent`: agreed language as it is read."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.asking import Ask

from zerodraft.desk.desk import Desk


def test_the_nearest_paragraph_of_the_predecessor_is_shown_with_its_redline(ask: Ask, demonstration_made: Path) -> None:
    assert ask("precedent", "bali-message", "43", at=demonstration_made).out == (
        "1  Jakarta Message on Regional Cooperation in Digital Diplomacy\n"
        "   Adopted text, paragraph 15 · 95 % of the words\n"
        "   We encourage partnerships between the public and the private sector that\n"
        "   bring affordable {+and reliable+} connectivity to areas not yet served.\n"
    )


def test_a_stretch_of_a_paragraph_and_a_clause_are_told_as_such(ask: Ask, demonstration_made: Path) -> None:
    shown = ask("precedent", "bali-message", "38", "-n", "1", at=demonstration_made).out
    assert (
        "paragraph 10 · 95 % of the words\n   …We support the training of diplomats in digital skills{+, through:+}…\n"
        in shown
    )
    shown = ask("precedent", "bali-message", "37", at=demonstration_made).out
    assert "paragraph 14 · a clause, 100 % of its words\n   …in particular to the least developed countries…\n" in shown


def test_words_may_be_asked_for_in_place_of_a_paragraph(ask: Ask, demonstration_made: Path) -> None:
    shown = ask(
        "precedent", "bali-message", "--words", "the  digital divides between countries", at=demonstration_made
    ).out
    assert "Jakarta Message" in shown
    assert "digital [-divide-]{+divides+} between [-and within-] countries" in shown


def test_colour_takes_the_place_of_the_marks(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    shown = ask("precedent", "bali-message", "43", at=demonstration_made).out
    assert "\x1b[32;4mand reliable \x1b[0m" in shown
    assert "{+" not in shown


def test_json_says_where_the_words_stand(ask: Ask, demonstration_made: Path) -> None:
    told = json.loads(ask("precedent", "bali-message", "43", "--json", at=demonstration_made).out)
    (found,) = told["found"]
    assert (found["declaration"], found["version"], found["cite"]) == ("jakarta-message", "adopted-text", "15")
    assert found["whole_paragraph"] is True
    assert found["words"][: len("We encourage partnerships")] == "We encourage partnerships"
    assert [run["op"] for run in found["runs"]] == ["kept", "inserted", "kept"]
    assert told["asked"][found["asked_start"] : found["asked_end"]] == told["asked"]


def test_words_that_nobody_agreed_are_told_so(ask: Ask, demonstration_made: Path) -> None:
    answer = ask("precedent", "bali-message", "--words", "zebras and lighthouses", at=demonstration_made)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == (
        "No other text says anything like it; there are 4 with an issued version in this workspace.\n"
    )


def test_without_another_issued_declaration_nothing_is_agreed_language(ask: Ask, harbour_made: Path) -> None:
    answer = ask("precedent", "harbour-note", "1", at=harbour_made)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "No other declaration of this workspace is issued yet: nothing is agreed language.\n"


def test_a_text_is_read_as_it_was_issued_and_the_predecessor_first(ask: Ask, harbour: Path) -> None:
    words = "We honour the crews of the small ships."
    for slug, more in (("older", ""), ("newer", ""), ("third", 'predecessor = "older"\n')):
        assert ask("new", slug, "--kind", "message", "--title", slug, at=harbour).code == 0
        folder = harbour / "declarations" / slug
        (folder / "text.md").write_text(f"# {slug}\n\n{words}\n")
        (folder / "declaration.toml").write_text((folder / "declaration.toml").read_text() + more)
        assert ask("save", slug, at=harbour).code == 0
        assert ask("issue", slug, "Zero Draft", at=harbour).code == 0
    text = harbour / "declarations" / "newer" / "text.md"
    text.write_text(text.read_text().replace("crews", "pilots"))
    assert ask("save", "newer", at=harbour).code == 0
    subprocess.run(["git", "tag", "-a", "-m", "made elsewhere", "older/rev-9"], cwd=harbour, check=True)
    with Desk.at(harbour) as desk:
        assert [name for name, _ in desk.agreed_texts("third")] == ["older", "newer", "harbour-note"]
        found = desk.precedents("third", words)
        assert [(each.slug, each.words) for each in found[:2]] == [("older", words), ("newer", words)]


@pytest.mark.parametrize(
    ("arguments", "sentence", "code"),
    [
        (["bali-message"], "It is not said for which words agreed language is wanted.", 2),
        (["bali-message", "3", "--words", "x"], "It is said twice for which words agreed language is wanted.", 2),
        (["bali-message", "--words", " "], "It is not said for which words agreed language is wanted.", 2),
        (["bali-message", "99"], "There is no paragraph “99”.", 3),
        (["no-message", "3"], "There is no declaration “no-message”.", 3),
    ],
)
def test_what_can_not_be_answered_is_refused_with_a_hint(
    ask: Ask, demonstration_made: Path, arguments: list[str], sentence: str, code: int
) -> None:
    answer = ask("precedent", *arguments, at=demonstration_made)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(f"Error: {sentence}\nHint: ")


def test_no_line_is_wider_than_the_terminal(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (60, 80, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        for cite in ("PP1", "32", "36"):
            shown = ask("precedent", "bali-message", cite, "-n", "9", at=demonstration_made).out
            assert max(map(len, shown.splitlines())) <= columns
