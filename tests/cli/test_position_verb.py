"""`zerodraft position`: where a delegation stands, and what of it makes no sense."""

from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import git
from tests.cli.piping import head, pipe

NOTE = "harbour-note"
WORDS = "We agree to keep all ports open to ships in distress."


@pytest.fixture
def proposed(ask: Ask, harbour: Path) -> Path:
    """The harbour with one proposal, JPN-1, on paragraph 1."""
    assert ask("propose", NOTE, "1", "--from", "JPN", WORDS, at=harbour).out == "JPN-1\n"
    return harbour


def position_file(workspace: Path, name: str) -> str:
    return next((workspace / "declarations" / NOTE / "positions").glob(f"*-{name}.md")).read_text()


@pytest.mark.parametrize("said", ["support", "Supports", " SUPPORT "])
def test_a_position_on_a_proposal_prints_its_id(ask: Ask, proposed: Path, said: str) -> None:
    answer = ask("position", NOTE, "jpn-1", "--from", "Fiji", said, "With thanks.", at=proposed)
    assert answer.err == "Fiji: support on JPN-1.\n"
    written = position_file(proposed, answer.out.strip())
    assert "Stand: support\n" in written
    assert written.endswith("\n\nWith thanks.\n")
    assert git(proposed, "log", "-1", "--format=%an") == "Fiji"


def test_a_position_may_be_on_a_paragraph_or_on_an_alternative(ask: Ask, harbour: Path) -> None:
    whole = ask("position", NOTE, "--paragraph", "2", "--from", "JPN", "retain", at=harbour)
    assert whole.err == "Japan: retain on paragraph 2.\n"
    alternative = ("--paragraph", "1", "--quote", "all - Japan; Fiji delete", "--on", "working")
    ask("edit", NOTE, "2", "--with", "We invite each country to report:", at=harbour)
    quoted = ask("position", NOTE, *alternative, "--from", "VNM", "delete", at=harbour)
    assert quoted.err == "Viet Nam: delete on paragraph 1.\n"
    assert "Quote: “all - Japan; Fiji delete”\n" in position_file(harbour, quoted.out.strip())


def test_words_come_through_a_pipe(ask: Ask, proposed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, b"Until Thursday.\n")
    name = ask("position", NOTE, "JPN-1", "--from", "VNM", "reserve", "-", at=proposed).out.strip()
    assert position_file(proposed, name).endswith("\n\nUntil Thursday.\n")


def test_a_delegation_that_changes_its_mind_is_told_what_it_said_before(ask: Ask, proposed: Path) -> None:
    ask("position", NOTE, "JPN-1", "--from", "FJI", "support", at=proposed)
    answer = ask("position", NOTE, "JPN-1", "--from", "FJI", "delete", at=proposed)
    assert answer.err == "Fiji: delete on JPN-1, no longer support.\n"
    again = ask("position", NOTE, "JPN-1", "--from", "FJI", "delete", at=proposed)
    assert again.code == 2
    assert "That is this delegation's position already." in again.err


@pytest.mark.parametrize("said", ["delete", "reserve"])
def test_a_delegation_that_is_against_its_own_proposal_is_told_to_withdraw_it(
    ask: Ask, proposed: Path, said: str
) -> None:
    answer = ask("position", NOTE, "JPN-1", "--from", "JPN", said, at=proposed)
    assert answer.code == 2
    assert answer.err == (
        f"Error: Japan proposed JPN-1 itself; “{said}” would contradict that.\n"
        "Hint: To take it off the table: zerodraft withdraw harbour-note JPN-1\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ((), 2, "Say on what, and how"),
        (("JPN-1",), 2, "Say on what, and how"),
        (("--paragraph", "2", "--from", "FJI"), 2, "Say on what, and how"),
        (("JPN-1", "support"), 2, "It is not said whose words these are."),
        (("JPN-1", "--from", "FJI", "applaud"), 3, "There is no position called “applaud”."),
        (("JPN-1", "--from", "FJI", "support", "two", "words"), 2, "put them in quotation marks"),
        (("JPN-1", "--quote", "all", "--from", "FJI", "support"), 2, "--quote and --on go with --paragraph"),
        (("FJI-7", "--from", "FJI", "support"), 3, "proposal on harbour-note called “FJI-7”"),
        (("JPN-1", "--from", "CHL", "support"), 2, "Chile is no participant of harbour-note."),
        (("JPN-1", "--from", "JPN", "support"), 2, "Japan proposed JPN-1 itself."),
        (("--paragraph", "77", "--from", "FJI", "support"), 3, "paragraph “77”"),
        (("--paragraph", "1", "--quote", "no such", "--from", "FJI", "delete"), 3, "reads “no such”"),
    ],
)
def test_what_is_no_position_is_refused(
    ask: Ask, proposed: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = head(proposed)
    answer = ask("position", NOTE, *arguments, at=proposed)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert "\nHint: " in answer.err
    assert head(proposed) == before
