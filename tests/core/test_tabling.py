"""Proposals on the text as it stands: where they are, what they would make of it, and what a drafter is told."""

from dataclasses import replace

import pytest
from tests.core.table_room import (
    FUND,
    NETWORK,
    READ,
    REPORT,
    SHARE,
    WELCOME,
    answering,
    decided,
    lineage,
    on_table,
    proposal,
    tabled,
)

from zerodraft.core.comparison.following import Gap
from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.offering import Offer, moved
from zerodraft.core.negotiation.tabling import Memory, table

MAY_NOT = SHARE.replace("may", "should")
CRISES = SHARE.replace("in crises", "in emergencies")
BOTH = MAY_NOT.replace("in crises", "in emergencies")
HALVES = ("The secretariat shall report on progress to all.", "It shall publish the report in each language.")


# --- a paragraph reworded -------------------------------------------------------------------------------------------


def test_on_the_text_that_was_read_a_proposal_is_clean_and_stands_as_it_was_made() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), READ)
    assert (found.outcome, found.reason, found.first, found.last) == (Outcome.CLEAN, "", 1, 2)
    assert found.wording == (MAY_NOT,)


def test_a_proposal_follows_its_paragraph() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), (FUND, WELCOME, NETWORK, REPORT, SHARE))
    assert (found.outcome, found.first, found.last) == (Outcome.CLEAN, 4, 5)


def test_what_was_changed_since_stays() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), (WELCOME, CRISES, REPORT, NETWORK))
    assert (found.outcome, found.reason) == (Outcome.LOOK, "The same sentence was changed since.")
    assert found.wording == (BOTH,)


def test_two_wordings_of_the_same_words_collide_in_a_bracket() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), (WELCOME, SHARE.replace("may", "shall"), REPORT, NETWORK))
    assert (found.outcome, found.reason) == (Outcome.COLLISION, "Both changed “may”.")
    assert found.wording == (SHARE.replace("may", "[shall / should]"),)


def test_what_stands_as_proposed_is_already_in() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), (WELCOME, BOTH, REPORT, NETWORK))
    assert (found.outcome, found.reason) == (Outcome.ALREADY_IN, "The paragraph already has this change.")
    assert found.wording == (BOTH,)


def test_a_proposal_on_a_paragraph_that_is_gone_is_detached() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), (WELCOME, REPORT, NETWORK))
    assert (found.outcome, found.reason) == (Outcome.DETACHED, "The paragraph was deleted.")
    assert (found.first, found.last, found.wording) == (-1, -1, ())


def test_a_proposal_on_a_paragraph_that_was_put_back_is_on_it_again() -> None:
    gone = (WELCOME, REPORT, NETWORK)
    found = table([proposal(1, 2, MAY_NOT)], (), lineage(READ, gone, READ))["aus-11c0"]
    assert (found.outcome, found.first) == (Outcome.CLEAN, 1)


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (proposal(1, 2, MAY_NOT, on="t9"), "The text that was read is not among the versions of this document."),
        (proposal(3, 5, MAY_NOT), "The text that was read has no such paragraph."),
        (proposal(1, 2, MAY_NOT, to=9), "The text that was read has no such paragraph."),
    ],
)
def test_a_proposal_on_what_is_not_known_is_detached(one: object, reason: str) -> None:
    found = on_table([one], READ)["aus-11c0"]  # type: ignore[list-item]
    assert (found.outcome, found.reason) == (Outcome.DETACHED, reason)


def test_without_any_version_every_proposal_is_detached() -> None:
    assert table([proposal(1, 2, MAY_NOT)], (), lineage())["aus-11c0"].outcome is Outcome.DETACHED


# --- several paragraphs ---------------------------------------------------------------------------------------------


def test_a_split_is_kept_with_what_was_reworded_since() -> None:
    found = tabled(proposal(2, 3, *HALVES), (WELCOME, SHARE, REPORT.replace("each", "every"), NETWORK))
    assert (found.outcome, found.wording) == (Outcome.CLEAN, (HALVES[0], HALVES[1].replace("each", "every")))


def test_rewording_follows_into_both_halves_of_a_split() -> None:
    wording = REPORT.replace("each", "every").replace("progress", "results")
    found = tabled(proposal(2, 3, wording), (WELCOME, SHARE, *HALVES, NETWORK))
    assert (found.first, found.last) == (2, 4)
    assert found.wording == (HALVES[0].replace("progress", "results"), HALVES[1].replace("each", "every"))


