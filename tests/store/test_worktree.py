"""Files: written whole, never through a link."""

import os
from pathlib import Path

import pytest
from tests.store.drafting_room import TEXT, DraftingRoom

from zerodraft.errors import MachineLacks, UnreadableInput, WorkspaceUnusable
from zerodraft.store import worktree


def test_a_link_in_place_of_the_text_is_neither_read_nor_written(room: DraftingRoom, tmp_path: Path) -> None:
    room.save("text\n")
    outside = tmp_path / "outside"
    outside.write_text("precious\n")
    write = room.write("new\n")
    room.file().unlink()
    room.file().symlink_to(outside)
    with pytest.raises(WorkspaceUnusable, match="link"):
        room.workspace.read(TEXT)
    with pytest.raises(WorkspaceUnusable, match="link"):
        room.workspace.record(room.act("x", write))
    assert outside.read_text() == "precious\n"
    assert room.workspace.slugs() == ("bali-message",)  # named, so that whoever opens it is told


def test_a_link_in_place_of_a_folder_is_not_followed(room: DraftingRoom, tmp_path: Path) -> None:
    room.save("text\n")
    (tmp_path / "outside").mkdir()
    (room.file().parent / "comments").symlink_to(tmp_path / "outside")
    with pytest.raises(WorkspaceUnusable, match="link"):
        room.save("comment\n", "declarations/bali-message/comments/x.md")
    with pytest.raises(WorkspaceUnusable):
        room.workspace.names("declarations/bali-message/comments")
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_link_that_was_recorded_is_refused(room: DraftingRoom) -> None:
    room.file().parent.mkdir()
    room.file().symlink_to("/etc/hostname")
    room.git("add", TEXT)
    room.git("commit", "-qm", "link")
    with pytest.raises(WorkspaceUnusable, match="is a link"):
        room.workspace.blob_id(TEXT)
    with pytest.raises(WorkspaceUnusable):
        room.workspace.dirty()


def test_a_pipe_and_an_endless_file_are_refused_at_once(room: DraftingRoom) -> None:
    room.file().parent.mkdir()
    os.mkfifo(room.file())
    with pytest.raises(WorkspaceUnusable, match="ordinary file"):
        room.workspace.read(TEXT)
    room.file().unlink()
    with room.file().open("wb") as file:
        file.truncate(worktree.MAX_BYTES + 1)
    with pytest.raises(UnreadableInput, match="64 MB"):
        room.workspace.read(TEXT)


def test_a_file_that_may_not_be_read_is_told(room: DraftingRoom, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    room.save("text\n")
    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(MachineLacks, match=r"can't read “declarations/bali-message/text\.md”: this user has no perm"):
        room.workspace.read(TEXT)


def test_bytes_are_written_whole_when_each_write_takes_only_a_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, content: write(file, content[:3]))
    worktree.replace_file(tmp_path / "x", b"We agree.\n")
    assert (tmp_path / "x").read_bytes() == b"We agree.\n"


def test_dropping_what_is_not_there_is_done_already(tmp_path: Path) -> None:
    worktree.discard(tmp_path, "declarations/x/y")
    worktree.remove(tmp_path, "declarations/x/y")
    worktree.fsync_folder(tmp_path / "nowhere")
    assert worktree.names(tmp_path, "declarations") == ()
    assert worktree.read(tmp_path, "declarations/x") is None


def test_a_file_removed_behind_our_back_leaves_no_trace(tmp_path: Path) -> None:
    worktree.prepare(tmp_path, "declarations/x/y", b"1")
    worktree.prepare_if_missing(tmp_path, "declarations/x/y", b"2")
    worktree.prepare_if_missing(tmp_path, "declarations/x/y", b"2")
    worktree.settle(tmp_path, "declarations/x/y")
    assert worktree.read(tmp_path, "declarations/x/y") == b"2"
    assert worktree.names(tmp_path, "declarations/x") == ("y",)
    worktree.remove(tmp_path, "declarations/x/y")
    assert worktree.folders(tmp_path, "declarations") == ()
