"""`zerodraft edit`: one paragraph in the editor; words are never lost."""

import os
import re
import sys
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.harbour import WORKING
from tests.cli.piping import editor, head, kept, person, pipe, text

NOTE = "harbour-note"


def told(sentence: str) -> str:
    """What is told of an edit: the act, the declaration, and what to look at next."""
    return f"{sentence} · {NOTE}.\nThe redline: zerodraft diff {NOTE}\n"


def test_a_paragraph_is_reworded_in_the_editor(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'cp "$1" "$1.seen"; sed -i "s/pilots/good pilots/" "$1"')
    answer = ask("edit", NOTE, "4", at=harbour)
    assert (answer.code, answer.out, answer.err) == (
        0,
        "",
        told("Paragraph 4 reworded"),
    )
    assert text(harbour) == WORKING.replace("pilots", "good pilots")
    seen = next((harbour / ".git/zerodraft/edits").glob("*.seen"))
    assert seen.read_text() == "We thank the pilots who brought the ships home.\n"
    assert kept(harbour) == []


@pytest.mark.parametrize(("version", "options"), [("GNU nano, 7.2", "--softwrap --atblanks"), ("Pico 5.09", "")])
def test_nano_is_told_to_fold_the_long_line_of_a_paragraph(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, options: str
) -> None:
    editor(monkeypatch, tmp_path, f'[ "$1" = --version ] && echo "{version}" && exit; echo "$@" > {tmp_path}/told')
    (tmp_path / "editor.sh").rename(tmp_path / "nano")
    monkeypatch.setenv("EDITOR", str(tmp_path / "nano"))
    assert ask("edit", NOTE, "4", at=harbour).code == 0
    told = (tmp_path / "told").read_text().split()
    assert " ".join(told[:-1]) == options


def test_the_whole_text_is_edited_without_a_paragraph(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'sed -i "s/We /WE /" "$1"')
    assert ask("edit", NOTE, "-m", "Capitals", at=harbour).err == told("Capitals")
    assert text(harbour) == WORKING.replace("We ", "WE ")


def test_words_may_come_with_the_command_or_through_a_pipe(
    ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask("edit", NOTE, "4", "--with", "We thank the pilots who brought [all - Japan] ships home.", at=harbour)
    assert "\n\nWe thank the pilots who brought [all - Japan] ships home.\n\n" in text(harbour)
    pipe(monkeypatch, b"We thank the pilots who brought no ships home.\n")
    answer = ask("edit", NOTE, "4", "--with", "-", "--from", "fiji", at=harbour)
    assert answer.err == told("Fiji: Paragraph 4 reworded")
    assert "\n\nWe thank the pilots who brought no ships home.\n\n" in text(harbour)


def test_a_new_paragraph_is_cited_after_its_neighbour(ask: Ask, harbour: Path) -> None:
    answer = ask("edit", NOTE, "2", "--insert-after", "--with", "We insist.", at=harbour)
    assert answer.err == told("Paragraph 2 bis inserted")
    assert "(b) in one language.\n\nWe insist.\n\n## Focus area 2" in text(harbour)


def test_nothing_typed_is_no_act(ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "true")
    before = head(harbour)
    for arguments in (("4",), (), ("4", "--insert-after")):
        answer = ask("edit", NOTE, *arguments, at=harbour)
        assert (answer.code, answer.err) == (0, "Nothing changed; nothing was recorded.\n")
    assert head(harbour) == before
    assert kept(harbour) == []


def test_an_emptied_paragraph_is_not_taken_out_by_mistake(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, ': > "$1"')
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 2
    assert f"zerodraft edit {NOTE} 4 --delete" in answer.err
    assert ask("edit", NOTE, at=harbour).err.startswith("Error: The text has no words left")
    assert text(harbour) == WORKING
    assert kept(harbour) == []


def test_a_paragraph_is_taken_out_after_a_question(ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person(monkeypatch, "n\n")
    answer = ask("edit", NOTE, "2", "--delete", at=harbour)
    assert "Take out paragraph 2, “We invite each country to report on its ports:”, and its 2 sub-par" in answer.err
    assert answer.err.endswith("It stays; nothing was recorded.\n")
    assert text(harbour) == WORKING
    person(monkeypatch, "y\n")
    ask("edit", NOTE, "2", "--delete", at=harbour)
    assert "We invite" not in text(harbour)


def test_where_nobody_can_be_asked_a_deletion_needs_yes(ask: Ask, harbour: Path) -> None:
    answer = ask("edit", NOTE, "4", "--delete", at=harbour)
    assert (answer.code, text(harbour)) == (2, WORKING)
    assert "--yes" in answer.err
    assert ask("edit", NOTE, "4", "--delete", "--yes", at=harbour).err == told("Paragraph 4 deleted")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--delete",), "Say which paragraph"),
        (("--insert-after",), "Say which paragraph"),
        (("4", "--delete", "--with", "x"), "either taken out, or words"),
        (("4", "--with", "x", "--from", "Atlantis"), "no delegation called “Atlantis”"),
        (("4", "--with", "x", "--answers", "jpn-0"), "called “jpn-0”"),
        (("99", "--with", "x"), "no paragraph “99”"),
    ],
)
def test_what_can_not_be_done_is_said_before_the_editor_opens(
    ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], sentence: str
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    answer = ask("edit", NOTE, *arguments, at=harbour)
    assert answer.code in (2, 3)
    assert sentence in answer.err
    assert text(harbour) == WORKING