def test_rewording_follows_into_a_joined_paragraph() -> None:
    found = tabled(proposal(1, 2, MAY_NOT), (WELCOME, f"{SHARE} {REPORT}", NETWORK))
    assert (found.first, found.last, found.wording) == (1, 2, (f"{MAY_NOT} {REPORT}",))


def test_a_paragraph_put_between_two_stays_between_them() -> None:
    found = tabled(proposal(1, 3, MAY_NOT, REPORT.replace("each", "every")), (WELCOME, SHARE, FUND, REPORT, NETWORK))
    assert (found.outcome, found.first, found.last) == (Outcome.CLEAN, 1, 4)
    assert found.wording == (MAY_NOT, FUND, REPORT.replace("each", "every"))


def test_two_paragraphs_that_were_parted_are_no_place_for_one_proposal() -> None:
    found = tabled(proposal(1, 3, f"{SHARE} {REPORT}"), (SHARE, WELCOME, NETWORK, REPORT))
    assert (found.outcome, found.reason) == (Outcome.DETACHED, "The paragraphs no longer stand together.")


def test_a_bracket_never_goes_over_the_end_of_a_paragraph() -> None:
    now = (WELCOME, SHARE.replace("experience of", "knowledge and"), REPORT, NETWORK)
    found = tabled(proposal(1, 2, "Each delegation may share its experience.", "Data management in crises."), now)
    assert (found.outcome, found.wording) == (Outcome.COLLISION, (now[1],))


def test_a_table_is_taken_as_it_is_or_not_at_all() -> None:
    text = (WELCOME, "| a | b |\n|---|---|\n| c | d |", REPORT)
    one = proposal(1, 2, "We have no table.")
    assert table([one], (), lineage(text))[one.id].outcome is Outcome.CLEAN
    found = table([one], (), lineage(text, (WELCOME, text[1].replace("d", "e"), REPORT)))[one.id]
    assert (found.outcome, found.reason) == (Outcome.COLLISION, "The table was changed since.")


def test_words_that_others_took_out_of_a_joined_paragraph_don_t_come_back() -> None:
    joined = f"{SHARE.replace('may', 'should')} {REPORT.replace('progress ', '')}"
    found = tabled(proposal(1, 2), (WELCOME, joined, NETWORK))
    assert (found.outcome, found.wording) == (Outcome.COLLISION, (joined,))


def test_when_both_sides_together_leave_no_word_the_paragraph_goes() -> None:
    text = ("We meet.", "Peace now", "We part.")
    found = table([proposal(1, 2, "Peace")], (), lineage(text, ("We meet.", "now", "We part.")))["aus-11c0"]
    assert (found.first, found.wording) == (1, ())


# --- put in, taken out, moved ---------------------------------------------------------------------------------------


def test_a_new_paragraph_goes_between_its_neighbours() -> None:
    found = tabled(proposal(2, 2, FUND), (NETWORK, WELCOME, SHARE, REPORT))
    assert (found.outcome, found.first, found.last, found.wording) == (Outcome.CLEAN, 3, 3, (FUND,))


@pytest.mark.parametrize(
    ("now", "place", "reason"),
    [
        (
            (WELCOME, SHARE, "Peace be with us all.", REPORT, NETWORK),
            3,
            "Somebody put a paragraph in at this place since.",
        ),
        ((WELCOME, REPORT, NETWORK), 1, "The paragraph before its place was deleted."),
        ((WELCOME, SHARE, NETWORK), 2, "The paragraph after its place was deleted."),
        ((WELCOME, f"{SHARE} {REPORT}", NETWORK), 2, "The paragraphs around it were joined."),
        ((REPORT, WELCOME, SHARE, NETWORK), 3, "The paragraphs around its place were parted."),
    ],
)
def test_a_new_paragraph_whose_neighbours_are_others_now_is_to_be_looked_at(
    now: tuple[str, ...], place: int, reason: str
) -> None:
    found = tabled(proposal(2, 2, FUND), now)
    assert (found.outcome, found.first, found.last, found.reason) == (Outcome.LOOK, place, place, reason)


