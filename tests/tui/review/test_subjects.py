"""On which proposals a key acts, and what is said where it can't."""

import pytest
from tests.tui.review.by_hand import changing, decided, doubtful, proposed, with_table

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.collisions import Relation
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.review.competing import Crowd
from zerodraft.tui.review.subjects import became_open, made_one, partners, rest_of, subjects, why_not_ruled

KEEP = "We agree to keep [all - Japan; Fiji delete] ports open to"
BOATS, LIKE = (proposed(number, 3, 4, f"{KEEP} small boats.") for number in ("JPN-1", "FJI-1"))
INTEND = proposed("IDN-1", 3, 4, f"{KEEP} small ships.".replace("agree", "intend"))
VESSELS = proposed("VNM-1", 3, 4, f"{KEEP} small vessels.")
FURTHER = proposed("VNM-2", 3, 4, f"{KEEP} small boats.".replace("agree", "intend"))
OUT = proposed("PHL-1", 3, 4)


def numbers(found: tuple[Tabled, ...]) -> list[str]:
    return [each.proposal.number for each in found]


def test_a_key_acts_on_the_chosen_one_and_its_like_unless_some_are_marked(council: Dossier) -> None:
    crowd = Crowd(with_table(council, LIKE, INTEND, BOATS))
    assert numbers(subjects(crowd, BOATS, ())) == ["JPN-1", "FJI-1"]
    assert numbers(subjects(crowd, BOATS, {"idn-1", "fji-1"})) == ["FJI-1", "IDN-1"]
    assert subjects(crowd, None, ()) == subjects(crowd, decided(BOATS, Verdict.REJECT), ()) == ()


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (LIKE, Relation.IDENTICAL),
        (INTEND, Relation.COMPLEMENTARY),
        (VESSELS, Relation.CONTRADICTORY),
        (OUT, Relation.CONTRADICTORY),
        (FURTHER, Relation.CONTAINS),
    ],
)
def test_what_another_proposal_is_to_the_chosen_one(council: Dossier, other: Tabled, relation: Relation) -> None:
    (found,) = Crowd(with_table(council, BOATS, other)).compared(BOATS)
    assert found.relation == relation


def test_the_shorter_one_is_contained_in_the_longer(council: Dossier) -> None:
    (found,) = Crowd(with_table(council, BOATS, FURTHER)).compared(FURTHER)
    assert found.relation is Relation.CONTAINED


@pytest.mark.parametrize(
    ("outcome", "verdict", "said"),
    [
        (Outcome.COLLISION, Verdict.ACCEPT, "JPN-1 collides"),
        (Outcome.COLLISION, Verdict.BRACKET, ""),
        (Outcome.COLLISION, Verdict.AS_EDITED, ""),
        (Outcome.DETACHED, Verdict.BRACKET, "JPN-1 has no place"),
        (Outcome.DETACHED, Verdict.REJECT, ""),
        (Outcome.LOOK, Verdict.ACCEPT, ""),
    ],
)
def test_what_can_not_be_decided_says_which_key_does_something(outcome: Outcome, verdict: Verdict, said: str) -> None:
    assert why_not_ruled([doubtful(BOATS, outcome, "Because.")], verdict).startswith(said or "\0" * bool(said))
    assert bool(why_not_ruled([doubtful(BOATS, outcome, "Because.")], verdict)) == bool(said)


def test_proposals_for_different_paragraphs_are_accepted_and_bracketed_together_but_not_edited() -> None:
    elsewhere = proposed("FJI-2", 8, 9, "We thank.")
    assert why_not_ruled([BOATS, elsewhere], Verdict.ACCEPT) == ""
    assert why_not_ruled([BOATS, elsewhere], Verdict.BRACKET) == ""
    assert why_not_ruled([BOATS, elsewhere], Verdict.AS_EDITED) == "JPN-1 and FJI-2 are not about the same paragraph."
    assert why_not_ruled([BOATS, elsewhere._replace(to=2)], Verdict.BRACKET).startswith("FJI-2 moves paragraphs")


def test_only_new_words_for_the_same_paragraph_can_be_made_one(council: Dossier) -> None:
    wide, moved = proposed("FJI-3", 3, 6, "a", "b"), INTEND._replace(to=9)
    crowd = Crowd(with_table(council, BOATS, VESSELS, OUT, wide, moved))
    assert numbers(partners(crowd, BOATS)) == ["VNM-1"]


def test_complementary_wordings_make_one_and_contradictory_ones_stand_in_brackets(council: Dossier) -> None:
    assert made_one(council, [BOATS, INTEND]) == (f"{KEEP} small boats.".replace("agree", "intend"),)
    assert made_one(council, [BOATS, VESSELS]) == (f"{KEEP} small [boats - Japan / vessels - Viet Nam].",)


def test_the_rest_of_a_proposal_is_what_nobody_took(council: Dossier) -> None:
    tabled = decided(changing(BOATS, ("a", "b"), ("c", "d"), ("e", "f")), Verdict.IN_PART, 2)
    assert (rest_of(tabled, (1,)), rest_of(tabled, (1, 3))) == ((3,), ())


def test_what_is_open_again_is_found_by_its_decisions(council: Dossier) -> None:
    before = with_table(council, decided(BOATS, Verdict.REJECT), decided(INTEND, Verdict.REJECT), VESSELS).tabled
    after = with_table(council, decided(BOATS, Verdict.REJECT), INTEND, VESSELS).tabled
    assert list(became_open(before, after)) == ["idn-1"]
    assert list(became_open(after, after)) == []
