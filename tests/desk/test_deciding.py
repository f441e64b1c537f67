"""Decisions on proposals: the text that they make, in whose name, and what can't be decided."""

import pytest
from tests.desk.council import saved, text_file
from tests.rooms import NOTE, git

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand
from zerodraft.core.negotiation.resolving import Choice
from zerodraft.core.negotiation.review import Status
from zerodraft.desk.agreeing import Closing
from zerodraft.desk.deciding import Ruling
from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Done
from zerodraft.desk.positions import Opinion
from zerodraft.desk.proposing import Offer
from zerodraft.desk.resolving import Settlement
from zerodraft.errors import MovedOn, NotThere, Refusal

PORTS = "We agree to keep ports open to small ships."
MEETING = "We decide to meet again in the autumn."


def propose(desk: Desk, code: str, words: str, paragraph: str = "1") -> str:
    return desk.propose(desk.open("note"), Offer((code,), paragraph, words)).name


def decide(desk: Desk, verdict: Verdict, *numbers: str, changes: tuple[int, ...] = (), **more: str) -> Done:
    return desk.decide(desk.open("note"), Ruling(verdict, numbers, changes, **more))


def statuses(desk: Desk) -> dict[str, Status]:
    return {each.proposal.number: each.standing.status for each in desk.open("note").tabled.values()}


def source(desk: Desk) -> str:
    return desk.open("note").draft.source


def test_accepting_puts_the_words_into_the_text_in_the_name_of_the_delegation(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    desk.take_position(desk.open("note"), Opinion("AUS", Stand.SUPPORT, "JPN-1"))
    assert decide(desk, Verdict.ACCEPT, "JPN-1", why="Nobody objected.").sentence == "JPN-1 accepted."
    assert source(desk) == NOTE.replace("small ships", "all ships")
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED}
    shown = git(desk.root, "log", "-1", "--format=%an, %cn: %s%n%(trailers:only)")
    assert shown.startswith("Japan, Ana Drafter: JPN-1 accepted\nAct: accept\nDeclaration: note\n")
    assert "Proposal: JPN-1\nParagraph: 1\n" in shown
    assert "Co-authored-by: Australia <aus@delegation.invalid>\n" in shown
    assert git(desk.root, "blame", "-L/all ships/,+1", "--porcelain", str(text_file(desk))).count("author Japan") == 1


def test_after_a_decision_all_others_are_computed_anew_from_their_originals(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "AUS", PORTS.replace("small", "all"))
    propose(desk, "NZL", PORTS.replace("small", "sailing"))
    propose(desk, "FJI", MEETING.replace("autumn", "spring"), "3")
    decide(desk, Verdict.ACCEPT, "JPN-1")
    outcomes = {each.proposal.number: each.outcome for each in desk.open("note").tabled.values()}
    assert outcomes["AUS-1"] is Outcome.ALREADY_IN
    assert outcomes["NZL-1"] is Outcome.COLLISION
    assert outcomes["FJI-1"] is Outcome.CLEAN


def test_like_proposals_are_accepted_in_one_act(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "AUS", PORTS.replace("small", "all"))
    propose(desk, "FJI", f"{PORTS[:-1]} and boats.")
    assert decide(desk, Verdict.ACCEPT, "JPN-1", "AUS-1", "FJI-1").name == "JPN-1, AUS-1, FJI-1"
    assert "ports open to all ships and boats." in source(desk)
    assert {*statuses(desk).values()} == {Status.ACCEPTED}
    desk.undo("note")
    assert source(desk) == NOTE
    assert {*statuses(desk).values()} == {Status.OPEN}


def test_what_is_accepted_in_part_leaves_the_rest_open(desk: Desk) -> None:
    propose(desk, "JPN", "We decide to keep ports open to all ships.")
    told = decide(desk, Verdict.IN_PART, "JPN-1", changes=(2,)).sentence
    assert told == "JPN-1 accepted in part (change 2)."
    assert source(desk) == NOTE.replace("small ships", "all ships")
    tabled = next(iter(desk.open("note").tabled.values()))
    assert tabled.is_open
    assert tabled.wording == ("We decide to keep ports open to all ships.",)
    decide(desk, Verdict.ACCEPT, "JPN-1")
    assert "We decide to keep ports open to all ships." in source(desk)