def test_a_new_paragraph_without_neighbours_is_detached() -> None:
    found = tabled(proposal(2, 2, FUND), (WELCOME, NETWORK))
    assert (found.outcome, found.reason) == (
        Outcome.DETACHED,
        "The paragraphs before and after it were deleted.",
    )


def test_a_new_paragraph_that_stands_there_is_already_in() -> None:
    found = tabled(proposal(2, 2, FUND), (WELCOME, SHARE, "Peace be with us all.", FUND, REPORT, NETWORK))
    assert (found.outcome, found.first, found.last) == (Outcome.ALREADY_IN, 3, 4)
    assert found.reason == "This paragraph stands there already."


def test_a_new_paragraph_beside_one_much_like_it_collides() -> None:
    found = tabled(proposal(2, 2, FUND), (WELCOME, SHARE, FUND.replace("may", "shall"), REPORT, NETWORK))
    assert (found.outcome, found.first, found.last) == (Outcome.COLLISION, 2, 3)
    assert found.reason == "A paragraph much like it was put in there since."


def test_an_unchanged_paragraph_is_taken_out() -> None:
    found = tabled(proposal(1, 2), (WELCOME, NETWORK, SHARE, REPORT))
    assert (found.outcome, found.first, found.last, found.wording) == (Outcome.CLEAN, 2, 3, ())


def test_a_paragraph_that_is_out_is_out_already() -> None:
    found = tabled(proposal(1, 2), (WELCOME, REPORT, NETWORK))
    assert (found.outcome, found.first, found.last) == (Outcome.ALREADY_IN, 1, 1)
    assert found.reason == "It is out of the text already."


def test_to_take_out_what_was_reworded_since_collides() -> None:
    found = tabled(proposal(1, 2), (WELCOME, MAY_NOT, REPORT, NETWORK))
    assert (found.outcome, found.reason) == (Outcome.COLLISION, "What it takes out was reworded since.")
    assert found.wording == (f"[{MAY_NOT}]",)


def test_to_take_out_what_was_hardly_changed_is_to_be_looked_at() -> None:
    found = tabled(proposal(1, 2), (WELCOME, SHARE.replace(".", ","), REPORT, NETWORK))
    assert (found.outcome, found.wording) == (Outcome.LOOK, ())


def test_a_move_goes_to_its_neighbours() -> None:
    found = tabled(proposal(1, 2, SHARE, to=4), (FUND, WELCOME, SHARE, REPORT, NETWORK))
    assert (found.outcome, found.first, found.last, found.to) == (Outcome.CLEAN, 2, 3, 5)
    assert found.wording == (SHARE,)


def test_a_reworded_move_keeps_what_was_changed_since() -> None:
    found = tabled(proposal(1, 2, MAY_NOT, to=4), (WELCOME, CRISES, REPORT, NETWORK))
    assert (found.outcome, found.to, found.wording) == (Outcome.LOOK, 4, (BOTH,))


def test_a_paragraph_that_stands_where_it_would_go_is_already_there() -> None:
    found = tabled(proposal(1, 2, SHARE, to=4), (WELCOME, REPORT, NETWORK, SHARE))
    assert (found.outcome, found.reason) == (Outcome.ALREADY_IN, "The paragraph already stands there.")


def test_a_paragraph_that_stands_where_it_would_go_may_still_be_reworded() -> None:
    found = tabled(proposal(1, 2, MAY_NOT, to=4), (WELCOME, REPORT, NETWORK, SHARE))
    assert (found.outcome, found.first, found.to, found.wording) == (Outcome.CLEAN, 3, None, (MAY_NOT,))


def test_a_move_whose_words_stand_already_is_still_a_move() -> None:
    found = tabled(proposal(1, 2, MAY_NOT, to=4), (WELCOME, MAY_NOT, REPORT, NETWORK))
    assert (found.outcome, found.first, found.to, found.wording) == (Outcome.CLEAN, 1, 4, (MAY_NOT,))


def test_a_move_into_what_moves_is_detached() -> None:
    offer = Offer(Outcome.CLEAN, "", 3, 6, (SHARE,))
    found = moved(offer, Gap(5, range(5, 5), ""), (SHARE,), was_moved=False)
    assert found.reason == "The place to which it would go is among its own paragraphs now."


