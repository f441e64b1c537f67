"""Proposals and positions: in whose name, on which text, under which number."""

from dataclasses import replace

import pytest
from tests.desk.council import saved
from tests.rooms import git

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.proposal import Kind
from zerodraft.desk.desk import Desk
from zerodraft.desk.issuing import Issue
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.saving import record_folder
from zerodraft.desk.texts import Credit
from zerodraft.errors import NotThere, Refusal

WORDS = "We keep our harbours open to small ships and to all boats in distress."


def proposed(desk: Desk, offer: Offer) -> str:
    return desk.propose(desk.open("note"), offer).name


def test_a_proposal_bears_the_next_number_of_its_delegation(desk: Desk) -> None:
    names = [proposed(desk, Offer((code,), "1", WORDS)) for code in ("AUS", "Japan", "AUS")]
    assert names == ["AUS-1", "JPN-1", "AUS-2"]
    assert [each.number for each in desk.open("note").proposals] == ["AUS-1", "AUS-2", "JPN-1"]


def test_a_number_that_is_not_there_is_no_beginning_of_an_id(desk: Desk) -> None:
    proposed(desk, Offer(("AUS",), "1", WORDS))
    dossier = desk.open("note")
    (tabled,) = dossier.tabled.values()
    renamed = tabled._replace(proposal=replace(tabled.proposal, id="aus-9c41"))
    dossier = replace(dossier, tabled={"aus-9c41": renamed})
    assert dossier.proposal_named("AUS-9") is None
    assert dossier.proposal_named("aus-9c") is renamed
    assert dossier.proposal_named("aus 1") is renamed


def test_a_published_number_is_never_used_again_also_not_after_an_undo(desk: Desk) -> None:
    proposed(desk, Offer(("AUS",), "1", WORDS))
    desk.undo("note")
    assert desk.open("note").proposals == ()
    assert proposed(desk, Offer(("AUS",), "1", WORDS)) == "AUS-2"


def test_the_words_are_in_the_name_of_the_delegations(desk: Desk) -> None:
    proposed(desk, Offer(("AUS", "JPN", "NZL"), "1", WORDS, reason="Safety."))
    root = desk.room.workspace.root
    assert git(root, "log", "-1", "--format=%an, %cn: %s") == (
        "Australia, Ana Drafter: Australia proposes new wording for paragraph 1: AUS-1"
    )
    trailers = git(root, "log", "-1", "--format=%(trailers:only)")
    assert "Proposal: AUS-1\nParagraph: 1\n" in trailers
    assert "Co-authored-by: Japan <jpn@delegation.invalid>\n" in trailers


@pytest.mark.parametrize(
    ("offer", "kind", "sentence"),
    [
        (Offer(("JPN",), "1", WORDS), Kind.REPLACE, "new wording for paragraph 1"),
        (Offer(("JPN",), "1", "We add this.", is_insertion=True), Kind.INSERT, "a paragraph after paragraph 1"),
        (Offer(("JPN",), "2"), Kind.DELETE, "to delete paragraph 2"),
        (Offer(("JPN",), "1", after="2"), Kind.MOVE, "to move paragraph 1 after 2"),
        (Offer(("JPN",), "1", "We keep harbours.\n\nWe keep them open."), Kind.SPLIT, "to divide paragraph 1"),
        (Offer(("JPN",), "1", "We keep all of it.", until="2"), Kind.JOIN, "to join paragraphs 1 to 2"),
    ],
)
def test_what_is_proposed_is_told(desk: Desk, offer: Offer, kind: Kind, sentence: str) -> None:
    done = desk.propose(desk.open("note"), offer)
    assert done.sentence == f"Japan proposes {sentence}: JPN-1."
    assert desk.open("note").proposals[0].amendment.kind is kind


def test_the_number_that_somebody_types_before_the_words_is_not_part_of_them(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "1", f"1. {WORDS}\n"))
    assert desk.open("note").proposals[0].amendment.wording == (WORDS,)


def test_a_proposal_is_on_the_last_issued_version_and_is_computed_upon_the_text_of_today(desk: Desk) -> None:
    desk.issue(desk.open("note"), Issue("Zero Draft"))
    saved(desk, "autumn", "spring")
    paragraph = desk.open("note").draft.paragraphs
    place = next(each.ordinal for each in paragraph if "small ships" in each.text)
    cite = desk.open("note").reading.numbers[place].cite
    words = paragraph[place].text.replace("small ships", "all ships")
    proposed(desk, Offer(("JPN",), cite, words))
    tabled = desk.open("note").tabled
    assert [each.proposal.on for each in tabled.values()] == ["zero-draft"]
    assert [(each.outcome, each.wording) for each in tabled.values()] == [(Outcome.CLEAN, (words,))]


def test_a_proposal_may_answer_a_proposal(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "1", WORDS))
    done = desk.propose(desk.open("note"), Offer(("AUS",), "", "We keep them open.", answers="jpn-1"))
    assert done.sentence == "Australia proposes other words for JPN-1: AUS-1."
    first, second = sorted(desk.open("note").proposals, key=lambda each: each.date)
    assert second.answers == first.id


