"""`zerodraft blame`: whose words, as they are read, and held against git's own blame."""

import json
import subprocess
from pathlib import Path

import pytest
from tests.cli.asking import Ask

from zerodraft.desk.desk import Desk


def lines_by_git(root: Path, slug: str) -> dict[int, str]:
    """The commit that git blames for each line of a text, lines counted from 1."""
    asked = ["git", "blame", "--porcelain", "--", f"declarations/{slug}/text.md"]
    printed = subprocess.run(asked, cwd=root, capture_output=True, text=True, check=True).stdout
    heads = (line.split(" ") for line in printed.splitlines() if not line.startswith("\t"))
    return {int(head[2]): head[0] for head in heads if len(head[0]) == 40 and len(head) > 2}


def test_the_last_act_on_every_paragraph_is_the_one_that_git_blames_for_its_line(demonstration_made: Path) -> None:
    compared = 0
    with Desk.at(demonstration_made) as desk:
        for slug in desk.slugs():
            dossier, by_git = desk.open(slug), lines_by_git(demonstration_made, slug)
            for credited in desk.credited(dossier, dossier.reading):
                place = dossier.draft.paragraphs[credited.ordinal].span.start
                line = dossier.draft.source.count("\n", 0, place) + 1
                assert credited.acts[-1].commit == by_git[line]
                assert {each.origin for each in credited.words} <= {*credited.acts}
                compared += 1
    assert compared > 200


def test_each_stretch_stands_behind_its_delegation_and_day(ask: Ask, demonstration_made: Path) -> None:
    assert ask("blame", "bali-message", "15", at=demonstration_made).out == (
        "15  SEC  3 Oct 2021  We support the\n"
        "    JPN 19 Oct 2021  responsible\n"
        "    SEC  3 Oct 2021  use of big data in crises, such as\n"
        "    JPN 19 Oct 2021  anonymized\n"
        "    SEC  3 Oct 2021  mobility data, satellite imagery and public health\n"
        "                     statistics, to give early warning, to guide relief to where\n"
        "                     it is needed most and to draw lessons from the response.\n"
        "\n"
        "Acts\n"
        "SEC  3 Oct 2021  bali-message begins: Bali Message on International Cooperation\n"
        "                 in Digital Diplomacy\n"
        "JPN 19 Oct 2021  Big data in crises: responsible use, anonymized mobility data ·\n"
        "                 answers jpn-c7b9\n"
    )


def test_an_act_that_brought_no_word_is_told_below_the_words(ask: Ask, harbour: Path) -> None:
    text = harbour / "declarations/harbour-note/text.md"
    text.write_text(text.read_text().replace("We honour the crews", "We honour crews"))
    assert ask("save", "harbour-note", "--from", "Japan", at=harbour).code == 0
    shown = ask("blame", "harbour-note", "3", at=harbour).out
    assert shown.startswith("3  SEC  2 Nov 2021  We honour crews.\n ↓ JPN ")
    assert shown.split("\n")[1].endswith("  touched it last")


def test_signs_of_markdown_are_not_shown_and_whoever_put_them_in_brought_no_word(ask: Ask, harbour: Path) -> None:
    text = harbour / "declarations/harbour-note/text.md"
    text.write_text(text.read_text().replace("honour", "**honour**"))
    assert ask("save", "harbour-note", "--from", "Japan", at=harbour).code == 0
    shown = ask("blame", "harbour-note", "3", at=harbour).out
    assert shown.startswith("3  SEC  2 Nov 2021  We honour the crews.\n ↓ JPN ")


def test_a_change_from_outside_and_what_is_not_saved_are_told(ask: Ask, harbour: Path) -> None:
    text = harbour / "declarations/harbour-note/text.md"
    text.write_text(text.read_text().replace("We honour the crews", "We honour the brave crews"))
    subprocess.run(["git", "-c", "user.name=Budi Santoso-Wijaya", "commit", "-qam", "brave"], cwd=harbour, check=True)
    text.write_text(text.read_text().replace("brave crews", "brave and old crews"))
    shown = ask("blame", "harbour-note", "3", at=harbour).out
    assert "\n   Budi Santos… " in shown
    assert "changed outside zerodraft by Budi Santoso-Wijaya:\n" in shown
    assert "\n   not saved                 and old\n" in shown


def test_a_version_and_the_words_of_one_delegation_are_asked_for(ask: Ask, demonstration_made: Path) -> None:
    shown = ask("blame", "bali-message", "--at", "rev-1", "--from", "ASEAN", at=demonstration_made).out
    assert shown.startswith("Bali Message on International Cooperation in Digital Diplomacy\n")
    assert "\n11(b)  SEC  3 Oct 2021  alerts in languages that travellers, students\n" in shown
    assert "\n       PHL 20 Oct 2021  , seafarers\n" in shown
    assert "JPN" not in shown.split("Acts\n")[0]
    assert "MYS" not in shown, "Malaysia's words came after Rev.1"


def test_a_delegation_without_words_in_the_text_is_told_so(ask: Ask, harbour_made: Path) -> None:
    answer = ask("blame", "harbour-note", "--from", "Chile", at=harbour_made)
    assert (answer.code, answer.out, answer.err) == (0, "", "No words of CHL stand in this text.\n")


def test_json_has_the_words_with_the_commit_of_their_act(ask: Ask, demonstration_made: Path) -> None:
    told = json.loads(ask("blame", "bali-message", "15", "--json", at=demonstration_made).out)
    (paragraph,) = told["paragraphs"]
    acts = {each["commit"]: each for each in told["acts"]}
    assert paragraph["cite"] == "15"
    assert paragraph["words"][1]["text"] == "responsible "
    japans = acts[paragraph["words"][1]["act"]]
    assert (japans["delegation"], japans["who"], japans["answers"]) == ("JPN", "Japan", "jpn-c7b9")
    assert paragraph["acts"][-1] == japans["commit"]
    assert told["version"] is None


@pytest.mark.parametrize(
    ("arguments", "sentence", "code"),
    [
        (["bali-massage"], "There is no declaration “bali-massage”.", 3),
        (["bali-message", "99"], "There is no paragraph “99”.", 3),
        (["bali-message", "--at", "rev-9"], "There is no version of bali-message called “rev-9”.", 3),
        (["bali-message", "--from", "Atlantis"], "There is no delegation called “Atlantis”.", 3),
    ],
)
def test_what_is_not_there_is_refused_with_a_hint(
    ask: Ask, demonstration_made: Path, arguments: list[str], sentence: str, code: int
) -> None:
    answer = ask("blame", *arguments, at=demonstration_made)
    assert (answer.code, answer.out) == (code, "")
    assert answer.err.startswith(f"Error: {sentence}\nHint: ")


def test_no_line_is_wider_than_the_terminal(
    ask: Ask, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for columns in (60, 80, 160):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = ask("blame", "bali-message", at=demonstration_made).out
        assert max(map(len, shown.splitlines())) <= columns
