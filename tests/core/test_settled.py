"""What became of a proposal in brackets follows from the words that stand there when its bracket is settled."""

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
)

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.review import Status
from zerodraft.core.negotiation.tabling import table

BRACKETED = decided(Verdict.BRACKET)
MUST = SHARE.replace("may", "shall")
SHALL = proposal(1, 2, MUST)
BOTH = proposal(1, 2, MUST.replace("crises", "peace"))
OUT = proposal(3, 4)
NEW = proposal(4, 4, FUND)


def _with(place: int, *words: str) -> tuple[str, ...]:
    """The text with these words in place of one paragraph; at its end another one is put in."""
    return (*READ[:place], *words, *READ[place + 1 :])


def _status(one: Proposal, *now: str) -> Status:
    return on_table([one], now, BRACKETED)[one.id].standing.status


@pytest.mark.parametrize(
    ("one", "now", "status"),
    [
        (SHALL, _with(1, SHARE.replace("may", "[may / shall - Australia]")), Status.BRACKETED),
        (SHALL, _with(1, f"[{SHARE} / {MUST} - Australia]"), Status.BRACKETED),
        (SHALL, _with(1, MUST), Status.ACCEPTED),
        (SHALL, READ, Status.REJECTED),
        (SHALL, _with(1, SHARE.replace("may", "should")), Status.OVERTAKEN),
        (SHALL, (WELCOME, REPORT, NETWORK), Status.OVERTAKEN),
        (BOTH, _with(1, MUST.replace("crises", "[crises / peace - Australia]")), Status.BRACKETED),
        (BOTH, _with(1, MUST), Status.OVERTAKEN),
        (BOTH, READ, Status.REJECTED),
        (OUT, _with(3, f"[{NETWORK} - Australia delete]"), Status.BRACKETED),
        (OUT, READ[:3], Status.ACCEPTED),
        (OUT, READ, Status.REJECTED),
        (OUT, _with(3, NETWORK.replace("regional", "national")), Status.OVERTAKEN),
        (NEW, _with(4, f"[{FUND} - Australia]"), Status.BRACKETED),
        (NEW, _with(4, f"[We say nothing here. - Fiji / {FUND} - Australia]"), Status.BRACKETED),
        (NEW, _with(4, FUND), Status.ACCEPTED),
        (NEW, READ, Status.REJECTED),
        (NEW, _with(4, "We say nothing here."), Status.REJECTED),
    ],
)
def test_the_words_that_stand_tell_what_became_of_it(one: Proposal, now: tuple[str, ...], status: Status) -> None:
    assert _status(one, *now) is status


def test_a_bracket_that_stood_there_before_keeps_nothing_open() -> None:
    read = _with(1, SHARE.replace("Each", "[Each / No]"))
    one = proposal(1, 2, read[1].replace("may", "shall"))
    texts = (one.amendment.wording[0], read[1], read[1].replace("may", "[may / shall - Australia]"))
    tables = [table([one], [BRACKETED], lineage(read, _with(1, now))) for now in texts]
    found = [each[one.id].standing.status for each in tables]
    assert found == [Status.ACCEPTED, Status.REJECTED, Status.BRACKETED]


def test_settled_is_told_from_decided() -> None:
    settled = on_table([SHALL], READ, BRACKETED)[SHALL.id].standing
    waiting = on_table([SHALL], _with(1, f"[{SHARE} / {MUST}]"), BRACKETED)[SHALL.id].standing
    refused = on_table([SHALL], READ, BRACKETED, decided(Verdict.REJECT, hour=2))[SHALL.id].standing
    assert [each.is_settled for each in (settled, waiting, refused)] == [True, False, False]


def test_what_amends_a_proposal_whose_bracket_was_settled_against_it_has_no_place() -> None:
    amending = answering(SHALL, MUST.replace("crises", "peace"))
    found = on_table([SHALL, amending], READ, BRACKETED)[amending.id]
    assert (found.outcome, found.reason) == (Outcome.DETACHED, "AUS-1, which it amends, was rejected.")
