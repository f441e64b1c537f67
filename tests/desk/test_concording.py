"""The concordance of two texts, from a real record."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import git

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.negotiation.concordance import Entry
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark
from zerodraft.desk.texts import Credit
from zerodraft.errors import NotThere, Refusal

REWORDED, INSERTED, DELETED = (Fate.REWORDED,), (Fate.INSERTED,), (Fate.DELETED,)


def issue(desk: Desk, designation: str = "Zero Draft") -> None:
    desk.issue(desk.open("note"), Issue(designation))


def edit(desk: Desk, old: str, new: str, credit: Credit | None = None) -> None:
    dossier = desk.open("note")
    assert old in dossier.draft.source
    desk.save(dossier, dossier.draft.source.replace(old, new), credit)


def accept(desk: Desk, code: str, paragraph: str, words: str, why: str = "", reason: str = "") -> str:
    name = desk.propose(desk.open("note"), Offer((code,), paragraph, words, reason=reason)).name
    desk.decide(desk.open("note"), Ruling(Verdict.ACCEPT, (name,), why=why))
    return name


def changed(desk: Desk, old: str = "", new: str = "") -> list[Entry]:
    return [each for each in desk.concordance(desk.open("note"), old, new).entries if not each.is_as_it_was]


def test_an_accepted_proposal_is_told_with_its_number_and_why_it_was_accepted(desk: Desk) -> None:
    issue(desk)
    name = desk.propose(desk.open("note"), Offer(("JPN", "FJI"), "1", "We agree to keep all ports open.")).name
    desk.take_position(desk.open("note"), Opinion("AUS", Stand.SUPPORT, name))
    desk.decide(desk.open("note"), Ruling(Verdict.ACCEPT, (name,), why="Nobody objected."))
    assert changed(desk) == [Entry("1", ("1",), REWORDED, ("JPN", "FJI", "AUS"), ("JPN-1",), (), ("Nobody objected.",))]


def test_where_nobody_said_why_it_was_decided_the_reason_of_the_proposal_is_told(desk: Desk) -> None:
    issue(desk)
    accept(desk, "JPN", "1", "We agree to keep all ports open.", reason="Large ships need shelter too.")
    assert changed(desk)[0].reasons == ("Large ships need shelter too.",)


def test_an_edit_is_told_with_the_comment_that_it_answers_and_the_drafters_own_summary(desk: Desk) -> None:
    issue(desk)
    comment = desk.comment(desk.open("note"), Remark("FJI", "3", "Autumn is the season of storms.")).name
    edit(desk, "in the autumn", "in the spring", Credit("Fiji", comment, "No meeting in the season of storms"))
    edit(desk, "charts and tables", "charts")
    assert changed(desk) == [
        Entry("3", ("3",), REWORDED, ("FJI",), (), (comment,), ("No meeting in the season of storms",)),
        Entry("4", ("4",), REWORDED, ("SEC",), (), (), ()),
    ]


def test_paragraphs_that_came_and_went_are_told_with_whoever_did_it(desk: Desk) -> None:
    issue(desk)
    edit(desk, "We decide to meet again in the autumn.\n\n", "", Credit("Fiji"))
    edit(desk, "We support", "We honour the crews.\n\nWe support", Credit("Japan"))
    assert changed(desk) == [
        Entry("", ("3",), DELETED, ("FJI",), (), (), ()),
        Entry("2 bis", (), INSERTED, ("JPN",), (), (), ()),
    ]
    issue(desk, "Rev.1")
    assert changed(desk) == [
        Entry("", ("3",), DELETED, ("FJI",), (), (), ()),
        Entry("3", (), INSERTED, ("JPN",), (), (), ()),
    ], "right after an issue the last two versions are taken, with the numbers of both"


def test_a_paragraph_that_was_reworded_before_it_went_names_both_acts(desk: Desk) -> None:
    issue(desk)
    edit(desk, "in the autumn", "in the spring", Credit("Japan"))
    edit(desk, "We decide to meet again in the spring.\n\n", "", Credit("Fiji"))
    assert [each.delegations for each in changed(desk)] == [("JPN", "FJI")]


def test_what_was_undone_contributed_nothing(desk: Desk) -> None:
    issue(desk)
    edit(desk, "keep ports", "keep all ports", Credit("Japan"))
    desk.undo("note")
    assert changed(desk) == []
    edit(desk, "small ships", "ships", Credit("Fiji"))
    assert [each.delegations for each in changed(desk)] == [("FJI",)]


def test_only_what_was_done_between_the_two_texts_counts(desk: Desk) -> None:
    issue(desk)
    edit(desk, "keep ports", "keep all ports", Credit("Japan"))
    issue(desk, "Rev.1")
    edit(desk, "small ships", "ships", Credit("Fiji"))
    assert [each.delegations for each in changed(desk)] == [("FJI",)]
    assert [each.delegations for each in changed(desk, "zero-draft", "rev-1")] == [("JPN",)]
    assert [each.delegations for each in changed(desk, "zero-draft")] == [("JPN", "FJI")]
    assert changed(desk, "rev-1", "rev-1") == []


def test_words_that_are_not_saved_and_changes_from_elsewhere_are_told_as_such(desk: Desk) -> None:
    issue(desk)
    text_file(desk).write_text(desk.open("note").draft.source.replace("keep ports", "keep all ports"))
    git(desk.root, "-c", "user.name=Budi", "commit", "-qam", "All of them")
    text_file(desk).write_text(desk.open("note").draft.source.replace("small ships", "ships"))
    assert changed(desk) == [Entry("1", ("1",), REWORDED, ("Budi",), (), (), ("All of them", "not saved yet"))]


def test_the_numbers_between_two_issues_are_those_that_stay_frozen(desk: Desk) -> None:
    issue(desk)
    saved(desk, "We invite", "We honour the crews.\n\nWe invite")
    assert [(each.new, each.old) for each in changed(desk)] == [("1 bis", ())]


def test_a_text_that_went_back_to_an_older_version_is_held_against_it_alone(desk: Desk) -> None:
    issue(desk)
    edit(desk, "small ships", "ships", Credit("Fiji"))
    issue(desk, "Rev.1")
    edit(desk, "to ships", "to small ships", Credit("Japan"))
    assert [each.delegations for each in changed(desk, "zero-draft", "rev-1")] == [("FJI",)]


def test_without_an_issued_version_there_is_none(desk: Desk) -> None:
    with pytest.raises(NotThere, match="no issued version of “note”") as refused:
        changed(desk)
    assert "leads from an issued version" in refused.value.hint


def test_from_a_newer_text_to_an_older_one_there_is_none(desk: Desk) -> None:
    issue(desk)
    saved(desk, "small ships", "ships")
    issue(desk, "Rev.1")
    with pytest.raises(Refusal, match=r"Rev\.1 is later than Zero Draft") as refused:
        changed(desk, "rev-1", "zero-draft")
    assert refused.value.hint.endswith("zerodraft concordance note zero-draft rev-1")
    with pytest.raises(Refusal, match=r"Working text is later than Rev\.1"):
        changed(desk, "working", "rev-1")