def test_changes_are_accepted_one_by_one_by_the_numbers_that_they_had_from_the_beginning(desk: Desk) -> None:
    propose(desk, "JPN", "We decide to keep harbours open to all ships.")
    for change in (3, 1):
        decide(desk, Verdict.IN_PART, "JPN-1", changes=(change,))
    assert "We decide to keep ports open to all ships." in source(desk)
    decide(desk, Verdict.IN_PART, "JPN-1", changes=(2,))
    assert "We decide to keep harbours open to all ships." in source(desk)
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED}
    desk.undo_named("note", desk.log("note")[2].commit[:8])
    assert "We decide to keep harbours open to small ships." in source(desk)


def test_the_changes_that_are_accepted_must_be_there(desk: Desk) -> None:
    propose(desk, "JPN", "We decide to keep harbours open to all ships.")
    with pytest.raises(NotThere, match="There is no change of JPN-1 called “4”") as missing:
        decide(desk, Verdict.IN_PART, "JPN-1", changes=(1, 4))
    assert missing.value.hint == (
        "`zerodraft proposals note JPN-1` shows them: "
        "1: “agree” → “decide”; 2: “ports” → “harbours”; 3: “small” → “all”"
    )
    with pytest.raises(Refusal, match="not said which changes of JPN-1"):
        decide(desk, Verdict.IN_PART, "JPN-1")
    decide(desk, Verdict.IN_PART, "JPN-1", changes=(1,))
    with pytest.raises(MovedOn, match="Change 1 of JPN-1 is accepted already"):
        decide(desk, Verdict.IN_PART, "JPN-1", changes=(1, 2))


def test_all_changes_of_a_proposal_are_all_of_it(desk: Desk) -> None:
    propose(desk, "JPN", "We decide to keep ports open to all ships.")
    assert decide(desk, Verdict.IN_PART, "JPN-1", changes=(1, 2)).sentence == "JPN-1 accepted."
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED}


def test_of_two_decisions_in_one_second_the_later_one_holds(desk: Desk) -> None:
    moment = desk.room.clock()
    desk.room.clock = lambda: moment
    propose(desk, "JPN", "We decide to keep harbours open to all ships.")
    for change in (1, 2, 3):
        decide(desk, Verdict.IN_PART, "JPN-1", changes=(change,))
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED}


def test_a_proposal_is_accepted_as_the_drafter_edited_it(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    decide(desk, Verdict.AS_EDITED, "JPN-1", words="1. We agree to keep\nports open to most ships.\n")
    assert source(desk) == NOTE.replace("small ships", "most ships")
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED}


def test_contradictory_proposals_become_a_bracket_with_their_delegations(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "AUS", PORTS.replace("small", "sailing"))
    assert decide(desk, Verdict.BRACKET, "JPN-1", "AUS-1").sentence == "JPN-1, AUS-1 bracketed."
    assert "open to [small / all - Japan / sailing - Australia] ships." in source(desk)
    assert {*statuses(desk).values()} == {Status.BRACKETED}


def test_whoever_settles_a_bracket_decides_on_what_was_put_in_it(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "AUS", PORTS.replace("small", "sailing"))
    decide(desk, Verdict.BRACKET, "JPN-1", "AUS-1")
    desk.resolve(desk.open("note"), Settlement("1", Choice(2)))
    assert "open to all ships." in source(desk)
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED, "AUS-1": Status.OVERTAKEN}
    with pytest.raises(MovedOn, match=r"AUS-1 was bracketed .* overtaken since") as it:
        decide(desk, Verdict.REJECT, "AUS-1")
    assert "resolve" not in it.value.hint
    desk.undo("note")
    assert {*statuses(desk).values()} == {Status.BRACKETED}
    desk.resolve(desk.open("note"), Settlement("1", Choice(1)))
    assert {*statuses(desk).values()} == {Status.REJECTED}


@pytest.mark.parametrize("verdict", [Verdict.REJECT, Verdict.WITHDRAW, Verdict.OVERTAKEN])
def test_some_decisions_leave_the_text_alone(desk: Desk, verdict: Verdict) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    decide(desk, verdict, "JPN-1", why="Agreed language.")
    assert source(desk) == NOTE
    assert [each.body for each in desk.open("note").decisions] == ["Agreed language."]
    author = git(desk.root, "log", "-1", "--format=%an")
    assert author == ("Japan" if verdict is Verdict.WITHDRAW else "Ana Drafter")


