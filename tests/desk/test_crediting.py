"""Whose words a text holds, as the desk tells it from a real record."""

from tests.desk.council import saved, text_file
from tests.rooms import git

from zerodraft.desk.crediting import UNSAVED, CreditedParagraph, Origin
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.naming import ordinal_of
from zerodraft.desk.remarks import Remark
from zerodraft.desk.texts import Credit
from zerodraft.store.acts import Write
from zerodraft.store.layout import text_path

PORTS = "We agree to keep ports open to small ships."


def by_japan(desk: Desk, old: str, new: str, answers: str = "") -> str:
    dossier = desk.open("note")
    return desk.save(dossier, dossier.draft.source.replace(old, new), Credit("Japan", answers)).commit


def paragraph(desk: Desk, cite: str, at: str = "") -> tuple[str, CreditedParagraph]:
    dossier = desk.open("note")
    reading = desk.reading(dossier, at)
    ordinal = ordinal_of(dossier, cite, reading.numbers)
    return reading.draft.paragraphs[ordinal].text, desk.credited(dossier, reading)[ordinal]


def told(desk: Desk, cite: str, at: str = "") -> str:
    """`SEC: We agree to keep |JPN: all |SEC: ports open.`"""
    text, credited = paragraph(desk, cite, at)
    return "|".join(
        f"{each.origin.delegation or each.origin.sentence}: {text[each.start : each.end]}" for each in credited.words
    )


def test_a_word_belongs_to_the_delegation_that_brought_it_and_the_rest_to_the_drafters(desk: Desk) -> None:
    by_japan(desk, "keep ports", "keep all ports")
    saved(desk, "small ships", "ships")
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports open to ships."


def test_an_origin_tells_the_act_its_day_its_author_and_what_it_answers(desk: Desk) -> None:
    comment = desk.comment(desk.open("note"), Remark("JPN", "1", "All of them."))
    commit = by_japan(desk, "keep ports", "keep all ports", comment.name)
    _, credited = paragraph(desk, "1")
    act = desk.log("note")[0]
    assert credited.words[1].origin == Origin(
        commit=commit,
        date=act.date,
        delegation="JPN",
        who="Japan",
        recorded_by="Ana Drafter",
        act="save",
        sentence="Japan: Paragraph 1 reworded",
        answers=comment.name,
    )


def test_those_who_proposed_with_it_and_the_proposals_are_told(desk: Desk) -> None:
    room, dossier = desk.room, desk.open("note")
    content = dossier.draft.source.replace("keep ports", "keep all ports").encode()
    trailers = (
        ("Declaration", "note"),
        ("Proposal", "JPN-1, AUS-2"),
        ("Co-authored-by", "Australia <aus@delegation.invalid>"),
        ("Co-authored-by", "Budi <budi@example.org>"),
    )
    write = Write(text_path("note"), content, dossier.recorded)
    room.record(("accept", "Accepted: JPN-1, AUS-2"), room.author(desk.who("Japan")), trailers, (write,))
    origin = paragraph(desk, "1")[1].words[1].origin
    assert (origin.delegation, origin.others, origin.proposals) == ("JPN", ("AUS",), ("JPN-1", "AUS-2"))


def test_an_act_that_only_took_words_out_is_the_last_of_its_paragraph(desk: Desk) -> None:
    commit = by_japan(desk, "small ", "")
    _, credited = paragraph(desk, "1")
    assert [each.origin.delegation for each in credited.words] == ["SEC"]
    assert credited.acts[-1].commit == commit


def test_what_an_undo_puts_back_and_a_redo_brings_again_stays_whose_it_was(desk: Desk) -> None:
    by_japan(desk, "keep ports", "keep all ports")
    saved(desk, PORTS.replace("ports", "all ports"), "We agree.")
    desk.undo("note")
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."
    desk.undo("note")
    assert told(desk, "1") == f"SEC: {PORTS}"
    desk.redo("note")
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."


def test_an_act_that_is_taken_back_out_of_its_order_gives_back_what_it_took(desk: Desk) -> None:
    by_japan(desk, "keep ports", "keep all ports")
    gone = by_japan(desk, "open to small ships", "open")
    by_japan(desk, "We support", "We all support")
    desk.undo_named("note", gone)
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."


def test_an_issue_that_renews_the_numbers_changes_no_credit(desk: Desk) -> None:
    by_japan(desk, "keep ports", "keep all ports")
    saved(desk, "We invite", "We decide to meet again.\n\nWe invite")
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."


def test_an_issued_version_is_credited_as_it_was(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    by_japan(desk, "keep ports", "keep all ports")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    saved(desk, PORTS.replace("ports", "all ports"), "We agree.")
    assert told(desk, "1", "zero-draft") == f"SEC: {PORTS}"
    assert told(desk, "1", "rev-1") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."
    assert told(desk, "1", "saved") == "SEC: We agree."


def test_words_that_are_not_saved_are_nobodys_yet(desk: Desk) -> None:
    by_japan(desk, "keep ports", "keep all ports")
    text_file(desk).write_text(desk.open("note").draft.source.replace("open to", "free for"))
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports |not saved yet: free for |SEC: small ships."
    _, credited = paragraph(desk, "1")
    assert credited.acts[-1] is UNSAVED
    assert told(desk, "1", "saved") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."


def test_words_of_a_text_that_nobody_recorded_are_not_saved(desk: Desk) -> None:
    folder = text_file(desk).parents[1] / "other"
    folder.mkdir()
    (folder / "text.md").write_text("# Other\n")
    dossier = desk.open("other")
    (title,) = desk.credited(dossier, dossier.reading)
    assert [each.origin for each in title.words] == [UNSAVED]


def test_a_change_that_was_made_elsewhere_is_told_with_its_author(desk: Desk) -> None:
    text_file(desk).write_text(desk.open("note").draft.source.replace("keep ports", "keep all ports"))
    git(desk.root, "-c", "user.name=Budi", "commit", "-qam", "all of them")
    text, credited = paragraph(desk, "1")
    origin = credited.words[1].origin
    assert text[credited.words[1].start : credited.words[1].end] == "all "
    assert (origin.delegation, origin.who, origin.act, origin.sentence) == ("", "Budi", "", "all of them")


def test_the_words_of_a_version_on_a_branch_of_its_own_came_from_elsewhere(desk: Desk) -> None:
    git(desk.root, "switch", "-q", "-c", "other")
    by_japan(desk, "keep ports", "keep all ports")
    desk.issue(desk.open("note"), Issue("Rev.1"))
    git(desk.root, "switch", "-q", "main")
    assert (
        told(desk, "1", "rev-1")
        == "SEC: We agree to keep |recorded on another branch: all |SEC: ports open to small ships."
    )


def test_two_branches_that_were_merged_keep_their_credits(desk: Desk) -> None:
    git(desk.root, "switch", "-q", "-c", "other")
    by_japan(desk, "keep ports", "keep all ports")
    git(desk.root, "switch", "-q", "main")
    by_japan(desk, "the exchange of charts", "the free exchange of charts")
    saved(desk, "once a year", "twice a year")
    git(desk.root, "-c", "user.name=Budi", "merge", "-q", "--no-edit", "other")
    assert told(desk, "1") == "SEC: We agree to keep |JPN: all |SEC: ports open to small ships."
    assert told(desk, "4") == "SEC: We support the |JPN: free |SEC: exchange of charts and tables."
    assert told(desk, "2(a)") == "SEC: twice |SEC: a year;"
