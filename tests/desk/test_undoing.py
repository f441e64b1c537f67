"""Undo and redo: whatever was done can be taken back one by one, and done again one by one."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.errors import MovedOn, Refusal


def tree(desk: Desk) -> str:
    return git(desk.room.workspace.root, "rev-parse", "HEAD^{tree}")


def tags(desk: Desk) -> dict[str, str]:
    """Every version with the message of its tag."""
    listed = git(desk.room.workspace.root, "for-each-ref", "--format=%(refname:strip=2)%00%(contents)%01", "refs/tags")
    rows = (row.strip("\n").partition("\0") for row in listed.split("\x01") if row.strip())
    return {name: message for name, _, message in rows}


def negotiate(desk: Desk) -> int:
    """Some acts of every kind on `note`; how many."""
    desk.issue(desk.open("note"), Issue("Zero Draft", "Consultation"))
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "All of them.", quote="small ships")).name
    saved(desk, "small ships", "all ships")
    desk.reply(desk.open("note"), Reply("SEC", name, "Taken up.", resolves=True))
    saved(desk, "We decide to meet again in the autumn.\n\n", "")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    return 6


def test_undoing_all_acts_gives_the_first_state_and_redoing_all_gives_the_last(desk: Desk) -> None:
    first = tree(desk), tags(desk)
    acts = negotiate(desk)
    last = tree(desk), tags(desk)
    for _ in range(acts):
        desk.undo("note")
    assert (tree(desk), tags(desk)) == first
    assert text_file(desk).read_text() == NOTE
    for _ in range(acts):
        desk.redo("note")
    assert (tree(desk), tags(desk)) == last
    assert git(desk.room.workspace.root, "status", "--porcelain") == ""


def test_each_undo_goes_one_state_back_and_each_redo_one_forward(desk: Desk) -> None:
    states = [tree(desk)]
    for old, new in (("small", "all"), ("autumn", "spring"), ("charts", "maps")):
        saved(desk, old, new)
        states.append(tree(desk))
    back = []
    for _ in range(3):
        desk.undo()
        back.append(tree(desk))
    forward = []
    for _ in range(3):
        desk.redo()
        forward.append(tree(desk))
    assert back == states[2::-1]
    assert forward == states[1:]


def test_undoing_an_issue_removes_its_version_and_redoing_it_gives_the_same_message(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft", "Consultation"))
    before = tags(desk)
    desk.undo()
    assert tags(desk) == {}
    assert desk.open("note").versions == ()
    desk.redo()
    assert tags(desk) == before


def test_an_undo_of_the_beginning_takes_the_declaration_away(desk: Desk) -> None:
    desk.undo()
    assert desk.room.workspace.slugs() == ()
    desk.redo()
    assert text_file(desk).read_text() == NOTE


def test_only_what_was_seen_is_undone(desk: Desk) -> None:
    saved(desk, "small", "all")
    seen = desk.to_undo().commit
    saved(desk, "autumn", "spring")
    with pytest.raises(MovedOn, match="Meanwhile something else was done: Paragraph"):
        desk.undo(seen=seen)
    desk.undo(seen=desk.to_undo().commit)
    assert desk.undo(seen=seen).sentence == "Undone: Paragraph 1 reworded · note."


def test_nothing_is_left_to_undo_after_everything_was(desk: Desk) -> None:
    desk.undo()
    with pytest.raises(Refusal, match="There is nothing to undo"):
        desk.undo()


def test_a_new_act_after_an_undo_ends_what_could_be_redone(desk: Desk) -> None:
    saved(desk, "small", "all")
    desk.undo()
    saved(desk, "autumn", "spring")
    with pytest.raises(Refusal, match="There is nothing to redo"):
        desk.redo()


def test_a_redo_is_in_the_name_of_whose_words_they_are(desk: Desk) -> None:
    desk.comment(desk.open("note"), Remark("JPN", "1", "All of them."))
    desk.undo()
    desk.redo()
    assert git(desk.room.workspace.root, "log", "-3", "--format=%an") == "Japan\nAna Drafter\nJapan"


def test_words_that_git_changed_since_are_not_undone_over(desk: Desk) -> None:
    saved(desk, "small", "all")
    root = desk.room.workspace.root
    text_file(desk).write_text("other words\n")
    git(root, "-c", "user.name=X", "-c", "user.email=x@y.z", "commit", "-aqm", "by hand")
    with pytest.raises(MovedOn, match="was changed after “Paragraph 1 reworded”"):
        desk.undo()
    assert text_file(desk).read_text() == "other words\n"


def test_an_undo_on_one_declaration_leaves_the_others_alone(desk: Desk) -> None:
    from zerodraft.desk.texts import Beginning
    from zerodraft.formats.settings import Settings

    desk.new("other", Beginning(Settings(), source="# Other\n\nWe agree.\n"))
    saved(desk, "small", "all")
    saved(desk, "We agree.", "We insist.", "other")
    desk.undo("note")
    assert text_file(desk).read_text() == NOTE
    assert "We insist." in text_file(desk, "other").read_text()


def test_the_log_marks_what_was_taken_back(desk: Desk) -> None:
    saved(desk, "small", "all")
    desk.undo()
    told = [(entry.act, entry.sentence, entry.undone) for entry in desk.log("note")]
    assert told == [
        ("undo", "Undone: Paragraph 1 reworded", False),
        ("save", "Paragraph 1 reworded", True),
        ("new", "note begins: Harbour Note", False),
    ]


def test_the_log_of_a_workspace_tells_all_declarations_and_may_be_cut(desk: Desk) -> None:
    saved(desk, "small", "all")
    assert [entry.declaration for entry in desk.log(limit=1)] == ["note"]
    assert len(desk.log()) == 2


def test_the_last_acts_are_told_as_in_the_whole_log(desk: Desk) -> None:
    saved(desk, "small", "all")
    saved(desk, "in the autumn", "in spring")
    desk.undo()
    desk.undo()
    desk.redo()
    saved(desk, "charts", "maps")
    for limit in range(1, 8):
        assert desk.log(limit=limit) == desk.log()[:limit]
        assert desk.log("note", limit) == desk.log("note")[:limit]


def test_an_issue_that_was_written_by_hand_has_no_version_to_take_back(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    text_file(desk).write_text(NOTE.replace("small", "all"))
    git(desk.root, "commit", "-qam", "Rev.1 issued\n\nAct: issue\nDeclaration: note")
    assert desk.undo().sentence == "Undone: Rev.1 issued · note."
    assert text_file(desk).read_text() == NOTE
    assert [version.name for version in desk.open("note").versions] == ["zero-draft"]
    assert desk.redo().sentence == "Redone: Rev.1 issued · note."


def test_acts_are_undone_in_any_order_and_redone(desk: Desk) -> None:
    changes = (("small", "all"), ("autumn", "spring"), ("charts", "maps"))
    for old, new in changes:
        saved(desk, old, new)
    commits = [entry.commit for entry in desk.log("note")][:3][::-1]
    last = tree(desk)
    for commit in (commits[1], commits[0], commits[2]):
        desk.undo_named("note", commit[:8])
    assert text_file(desk).read_text() == NOTE
    for _ in range(3):
        desk.redo("note")
    assert tree(desk) == last


def test_an_act_whose_words_were_changed_since_is_not_undone_and_the_act_in_the_way_is_named(desk: Desk) -> None:
    saved(desk, "small ships", "all ships")
    first = desk.log("note")[0].commit
    saved(desk, "autumn", "spring")
    saved(desk, "all ships", "most ships")
    culprit = desk.log("note")[0].commit
    with pytest.raises(MovedOn, match="“Paragraph 1 reworded” came after it and is about the same words") as refused:
        desk.undo_named("note", first[:8])
    assert refused.value.hint == f"Take that back first: zerodraft undo note {culprit[:8]}"
    desk.undo_named("note", culprit[:8])
    desk.undo_named("note", first[:8])
    assert text_file(desk).read_text() == NOTE.replace("autumn", "spring")


def test_a_comment_that_was_answered_is_not_taken_back_before_the_answer(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "All of them.")).name
    desk.reply(desk.open("note"), Reply("SEC", name, "Why?"))
    with pytest.raises(MovedOn, match="answers it"):
        desk.undo_named("note", desk.log("note")[1].commit[:8])
    with pytest.raises(Refusal, match="act that stands on note called “jpn-0000”"):
        desk.undo_named("note", "jpn-0000")


def test_a_version_that_was_answered_is_not_taken_back(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    issued = desk.log("note")[0].commit
    desk.comment(desk.open("note"), Remark("JPN", "1", "All of them."))
    with pytest.raises(MovedOn, match="delegations have answered it"):
        desk.undo_named("note", issued[:8])
