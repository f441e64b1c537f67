"""`zerodraft propose`: what a delegation wants the text to say, in its name and under its number."""

import json
import re
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.hardship import git
from tests.cli.piping import editor, head, kept, pipe

NOTE = "harbour-note"
WORDS = "We agree to keep all ports open to ships in distress."


def proposal_file(workspace: Path, number: str) -> str:
    """The file of the proposal with this number."""
    found = (path.read_text() for path in (workspace / "declarations" / NOTE / "proposals").iterdir())
    return next(content for content in found if f"Number: {number}\n" in content)


def test_a_proposal_prints_its_number_and_is_in_the_name_of_its_delegations(ask: Ask, harbour: Path) -> None:
    answer = ask(
        *("propose", NOTE, "1", "--from", "Jepang", "--with", "FJI", "--reason", "Storms.", "--occasion", "Panel 1"),
        WORDS,
        at=harbour,
    )
    assert (answer.code, answer.out) == (0, "JPN-1\n")
    assert answer.err.startswith("Japan proposes new wording for paragraph 1: JPN-1.\n")
    written = proposal_file(harbour, "JPN-1")
    assert "From: JPN\nWith: FJI\n" in written
    assert "Occasion: Panel 1\nOn: rev-1\n" in written
    assert "Reason: “Storms.”\n" in written
    assert written.endswith(f"\n\n{WORDS}\n")
    assert git(harbour, "log", "-1", "--format=%an") == "Japan"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("2", "--insert", "We add this."), "a paragraph after paragraph 2"),
        (("2(b)", "--delete"), "to delete paragraph 2(b)"),
        (("1", "--until", "2", "--delete"), "to delete paragraph 1"),
        (("1", "--move-after", "4"), "to move paragraph 1 after 4"),
        (("1", "--move-after", "4", "We agree."), "to move paragraph 1 after 4"),
        (("1", "We agree.\n\nWe keep ports open."), "to divide paragraph 1"),
        (("3", "--until", "4", "We honour crews and pilots."), "to join paragraphs 3 to 4"),
        (("3", "--on", "Zero Draft", "We meet again."), "new wording for paragraph 3"),
    ],
)
def test_a_proposal_says_what_it_would_do(ask: Ask, harbour: Path, said: tuple[str, ...], told: str) -> None:
    answer = ask("propose", NOTE, "--from", "JPN", *said, at=harbour)
    assert answer.code == 0
    assert answer.err.startswith(f"Japan proposes {told}: JPN-1.\n")


