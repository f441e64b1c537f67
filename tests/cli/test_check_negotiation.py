"""`zerodraft check`: what a drafter should see to in a negotiation."""

import json
from pathlib import Path

from tests.cli.asking import Ask

NOTE = "harbour-note"
FOLDER = f"declarations/{NOTE}"


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_a_proposal_without_a_place_is_a_warning_with_its_file(ask: Ask, negotiation_made: Path) -> None:
    answer = ask("check", NOTE, at=negotiation_made)
    assert answer.code == 0
    (line,) = answer.out.splitlines()
    assert line.startswith(f"{FOLDER}/proposals/2021-11-04-jpn-")
    assert line.endswith(
        ".md: warning: JPN-2 has no place in the text of today. The paragraph was deleted. [detached-proposal]"
    )


def test_what_is_decided_needs_no_place(ask: Ask, negotiation: Path) -> None:
    ask("overtaken", NOTE, "JPN-2", at=negotiation)
    assert ask("check", NOTE, at=negotiation).err == "Nothing to mend.\n"


def test_agreed_wording_that_was_changed_by_another_program_is_an_error_at_its_line(ask: Ask, harbour: Path) -> None:
    ask("agree", NOTE, "3", "4", at=harbour)
    path = harbour / FOLDER / "text.md"
    path.write_text(path.read_text().replace("honour the crews", "honour all crews").replace("We thank the", "We the"))
    answer = ask("check", NOTE, at=harbour)
    assert answer.code == 1
    first, second = answer.out.splitlines()
    assert first == (
        f"{FOLDER}/text.md:17:1: error: Paragraph 3 is agreed ad referendum, and reads otherwise now: "
        f"We honour [-the-]{{+all+}} crews. zerodraft reopen {NOTE} 3 --why REASON, or put the words back. "
        "[agreed-wording]"
    )
    assert second.startswith(f"{FOLDER}/text.md:19:1: error: Paragraph 4 is agreed ad referendum")


def test_agreed_wording_that_is_gone_is_an_error_of_the_file(ask: Ask, harbour: Path) -> None:
    ask("agree", NOTE, "3", at=harbour)
    path = harbour / FOLDER / "text.md"
    path.write_text(path.read_text().replace("We honour the crews.\n\n", ""))
    (found,) = json.loads(ask("check", NOTE, "--json", at=harbour).out)
    assert (found["line"], found["severity"], found["code"]) == (0, "error", "agreed-wording")
    assert found["sentence"].startswith("Paragraph 3 is agreed ad referendum, and is gone.")


def test_a_number_that_two_proposals_bear_is_an_error(ask: Ask, negotiation: Path) -> None:
    """So two drafters may number, each on a copy of the record."""
    first = only(negotiation / FOLDER / "proposals", "*-idn-*")
    (first.parent / "2021-11-04-idn-aaaa.md").write_text(first.read_text())
    answer = ask("check", NOTE, at=negotiation)
    assert answer.code == 1
    told = [line.partition(".md: ")[2] for line in answer.out.splitlines() if "number-twice" in line]
    assert told == ["error: 2 proposals bear the number IDN-1; give this one another. [number-twice]"] * 2


def test_files_that_speak_of_a_proposal_that_is_gone_are_told(ask: Ask, negotiation: Path) -> None:
    for path in (negotiation / FOLDER / "proposals").iterdir():
        if "Number: FJI-1\n" in path.read_text() or "Number: VNM-1\n" in path.read_text():
            path.unlink()
    told = ask("check", NOTE, at=negotiation).out.splitlines()
    spoken = [line.split("/")[2] for line in told if line.endswith("[unknown-proposal]")]
    assert spoken == ["proposals", "positions", "positions", "positions", "decisions"]
    assert sum("unreadable-file" in line for line in told) == 2


def test_damaged_files_of_each_kind_are_told_and_nothing_else_stops(ask: Ask, negotiation: Path) -> None:
    damaged = [only(negotiation / FOLDER / "proposals", "*-idn-*")]
    damaged += [only(negotiation / FOLDER / "decisions", "*"), only(negotiation / FOLDER / "positions", "*-asean-*")]
    for path in damaged:
        path.write_bytes(path.read_bytes()[:30])
    told = ask("check", NOTE, at=negotiation).out
    for path in damaged:
        assert f"{path.relative_to(negotiation)}: error: " in told
    assert ask("accept", NOTE, "FJI-1", at=negotiation).code == 0
