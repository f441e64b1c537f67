"""What a proposal does and where, in words."""

import pytest
from tests.desk.council import saved

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.proposal_words import names, place_told, what_it_does
from zerodraft.desk.proposing import Offer


def proposed(desk: Desk, offer: Offer) -> Dossier:
    desk.propose(desk.open("note"), offer)
    return desk.open("note")


@pytest.mark.parametrize(
    ("offer", "told", "place"),
    [
        (Offer(("JPN",), "1", "We agree."), "new wording for paragraph 1", "Paragraph 1"),
        (Offer(("JPN",), "PP1", "*Recalling* all,"), "new wording for PP1", "PP1"),
        (Offer(("JPN",), "2", "We add.", is_insertion=True), "a new paragraph after paragraph 2", "After paragraph 2"),
        (Offer(("JPN",), "2(b)", "in two;", is_insertion=True), "a new paragraph after paragraph 2(b)", None),
        (Offer(("JPN",), "2"), "to delete paragraph 2", "Paragraph 2"),
        (Offer(("JPN",), "1", until="2"), "to delete paragraphs 1 to 2", "Paragraphs 1 to 2"),
        (Offer(("JPN",), "3", "We meet and agree.", until="4"), "to join paragraphs 3 to 4", "Paragraphs 3 to 4"),
        (Offer(("JPN",), "1", after="2"), "to move paragraph 1 after paragraph 2", "Paragraph 1"),
        (Offer(("JPN",), "3", after="1"), "to move paragraph 3 after paragraph 1", "Paragraph 3"),
    ],
)
def test_what_a_proposal_does_is_told_by_the_numbers_of_today(
    desk: Desk, offer: Offer, told: str, place: str | None
) -> None:
    dossier = proposed(desk, offer)
    (tabled,) = dossier.tabled.values()
    assert what_it_does(dossier, tabled) == told
    assert place is None or place_told(dossier, [tabled]) == place


def test_a_number_that_is_another_one_today_is_told_beside_the_one_that_was_read(desk: Desk) -> None:
    proposed(desk, Offer(("JPN",), "3", "We meet in the spring."))
    saved(desk, "We agree to keep", "We welcome all.\n\nWe agree to keep")
    dossier = desk.open("note")
    (tabled,) = dossier.tabled.values()
    assert what_it_does(dossier, tabled) == "new wording for paragraph 3, now 4"
    moved = tabled._replace(to=0)
    assert what_it_does(dossier, moved).endswith(" to the beginning")


def test_all_who_propose_are_named(desk: Desk) -> None:
    for others, told in (
        ((), "Japan"),
        (("FJI",), "Japan, with Fiji"),
        (("FJI", "VNM"), "Japan, with Fiji and Viet Nam"),
    ):
        dossier = proposed(desk, Offer(("JPN", *others), "1", "We agree."))
        assert names(dossier, [*dossier.tabled.values()][-1]) == told
