"""`zerodraft concordance`: as it is read, and as a file."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from tests.cli.asking import Ask


def test_what_changed_is_told_and_the_rest_is_counted(ask: Ask, harbour_made: Path) -> None:
    assert ask("concordance", "harbour-note", "zero-draft", "rev-1", at=harbour_made).out == (
        "Harbour Note\n"
        "Zero Draft → Rev.1\n"
        "\n"
        "new  old  done        by whom, and why\n"
        "1    1    reworded    SEC\n"
        "–    3    deleted     SEC\n"
        "3    –    new         SEC\n"
        "4    5    renumbered\n"
        "5    4    moved       SEC\n"
        "\n"
        "5 paragraphs: the same words under the same number\n"
    )


def test_acts_and_reasons_of_the_story_are_told(ask: Ask, demonstration_made: Path) -> None:
    shown = ask("concordance", "bali-message", "rev-1", "rev-2", at=demonstration_made).out
    assert "\n9             23            moved, reworded  FIN (fin-f355): Publication of data\n" in shown
    assert "\n12–12(c)(ii)  11–11(c)(ii)  renumbered\n" in shown
    assert "\n25            25            split            KOR (kor-56da): Artificial\n" in shown
    assert "\n–             34            deleted          THA (tha-c4f0): Paragraph on energy\n" in shown
    everything = ask("concordance", "bali-message", "rev-1", "rev-2", "--all", at=demonstration_made).out
    assert "\n12(c)(i)   11(c)(i)   renumbered\n" in everything
    assert "\nPP1        PP1        kept\n" in everything
    assert "the same words" not in everything


def test_as_a_file_it_holds_every_paragraph(ask: Ask, demonstration_made: Path) -> None:
    rows = list(csv.reader(StringIO(ask("concordance", "bali-message", "--to", "csv", at=demonstration_made).out)))
    page = ask("concordance", "bali-message", "--to", "md", at=demonstration_made).out
    told = json.loads(ask("concordance", "bali-message", "--to", "json", at=demonstration_made).out)
    assert len(rows) == len(told["paragraphs"]) + 1 == page.count("\n| ") - 1
    assert page.startswith("Bali Message on International Cooperation in Digital Diplomacy\n")
    assert "\nConcordance: Rev.2 → working text\n" in page
    assert ask("concordance", "bali-message", "--json", at=demonstration_made).out == (
        ask("concordance", "bali-message", "--to", "json", at=demonstration_made).out
    )
    accepted = next(each for each in told["paragraphs"] if each["proposals"] == ["JPN-3"])
    assert accepted["contributors"] == [{"code": "JPN", "name": "Japan"}]
    assert accepted["done"] == ["reworded"]


def test_two_texts_that_say_the_same_have_nothing_to_tell(ask: Ask, harbour_made: Path) -> None:
    shown = ask("concordance", "harbour-note", "rev-1", "rev-1", at=harbour_made).out
    assert shown == "Harbour Note\nRev.1 → Rev.1\n\n9 paragraphs: the same words under the same number\n"


@pytest.mark.parametrize(
    ("arguments", "sentence", "code"),
    [
        (["rev-1", "zero-draft"], "Rev.1 is later than Zero Draft; a concordance leads to the newer text.", 2),
        (["rev-9"], "There is no version of harbour-note called “rev-9”.", 3),
        (["--to", "docx"], "Invalid value for '--to': 'docx' is not one of 'md', 'csv', 'json'.", 2),
    ],
)
def test_what_can_not_be_answered_is_refused_with_a_hint(
    ask: Ask, harbour_made: Path, arguments: list[str], sentence: str, code: int
) -> None:
    answer = ask("concordance", "harbour-note", *arguments, at=harbour_made)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(f"Error: {sentence}\nHint: ")


def test_a_declaration_that_was_never_issued_has_none(ask: Ask, harbour: Path) -> None:
    folder = harbour / "declarations" / "new-note"
    folder.mkdir()
    (folder / "text.md").write_text("# New Note\n")
    answer = ask("concordance", "new-note", at=harbour)
    assert answer.code == 3
    assert answer.err.startswith("Error: There is no issued version of “new-note”.\nHint: A concordance leads from an ")


def test_no_line_is_wider_than_the_terminal(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (60, 80, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        for extra in ([], ["--all"]):
            shown = ask("concordance", "bali-message", "rev-1", "rev-2", *extra, at=demonstration_made).out
            assert max(map(len, shown.splitlines())) <= columns
