"""Paragraphs agreed ad referendum: locked until they are reopened."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import git

from zerodraft.desk.agreeing import Closing
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.errors import NotThere, Refusal


def agree(desk: Desk, *paragraphs: str, by: tuple[str, ...] = ()) -> str:
    return desk.agree(desk.open("note"), Closing(paragraphs, by)).sentence


def reopen(desk: Desk, *paragraphs: str, why: str = "Asked for in plenary.") -> str:
    return desk.reopen(desk.open("note"), Closing(paragraphs, ("AUS",), why)).sentence


def agreed(desk: Desk) -> list[tuple[str, bool]]:
    return [(each.decision.paragraph, each.stands) for each in desk.open("note").agreed]


def test_agreeing_and_reopening_are_told_and_recorded(desk: Desk) -> None:
    assert agree(desk, "1", "3", by=("JPN", "AUS")) == "Paragraphs 1 and 3 agreed ad referendum by Japan, Australia."
    assert agreed(desk) == [("1", True), ("3", True)]
    assert reopen(desk, "3") == "Paragraph 3 reopened by Australia."
    assert agreed(desk) == [("1", True)]
    decision = desk.open("note").decisions[-1]
    assert (decision.body, decision.delegations) == ("Asked for in plenary.", ("AUS",))
    assert "Act: reopen\n" in git(desk.root, "log", "-1", "--format=%B")


def test_agreed_wording_is_locked_and_the_refusal_shows_the_redline(desk: Desk) -> None:
    agree(desk, "1")
    with pytest.raises(Refusal) as refused:
        saved(desk, "small ships", "all ships")
    assert refused.value.message == (
        "Paragraph 1 is agreed ad referendum; the wording is locked. "
        "It would read: We agree to keep ports open to [-small-]{+all+} ships."
    )
    assert refused.value.hint.startswith("zerodraft reopen note 1 --why REASON")
    reopen(desk, "1")
    assert saved(desk, "small ships", "all ships") == "Paragraph 1 reworded · note."


def test_an_agreed_paragraph_may_move_and_others_may_change(desk: Desk) -> None:
    agree(desk, "1")
    saved(desk, "autumn", "spring")
    first = "We agree to keep ports open to small ships.\n\n"
    source = desk.open("note").draft.source
    desk.save(desk.open("note"), source.replace(first, "").replace("We support", f"{first}We support"))
    assert [stands for _, stands in agreed(desk)] == [True]


def test_an_agreed_paragraph_cannot_be_taken_out(desk: Desk) -> None:
    agree(desk, "3")
    with pytest.raises(Refusal, match=r"It would read: \[-We decide to meet again in the autumn\.-\]"):
        saved(desk, "We decide to meet again in the autumn.\n\n", "")


def test_a_version_is_not_issued_while_agreed_words_are_changed_by_git(desk: Desk) -> None:
    agree(desk, "1")
    text_file(desk).write_text(text_file(desk).read_text().replace("small", "large"))
    git(desk.root, "commit", "-aqm", "by hand")
    assert agreed(desk) == [("1", False)]
    with pytest.raises(Refusal, match=r"It reads now: We agree .* \[-small-\]\{\+large\+\} ships\."):
        desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "large", "small")
    assert desk.issue(desk.open("note"), Issue("Zero Draft")).name == "zero-draft"


def test_what_is_not_saved_or_open_is_not_agreed(desk: Desk) -> None:
    saved(desk, "small ships", "[small / all] ships")
    with pytest.raises(Refusal, match="Paragraph 1 still has 1 open bracket"):
        agree(desk, "1")
    text_file(desk).write_text("# Other\n\nWe agree.\n")
    with pytest.raises(Refusal, match="not saved"):
        agree(desk, "2")


def test_what_makes_no_sense_is_refused(desk: Desk) -> None:
    agree(desk, "1")
    with pytest.raises(Refusal, match="Paragraph 1 is agreed already"):
        agree(desk, "1")
    with pytest.raises(Refusal, match="Paragraph 2 is not agreed"):
        reopen(desk, "2")
    with pytest.raises(Refusal, match="with its reason"):
        reopen(desk, "1", why=" ")
    with pytest.raises(NotThere, match="paragraph “9”"):
        agree(desk, "9")
    with pytest.raises(Refusal, match="not said which"):
        agree(desk)


def test_undoing_an_edit_may_not_change_agreed_words(desk: Desk) -> None:
    saved(desk, "small ships", "all ships")
    agree(desk, "1")
    edit = desk.log("note")[1].commit
    with pytest.raises(Refusal, match=r"\[-all-\]\{\+small\+\} ships"):
        desk.undo_named("note", edit[:8])
    desk.undo("note")
    desk.undo("note")
    assert "small ships" in desk.open("note").draft.source


def test_a_reopening_is_not_taken_back_under_words_that_were_changed_since(desk: Desk) -> None:
    agree(desk, "1")
    reopen(desk, "1")
    saved(desk, "small ships", "all ships")
    opening = desk.log("note")[1].commit
    with pytest.raises(Refusal, match=r"\[-small-\]\{\+all\+\} ships"):
        desk.undo_named("note", opening[:8])
    desk.undo("note")
    desk.undo("note")
    assert agreed(desk) == [("1", True)]


def test_of_two_decisions_in_one_second_the_later_one_holds(desk: Desk) -> None:
    moment = desk.room.clock()
    desk.room.clock = lambda: moment
    for _ in range(5):
        agree(desk, "1")
        assert agreed(desk) == [("1", True)]
        reopen(desk, "1")
        assert agreed(desk) == []
