"""Where a proposal stands follows from what was decided and said, in whatever order it is read."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.delegation import Delegation, Delegations, Group
from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.core.negotiation.review import Status, Voice, dissenting, latest, standing_of, voices

BEGAN = datetime(2021, 11, 3, 9, 0, tzinfo=UTC)
KNOWN = Delegations(
    tuple(Delegation(code, (("en", code.title()),)) for code in ("JPN", "IDN", "SGP", "VNM")),
    (Group("ASEAN", "ASEAN", ("IDN", "SGP", "VNM")), Group("G77", "G77")),
)


def decided(verdict: Verdict, hour: int, *changes: int, on: str = "aus-11c0") -> Decision:
    return Decision(f"sec-{hour:04}", "SEC", BEGAN + timedelta(hours=hour), verdict, (on,), changes)


def said(code: str, stand: Stand, hour: int, proposal: str = "aus-11c0") -> Position:
    return Position(f"{code.lower()}-{hour:04}", code, BEGAN + timedelta(hours=hour), stand, proposal)


def test_a_proposal_on_which_nothing_was_decided_is_open() -> None:
    assert standing_of("aus-11c0", [decided(Verdict.REJECT, 1, on="jpn-0f31")]).status is Status.OPEN


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict.is_on_proposals])
def test_every_verdict_on_a_proposal_gives_a_status(verdict: Verdict) -> None:
    standing = standing_of("aus-11c0", [decided(verdict, 1)])
    assert standing.status is not Status.OPEN
    assert standing.status.is_open == (verdict is Verdict.IN_PART)


def test_what_is_accepted_in_part_adds_up_and_the_rest_stays_open() -> None:
    standing = standing_of("aus-11c0", [decided(Verdict.IN_PART, 2, 4), decided(Verdict.IN_PART, 1, 1, 3)])
    assert (standing.status, standing.changes) == (Status.IN_PART, (1, 3, 4))
    assert standing.status.is_open


@given(st.permutations([decided(Verdict.IN_PART, 1, 2), decided(Verdict.BRACKET, 2), decided(Verdict.WITHDRAW, 3)]))
def test_the_last_decision_holds_in_whatever_order_they_are_read(decisions: list[Decision]) -> None:
    standing = standing_of("aus-11c0", decisions)
    assert standing.status is Status.WITHDRAWN
    assert [each.verdict for each in standing.decisions] == [Verdict.IN_PART, Verdict.BRACKET, Verdict.WITHDRAW]


def test_the_last_position_of_a_delegation_on_one_thing_holds() -> None:
    first, other, last = (
        said("JPN", Stand.SUPPORT, 1),
        said("JPN", Stand.DELETE, 2, "fji-0a1b"),
        said("JPN", Stand.RESERVE, 3),
    )
    assert latest([last, first, other]) == (other, last)
    on_words = replace(first, proposal="", anchor=Anchor("0" * 40, 3))
    assert latest([on_words, last]) == (on_words, last)


def test_a_group_speaks_for_its_members_and_one_of_them_may_differ() -> None:
    heard = voices(
        [said("VNM", Stand.RESERVE, 1), said("ASEAN", Stand.SUPPORT, 2), said("JPN", Stand.DELETE, 3)], KNOWN
    )
    assert heard == (
        Voice("IDN", Stand.SUPPORT, "ASEAN"),
        Voice("JPN", Stand.DELETE, "JPN"),
        Voice("SGP", Stand.SUPPORT, "ASEAN"),
        Voice("VNM", Stand.RESERVE, "VNM"),
    )
    assert dissenting(heard, KNOWN, "ASEAN") == (Voice("VNM", Stand.RESERVE, "VNM"),)


def test_a_member_that_says_the_same_as_its_group_does_not_differ() -> None:
    heard = voices([said("ASEAN", Stand.SUPPORT, 1), said("SGP", Stand.SUPPORT, 2)], KNOWN)
    assert dissenting(heard, KNOWN, "ASEAN") == ()


def test_a_group_whose_members_are_not_known_stands_for_itself() -> None:
    assert voices([said("G77", Stand.DELETE, 1)], KNOWN) == (Voice("G77", Stand.DELETE, "G77"),)
