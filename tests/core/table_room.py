"""A room in which proposals are put on the table: short texts, delegations, and what they propose."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from zerodraft.core.comparison.lineage import Lineage, Version, trace
from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.negotiation.tabling import table
from zerodraft.core.text.parse import read_draft

BEGAN = datetime(2021, 11, 3, 9, 0, tzinfo=UTC)

WELCOME = "We welcome the Conference held in Bali. We thank the hosts."
SHARE = "Each delegation may share its experience of data management in crises."
REPORT = "The secretariat shall report on progress to all. It shall publish the report in each language."
NETWORK = "A regional network of diplomats exchanges good practice on disinformation."
FUND = "Members may contribute to the fund, as their means allow."
READ = (WELCOME, SHARE, REPORT, NETWORK)


def lineage(*texts: tuple[str, ...]) -> Lineage:
    """Texts of unnumbered paragraphs, called t0, t1 …, the oldest first."""
    return trace([Version(f"t{number}", read_draft("\n\n".join(text))) for number, text in enumerate(texts)])


def proposal(
    first: int, last: int, *wording: str, to: int | None = None, on: str = "t0", name: str = "aus-11c0"
) -> Proposal:
    code = name.partition("-")[0].upper()
    return Proposal(name, f"{code}-1", (code,), BEGAN, Amendment(on, first, last, wording, to))


def answering(parent: Proposal, *wording: str, name: str = "jpn-0f31") -> Proposal:
    amendment = parent.amendment
    said = proposal(amendment.first, amendment.last, *wording, on=amendment.text_id, name=name)
    return replace(said, answers=parent.id)


def decided(verdict: Verdict, *changes: int, on: str = "aus-11c0", hour: int = 1) -> Decision:
    return Decision(f"sec-{hour:04}", "SEC", BEGAN + timedelta(hours=hour), verdict, (on,), changes)


def tabled(one: Proposal, now: tuple[str, ...], *decisions: Decision) -> Tabled:
    """One proposal on a text, after the one that was read."""
    return on_table([one], now, *decisions)[one.id]


def on_table(proposals: list[Proposal], now: tuple[str, ...], *decisions: Decision) -> Mapping[str, Tabled]:
    return table(proposals, decisions, lineage(READ, now))
