"""Where the drafter was: kept for the next start, and never a reason to refuse."""

import os
from pathlib import Path

import pytest
from tests.rooms import git

from zerodraft.desk.desk import Desk
from zerodraft.formats.bookmark import Bookmark, dump_bookmark, parse_bookmark

FULL = Bookmark("note", "versions", 31, 7, "zero-draft", "", (("area", "2"), ("from", "JPN")), "ab" * 20)


def place_of(desk: Desk) -> Path:
    return desk.root / ".git" / "zerodraft" / "bookmark.json"


def test_a_new_workspace_has_no_bookmark(desk: Desk) -> None:
    assert desk.bookmark() is None


def test_a_bookmark_is_kept_and_the_next_takes_its_place(desk: Desk) -> None:
    desk.keep_bookmark(FULL)
    assert desk.bookmark() == FULL
    desk.keep_bookmark(Bookmark("note", "draft"))
    assert desk.bookmark() == Bookmark("note", "draft")
    assert git(desk.root, "status", "--porcelain") == ""
    assert [path.name for path in place_of(desk).parent.glob("*bookmark*")] == ["bookmark.json"]


@pytest.mark.parametrize("content", [b"", b"\xff", b"{", b"[]", b"[" * 50_000, b"null", b"{}" + b" " * 70_000])
def test_a_file_that_is_none_is_no_bookmark(desk: Desk, content: bytes) -> None:
    place_of(desk).write_bytes(content)
    assert desk.bookmark() is None


def test_a_link_or_a_pipe_in_its_place_is_no_bookmark(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "other").write_text(dump_bookmark(FULL))
    place_of(desk).symlink_to(tmp_path / "other")
    assert desk.bookmark() is None
    place_of(desk).unlink()
    os.mkfifo(place_of(desk))
    assert desk.bookmark() is None


def test_a_workspace_that_can_not_be_written_keeps_none(desk: Desk) -> None:
    place_of(desk).mkdir()
    desk.keep_bookmark(FULL)
    assert desk.bookmark() is None


def test_what_is_odd_in_a_bookmark_is_passed_over() -> None:
    text = (
        '{"slug": 3, "screen": "home", "line": -1, "column": true, "old": null, "colour": "red", "seen": "HEAD",'
        f' "new": "{"x" * 501}", "filters": [["a"], ["b", 1], ["c", "d"], 7, ["e", "{"x" * 501}"]]}}'
    )
    assert parse_bookmark(text) == Bookmark(screen="home", filters=(("c", "d"),))
    assert parse_bookmark('{"filters": {}, "line": 1e400}') == Bookmark()