def test_to_move_what_somebody_else_moved_is_to_be_looked_at() -> None:
    found = tabled(proposal(0, 1, WELCOME, to=3), (SHARE, WELCOME, REPORT, NETWORK))
    assert (found.outcome, found.reason) == (Outcome.LOOK, "Somebody moved the paragraph elsewhere since.")


def test_a_move_to_a_place_that_is_gone_is_detached() -> None:
    found = tabled(proposal(0, 1, WELCOME, to=3), (WELCOME, SHARE))
    assert (found.outcome, found.reason) == (
        Outcome.DETACHED,
        "The paragraphs between which it would go were deleted.",
    )


# --- sub-amendments -------------------------------------------------------------------------------------------------

PARENT = proposal(1, 2, MAY_NOT)
CHILD = answering(PARENT, MAY_NOT.replace("experience", "long experience"))
BOTH_IN = MAY_NOT.replace("experience", "long experience")


def test_a_sub_amendment_is_computed_on_what_its_parent_would_make_of_the_text() -> None:
    found = on_table([CHILD, PARENT], (WELCOME, SHARE.replace("crises", "need"), REPORT, NETWORK))
    assert [*found] == [PARENT.id, CHILD.id]
    assert found[CHILD.id].wording == (BOTH_IN.replace("crises", "need"),)
    assert found[CHILD.id].outcome is Outcome.LOOK
    assert [(change.before, change.after) for change in found[CHILD.id].changes] == [("", "long")]


def test_a_sub_amendment_to_an_accepted_proposal_is_computed_on_the_text() -> None:
    now = (WELCOME, MAY_NOT, REPORT, NETWORK)
    found = on_table([PARENT, CHILD], now, decided(Verdict.ACCEPT))
    assert (found[CHILD.id].outcome, found[CHILD.id].wording) == (Outcome.CLEAN, (BOTH_IN,))


def test_a_sub_amendment_falls_with_its_parent() -> None:
    found = on_table([PARENT, CHILD], READ, decided(Verdict.WITHDRAW))[CHILD.id]
    assert (found.outcome, found.reason) == (Outcome.DETACHED, "AUS-1, which it amends, was withdrawn.")


def test_a_sub_amendment_to_a_new_paragraph_goes_where_that_would_go() -> None:
    parent = proposal(2, 2, FUND)
    child = answering(parent, FUND.replace("may", "shall"))
    open_one = on_table([parent, child], READ)[child.id]
    assert (open_one.outcome, open_one.first, open_one.last) == (Outcome.CLEAN, 2, 2)
    assert open_one.wording == (FUND.replace("may", "shall"),)
    now = (WELCOME, SHARE, FUND.replace("fund", "common fund"), REPORT, NETWORK)
    in_text = on_table([parent, child], now, decided(Verdict.AS_EDITED))[child.id]
    assert (in_text.first, in_text.last) == (2, 3)
    assert in_text.wording == (FUND.replace("may", "shall").replace("fund", "common fund"),)


def test_a_sub_amendment_is_no_cleaner_than_its_parent() -> None:
    found = on_table([PARENT, CHILD], (WELCOME, SHARE.replace("may", "shall"), REPORT, NETWORK))[CHILD.id]
    assert found.outcome is Outcome.COLLISION
    assert found.reason == "AUS-1, which it amends, is no clean change: Both changed “may”."


def test_a_sub_amendment_whose_words_stand_already_still_brings_its_parent() -> None:
    found = on_table([PARENT, CHILD], (WELCOME, SHARE.replace("experience", "long experience"), REPORT, NETWORK))
    assert (found[CHILD.id].outcome, found[CHILD.id].wording) == (Outcome.LOOK, (BOTH_IN,))
    assert found[CHILD.id].reason.startswith("AUS-1, which it amends, is no clean change: ")


def test_whoever_amends_a_deletion_proposes_other_words_for_the_text() -> None:
    parent = proposal(1, 2)
    found = on_table([parent, answering(parent, MAY_NOT)], READ)["jpn-0f31"]
    assert (found.outcome, found.first, found.wording) == (Outcome.CLEAN, 1, (MAY_NOT,))


def test_a_sub_amendment_to_nothing_or_to_itself_is_detached() -> None:
    one = answering(CHILD, BOTH_IN, name="fji-0001")
    circle = [one, answering(one, BOTH_IN, name=CHILD.id)]
    assert on_table([one], READ)[one.id].reason == "The proposal that it amends is not known."
    assert on_table(circle, READ)[CHILD.id].reason == "The proposal that it amends amends it in turn."
    assert on_table(circle, READ)[one.id].outcome is Outcome.DETACHED


