"""Issuing: the text under a name that never changes."""

from datetime import date

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import git

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.texts import Beginning
from zerodraft.errors import MovedOn, Refusal
from zerodraft.formats.settings import Settings


def test_an_issued_version_bears_designation_stage_and_date(desk: Desk) -> None:
    act = desk.issue(desk.open("note"), Issue("Zero  Draft", "Consultation", date(2021, 11, 1)))
    assert (act.sentence, act.name) == ("Zero Draft of note issued.", "zero-draft")
    version = desk.open("note").versions[0]
    assert (version.designation, version.stage, version.date) == ("Zero Draft", "Consultation", date(2021, 11, 1))
    assert git(desk.room.workspace.root, "cat-file", "-t", "note/zero-draft") == "tag"


def test_without_a_date_a_version_bears_the_day_of_the_act(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Rev.1"))
    assert desk.open("note").versions[0].date == date(2021, 11, 2)


def test_a_designation_is_given_once(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Rev.1"))
    saved(desk, "small", "all")
    with pytest.raises(MovedOn, match=r"Rev\.1 of note was issued on 2 November 2021"):
        desk.issue(desk.open("note"), Issue("rev 1"))


@pytest.mark.parametrize("designation", ["", "草案", "../x", "-"])
def test_a_designation_that_can_not_be_a_name_is_refused(desk: Desk, designation: str) -> None:
    if designation == "../x":
        assert desk.issue(desk.open("note"), Issue(designation)).name == "x"
        return
    with pytest.raises(Refusal, match="can't name a version"):
        desk.issue(desk.open("note"), Issue(designation))


def test_words_that_are_not_recorded_are_not_issued(desk: Desk) -> None:
    text_file(desk).write_text("# Other\n")
    with pytest.raises(Refusal, match="not saved"):
        desk.issue(desk.open("note"), Issue("Rev.1"))


def test_typed_numbers_are_renewed_at_the_issue_and_come_back_with_an_undo(desk: Desk) -> None:
    typed = "# T\n\n1. One.\n\n1 bis. Two.\n\n2. Three.\n"
    desk.new("typed", Beginning(Settings(), source=typed))
    act = desk.issue(desk.open("typed"), Issue("Rev.1"))
    assert act.sentence == "Rev.1 of typed issued. Numbers were renewed."
    assert text_file(desk, "typed").read_text() == "# T\n\n1. One.\n\n2. Two.\n\n3. Three.\n"
    desk.undo("typed")
    assert text_file(desk, "typed").read_text() == typed


def test_an_inserted_paragraph_is_numbered_at_the_next_issue(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "We invite", "We insist.\n\nWe invite")
    assert [each.cite for each in desk.open("note").reading.numbers][3:6] == ["1", "1 bis", "2"]
    desk.issue(desk.open("note"), Issue("Rev.1"))
    assert [each.cite for each in desk.open("note").reading.numbers][3:6] == ["1", "2", "3"]


def test_a_text_that_somebody_saved_meanwhile_is_not_issued_unread(desk: Desk) -> None:
    read = desk.open("note")
    saved(desk, "small", "all")
    with pytest.raises(MovedOn):
        desk.issue(read, Issue("Rev.1"))
    assert desk.open("note").versions == ()


def test_a_version_is_not_issued_again_on_a_text_that_git_changed_meanwhile(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Rev.1"))
    desk.undo("note")
    root = desk.room.workspace.root
    text_file(desk).write_text("# Another text\n\nAltogether.\n")
    git(root, "add", ".")
    git(root, "commit", "-qm", "By hand")
    with pytest.raises(MovedOn, match=r"was changed after “Rev\.1 issued”"):
        desk.redo("note")
    assert desk.open("note").versions == ()


def test_a_tag_that_was_moved_to_another_text_is_told(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Rev.1"))
    root = desk.room.workspace.root
    message = git(root, "tag", "-l", "--format=%(contents)", "note/rev-1")
    saved(desk, "small", "all")
    git(root, "tag", "-f", "-a", "note/rev-1", "-m", message)
    dossier = desk.open("note")
    assert [version.intact for version in dossier.versions] == [False]
    assert "is not the one that was issued" in dossier.unreadable[0].sentence
