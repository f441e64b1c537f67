"""`save`, `issue`, `undo`, `redo`, `completion`, `demo`: acts from the command line."""

import subprocess
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.harbour import WORKING
from tests.cli.piping import head, person, text

from zerodraft.cli.demo import _steps_there
from zerodraft.cli.main import run

NOTE = "harbour-note"

CONVERT = "Save it as UTF-8, or convert it: `iconv -f WINDOWS-1252 -t UTF-8 declarations/broken/text.md > NEW-FILE`."


def change(workspace: Path, old: str, new: str) -> None:
    path = workspace / "declarations" / NOTE / "text.md"
    path.write_text(path.read_text().replace(old, new))


# --- save -------------------------------------------------------------------------------------------


def test_save_records_what_lies_in_the_folder(ask: Ask, harbour: Path) -> None:
    change(harbour, "pilots", "crews")
    answer = ask("save", NOTE, "--from", "FJI", at=harbour)
    assert (answer.code, answer.out, answer.err) == (
        0,
        "",
        f"Fiji: Paragraph 4 reworded · {NOTE}.\nThe redline: zerodraft diff {NOTE}\n",
    )
    again = ask("save", NOTE, at=harbour)
    assert (again.code, again.err) == (0, f"Nothing in {NOTE} has changed; nothing was recorded.\n")


def test_save_without_a_name_records_everything_that_can_be_recorded(ask: Ask, harbour: Path) -> None:
    change(harbour, "pilots", "crews")
    broken = harbour / "declarations" / "broken"
    broken.mkdir()
    (broken / "text.md").write_bytes(b"caf\xe9")
    (harbour / "declarations" / "delegations.toml").write_text('[JPN]\nen = "Japan"\n')
    (harbour / "declarations" / NOTE / "comments" / "notes.md").write_text("by hand")
    answer = ask("save", at=harbour)
    assert answer.code == 7
    assert answer.err.splitlines() == [
        "The list of delegations is changed.",
        "Error: declarations/broken/text.md is not UTF-8 text: line 1 can't be read.",
        f"Hint: {CONVERT}",
        f"Paragraph 4 reworded · {NOTE}.",
        f"The redline: zerodraft diff {NOTE}",
        f"declarations/{NOTE}/comments/notes.md was changed by hand; it is left as it is, and not recorded.",
    ]


def test_save_with_nothing_to_save_says_so(ask: Ask, harbour: Path) -> None:
    assert ask("save", at=harbour).err == "Nothing has changed; nothing was recorded.\n"


def test_save_needs_a_name_to_know_which_comment_is_answered(ask: Ask, harbour: Path) -> None:
    assert "Say which declaration" in ask("save", "--answers", "jpn-1", at=harbour).err


# --- issue ------------------------------------------------------------------------------------------


def test_issue_prints_the_name_and_says_how_to_see_the_redline(ask: Ask, harbour: Path) -> None:
    answer = ask("issue", NOTE, "Rev.2", "--stage", "SOM", "--date", "2021-11-20", at=harbour)
    assert (answer.code, answer.out) == (0, "rev-2\n")
    assert answer.err == (f"Rev.2 of {NOTE} issued.\nThe redline: zerodraft diff {NOTE} rev-1 rev-2\n")
    refused = ask("issue", NOTE, "rev 2", at=harbour)
    assert refused.code == 4
    assert refused.err.startswith("Error: ")


def test_a_first_issue_says_how_to_hand_it_out(ask: Ask, harbour: Path) -> None:
    ask("new", "other", at=harbour)
    answer = ask("issue", "other", "Zero Draft", at=harbour)
    assert "zerodraft export other --version zero-draft" in answer.err


def test_issue_warns_of_open_errors_and_of_an_unchanged_text(ask: Ask, harbour: Path) -> None:
    ask("issue", NOTE, "Rev.2", at=harbour)
    assert "Nothing had changed since Rev.2." in ask("issue", NOTE, "Rev.3", at=harbour).err
    ask("edit", NOTE, "4", "--with", "We thank [the pilots who brought the ships home.", at=harbour)
    answer = ask("issue", NOTE, "Rev.4", at=harbour)
    assert answer.code == 0
    assert "The text has an open error:" in answer.err
    assert f"zerodraft check {NOTE}" in answer.err


def test_issue_refuses_what_is_not_saved(ask: Ask, harbour: Path) -> None:
    change(harbour, "pilots", "crews")
    answer = ask("issue", NOTE, "Rev.2", at=harbour)
    assert answer.code == 2
    assert f"zerodraft save {NOTE}" in answer.err