def test_the_words_come_through_a_pipe(ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe(monkeypatch, f"{WORDS}\n".encode())
    assert ask("propose", NOTE, "1", "--from", "JPN", "-", at=harbour).out == "JPN-1\n"
    assert proposal_file(harbour, "JPN-1").endswith(f"\n\n{WORDS}\n")


def test_the_editor_begins_with_the_words_that_were_read(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'cp "$1" "$1.seen"; sed -i "s/small ships/all ships/" "$1"')
    assert ask("propose", NOTE, "1", "--from", "JPN", at=harbour).out == "JPN-1\n"
    seen = next((harbour / ".git" / "zerodraft" / "edits").glob("*.seen"))
    assert seen.read_text() == "We agree to keep all ports open to small ships.\n"
    assert proposal_file(harbour, "JPN-1").endswith("\n\nWe agree to keep all ports open to all ships.\n")


def test_the_editor_begins_with_the_words_of_the_proposal_that_is_answered(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("propose", NOTE, "1", "--from", "JPN", WORDS, at=harbour)
    editor(monkeypatch, tmp_path, 'sed -i "s/in distress/in need/" "$1"')
    answer = ask("propose", NOTE, "--answers", "jpn-1", "--from", "FJI", at=harbour)
    assert answer.err.startswith("Fiji proposes other words for JPN-1: FJI-1.\n")
    assert proposal_file(harbour, "FJI-1").endswith("\n\nWe agree to keep all ports open to ships in need.\n")


def test_words_that_were_not_touched_in_the_editor_are_no_proposal(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "true")
    before = head(harbour)
    answer = ask("propose", NOTE, "1", "--from", "JPN", at=harbour)
    assert (answer.code, answer.err) == (0, "Nothing changed; nothing was recorded.\n")
    assert (head(harbour), kept(harbour)) == (before, [])


def test_words_typed_in_vain_are_kept_and_offered_again(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "head -c 70000 /dev/zero | tr '\\0' x > \"$1\"")
    answer = ask("propose", NOTE, "1", "--from", "JPN", at=harbour)
    assert answer.code == 7
    assert "Your words are kept in" in answer.err
    assert [len(words) for words in kept(harbour)] == [70000]
    editor(monkeypatch, tmp_path, f'echo "{WORDS}" > "$1"')
    assert "were not saved" in ask("propose", NOTE, "1", "--from", "JPN", at=harbour).err


def test_a_proposal_on_a_paragraph_that_is_gone_is_recorded_and_told(ask: Ask, harbour: Path) -> None:
    answer = ask("propose", NOTE, "3", "--on", "zero-draft", "--from", "JPN", "We meet in the spring.", at=harbour)
    assert (answer.code, answer.out) == (0, "JPN-1\n")
    assert "JPN-1 has no place in the text of today." in answer.err
    assert "zerodraft proposals harbour-note --outcome detached" in answer.err


def test_the_texts_that_have_a_paragraph_are_named_where_the_one_that_was_read_has_none(
    ask: Ask, harbour: Path
) -> None:
    ask("edit", NOTE, "4", "--insert-after", "--with", "We thank all.", at=harbour)
    answer = ask("propose", NOTE, "4 bis", "--from", "JPN", "We thank them.", at=harbour)
    assert answer.code == 3
    assert answer.err == (
        "Error: There is no paragraph of Rev.1 called “4 bis”.\n"
        "Hint: Another text has one. If that was read: --on working\n"
    )
    assert ask("propose", NOTE, "4 bis", "--on", "working", "--from", "JPN", "We thank.", at=harbour).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        ((), 2, "Say which paragraph"),
        (("1", WORDS), 2, "It is not said whose words these are."),
        (("1", "two", "words", "--from", "JPN"), 2, "put them in quotation marks"),
        (("1", "--from", "JPN", " "), 2, "There are no words; nothing was recorded."),
        (("1", "--from", "JPN", "--delete", WORDS), 2, "either taken out, or words are given"),
        (("1", "--from", "JPN", "--delete", "--insert"), 2, "One proposal does one thing: --insert or --delete."),
        (("1", "--from", "JPN", "--insert", "--until", "2", WORDS), 2, "--until goes with"),
        (("1", "--from", "JPN", "--answers", "JPN-1", WORDS), 2, "leave out the paragraph"),
        (("--from", "JPN", "--answers", "JPN-1", "--delete"), 2, "neither --on nor a deed"),
        (("--from", "JPN", "--answers", "JPN-9", WORDS), 3, "proposal on harbour-note called “JPN-9”"),
        (("2", "--until", "1", "--from", "JPN", WORDS), 2, "It ends before it begins."),
        (("1", "--move-after", "1", "--from", "JPN"), 2, "It moves paragraphs to where they stand."),
        (("1", "--move-after", "77", "--from", "JPN"), 3, "paragraph “77”"),
        (("77", "--from", "JPN", WORDS), 3, "paragraph “77”"),
        (("1", "--from", "Atlantis", WORDS), 3, "delegation called “Atlantis”"),
        (("1", "--from", "JPN", "--with", "Atlantis", WORDS), 3, "delegation called “Atlantis”"),
        (("1", "--from", "CHL", WORDS), 2, "Chile is no participant of harbour-note."),
        (("1", "--from", "JPN", "--with", "CHL", WORDS), 2, "Chile is no participant of harbour-note."),
        (("1", "--from", "JPN", "--on", "rev-7", WORDS), 3, "Issued are: zero-draft, rev-1"),
        (("1", "--from", "JPN", "We agree to keep all ports open to small ships."), 2, "stand there already"),
    ],
)
def test_what_can_not_be_proposed_is_refused(
    ask: Ask, harbour: Path, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    before = head(harbour)
    answer = ask("propose", NOTE, *arguments, at=harbour)
    assert answer.code == code
    assert sentence in " ".join(answer.err.split())
    assert "\nHint: " in answer.err
    assert head(harbour) == before


def test_nothing_is_typed_in_vain_for_what_is_refused_anyway(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, f"touch {tmp_path}/opened")
    for arguments in (("77", "--from", "JPN"), ("1", "--from", "CHL"), ("--answers", "FJI-7", "--from", "JPN")):
        assert ask("propose", NOTE, *arguments, at=harbour).code in (2, 3)
    assert not (tmp_path / "opened").exists()


def test_a_delegation_named_twice_proposes_once(ask: Ask, harbour: Path) -> None:
    ask("propose", NOTE, "1", "--from", "JPN", "--with", "FJI", "--with", "Japan", "--with", "Fiji", WORDS, at=harbour)
    assert "From: JPN\nWith: FJI\n" in proposal_file(harbour, "JPN-1")


def test_a_number_is_never_given_twice(ask: Ask, harbour: Path) -> None:
    for expected in ("JPN-1", "JPN-2"):
        assert ask("propose", NOTE, "1", "--from", "JPN", WORDS, at=harbour).out == f"{expected}\n"
        ask("undo", NOTE, at=harbour)


def test_words_of_a_proposal_that_command_a_terminal_are_marks(ask: Ask, harbour: Path) -> None:
    answer = ask("propose", NOTE, "1", "--from", "JPN", "--reason", "\x1b[2J", "We \x1b]0;x\x07 agree.", at=harbour)
    assert "\x1b" not in answer.out + answer.err
    told = json.loads(ask("log", NOTE, "--json", at=harbour).out)
    assert not re.search("\x1b", json.dumps(told, ensure_ascii=False))
