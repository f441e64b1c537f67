"""Finding and making a workspace, and what stands in it."""

import shutil
from pathlib import Path

import pytest
from tests.rooms import git
from tests.store.drafting_room import TEXT, DraftingRoom

from zerodraft.errors import MachineLacks, MovedOn, Refusal, WorkspaceUnusable
from zerodraft.store import samples
from zerodraft.store.workspace import Workspace


def test_a_workspace_is_found_from_any_folder_in_it(room: DraftingRoom) -> None:
    room.save("text\n")
    with Workspace.find(room.file().parent) as found:
        assert found.root == room.root
        assert found.slugs() == ("bali-message",)


def test_a_folder_outside_any_repository_is_told_how_to_become_one(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceUnusable, match="doesn't stand in a workspace") as refused:
        Workspace.find(tmp_path)
    assert "zerodraft init" in refused.value.hint


def test_a_repository_without_declarations_is_no_workspace_and_can_become_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "trunk", "x")
    with pytest.raises(WorkspaceUnusable, match="no folder declarations"):
        Workspace.find(tmp_path / "x")
    with Workspace.create(tmp_path / "x") as made:
        assert made.head is None
    assert git(tmp_path / "x", "symbolic-ref", "HEAD") == "refs/heads/trunk"


def test_a_new_workspace_stands_on_main_and_runs_no_hooks_of_a_template(tmp_path: Path, home: Path) -> None:
    template = home / "template" / "hooks"
    template.mkdir(parents=True)
    (template / "post-checkout").write_text("#!/bin/sh\n")
    (home / ".gitconfig").write_text(f"[init]\n\ttemplateDir = {template.parent}\n\tdefaultBranch = other\n")
    with Workspace.create(tmp_path / "deep" / "new") as made:
        assert made.root == tmp_path / "deep" / "new"
        assert made.slugs() == ()
    assert git(tmp_path / "deep" / "new", "symbolic-ref", "HEAD") == "refs/heads/main"
    assert not (tmp_path / "deep" / "new" / ".git" / "hooks").exists()


@pytest.mark.parametrize("is_cloned", [True, False])
def test_the_samples_of_a_clone_are_no_workspace_and_can_not_become_one(tmp_path: Path, is_cloned: bool) -> None:
    clone = tmp_path / "clone"
    shutil.copytree(samples.samples_root(), clone / "declarations")
    if is_cloned:
        git(clone, "init", "-q")
    opening = Workspace.find if is_cloned else Workspace.create
    with pytest.raises(WorkspaceUnusable, match="are the samples of zerodraft, not a workspace") as refused:
        opening(clone)
    assert "zerodraft demo" in refused.value.hint
    assert (clone / ".git").exists() is is_cloned


def test_the_checkout_of_the_program_is_no_workspace(tmp_path: Path) -> None:
    assert samples.are_samples(samples.samples_root())
    assert not samples.are_samples(tmp_path)


def test_a_workspace_is_not_made_twice(room: DraftingRoom) -> None:
    with pytest.raises(MovedOn, match="already"):
        Workspace.create(room.root)


def test_a_workspace_can_not_be_made_where_a_file_stands(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("file\n")
    with pytest.raises(Refusal):
        Workspace.create(tmp_path / "x")


def test_a_repository_that_git_can_not_make_is_told(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / ".git").symlink_to("nowhere")
    with pytest.raises(WorkspaceUnusable):
        Workspace.create(tmp_path / "x")


def test_declarations_are_folders_with_a_text_and_a_plain_name(room: DraftingRoom) -> None:
    for path in ("b/text.md", "a/text.md", "Not A Name/text.md", "empty/x", ".hidden/text.md", "nul/text.md"):
        (room.root / "declarations" / path).parent.mkdir()
        (room.root / "declarations" / path).write_text("x\n")
    (room.root / "declarations" / "delegations.toml").write_text("")
    assert room.workspace.slugs() == ("a", "b")
    assert room.workspace.names("declarations") == ("delegations.toml",)
    assert room.workspace.names("declarations/a/") == ("text.md",)
    assert room.workspace.names("declarations/nowhere") == ()


def test_dirty_tells_what_is_changed_new_or_gone_by_its_bytes(room: DraftingRoom) -> None:
    folder = "declarations/bali-message"
    for name in ("text.md", "changed.md", "gone.md", "comments/x.md"):
        room.save(f"{name}\n", f"{folder}/{name}")
    assert room.workspace.dirty() == ()
    room.file(f"{folder}/changed.md").write_text("changed.mD\n")
    room.file(f"{folder}/gone.md").unlink()
    room.file(f"{folder}/comments/new.md").write_text("new\n")
    room.file(f"{folder}/.swap").write_text("an editor's\n")
    room.file(f"{folder}/text.md~").write_text("an editor's\n")
    changed = (f"{folder}/changed.md", f"{folder}/comments/new.md", f"{folder}/gone.md")
    assert room.workspace.dirty() == changed
    assert room.workspace.dirty(f"{folder}/comments") == changed[1:2]
    assert room.workspace.dirty("declarations/jakarta-message") == ()


def test_a_file_as_it_stands_and_as_it_is_recorded(room: DraftingRoom) -> None:
    assert room.workspace.read(TEXT) is None
    assert room.workspace.blob_id(TEXT) is None
    room.save("recorded\n")
    room.file().write_text("typed\n")
    assert room.workspace.read(TEXT) == b"typed\n"
    assert room.workspace.blob_id(TEXT) == Workspace.blob_id_of(b"recorded\n")


def test_the_samples_come_with_every_file() -> None:
    slugs = samples.sample_slugs()
    assert "bali-message" in slugs
    files = samples.sample_files("bali-message")
    assert files["text.md"] == (samples.samples_root() / "bali-message" / "text.md").read_bytes()
    assert all(not name.startswith("/") for name in files)
    with pytest.raises(Refusal, match="sample declaration"):
        samples.sample_files("../x")


def test_an_installation_without_samples_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zerodraft.__file__", str(tmp_path / "src" / "zerodraft" / "__init__.py"))
    with pytest.raises(MachineLacks, match="sample declarations are missing"):
        samples.samples_root()
    (tmp_path / "src" / "zerodraft" / "declarations").mkdir(parents=True)
    assert samples.samples_root() == tmp_path / "src" / "zerodraft" / "declarations"
