"""Adoption: the gate, reservations as footnotes, a frozen text, and corrections in print."""

from datetime import date

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.core.negotiation.adoption import Manner, OnRecord, Saying
from zerodraft.core.text.fingerprint import fingerprint_of
from zerodraft.core.text.numbering import number
from zerodraft.desk.adopting import Adoption, Said
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.proposing import Offer
from zerodraft.desk.remarks import Remark
from zerodraft.errors import MovedOn, Refusal
from zerodraft.store.acts import Act
from zerodraft.store.workspace import Workspace

IN_BALI = Adoption(Manner.CONSENSUS, "Bali", date(2021, 11, 16))


def adopted(desk: Desk, *said: Said) -> str:
    wanted = Adoption(Manner.CONSENSUS, "Bali", date(2021, 11, 16), said)
    return desk.adopt(desk.open("note"), wanted).name


def test_an_adoption_is_one_act_with_a_version_and_a_file(desk: Desk) -> None:
    done = desk.adopt(desk.open("note"), IN_BALI)
    dossier = desk.open("note")
    assert done.sentence.startswith("note adopted by consensus in Bali on 16 November 2021. Fingerprint ")
    assert dossier.adopted is not None
    assert dossier.adopted_version is not None
    assert (dossier.adopted_version.designation, dossier.adopted_version.stage) == (
        "Adopted text",
        "adopted by consensus",
    )
    assert dossier.adopted.fingerprint == fingerprint_of(dossier.draft, number(dossier.draft))
    assert not dossier.unreadable
    assert git(desk.root, "show", "--format=", "--name-only", "HEAD").split() == ["declarations/note/adoption.toml"]
    assert dossier.draft.source == NOTE


def test_reservations_and_statements_become_footnotes_in_the_order_of_the_text(desk: Desk) -> None:
    whole = Said(Saying.STATEMENT, "JPN", "Japan thanks\nthe host.")
    adopted(desk, whole, Said(Saying.RESERVATION, "SGP", "Not for [all] *ships*.", "1"))
    source = desk.open("note").draft.source
    assert "small ships.[^1]\n" in source
    assert "Done at the harbour.[^2]\n" in source
    assert source.endswith(
        "[^1]: Reservation (Singapore): Not for \\[all\\] \\*ships\\*.\n\n"
        "[^2]: Statement (Japan): Japan thanks the host.\n"
    )
    known = desk.open("note").adopted
    assert known is not None
    assert known.on_record == (
        OnRecord(Saying.STATEMENT, "JPN", "", "2"),
        OnRecord(Saying.RESERVATION, "SGP", "1", "1"),
    )


