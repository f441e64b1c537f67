"""Proposals made by hand for the harbour note: ¶ 1 is paragraph 3 of its text, 2(a) 5, ¶ 3 paragraph 8."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.review import standing_of
from zerodraft.core.negotiation.tabled import Change, Tabled
from zerodraft.desk.dossier import Dossier

DAY = datetime(2021, 11, 3, 9, 0, tzinfo=UTC)
STANDS = "We agree to keep [all - Japan; Fiji delete] ports open to small ships."


def proposed(number: str, first: int, last: int, *wording: str, on: str = "rev-1") -> Tabled:
    """Open and clean; its id is the number in small letters."""
    amendment = Amendment("0" * 40, first, last, wording)
    code = number.partition("-")[0]
    made = Proposal(number.lower(), number, (code,), DAY, amendment, "1", on)
    return Tabled(made, standing_of(made.id, ()), Outcome.CLEAN, "", first, last, wording, None, ())


def changing(tabled: Tabled, *changes: tuple[str, str]) -> Tabled:
    return tabled._replace(changes=tuple(Change(number, *each) for number, each in enumerate(changes, start=1)))


def doubtful(tabled: Tabled, outcome: Outcome, reason: str) -> Tabled:
    place = (-1, -1) if outcome is Outcome.DETACHED else (tabled.first, tabled.last)
    return tabled._replace(outcome=outcome, reason=reason, first=place[0], last=place[1])


def decided(tabled: Tabled, verdict: Verdict, *changes: int, why: str = "") -> Tabled:
    id_ = tabled.proposal.id
    decision = Decision(f"sec-{id_}", "SEC", DAY + timedelta(days=1), verdict, (id_,), changes, body=why)
    return tabled._replace(standing=standing_of(id_, (decision,)))


def with_table(dossier: Dossier, *tabled: Tabled) -> Dossier:
    """The dossier with these on the table and no others."""
    return replace(dossier, tabled={each.proposal.id: each for each in tabled})
