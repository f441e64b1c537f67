"""A drafter whom nobody knows is asked for the name once, before any word is typed."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import editor, head, kept, person, text

NOTE = "harbour-note"


@pytest.fixture
def nobody(home: Path) -> Path:
    """A home without a name in it."""
    (home / ".gitconfig").write_text("")
    return home


def test_the_name_is_asked_for_once_and_kept_for_the_workspace(
    ask: Ask, harbour: Path, nobody: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(monkeypatch, "\n  \nRatna Sari\n")
    answer = ask("comment", NOTE, "2", "--from", "JPN", "We agree.", at=harbour)
    assert answer.code == 0
    assert answer.err.startswith("Every act is recorded with the name of its drafter, and yours is not known here.\n")
    assert "It is kept for this workspace.\n" in answer.err
    assert ask("undo", at=harbour).code == 0
    recorded = {each["recorded_by"] for each in json.loads(ask("log", "-n", "2", "--json", at=harbour).out)}
    assert recorded == {"Ratna Sari"}
    assert (nobody / ".gitconfig").read_text() == ""


def test_a_new_workspace_asks_for_the_name_too(
    ask: Ask, tmp_path: Path, nobody: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person(monkeypatch, "Ratna Sari\n")
    assert ask("init", "mine", at=tmp_path).code == 0
    assert "recorded by Ratna Sari" in ask("log", at=tmp_path / "mine").out


def test_where_nobody_can_be_asked_no_editor_opens(
    ask: Ask, harbour: Path, nobody: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(monkeypatch, tmp_path, 'echo "Words." > "$1"')
    before = head(harbour), text(harbour)
    answer = ask("edit", NOTE, "4", at=harbour)
    assert answer.code == 6
    assert 'git config --global user.name "Your Name"' in answer.err
    assert (head(harbour), text(harbour), kept(harbour)) == (*before, [])