# --- accepted in part -----------------------------------------------------------------------------------------------


def test_after_a_part_was_accepted_the_rest_is_computed() -> None:
    found = tabled(proposal(1, 2, BOTH), (WELCOME, MAY_NOT, REPORT, NETWORK), decided(Verdict.IN_PART, 1))
    assert (found.outcome, found.wording) == (Outcome.CLEAN, (BOTH,))
    assert [change.number for change in found.changes] == [1, 2]


def test_what_became_of_the_accepted_part_afterwards_does_not_touch_the_rest() -> None:
    now = (WELCOME, SHARE.replace("may", "will"), REPORT, NETWORK)
    found = tabled(proposal(1, 2, BOTH), now, decided(Verdict.IN_PART, 1))
    assert (found.outcome, found.wording) == (Outcome.LOOK, (BOTH.replace("should", "will"),))


def test_when_every_change_was_accepted_nothing_is_left() -> None:
    found = tabled(proposal(1, 2, BOTH), (WELCOME, BOTH, REPORT, NETWORK), decided(Verdict.IN_PART, 1, 2))
    assert (found.outcome, found.reason) == (Outcome.ALREADY_IN, "All its changes were accepted.")


def test_of_several_new_paragraphs_the_rest_goes_around_those_that_were_accepted() -> None:
    one = proposal(2, 2, FUND, "Peace be with us all.", "Let us meet again.")
    now = (WELCOME, SHARE, "Peace be with us all.", REPORT, NETWORK)
    found = tabled(one, now, decided(Verdict.IN_PART, 2))
    assert (found.outcome, found.first, found.last) == (Outcome.CLEAN, 2, 3)
    assert found.wording == one.amendment.wording


def test_of_several_paragraphs_to_be_taken_out_the_rest_is_still_to_go() -> None:
    found = tabled(proposal(1, 3), (WELCOME, REPORT, NETWORK), decided(Verdict.IN_PART, 1))
    assert (found.outcome, found.first, found.last, found.wording) == (Outcome.CLEAN, 1, 2, ())


def test_an_accepted_move_leaves_the_rewording() -> None:
    now = (WELCOME, REPORT, NETWORK, SHARE)
    found = tabled(proposal(1, 2, MAY_NOT, to=4), now, decided(Verdict.IN_PART, 1))
    assert (found.outcome, found.first, found.to, found.wording) == (Outcome.CLEAN, 3, None, (MAY_NOT,))


# --- one more decision ----------------------------------------------------------------------------------------------


def test_a_place_that_went_further_on_is_found_when_something_is_decided_there() -> None:
    one, memory = proposal(2, 2, FUND, "Peace be with us all."), Memory()
    before = table([one], (), lineage(READ, READ), memory)[one.id]
    shifted = lineage(READ, ("Good morning to all of us here.", *READ))
    after = table([one], (), shifted, memory)[one.id]
    assert (before.first, after.first, after.outcome) == (2, 3, Outcome.CLEAN)
    acts = [decided(Verdict.IN_PART, 1)]
    found = table([one], acts, shifted, memory)[one.id]
    assert found == table([one], acts, shifted)[one.id]
    assert (found.first, found.wording) == (3, ("Peace be with us all.",))


def test_a_proposal_that_is_taken_back_is_no_longer_on_the_table() -> None:
    memory = Memory()
    first, other = proposal(1, 2, MAY_NOT), proposal(2, 3, name="jpn-0f31")
    assert [*table([first, other], (), lineage(READ), memory)] == [first.id, other.id]
    assert [*table([other], (), lineage(READ), memory)] == [other.id]
    assert table([], (), lineage(READ), memory) == {}


def test_proposals_are_in_the_order_of_their_numbers() -> None:
    names = ["JPN-2", "AUS-10", "AUS-9", "x"]
    given = [replace(proposal(1, 2, MAY_NOT, name=f"a-{name}"), number=name) for name in names]
    assert [each.proposal.number for each in table(given, (), lineage(READ)).values()] == [
        "x",
        "AUS-9",
        "AUS-10",
        "JPN-2",
    ]
