"""A workspace begins; texts come in from outside."""

from pathlib import Path

import pytest
from tests.rooms import ANA, clock, git

from zerodraft.desk.desk import Desk
from zerodraft.desk.starting import text_from, text_in, workspace_at
from zerodraft.errors import MovedOn, NameUnknown, NotThere, UnreadableInput


def test_the_first_act_is_the_list_of_delegations(tmp_path: Path) -> None:
    with Desk(workspace_at(tmp_path / "new"), clock(), ANA) as desk:
        desk.set_up()
        assert git(desk.room.workspace.root, "log", "--format=%s") == "The list of delegations is set up"
        assert desk.who("RRT").code == "CHN"


def test_a_workspace_is_set_up_once(tmp_path: Path) -> None:
    for _ in range(2):
        with Desk(workspace_at(tmp_path / "new"), clock(), ANA) as desk:
            if not desk.room.workspace.head:
                desk.set_up()
                continue
            with pytest.raises(MovedOn, match="is a workspace already"):
                desk.set_up()


def test_a_repository_keeps_its_history(tmp_path: Path) -> None:
    root = tmp_path / "mine"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "other.txt").write_text("mine\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "mine")
    with Desk(workspace_at(root), clock(), ANA) as desk:
        desk.set_up()
    assert git(root, "log", "--format=%s") == "The list of delegations is set up\nmine"
    assert git(root, "ls-files") == "declarations/delegations.toml\nother.txt"


def test_texts_that_lie_in_the_folder_are_taken_over(tmp_path: Path) -> None:
    text = tmp_path / "declarations" / "note" / "text.md"
    text.parent.mkdir(parents=True)
    text.write_text("# Note\n")
    with Desk(workspace_at(tmp_path), clock(), ANA) as desk:
        desk.set_up()
        assert desk.room.workspace.slugs() == ("note",)
        assert desk.open("note").unsaved


def test_without_a_name_the_setting_up_can_be_called_again(tmp_path: Path, home: Path) -> None:
    (home / ".gitconfig").write_text("")
    with Desk(workspace_at(tmp_path / "new")) as desk, pytest.raises(NameUnknown):
        desk.set_up()
    (home / ".gitconfig").write_text("[user]\n\tname = Ana\n\temail = ana@example.org\n")
    with Desk(workspace_at(tmp_path / "new")) as desk:
        desk.set_up()


def test_a_text_of_another_encoding_is_converted_on_request() -> None:
    raw = "Côte d’Ivoire".encode("cp1252")
    with pytest.raises(UnreadableInput) as refused:
        text_in(raw, "old.txt", "")
    assert "--encoding cp1252" in refused.value.hint
    assert text_in(raw, "old.txt", "cp1252") == "Côte d’Ivoire"


def test_a_text_of_two_bytes_a_letter_is_recognized() -> None:
    with pytest.raises(UnreadableInput) as refused:
        text_in("Text".encode("utf-16"), "old.txt", "")
    assert "--encoding utf-16" in refused.value.hint
    assert text_in("Text".encode("utf-16"), "old.txt", "utf-16") == "Text"


@pytest.mark.parametrize(
    ("raw", "encoding", "sentence"),
    [
        (b"PK\x03\x04rest", "", "a Word or other packed document"),
        (b"%PDF-1.7", "", "a PDF"),
        (b" \n", "", "no words in x"),
        (b"words", "klingon", "no encoding called “klingon”"),
        (b"words", "hex", "no encoding called “hex”"),
        (b"\x81\x8d", "cp1252", "not written in cp1252"),
        (b"+2AA-", "utf-7", "not written in utf-7"),
    ],
)
def test_bytes_that_are_no_text_are_refused_in_a_sentence(raw: bytes, encoding: str, sentence: str) -> None:
    with pytest.raises(UnreadableInput, match=sentence):
        text_in(raw, "x", encoding)


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotThere, match="file"):
        text_from(tmp_path / "missing.md", "")
    with pytest.raises(UnreadableInput, match="is a folder"):
        text_from(tmp_path, "")
