"""Comments and replies: in whose name, on which words of which text."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import git

from zerodraft.core.negotiation.thread import State
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.remarks import Remark, Reply
from zerodraft.desk.texts import Credit
from zerodraft.errors import NotThere, Refusal, UnreadableInput


def test_a_comment_is_on_the_last_issued_version_unless_it_says_otherwise(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "small ships", "all ships")
    said = [
        desk.comment(desk.open("note"), Remark("JPN", "1", "On what was issued.", quote="small ships")).name,
        desk.comment(desk.open("note"), Remark("JPN", "1", "On the table.", on="working", quote="all ships")).name,
        desk.comment(desk.open("note"), Remark("JPN", "1", "By designation.", on="Zero Draft")).name,
    ]
    placed = desk.open("note").placed
    assert [placed[name].comment.on for name in said] == ["zero-draft", "", "zero-draft"]
    assert [placed[name].standing for name in said] == ["rewritten", "standing", "rewritten"]


def test_a_comment_before_anything_was_issued_is_on_the_recorded_text(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("Viet Nam", "PP1", "Which seminar?", occasion="Panel 2")).name
    comment = desk.open("note").placed[name].comment
    assert (comment.delegation, comment.paragraph, comment.occasion) == ("VNM", "PP1", "Panel 2")
    assert git(desk.room.workspace.root, "log", "-1", "--format=%an, %s") == (
        "Viet Nam, Viet Nam comments on paragraph PP1 of working text"
    )


def test_nobody_can_have_read_words_that_are_not_recorded(desk: Desk) -> None:
    text_file(desk).write_text("# Other\n\nWe agree.\n")
    with pytest.raises(Refusal, match="nobody else can have read it"):
        desk.comment(desk.open("note"), Remark("JPN", "1", "Words."))


def test_a_comment_on_a_version_may_be_made_while_words_are_not_recorded(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    text_file(desk).write_text("# Other\n\nWe agree.\n")
    name = desk.comment(desk.open("note"), Remark("JPN", "3", "Words.", quote="autumn")).name
    assert desk.open("note").placed[name].standing == "detached"


@pytest.mark.parametrize(
    ("remark", "sentence"),
    [
        (Remark("Atlantis", "1", "Words."), "delegation called “Atlantis”"),
        (Remark("JPN", "77", "Words."), "paragraph “77”"),
        (Remark("JPN", "1", "Words.", on="rev-9"), "version of note called “rev-9”"),
        (Remark("JPN", "1", "Words.", quote="no such words"), "reads “no such words”"),
        (Remark("JPN", "1", "Words.", quote="s"), "single passage in paragraph 1"),
    ],
)
def test_what_is_not_there_is_named(desk: Desk, remark: Remark, sentence: str) -> None:
    with pytest.raises(NotThere, match=sentence):
        desk.comment(desk.open("note"), remark)
    with pytest.raises(NotThere, match=sentence):
        desk.check_remark(desk.open("note"), remark)


def test_a_comment_without_words_is_refused(desk: Desk) -> None:
    with pytest.raises(Refusal, match="no words"):
        desk.comment(desk.open("note"), Remark("JPN", "1", " \n"))


def test_a_comment_that_is_far_too_long_is_refused(desk: Desk) -> None:
    with pytest.raises(UnreadableInput, match="longer than 64 KiB"):
        desk.comment(desk.open("note"), Remark("JPN", "1", "x" * 70_000))


def test_the_words_of_a_comment_are_kept_as_they_are(desk: Desk) -> None:
    body = "Key: value\n\n--- \x1b[31m [shall] ‮ 漢字\n\n- a list"
    name = desk.comment(desk.open("note"), Remark("JPN", "1", body)).name
    assert desk.open("note").placed[name].comment.body == body


def test_the_same_words_twice_are_two_comments(desk: Desk) -> None:
    names = {desk.comment(desk.open("note"), Remark("JPN", "1", "Words.")).name for _ in range(3)}
    assert len(names) == 3


def test_a_reply_stands_with_its_comment_and_settles_the_matter(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "Words.", quote="small ships")).name
    assert [thread.state for thread in desk.open("note").threads] == [State.OPEN]
    reply = desk.reply(desk.open("note"), Reply("SEC", name[:5].upper(), "Taken up.", resolves=True))
    assert reply.sentence.startswith(f"Secretariat settles {name} on paragraph 1")
    said = desk.open("note").placed[reply.name].comment
    assert (said.reply_to, said.anchor.exact, said.resolves) == (name, "small ships", True)
    assert [thread.state for thread in desk.open("note").threads] != [State.OPEN]
    assert git(desk.room.workspace.root, "log", "-1", "--format=%an") == "Ana Drafter"


def test_a_matter_may_be_settled_without_words(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "Words.")).name
    desk.reply(desk.open("note"), Reply("JPN", name, "", resolves=True))
    with pytest.raises(Refusal, match="no words"):
        desk.reply(desk.open("note"), Reply("JPN", name, ""))


def test_an_id_that_begins_like_two_comments_names_neither(desk: Desk) -> None:
    for words in ("One.", "Two."):
        desk.comment(desk.open("note"), Remark("JPN", "1", words))
    with pytest.raises(NotThere, match="called “jpn-”"):
        desk.reply(desk.open("note"), Reply("SEC", "jpn-", "Which?"))


def test_only_the_secretariat_or_who_raised_a_matter_can_settle_it(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "Ports of every size.")).name
    with pytest.raises(Refusal, match="only Japan or the secretariat can settle it"):
        desk.reply(desk.open("note"), Reply("USA", name, "Settled.", resolves=True))
    answer = desk.reply(desk.open("note"), Reply("USA", name, "We agree with Japan.")).name
    desk.reply(desk.open("note"), Reply("JPN", answer, "Then it is settled.", resolves=True))
    assert desk.open("note").threads[0].state is State.RESOLVED
    assert git(desk.room.workspace.root, "log", "-2", "--format=%(trailers:key=Act,valueonly)").split() == [
        "settle",
        "reply",
    ]


def test_a_comment_that_an_edit_answers_is_taken_up_until_the_edit_is_undone(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "Ports of every size.")).name
    dossier = desk.open("note")
    desk.save(dossier, dossier.draft.source.replace("small ships", "all ships"), Credit("JPN", name))
    assert desk.open("note").threads[0].state is State.TAKEN_UP
    desk.undo("note")
    assert desk.open("note").threads[0].state is State.OPEN


def test_two_files_with_one_id_are_told_and_the_first_is_shown(desk: Desk) -> None:
    name = desk.comment(desk.open("note"), Remark("JPN", "1", "Ports of every size.")).name
    folder = text_file(desk).parent / "comments"
    first = next(folder.iterdir())
    (folder / f"2021-12-24-{name}.md").write_bytes(first.read_bytes())
    dossier = desk.open("note")
    assert [each.root.id for each in dossier.threads] == [name]
    assert f"{first.name} has the same id" in dossier.unreadable[0].sentence
