"""`zerodraft undo SLUG ACT`: any act can be taken back, by the name under which people know it."""

import json
from pathlib import Path

import pytest
from tests.cli.asking import Ask
from tests.cli.piping import head, person, text
from tests.cli.test_acting_verbs import handed_over

NOTE = "harbour-note"
WORDS = "We agree to keep all ports open to ships in distress."


def last_act(ask: Ask, workspace: Path) -> str:
    return str(json.loads(ask("log", NOTE, "-n", "1", "--json", at=workspace).out)[0]["commit"])


def test_an_act_is_taken_back_by_its_id_and_what_came_later_stays(ask: Ask, harbour: Path) -> None:
    ask("edit", NOTE, "4", "--with", "We thank the crews who came home.", at=harbour)
    wanted = last_act(ask, harbour)
    ask("edit", NOTE, "3", "--with", "We honour all crews.", at=harbour)
    assert f" · {wanted[:8]}\n" in ask("log", NOTE, at=harbour).out
    answer = ask("undo", NOTE, wanted[:8], at=harbour)
    assert answer.err == f"Undone: Paragraph 4 reworded · {NOTE}.\nAgain: zerodraft redo {NOTE}\n"
    assert "We thank the pilots" in text(harbour)
    assert "We honour all crews." in text(harbour)


@pytest.mark.parametrize("name", ["JPN-1", "jpn-1"])
def test_a_proposal_is_taken_back_by_its_number(ask: Ask, harbour: Path, name: str) -> None:
    ask("propose", NOTE, "1", "--from", "JPN", WORDS, at=harbour)
    ask("edit", NOTE, "3", "--with", "We honour all crews.", at=harbour)
    assert ask("undo", NOTE, name, at=harbour).code == 0
    assert list((harbour / "declarations" / NOTE / "proposals").glob("*")) == []
    again = ask("undo", NOTE, name, at=harbour)
    assert again.err == (
        f"Error: There is no act that stands on harbour-note called “{name}”.\n"
        "Hint: It was taken back already, as `zerodraft log harbour-note` tells.\n"
    )


def test_a_comment_is_taken_back_by_its_id(ask: Ask, harbour: Path) -> None:
    name = ask("comment", NOTE, "2", "--from", "JPN", "Words.", at=harbour).out.strip()
    ask("edit", NOTE, "3", "--with", "We honour all crews.", at=harbour)
    assert ask("undo", NOTE, name, at=harbour).code == 0
    assert ask("undo", NOTE, name, at=harbour).code == 3


def test_what_stands_in_the_way_is_named_with_its_own_undoing(ask: Ask, harbour: Path) -> None:
    ask("edit", NOTE, "4", "--with", "We thank the crews who came home.", at=harbour)
    wanted = last_act(ask, harbour)
    ask("edit", NOTE, "4", "--with", "We thank the brave crews who came home.", "--from", "FJI", at=harbour)
    culprit = last_act(ask, harbour)
    answer = ask("undo", NOTE, wanted, at=harbour)
    assert answer.code == 4
    assert f"Hint: Take that back first: zerodraft undo {NOTE} {culprit[:8]}\n" in answer.err


def test_the_act_of_somebody_else_is_asked_about(ask: Ask, harbour: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask("propose", NOTE, "1", "--from", "JPN", WORDS, at=harbour)
    handed_over(harbour)
    ask("edit", NOTE, "3", "--with", "We honour all crews.", at=harbour)
    before = head(harbour)
    person(monkeypatch, "\n")
    answer = ask("undo", NOTE, "JPN-1", at=harbour)
    assert "Ana Drafter recorded this" in answer.err
    assert answer.err.endswith("It stays; nothing was undone.\n")
    assert head(harbour) == before
    person(monkeypatch, "y\n")
    assert ask("undo", NOTE, "JPN-1", at=harbour).code == 0


@pytest.mark.parametrize("name", ["abc", "deadbeef", "JPN-7", "jpn-0000"])
def test_what_names_no_act_is_refused_with_where_the_ids_are(ask: Ask, harbour: Path, name: str) -> None:
    answer = ask("undo", NOTE, name, at=harbour)
    assert answer.code == 3
    assert answer.err == (
        f"Error: There is no act that stands on harbour-note called “{name}”.\n"
        "Hint: `zerodraft log harbour-note` shows the ids of all acts.\n"
    )