@pytest.mark.parametrize(
    ("offer", "refusal", "sentence"),
    [
        (Offer(("JPN",), "77", WORDS), NotThere, "paragraph “77”"),
        (Offer(("JPN",), "1", WORDS, on="rev-9"), NotThere, "version of note called “rev-9”"),
        (Offer(("Atlantis",), "1", WORDS), NotThere, "delegation called “Atlantis”"),
        (Offer(("JPN",), "1", "We add.", answers="AUS-9"), NotThere, "proposal on note called “AUS-9”"),
        (Offer(("JPN",), "1", " ", is_insertion=True), Refusal, "It changes nothing"),
        (Offer(("JPN",), "2", WORDS, until="1"), Refusal, "It ends before it begins"),
        (Offer(("JPN",), "1", after="1"), Refusal, "It moves paragraphs to where they stand"),
    ],
)
def test_what_is_no_proposal_is_refused(desk: Desk, offer: Offer, refusal: type[Refusal], sentence: str) -> None:
    with pytest.raises(refusal, match=sentence):
        proposed(desk, offer)


def test_words_that_stand_there_already_are_no_proposal(desk: Desk) -> None:
    stands = next(each.text for each in desk.open("note").draft.paragraphs if "small ships" in each.text)
    with pytest.raises(Refusal, match="those that stand there already"):
        proposed(desk, Offer(("JPN",), "1", f"  {stands} "))


def _with_participants(desk: Desk, codes: str) -> None:
    path = desk.root / "declarations" / "note" / "declaration.toml"
    path.write_text(path.read_text() + f"participants = [{codes}]\n")
    record_folder(desk.room, desk.open("note"), Credit())


def test_only_participants_propose_and_take_positions(desk: Desk) -> None:
    _with_participants(desk, '"JPN", "ASEAN"')
    assert proposed(desk, Offer(("JPN",), "1", WORDS)) == "JPN-1"
    assert proposed(desk, Offer(("Indonesia",), "1", "We keep them open.")) == "IDN-1"
    with pytest.raises(Refusal, match="Chile is no participant of note"):
        proposed(desk, Offer(("CHL",), "1", WORDS))
    with pytest.raises(Refusal, match="Chile is no participant of note"):
        desk.take_position(desk.open("note"), Opinion("CHL", Stand.SUPPORT, "JPN-1"))


def test_a_position_on_a_proposal_replaces_the_one_before(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "1", WORDS))
    told = [
        desk.take_position(desk.open("note"), Opinion("AUS", stand, "JPN-1")).sentence
        for stand in (Stand.SUPPORT, Stand.RESERVE)
    ]
    assert told == ["Australia: support on JPN-1.", "Australia: reserve on JPN-1, no longer support."]
    dossier = desk.open("note")
    assert [each.stand for each in dossier.positions_on(dossier.proposals[0].id)] == [Stand.SUPPORT, Stand.RESERVE]


def test_a_position_may_be_on_words(desk: Desk) -> None:
    told = desk.take_position(desk.open("note"), Opinion("AUS", Stand.DELETE, paragraph="1", quote="small ships"))
    assert told.sentence == "Australia: delete on paragraph 1."
    dossier = desk.open("note")
    anchor = dossier.positions[0].anchor
    assert anchor is not None
    assert anchor.exact == "small ships"
    assert anchor in dossier.places


def test_a_position_that_says_nothing_new_is_refused(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "1", WORDS))
    with pytest.raises(Refusal, match="Japan proposed JPN-1 itself"):
        desk.take_position(desk.open("note"), Opinion("JPN", Stand.SUPPORT, "JPN-1"))
    desk.take_position(desk.open("note"), Opinion("AUS", Stand.SUPPORT, "JPN-1"))
    with pytest.raises(Refusal, match="position already"):
        desk.take_position(desk.open("note"), Opinion("AUS", Stand.SUPPORT, "JPN-1"))


def test_a_proposal_on_which_others_spoke_is_not_taken_back_before_them(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "1", WORDS))
    desk.take_position(desk.open("note"), Opinion("AUS", Stand.SUPPORT, "JPN-1"))
    first = desk.log("note")[1].commit
    with pytest.raises(Refusal, match="can't be taken back: AUS took a position on it"):
        desk.undo_named("note", first[:8])
    desk.undo_named("note", "JPN-1")
    desk.undo_named("note", "JPN-1")
    assert desk.open("note").proposals == ()


def test_of_two_positions_in_one_second_the_later_one_holds(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "1", WORDS))
    moment = desk.room.clock()
    desk.room.clock = lambda: moment
    stands = (Stand.SUPPORT, Stand.DELETE, Stand.RESERVE, Stand.SUPPORT, Stand.DELETE)
    told = [desk.take_position(desk.open("note"), Opinion("AUS", stand, "JPN-1")).sentence for stand in stands]
    assert told == [
        "Australia: support on JPN-1.",
        "Australia: delete on JPN-1, no longer support.",
        "Australia: reserve on JPN-1, no longer delete.",
        "Australia: support on JPN-1, no longer reserve.",
        "Australia: delete on JPN-1, no longer support.",
    ]