def test_a_proposal_is_overtaken_by_another(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "AUS", PORTS.replace("small", "sailing"))
    assert decide(desk, Verdict.OVERTAKEN, "JPN-1", instead="AUS-1").sentence == "JPN-1 overtaken by AUS-1."


def test_what_is_decided_is_not_decided_again_before_it_is_undone(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    decide(desk, Verdict.REJECT, "JPN-1")
    with pytest.raises(MovedOn, match="JPN-1 was rejected on 2 November 2021") as refused:
        decide(desk, Verdict.ACCEPT, "JPN-1")
    assert refused.value.hint == "`zerodraft undo note JPN-1` takes that back; then decide again."
    desk.undo_named("note", "JPN-1")
    decide(desk, Verdict.ACCEPT, "JPN-1")
    assert statuses(desk) == {"JPN-1": Status.ACCEPTED}


def test_decisions_are_undone_in_any_order_that_the_text_allows(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "FJI", MEETING.replace("autumn", "spring"), "3")
    decide(desk, Verdict.ACCEPT, "JPN-1")
    decide(desk, Verdict.ACCEPT, "FJI-1")
    desk.undo_named("note", "jpn-1")
    assert source(desk) == NOTE.replace("autumn", "spring")
    assert statuses(desk) == {"JPN-1": Status.OPEN, "FJI-1": Status.ACCEPTED}


def test_a_collision_is_no_guess(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    propose(desk, "AUS", PORTS.replace("small", "sailing"))
    decide(desk, Verdict.ACCEPT, "JPN-1")
    with pytest.raises(MovedOn, match=r"AUS-1 collides with words that were decided since\. Both changed “small”"):
        decide(desk, Verdict.ACCEPT, "AUS-1")
    assert source(desk) == NOTE.replace("small ships", "all ships")


def test_a_proposal_on_a_paragraph_that_is_gone_has_no_place(desk: Desk) -> None:
    propose(desk, "JPN", MEETING.replace("autumn", "spring"), "3")
    saved(desk, f"{MEETING}\n\n", "")
    with pytest.raises(MovedOn, match="JPN-1 has no place in the text any more"):
        decide(desk, Verdict.ACCEPT, "JPN-1")
    decide(desk, Verdict.OVERTAKEN, "JPN-1")


def test_a_decision_may_not_touch_agreed_words(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    desk.agree(desk.open("note"), Closing(("1",)))
    with pytest.raises(Refusal, match="Paragraph 1 is agreed ad referendum"):
        decide(desk, Verdict.ACCEPT, "JPN-1")
    decide(desk, Verdict.REJECT, "JPN-1")


def test_what_is_not_there_is_named(desk: Desk) -> None:
    propose(desk, "JPN", PORTS.replace("small", "all"))
    with pytest.raises(NotThere, match="proposal on note called “JPN-7”"):
        decide(desk, Verdict.ACCEPT, "JPN-7")
    with pytest.raises(Refusal, match="not said which proposal"):
        decide(desk, Verdict.ACCEPT)
    with pytest.raises(Refusal, match="There are no words"):
        decide(desk, Verdict.AS_EDITED, "JPN-1", words=" ")
    text_file(desk).write_text(NOTE.replace("small", "large"))
    with pytest.raises(Refusal, match="not saved"):
        decide(desk, Verdict.ACCEPT, "JPN-1")


def test_an_inserted_paragraph_and_a_deleted_one(desk: Desk) -> None:
    desk.propose(desk.open("note"), Offer(("JPN",), "1", "We light them at night.", is_insertion=True))
    desk.propose(desk.open("note"), Offer(("AUS",), "3"))
    decide(desk, Verdict.ACCEPT, "JPN-1", "AUS-1")
    assert source(desk) == NOTE.replace(f"{PORTS}\n", f"{PORTS}\n\nWe light them at night.\n").replace(
        f"{MEETING}\n\n", ""
    )
    desk.undo_named("note", "JPN-1")
    assert source(desk) == NOTE
