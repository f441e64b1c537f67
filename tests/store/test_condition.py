"""States of a repository in which nothing is recorded, and what the drafter is told."""

from pathlib import Path

import pytest
from tests.rooms import git
from tests.store.drafting_room import TEXT, DraftingRoom

from zerodraft.errors import WorkspaceUnusable
from zerodraft.store.workspace import Workspace


def test_the_first_act_of_an_empty_repository_is_recorded(room: DraftingRoom) -> None:
    assert room.workspace.head is None
    assert room.workspace.log() == ()
    assert room.workspace.texts("bali-message") == ()
    commit = room.save("text\n")
    assert room.workspace.head == commit
    assert room.git("rev-parse", "refs/heads/main") == commit


def test_on_an_old_state_nothing_is_recorded(room: DraftingRoom) -> None:
    room.save("one\n")
    room.save("two\n")
    room.git("checkout", "-q", "HEAD~1")
    with pytest.raises(WorkspaceUnusable, match="not on a branch") as refused:
        room.save("three\n")
    assert refused.value.hint == "Go back with `git switch main`."
    assert room.file().read_text() == "one\n"
    assert room.workspace.texts("bali-message") != ()


@pytest.mark.parametrize(
    ("name", "what"),
    [("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
     ("rebase-merge", "rebase"), ("rebase-apply", "rebase"), ("BISECT_LOG", "bisection")],
)  # fmt: skip
def test_in_the_middle_of_a_git_command_nothing_is_recorded(room: DraftingRoom, name: str, what: str) -> None:
    room.save("one\n")
    (room.root / ".git" / name).write_text("x\n")
    with pytest.raises(WorkspaceUnusable, match=what):
        room.save("two\n")


def test_an_undecided_file_of_a_merge_refuses_the_act(room: DraftingRoom) -> None:
    room.save("base\n")
    room.git("switch", "-q", "-c", "other")
    room.save("theirs\n")
    room.git("switch", "-q", "main")
    room.save("ours\n")
    conflicted = room.root / ".git" / "MERGE_HEAD"
    with pytest.raises(AssertionError):
        room.git("merge", "other")
    assert conflicted.exists()
    for leftover in ("MERGE_HEAD", "MERGE_MSG", "MERGE_MODE", "AUTO_MERGE"):
        (room.root / ".git" / leftover).unlink(missing_ok=True)
    room.file().write_text("ours\n")
    with pytest.raises(WorkspaceUnusable, match="undecided"):
        room.save("three\n")
    assert room.file().read_text() == "ours\n"
    assert not list(room.file().parent.glob(".*"))


@pytest.mark.parametrize("branch", ["feature/drafts-2", "rev.1", "überarbeitung"])
def test_a_branch_may_have_any_plain_name(room: DraftingRoom, branch: str) -> None:
    room.git("switch", "-q", "-c", branch)
    commit = room.save("text\n")
    assert room.git("rev-parse", f"refs/heads/{branch}") == commit


@pytest.mark.parametrize("branch", ["-x", "--output=pwn", "a$b", "a;b", "a\u202eb", "a'b"])
def test_a_branch_with_a_name_made_to_trap_is_refused(room: DraftingRoom, branch: str) -> None:
    (room.root / ".git" / "HEAD").write_text(f"ref: refs/heads/{branch}\n")
    with pytest.raises(WorkspaceUnusable, match="can't be used safely"):
        room.save("text\n")


def test_an_incomplete_history_is_not_asked(room: DraftingRoom, tmp_path: Path) -> None:
    room.save("one\n")
    room.save("two\n")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{room.root}", "shallow")
    with Workspace.find(tmp_path / "shallow") as shallow:
        for ask in (shallow.log, lambda: shallow.texts("bali-message"), shallow.tags):
            with pytest.raises(WorkspaceUnusable, match="incomplete") as refused:
                ask()
            assert refused.value.hint == "Fetch the rest with `git fetch --unshallow`."
        assert shallow.read(TEXT) == b"two\n"


def test_a_repository_without_files_is_refused(room: DraftingRoom, tmp_path: Path) -> None:
    room.save("one\n")
    git(tmp_path, "clone", "-q", "--bare", str(room.root), "bare")
    with pytest.raises(WorkspaceUnusable, match="no files"):
        Workspace.find(tmp_path / "bare")
    room.git("config", "core.bare", "true")
    with pytest.raises(WorkspaceUnusable, match="no files"):
        Workspace.find(room.root)
