"""What is seen before the workspace is open: nothing is refused, nothing foreign is followed."""

from pathlib import Path

import pytest
from tests.rooms import git

from zerodraft.desk import first_look
from zerodraft.desk.desk import Desk
from zerodraft.desk.starting import workspace_at
from zerodraft.formats.bookmark import Bookmark

SLUG = "note"
PLACE = Path("declarations") / SLUG / "text.md"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    root = tmp_path / "room"
    with Desk(workspace_at(root)) as desk:
        desk.keep_bookmark(Bookmark(SLUG, "draft", 3, title="A Note"))
    (root / PLACE).parent.mkdir(parents=True)
    (root / PLACE).write_text("# A Note\n", encoding="utf-8")
    return root


def test_the_way_back_and_the_words_are_known_from_any_folder_of_the_workspace(room: Path) -> None:
    for place in (room, (room / PLACE).parent):
        found = first_look.way_back(place)
        assert found is not None
        assert (found.slug, found.line, found.title) == (SLUG, 3, "A Note")
        assert first_look.text(place, SLUG) == "# A Note\n"


def test_where_the_text_is_gone_there_is_no_way_back(room: Path) -> None:
    (room / PLACE).unlink()
    assert first_look.way_back(room) is None
    assert first_look.text(room, SLUG) is None


def test_where_there_is_no_workspace_nothing_is_known(tmp_path: Path) -> None:
    assert first_look.way_back(tmp_path) is None
    git(tmp_path, "init", "-q")
    assert first_look.way_back(tmp_path) is None
    assert first_look.text(tmp_path, SLUG) is None
    assert first_look.text(tmp_path / "gone", SLUG) is None


@pytest.mark.parametrize("slug", ["", "../note", "con", "a/b", "Note"])
def test_a_name_that_no_declaration_can_have_leads_nowhere(room: Path, slug: str) -> None:
    with Desk.at(room) as desk:
        desk.keep_bookmark(Bookmark(slug, "draft"))
    assert first_look.way_back(room) is None
    assert first_look.text(room, slug) is None


def test_what_is_no_text_is_not_read(room: Path) -> None:
    (room / PLACE).write_bytes(b"# Caf\xe9\n")
    assert first_look.text(room, SLUG) is None
    (room / PLACE).unlink()
    (room.parent / "secret").write_text("# Secret\n")
    (room / PLACE).symlink_to(room.parent / "secret")
    assert first_look.text(room, SLUG) is None