def test_words_are_kept_when_the_editor_fails_and_offered_by_the_next_edit(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'echo "We thank the crews." > "$1"; exit 1')
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 6
    assert "Your words are kept in" in answer.err
    assert kept(harbour) == ["We thank the crews.\n"]
    monkeypatch.setenv("EDITOR", "true")
    told_when = r"Words from an edit of harbour-note \(\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d\) were not saved: "
    assert re.match(told_when, ask("edit", NOTE, "4", at=harbour).err)
    person(monkeypatch, "k\n")
    ask("edit", NOTE, "4", at=harbour)
    assert kept(harbour) == ["We thank the crews.\n"]
    person(monkeypatch, "g\n")
    assert ask("edit", NOTE, "4", at=harbour).err.endswith(told("Paragraph 4 reworded"))
    assert "We thank the crews." in text(harbour)
    assert kept(harbour) == []


def test_words_for_a_number_that_an_issue_gave_to_another_paragraph_are_kept_unless_the_drafter_says_otherwise(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'echo "We thank the good pilots." > "$1"; exit 1')
    ask("edit", NOTE, "4", at=harbour)
    ask("edit", NOTE, "1", "--insert-after", "--with", "We count the ships.", at=harbour)
    ask("issue", NOTE, "Rev.2", at=harbour)
    issued = text(harbour)
    monkeypatch.setenv("EDITOR", "true")
    person(monkeypatch, "\n")
    answer = ask("edit", NOTE, "4", at=harbour)
    assert "4 read otherwise then, or was another paragraph." in answer.err
    assert "The words begin:  “We thank the good pilots.”" in answer.err
    assert "4 reads now: “We honour the crews.”" in answer.err
    assert text(harbour) == issued
    assert kept(harbour) == ["We thank the good pilots.\n"]
    person(monkeypatch, "g\n")
    assert ask("edit", NOTE, "4", at=harbour).err.endswith(told("Paragraph 4 reworded"))


def test_words_for_a_comment_are_kept_when_its_number_is_another_paragraph_now(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'echo "We doubt it." > "$1"; exit 1')
    ask("comment", NOTE, "4", "--from", "JPN", at=harbour)
    monkeypatch.setenv("EDITOR", "true")
    person(monkeypatch, "\n")
    before = head(harbour)
    answer = ask("comment", NOTE, "4", "--from", "JPN", "--on", "zero-draft", at=harbour)
    assert "4 reads now: “We support the exchange of charts and tables.”" in answer.err
    assert head(harbour) == before
    person(monkeypatch, "\n")
    answer = ask("comment", NOTE, "4", "--from", "JPN", at=harbour)
    assert "reads now" not in answer.err
    assert answer.err.endswith(f"on paragraph 4 of Rev.1: {answer.out.strip()}.\n")


def test_words_that_nobody_wants_are_dropped(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'echo "Never mind." > "$1"; exit 1')
    ask("edit", NOTE, "4", at=harbour)
    monkeypatch.setenv("EDITOR", "true")
    person(monkeypatch, "d\n")
    ask("edit", NOTE, "4", at=harbour)
    assert kept(harbour) == []


