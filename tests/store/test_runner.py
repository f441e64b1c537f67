"""How git is called: the machine is looked at first, the surroundings are clean, errors are said plainly."""

import errno
import os
from pathlib import Path

import pytest
from tests.rooms import ANA
from tests.store.drafting_room import DraftingRoom

from zerodraft.errors import MachineLacks, NameUnknown, WorkspaceUnusable
from zerodraft.store import runner as runner_module
from zerodraft.store.acts import Person
from zerodraft.store.runner import Runner, run_outside
from zerodraft.store.trouble import disk_trouble, git_trouble, redact
from zerodraft.store.workspace import Workspace


def test_a_machine_without_git_is_told_how_to_get_it(
    room: DraftingRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(MachineLacks, match="not installed") as refused:
        Workspace.find(room.root)
    assert refused.value.hint == "Install it, for example `apt install git`."


def test_an_old_git_is_told_with_its_version(
    room: DraftingRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "git").write_text("#!/bin/sh\necho git version 2.34.1\n")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(MachineLacks, match=r"version 2\.34\.1; zerodraft needs 2\.38"):
        Workspace.find(room.root)


def test_git_variables_of_the_caller_change_nothing(
    room: DraftingRoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_NAMESPACE"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "core.hooksPath")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(tmp_path))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Somebody Else")
    room.reopened()
    commit = room.save("text\n")
    assert room.git("log", "--format=%H %an %cn") == f"{commit} Japan Ana Drafter"
    assert not (tmp_path / "elsewhere").exists()


def test_the_drafter_is_who_git_says_and_the_variables_come_first(
    room: DraftingRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert room.workspace.drafter() == ANA
    room.git("config", "user.name", "Ana of this workspace")
    assert room.workspace.drafter().name == "Ana of this workspace"
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Budi")
    monkeypatch.setenv("GIT_COMMITTER_EMAIL", "budi@example.org")
    assert room.reopened().drafter() == Person("Budi", "budi@example.org")


@pytest.mark.parametrize(
    "settings",
    [
        "",
        "[user]\n\tname = ' '\n\temail = a@b\n",
    ],
)
def test_a_drafter_without_a_name_is_told_how_to_give_one(room: DraftingRoom, home: Path, settings: str) -> None:
    (home / ".gitconfig").write_text(settings)
    with pytest.raises(NameUnknown) as refused:
        room.workspace.drafter()
    assert refused.value.hint == 'git config --global user.name "Your Name"'


def test_a_drafter_needs_no_address(room: DraftingRoom, home: Path) -> None:
    (home / ".gitconfig").write_text("[user]\n\tname = Ana\n")
    assert room.workspace.drafter() == Person("Ana", "drafter@workspace.invalid")


@pytest.mark.parametrize(("said", "kept"), [("Ana", "Ana"), ("--unset Ana\n<x>", "unset Ana x")])
def test_a_name_is_remembered_in_the_workspace_and_nothing_else_comes_of_it(
    room: DraftingRoom, home: Path, said: str, kept: str
) -> None:
    (home / ".gitconfig").write_text("")
    room.workspace.remember_drafter(said)
    assert room.reopened().drafter().name == kept
    assert (home / ".gitconfig").read_text() == ""


def test_a_git_that_does_not_come_to_an_end_is_ended(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner_module, "TIME_LIMIT", 0.05)
    runner = Runner(room.root)
    waiting = runner.start("cat-file", "--batch")
    given, waiting.stdin = waiting.stdin, None  # it waits for names, and gets none
    with pytest.raises(WorkspaceUnusable, match="it was ended before it had finished"):
        runner.finished("read the history", waiting)
    assert given is not None
    given.close()
    runner.close()


def test_a_failing_command_is_a_refusal_without_jargon(room: DraftingRoom) -> None:
    runner = Runner(room.root)
    with pytest.raises(WorkspaceUnusable, match="Git can't read the history: "):
        runner.ask("read the history", "log", "--no-such-option")
    runner.close()
    assert run_outside("no-such-command").status != 0


def test_input_for_a_git_that_has_ended_is_no_error_of_its_own(room: DraftingRoom) -> None:
    runner = Runner(room.root)
    ended = runner.begin("no-such-command", stdin=b"x" * 1_000_000)
    with pytest.raises(WorkspaceUnusable, match="store the new words"):
        runner.finished("store the new words", ended)
    runner.close()


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("error: file write error: No space left on device\nfatal: x", "Git can't do it: the disk is full."),
        ("fatal: cannot create: Disk quota exceeded", "Git can't do it: your share of the disk is used up."),
        ("fatal: Unable to create '/x.lock': Read-only file system", "Git can't do it: this disk can only be read."),
        ("error: insufficient permission for adding", "Git can't do it: this user has no permission."),
        ("fatal: write error: Input/output error", "Git can't do it: the disk reports an error."),
        ("error: object file x is empty", "The history of this workspace is damaged: git can't do it."),
        ("fatal: odd \x1b[2J thing.\nmore", "Git can't do it: odd �[2J thing."),
        ("", "Git can't do it: it gave no reason."),
        ("fatal: https://ana:secret@example.org/x: no", "Git can't do it: https://…@example.org/x: no."),
    ],
)
def test_what_git_complains_of_is_said_in_a_sentence(complaint: str, sentence: str) -> None:
    assert git_trouble("do it", complaint).message == sentence


def test_what_the_disk_refuses_is_said_in_a_sentence() -> None:
    full = disk_trouble(OSError(errno.ENOSPC, "x"), "write “text.md”")
    assert (full.message, full.hint) == (
        "Zerodraft can't write “text.md”: the disk is full.",
        "Free some space, then try again.",
    )
    assert disk_trouble(OSError(errno.EMFILE, "x"), "write it").message == (
        "Zerodraft can't write it: the system says “Too many open files”."
    )


def test_passwords_in_addresses_are_never_shown() -> None:
    assert redact("to https://ana:secret@example.org and ssh://git@host") == "to https://…@example.org and ssh://…@host"