# --- undo and redo ----------------------------------------------------------------------------------


def test_undo_and_redo_tell_what_they_did(ask: Ask, harbour: Path) -> None:
    ask("edit", NOTE, "4", "--with", "We thank the pilots who came home.", at=harbour)
    assert ask("undo", at=harbour).err == f"Undone: Paragraph 4 reworded · {NOTE}.\nAgain: zerodraft redo\n"
    assert text(harbour) == WORKING
    assert ask("redo", NOTE, at=harbour).err == f"Redone: Paragraph 4 reworded · {NOTE}.\n"
    assert "We thank the pilots who came home." in text(harbour)


def handed_over(workspace: Path) -> None:
    """Somebody else sits at the workspace now."""
    subprocess.run(["git", "config", "user.name", "Lani Chair"], cwd=workspace, check=True)


def test_undo_of_what_somebody_else_recorded_is_asked(ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    handed_over(harbour)
    before = head(harbour)
    person(monkeypatch, "\n")
    answer = ask("undo", NOTE, at=harbour)
    assert "Ana Drafter recorded this on 3 November 2021: Paragraph 1 reworded." in answer.err
    assert "Take it back? [y/N]" in answer.err
    assert answer.err.endswith("It stays; nothing was undone.\n")
    assert head(harbour) == before
    person(monkeypatch, "y\n")
    assert ask("undo", NOTE, at=harbour).err.endswith(f" · {NOTE}.\nAgain: zerodraft redo {NOTE}\n")


def test_where_nobody_can_be_asked_undo_tells_who_had_recorded_it(ask: Ask, harbour: Path) -> None:
    handed_over(harbour)
    answer = ask("undo", at=harbour)
    assert answer.code == 0
    assert "Ana Drafter recorded this on 3 November 2021: Paragraph 1 reworded." in answer.err.splitlines()[0]


def test_undo_leaves_the_list_with_which_a_workspace_begins(ask: Ask, tmp_path: Path) -> None:
    ask("init", at=tmp_path)
    before = head(tmp_path)
    answer = ask("undo", at=tmp_path)
    assert answer.code == 2
    assert "There is nothing to undo but the list of delegations, with which the workspace begins." in answer.err
    assert head(tmp_path) == before


def test_undo_of_nothing_is_refused(ask: Ask, harbour: Path) -> None:
    assert "nothing to redo" in ask("redo", at=harbour).err
    answer = ask("undo", "nowhere", at=harbour)
    assert answer.code == 3
    assert "no declaration “nowhere”" in answer.err


def test_everything_can_be_undone_and_done_again(ask: Ask, harbour: Path) -> None:
    acts = 0
    while ask("undo", at=harbour).code == 0:
        acts += 1
    assert not (harbour / "declarations" / NOTE).exists()
    for _ in range(acts):
        assert ask("redo", at=harbour).code == 0
    assert text(harbour) == WORKING
    tags = subprocess.run(["git", "tag"], cwd=harbour, capture_output=True, text=True, check=True).stdout
    assert tags == f"{NOTE}/rev-1\n{NOTE}/zero-draft\n"


def test_a_notice_of_the_workspace_is_told_with_the_act(ask: Ask, harbour: Path) -> None:
    (harbour / ".git" / "zerodraft" / "intents").mkdir(parents=True, exist_ok=True)
    (harbour / ".git" / "zerodraft" / "intents" / "0001-1").write_bytes(b"torn")
    answer = ask("edit", NOTE, "4", "--with", "We thank the pilots who came home.", at=harbour)
    assert answer.code == 0
    assert "An act that was cut off can't be read" in answer.err


# --- completion -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("shell", "sign"), [("bash", "complete -o"), ("zsh", "#compdef"), ("fish", "complete --no")])
def test_completion_prints_the_script_of_each_shell(ask: Ask, tmp_path: Path, shell: str, sign: str) -> None:
    answer = ask("completion", shell, at=tmp_path)
    assert answer.code == 0
    assert sign in answer.out
    assert "_ZERODRAFT_COMPLETE" in answer.out
    assert ask("completion", "cmd", at=tmp_path).code == 2


def completed(words: str, at: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What the shell is offered for the last of the words."""
    monkeypatch.chdir(at)
    monkeypatch.setenv("_ZERODRAFT_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split()) - 1))
    capsys.readouterr()
    with pytest.raises(SystemExit):
        run()
    heard = capsys.readouterr()
    assert heard.err == ""
    return heard.out


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("zerodraft ed", "edit"),
        ("zerodraft edit harb", NOTE),
        ("zerodraft issue harb", NOTE),
        (f"zerodraft comment {NOTE} --reply-to jpn", "jpn-"),
        (f"zerodraft comment {NOTE} --from JP", "JPN"),
        (f"zerodraft export {NOTE} --version rev", "rev-1"),
        (f"zerodraft diff {NOTE} rev", "rev-1"),
        ("zerodraft new x --from bali", "bali-message"),
    ],
)
def test_completion_knows_the_names_of_the_workspace(
    harbour: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str, found: str
) -> None:
    assert found in completed(words, harbour, monkeypatch, capsys)


@pytest.mark.parametrize("words", ["comment x --reply-to j", "edit x", "export --version r", "comment --reply-to j"])
def test_completion_that_knows_nothing_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    assert completed(f"zerodraft {words}", tmp_path, monkeypatch, capsys).strip() == ""


# --- demo -------------------------------------------------------------------------------------------


def shortened(monkeypatch: pytest.MonkeyPatch, made: Path) -> None:
    """The demonstration without its five seconds: a copy of one that was made before."""
    import shutil
    from collections.abc import Iterator

    def replay(place: Path) -> Iterator[tuple[int, int]]:
        shutil.copytree(made, place)
        yield from ((count, 3) for count in (1, 2, 3))

    monkeypatch.setattr("zerodraft.desk.demonstration.replay", replay)


def test_demo_shows_a_redline_and_what_to_try(
    ask: Ask, tmp_path: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shortened(monkeypatch, demonstration_made)
    answer = ask("demo", "--no-tui", "--focus-area", "4", at=tmp_path)
    assert answer.code == 0
    assert "Rev.1 → Rev.2, focus area 4" in answer.out
    assert "Focus area 4: Innovation" in answer.out
    assert "{+" in answer.out
    assert "Focus area 5" not in answer.out
    assert answer.err.count("  zerodraft ") == 5
    assert f"The workspace is {tmp_path / 'zerodraft-demo'}" in answer.err
    assert max(map(len, answer.out.splitlines())) <= 80


def test_demo_on_a_terminal_has_a_bar(
    ask: Ask, tmp_path: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shortened(monkeypatch, demonstration_made)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    answer = ask("demo", "elsewhere", "--focus-area", "9", at=tmp_path)
    assert "Replaying the acts" in answer.err
    assert answer.code == 3
    assert "no focus area “9”" in answer.err


def test_demo_leaves_a_folder_alone_that_is_not_empty(ask: Ask, harbour: Path) -> None:
    before = head(harbour)
    answer = ask("demo", ".", at=harbour)
    assert answer.code == 4
    assert "zerodraft demo ANOTHER-FOLDER" in answer.err
    assert head(harbour) == before


def test_demo_is_not_made_within_a_workspace_unless_the_folder_is_named(
    ask: Ask, harbour: Path, demonstration_made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = ask("demo", at=harbour / "declarations")
    assert answer.code == 2
    assert f"Error: You stand in the workspace {harbour}." in answer.err
    assert f"zerodraft demo {harbour.parent}/zerodraft-demo" in answer.err
    assert not (harbour / "declarations" / "zerodraft-demo").exists()
    shortened(monkeypatch, demonstration_made)
    assert ask("demo", "here", at=harbour).code == 0


def test_demo_that_is_stopped_says_what_is_left(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_place: Path) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("zerodraft.desk.demonstration.replay", lambda _place: map(stopped, [Path()]))
    answer = ask("demo", "here", at=tmp_path)
    assert answer.code == 130
    assert "Stopped half-way; remove here" in answer.err


def test_demo_tells_how_the_shell_finds_a_program_that_is_not_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "zerodraft"
    monkeypatch.setattr("sys.argv", [str(program), "demo"])
    monkeypatch.setenv("PATH", "/usr/bin:/bin")
    steps = list(_steps_there(Path("my demo")))
    assert steps == [f'export PATH={program.parent}:"$PATH"', "cd 'my demo'"]


def test_demo_says_nothing_of_the_path_when_the_shell_finds_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "zerodraft"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.setattr("sys.argv", [str(program), "demo"])
    monkeypatch.setenv("PATH", str(tmp_path))
    assert list(_steps_there(Path("demo"))) == ["cd demo"]
