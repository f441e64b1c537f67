"""Where acts can't be recorded: each condition has its sentence, its way out, and leaves everything as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import head, text

NOTE = "harbour-note"
ACTS = (
    ("edit", NOTE, "4", "--with", "We thank the pilots who came home."),
    ("comment", NOTE, "2", "--from", "JPN", "Words."),
    ("issue", NOTE, "Rev.2"),
    ("propose", NOTE, "4", "--from", "JPN", "We thank the pilots."),
    ("position", NOTE, "--paragraph", "4", "--from", "JPN", "retain"),
    ("agree", NOTE, "4"),
    ("resolve", NOTE, "1", "--lift"),
    ("new", "other"),
    ("undo",),
)


def git(workspace: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=workspace, check=True, capture_output=True)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0])
def test_a_detached_head_is_refused(ask: Ask, harbour: Path, act: tuple[str, ...]) -> None:
    git(harbour, "checkout", "-q", "--detach")
    before = head(harbour), text(harbour)
    answer = ask(*act, at=harbour)
    assert answer.code == 5
    assert "git switch main" in answer.err
    assert (head(harbour), text(harbour)) == before


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0])
def test_a_merge_in_progress_is_refused(ask: Ask, harbour: Path, act: tuple[str, ...]) -> None:
    (harbour / ".git" / "MERGE_HEAD").write_text(head(harbour))
    before = head(harbour), text(harbour)
    answer = ask(*act, at=harbour)
    assert answer.code == 5
    assert "git merge --abort" in answer.err
    assert (head(harbour), text(harbour)) == before


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0])
def test_a_drafter_without_a_name_is_told_how_to_give_one(
    ask: Ask, harbour: Path, home: Path, act: tuple[str, ...]
) -> None:
    (home / ".gitconfig").write_text("")
    before = head(harbour), text(harbour)
    answer = ask(*act, at=harbour)
    assert answer.code == 6
    assert "git config --global user.name" in answer.err
    assert (head(harbour), text(harbour)) == before


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act[0])
def test_a_folder_that_is_no_workspace_is_told_how_to_become_one(
    ask: Ask, tmp_path: Path, act: tuple[str, ...]
) -> None:
    answer = ask(*act, at=tmp_path)
    assert answer.code == 5
    assert "zerodraft init" in answer.err


def test_a_machine_without_git_is_told(harbour: Path) -> None:
    command = [sys.executable, "-m", "zerodraft", "undo"]
    environment = {**os.environ, "PATH": "/nonexistent"}
    run = subprocess.run(command, cwd=harbour, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 6
    assert run.stderr.startswith("Error: Git is not installed")
    assert "Traceback" not in run.stderr


def test_a_comment_file_cut_in_half_keeps_nobody_from_acting(ask: Ask, harbour: Path) -> None:
    comment = next((harbour / "declarations" / NOTE / "comments").iterdir())
    comment.write_bytes(comment.read_bytes()[:90])
    for act in ACTS[:6]:
        assert ask(*act, at=harbour).code == 0
