"""What was recorded since somebody looked."""

import pytest
from tests.desk.council import saved
from tests.rooms import git

from zerodraft.desk.desk import Desk


def sentences(desk: Desk, commit: str) -> list[str]:
    return [entry.sentence for entry in desk.since(commit)]


def test_acts_after_the_one_that_was_seen_are_told_newest_first(desk: Desk) -> None:
    seen = git(desk.root, "rev-parse", "HEAD")
    assert desk.since(seen) == ()
    saved(desk, "small", "all")
    saved(desk, "autumn", "spring")
    desk.undo("note")
    assert sentences(desk, seen) == ["Undone: Paragraph 3 reworded", "Paragraph 3 reworded", "Paragraph 1 reworded"]
    assert [entry.undone for entry in desk.since(seen)] == [False, True, False]


@pytest.mark.parametrize("unknown", ["", "HEAD", "main", "--output=x", "0" * 40, "f" * 40])
def test_where_nobody_knows_what_was_seen_the_last_20_are_told(desk: Desk, unknown: str) -> None:
    for number in range(21):
        git(desk.root, "commit", "-q", "--allow-empty", "-m", f"act {number}")
    assert sentences(desk, unknown) == [f"act {number}" for number in reversed(range(1, 21))]


def test_a_text_is_no_act(desk: Desk) -> None:
    blob = git(desk.root, "rev-parse", "HEAD:declarations/note/text.md")
    assert len(sentences(desk, blob)) == 1


def test_setting_up_a_workspace_is_nothing_that_changed(desk: Desk) -> None:
    desk.set_up()
    assert [entry.act for entry in desk.since("")] == ["new"]


def test_an_act_on_a_branch_that_was_left_is_known_and_what_followed_elsewhere_is_told(desk: Desk) -> None:
    saved(desk, "small", "all")
    seen = git(desk.root, "rev-parse", "HEAD")
    git(desk.root, "reset", "-q", "--hard", "HEAD~1")
    saved(desk, "autumn", "spring")
    assert sentences(desk, seen) == ["Paragraph 3 reworded"]