def test_a_whole_text_that_was_typed_on_another_text_is_not_gone_on_with(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'echo "More." >> "$1"; exit 1')
    ask("edit", NOTE, at=harbour)
    ask("edit", NOTE, "4", "--with", "We thank the pilots who came home.", at=harbour)
    monkeypatch.setenv("EDITOR", "true")
    person(monkeypatch, "g\n")
    answer = ask("edit", NOTE, at=harbour)
    assert "The text moved on since" in answer.err
    assert kept(harbour) == [WORKING + "More.\n"]


def test_an_editor_that_fails_without_a_word_typed_leaves_nothing_behind(
    ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 6
    assert "kept" not in answer.err
    assert kept(harbour) == []


def test_somebody_else_rewords_another_paragraph_meanwhile_and_both_changes_stand(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f"{sys.executable} -m zerodraft edit harbour-note 1 --with 'We agree to close all ports to small ships.'"
    editor(monkeypatch, tmp_path, f'{other} 2>/dev/null; sed -i "s/pilots/crews/" "$1"')
    assert ask("edit", NOTE, "4", at=harbour).err == told("Paragraph 4 reworded")
    assert "close all ports" in text(harbour)
    assert "We thank the crews" in text(harbour)


def test_somebody_else_rewords_the_same_paragraph_meanwhile_and_the_words_are_kept(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = f"{sys.executable} -m zerodraft edit harbour-note 4 --with 'We thank the pilots and the cooks.'"
    editor(monkeypatch, tmp_path, f'{other} 2>/dev/null; sed -i "s/pilots/crews/" "$1"')
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 4
    assert "it reads now: “We thank the pilots and the cooks.”" in answer.err
    assert kept(harbour) == ["We thank the crews who brought the ships home.\n"]
    assert "crews who" not in text(harbour)


def test_words_that_are_no_text_are_refused_and_kept(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "printf 'caf\\351' > \"$1\"")
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 7
    assert "is not UTF-8 text" in answer.err
    assert "Your words are kept in" in answer.err
    assert ask("edit", NOTE, "4", "--with", os.fsdecode(b"caf\xe9"), at=harbour).code == 7


def test_words_that_are_no_text_don_t_keep_a_paragraph_from_being_edited(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, "printf 'caf\\351' > \"$1\"")
    ask("edit", NOTE, "4", at=harbour)
    ask("edit", NOTE, "4", "--with", "We thank the crews.", at=harbour)
    editor(monkeypatch, tmp_path, 'echo "We thank them." > "$1"')
    person(monkeypatch, "\n")
    answer = ask("edit", NOTE, "4", at=harbour)
    assert "The words begin:  “caf\ufffd”" in answer.err
    assert answer.code == 0
    assert "We thank them." in text(harbour)


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("/no/such/editor", "can't be started"),
        ('"half', "quotation mark without its other half"),
    ],
)
def test_an_editor_that_is_not_there_is_told_with_a_way_to_set_one(
    ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch, program: str, sentence: str
) -> None:
    monkeypatch.setenv("EDITOR", program)
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 6
    assert sentence in answer.err
    assert "export EDITOR=nano" in answer.err


def test_without_an_editor_or_a_terminal_the_other_ways_are_named(
    ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda name: {"git": "/usr/bin/git", "vi": "/usr/bin/vi"}.get(name))
    pipe(monkeypatch, b"")
    assert "There is no terminal for an editor" in ask("edit", NOTE, "4", at=harbour).err
    monkeypatch.setattr("shutil.which", lambda name: {"git": "/usr/bin/git"}.get(name))
    assert "no editor on this machine" in ask("edit", NOTE, "4", at=harbour).err


def test_a_crash_tells_where_the_words_are(
    ask: Ask, harbour: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object) -> None:
        raise RuntimeError("a bug")

    editor(monkeypatch, tmp_path, 'echo "We thank the crews." > "$1"')
    monkeypatch.setattr("zerodraft.desk.editing.record", broken)
    with pytest.raises(RuntimeError):
        ask("edit", NOTE, "4", at=harbour)
    assert "Your words are kept in" in capsys.readouterr().err
    assert kept(harbour) == ["We thank the crews.\n"]


def test_a_text_that_another_editor_changed_is_to_be_saved_first(ask: Ask, harbour: Path) -> None:
    (harbour / "declarations" / NOTE / "text.md").write_text(WORKING + "\nMore.\n")
    answer = ask("edit", NOTE, "4", "--with", "x", at=harbour)
    assert answer.code == 2
    assert f"zerodraft save {NOTE}" in answer.err