def test_after_the_adoption_nothing_changes_the_words_and_every_refusal_names_it(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    adopted(desk)
    acts = (
        lambda: saved(desk, "autumn", "spring"),
        lambda: desk.issue(desk.open("note"), Issue("Rev.1")),
        lambda: desk.propose(desk.open("note"), Offer(("JPN",), "1", "We agree.")),
        lambda: desk.agree(desk.open("note"), Closing(("1",))),
        lambda: desk.adopt(desk.open("note"), IN_BALI),
    )
    for act in acts:
        with pytest.raises(MovedOn, match="note was adopted by consensus in Bali on 16 November 2021"):
            act()


def test_comments_are_still_taken(desk: Desk) -> None:
    adopted(desk)
    desk.comment(desk.open("note"), Remark("JPN", "1", "An explanation of position."))
    assert len(desk.open("note").threads) == 1


def test_the_adoption_is_taken_back_as_the_last_act_and_done_again(desk: Desk) -> None:
    adopted(desk, Said(Saying.RESERVATION, "SGP", "Not yet.", "1"))
    then = desk.open("note")
    desk.undo("note")
    back = desk.open("note")
    assert (back.draft.source, back.adopted, back.versions) == (NOTE, None, ())
    desk.redo("note")
    again = desk.open("note")
    assert (again.draft.source, again.adopted) == (then.draft.source, then.adopted)
    assert [each.name for each in again.versions] == ["adopted-text"]


def test_an_adoption_that_delegations_have_answered_is_not_taken_back(desk: Desk) -> None:
    commit = desk.adopt(desk.open("note"), IN_BALI).commit
    desk.comment(desk.open("note"), Remark("JPN", "1", "An explanation of position."))
    with pytest.raises(MovedOn, match="delegations have answered it") as refused:
        desk.undo_named("note", commit)
    assert "zerodraft adopt note --corrigendum WHY" in refused.value.hint


def test_an_earlier_act_is_not_taken_back_under_an_adopted_text(desk: Desk) -> None:
    commit = desk.save(desk.open("note"), NOTE.replace("autumn", "spring")).commit
    adopted(desk)
    with pytest.raises(MovedOn, match="its words are frozen"):
        desk.undo_named("note", commit[:8])


def test_what_the_gate_holds_is_not_adopted(desk: Desk) -> None:
    saved(desk, "in the autumn", "in the [autumn/spring]")
    with pytest.raises(Refusal, match="The gate holds the working text of note: Paragraph 3, line 15") as refused:
        adopted(desk)
    assert "zerodraft check note --final" in refused.value.hint


def test_agreed_paragraphs_stand_although_a_reservation_hangs_to_one(desk: Desk) -> None:
    desk.agree(desk.open("note"), Closing(("1", "3")))
    adopted(desk, Said(Saying.RESERVATION, "SGP", "Not for all.", "1"))
    assert [each.stands for each in desk.open("note").agreed] == [True, True]


def test_the_marks_of_agreements_go_in_the_same_act_and_the_agreements_stand(desk: Desk) -> None:
    saved(desk, "small ships.", "small ships. [Agreed ad ref]")
    desk.agree(desk.open("note"), Closing(("1",)))
    done = desk.adopt(desk.open("note"), IN_BALI)
    assert done.sentence.endswith(". 1 mark “[Agreed ad ref]” taken out.")
    dossier = desk.open("note")
    assert dossier.draft.source == NOTE
    assert [each.stands for each in dossier.agreed] == [True]


def test_a_text_that_was_issued_as_adopted_before_keeps_its_version(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Adopted text", "adopted"))
    tag = git(desk.root, "rev-parse", "note/adopted-text")
    adopted(desk)
    assert git(desk.root, "rev-parse", "note/adopted-text") == tag
    desk.undo("note")
    assert [each.name for each in desk.open("note").versions] == ["adopted-text"]


def test_other_words_under_the_same_designation_are_refused(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Adopted text"))
    saved(desk, "autumn", "spring")
    with pytest.raises(MovedOn, match="Adopted text of note was issued already, with other words"):
        adopted(desk)


def test_a_corrigendum_takes_the_words_from_the_folder_and_leaves_the_rest(desk: Desk) -> None:
    adopted(desk, Said(Saying.RESERVATION, "SGP", "Not yet.", "1"))
    before = desk.open("note").adopted
    text_file(desk).write_text(desk.open("note").draft.source.replace("autumn", "Autumn"))
    done = desk.adopt(desk.open("note"), Adoption(corrigendum="A capital", day=date(2021, 12, 1)))
    dossier = desk.open("note")
    assert (done.name, done.sentence.partition(". ")[0]) == (
        "adopted-text-corr-1",
        "Adopted text/Corr.1 issued: A capital",
    )
    assert dossier.adopted is not None
    assert before is not None
    assert (dossier.adopted.on_record, dossier.adopted.day) == (before.on_record, before.day)
    assert dossier.adopted.words[1] != before.fingerprint == dossier.adopted.fingerprint
    assert not dossier.unsaved
    assert not dossier.unreadable


def test_there_is_nothing_to_correct_before_an_adoption_or_without_other_words(desk: Desk) -> None:
    with pytest.raises(Refusal, match="note is not adopted"):
        desk.adopt(desk.open("note"), Adoption(corrigendum="A capital"))
    adopted(desk)
    with pytest.raises(Refusal, match="nothing in it is corrected"):
        desk.adopt(desk.open("note"), Adoption(corrigendum="A capital"))


def test_words_that_are_not_those_of_the_fingerprint_are_told(desk: Desk) -> None:
    adopted(desk)
    path = desk.root / "declarations/note/adoption.toml"
    content = path.read_text()
    digest = desk.open("note").adopted
    assert digest is not None
    path.write_text(content.replace(digest.fingerprint, "0" * 64))
    git(desk.root, "commit", "-qam", "by hand")
    assert ["the words of adopted-text don't" in each.sentence for each in desk.open("note").unreadable] == [True]


def test_a_proposal_that_came_since_the_text_was_opened_is_seen(desk: Desk) -> None:
    opened = desk.open("note")
    desk.propose(desk.open("note"), Offer(("JPN",), "1", "We agree."))
    with pytest.raises(Refusal, match="The proposal JPN-1 is open"):
        desk.adopt(opened, IN_BALI)


def test_a_text_that_was_changed_since_it_was_opened_is_not_adopted(desk: Desk) -> None:
    opened = desk.open("note")
    saved(desk, "autumn", "spring")
    with pytest.raises(MovedOn, match="The text of note was changed meanwhile"):
        desk.adopt(opened, IN_BALI)


def test_a_proposal_that_nobody_can_read_holds_the_text(desk: Desk) -> None:
    desk.propose(desk.open("note"), Offer(("JPN",), "1", "We agree."))
    (file,) = (desk.root / "declarations/note/proposals").iterdir()
    file.write_text("rubbish\n")
    with pytest.raises(Refusal, match=f"{file.name} can't be read"):
        adopted(desk)


def test_an_act_that_began_before_the_adoption_is_refused_after_it(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    record = Workspace.record

    def overtaken(workspace: Workspace, act: Act) -> str:
        monkeypatch.setattr(Workspace, "record", record)
        adopted(desk)
        return record(workspace, act)

    opened = desk.open("note")
    monkeypatch.setattr(Workspace, "record", overtaken)
    with pytest.raises(MovedOn, match="toml” was changed by another act meanwhile"):
        desk.save(opened, NOTE.replace("autumn", "spring"))
    assert desk.open("note").draft.source == NOTE


@pytest.mark.parametrize("words", ["a \x1b[31m b", "a \u202e b", "a\u200bb", "a\x00b", "a\ud800b"])
def test_a_character_that_nobody_sees_is_not_put_on_record(desk: Desk, words: str) -> None:
    with pytest.raises(Refusal, match="The statement of JPN has a character that nobody sees: ⟦U\\+"):
        adopted(desk, Said(Saying.STATEMENT, "JPN", words))


@pytest.mark.parametrize("source", ["# Note\n", "# Note\n\n| a | b |\n|---|---|\n| c | d |\n"])
def test_what_has_no_paragraph_takes_no_statement_and_is_adopted_without(desk: Desk, source: str) -> None:
    saved(desk, NOTE, source)
    with pytest.raises(Refusal, match="no paragraph to which a footnote could hang"):
        adopted(desk, Said(Saying.STATEMENT, "JPN", "Thanks."))
    adopted(desk)
    assert desk.open("note").adopted


def test_a_corrigendum_puts_nothing_on_record(desk: Desk) -> None:
    adopted(desk)
    text_file(desk).write_text(NOTE.replace("autumn", "Autumn"))
    with pytest.raises(Refusal, match="A corrigendum puts no reservation or statement on record"):
        desk.adopt(
            desk.open("note"), Adoption(corrigendum="A capital", said=(Said(Saying.STATEMENT, "JPN", "Thanks."),))
        )


def test_a_text_that_was_changed_in_git_after_its_adoption_is_told_and_can_be_corrected(desk: Desk) -> None:
    adopted(desk)
    text_file(desk).write_text(NOTE.replace("autumn", "Autumn"))
    git(desk.root, "commit", "-qam", "by hand")
    assert [each.path for each in desk.open("note").unreadable] == ["declarations/note/text.md"]
    desk.adopt(desk.open("note"), Adoption(corrigendum="A capital"))
    assert not desk.open("note").unreadable
