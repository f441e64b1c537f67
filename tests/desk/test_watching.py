"""Other programs change files and history: a mark tells, without git."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark
from zerodraft.desk.texts import Beginning
from zerodraft.errors import UnreadableInput
from zerodraft.formats.settings import Settings
from zerodraft.store import watching


def comment_file(desk: Desk) -> Path:
    return next((text_file(desk).parent / "comments").iterdir())


def overwrite(path: Path) -> None:
    """In place, as nano does: the folder doesn't change."""
    with path.open("a") as opened:
        opened.write("x")


CHANGES: dict[str, Callable[[Desk], object]] = {
    "the text": lambda desk: overwrite(text_file(desk)),
    "the text, replaced by one of its length": lambda desk: replaced(text_file(desk)),
    "the text, gone": lambda desk: text_file(desk).unlink(),
    "the settings": lambda desk: overwrite(text_file(desk).parent / "declaration.toml"),
    "a comment": lambda desk: overwrite(comment_file(desk)),
    "a comment, gone": lambda desk: comment_file(desk).unlink(),
    "a new comment": lambda desk: (comment_file(desk).parent / "new.md").write_text("x"),
    "the list of delegations": lambda desk: (desk.root / "declarations/delegations.toml").write_text(""),
    "an act": lambda desk: saved(desk, "small", "all"),
    "a version": lambda desk: desk.issue(desk.open("note"), Issue("Rev.1")),
    "another declaration's act": lambda desk: desk.new("annex", Beginning(Settings(), source="# Annex\n")),
    "another branch": lambda desk: git(desk.root, "switch", "-q", "-c", "other"),
    "a branch set back": lambda desk: git(desk.root, "reset", "-q", "--soft", "HEAD~1"),
    "a version, gone": lambda desk: git(desk.root, "tag", "-d", "note/zero-draft"),
}


def replaced(path: Path) -> None:
    known = path.stat()
    other = path.with_name("other")
    other.write_text(path.read_text().replace("small", "large"))
    os.utime(other, ns=(known.st_atime_ns, known.st_mtime_ns))
    other.rename(path)


@pytest.fixture
def watched(desk: Desk) -> Desk:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    desk.comment(desk.open("note"), Remark("JPN", "1", "All ships."))
    desk.comment(desk.open("note"), Remark("FRA", "1", "All ships."))
    return desk


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_the_mark_changes_with(watched: Desk, change: Callable[[Desk], object]) -> None:
    before = watched.folder_mark("note")
    assert watched.folder_mark("note") == before
    change(watched)
    assert watched.folder_mark("note") != before


@pytest.mark.parametrize("what", sorted(CHANGES.keys() - {"a comment"}))
def test_a_mark_after_a_former_one_changes_with(watched: Desk, what: str) -> None:
    before = watched.folder_mark("note")
    assert watched.folder_mark("note", before) == before
    CHANGES[what](watched)
    assert watched.folder_mark("note", before) != before


def test_a_comment_written_over_in_place_is_seen_without_a_former_mark_only(watched: Desk) -> None:
    before = watched.folder_mark("note")
    overwrite(comment_file(watched))
    assert watched.folder_mark("note", before) == before
    assert watched.folder_mark("note") != before


def test_reading_leaves_the_mark_as_it_is(watched: Desk) -> None:
    before = watched.folder_mark("note")
    watched.documents()
    watched.text_on_disk("note")
    journal = watched.begin_typing("note", NOTE)
    journal.flush()
    assert watched.folder_mark("note") == before


def test_of_very_many_comments_those_that_come_and_go_are_seen(watched: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "_MOST_FILES", 1)
    before = watched.folder_mark("note")
    comment_file(watched).unlink()
    assert watched.folder_mark("note") != before


def test_a_mark_never_refuses(desk: Desk) -> None:
    (desk.root / ".git" / "HEAD").write_bytes(b"ref: refs/heads/../../config\n\xff\0")
    assert desk.folder_mark("note") == desk.folder_mark("note")
    (desk.root / ".git" / "HEAD").write_bytes(b"ref: refs/heads/\0\n")
    assert desk.folder_mark("note") == desk.folder_mark("note")
    (desk.root / ".git" / "HEAD").unlink()
    assert desk.folder_mark("note") == desk.folder_mark("note")
    assert desk.folder_mark("gone") == desk.folder_mark("gone")


def test_the_text_is_read_as_it_lies_in_the_folder(desk: Desk) -> None:
    text_file(desk).write_bytes(b"\xef\xbb\xbfOne\r\nTwo")
    assert desk.text_on_disk("note") == "\ufeffOne\r\nTwo"
    text_file(desk).unlink()
    assert desk.text_on_disk("note") is None
    assert desk.text_on_disk("gone") is None


def test_a_text_that_can_not_be_read_is_refused(desk: Desk) -> None:
    text_file(desk).write_bytes(b"\xff")
    with pytest.raises(UnreadableInput):
        desk.text_on_disk("note")
