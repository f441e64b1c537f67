"""Proposals on the table: each computed from its original against the text of today."""

from collections.abc import Iterable, Mapping

from zerodraft.core.comparison.lineage import Lineage
from zerodraft.core.comparison.rebase import Outcome, rebase
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.proposal import Proposal
from zerodraft.core.negotiation.review import Standing, standing_of
from zerodraft.core.negotiation.tabled import Tabled


def table(
    proposals: Iterable[Proposal], decisions: Iterable[Decision], lineage: Lineage, memory: object = None
) -> Mapping[str, Tabled]:
    """By id, in the order of their numbers."""
    known = tuple(decisions)
    return {each.id: _tabled(each, standing_of(each.id, known), lineage) for each in sorted(proposals, key=_order)}


def _order(proposal: Proposal) -> tuple[str, int]:
    code, _, number = proposal.number.rpartition("-")
    return code, int(number)


def _tabled(proposal: Proposal, standing: Standing, lineage: Lineage) -> Tabled:
    amendment = proposal.amendment
    numbers = {version.text_id: number for number, version in enumerate(lineage.versions)}
    birth = numbers[amendment.text_id]
    today = {identity: ordinal for ordinal, identity in enumerate(lineage.identities[-1])}
    ids = lineage.identities[birth][amendment.first : amendment.last]
    if not ids or any(each not in today for each in ids):
        return Tabled(proposal, standing, Outcome.DETACHED, "Not placed yet.", -1, -1, (), None, ())
    first, last = today[ids[0]], today[ids[-1]] + 1
    if len(ids) != 1 or len(amendment.wording) != 1:
        return Tabled(proposal, standing, Outcome.LOOK, "Look.", first, last, amendment.wording, amendment.to, ())
    base = lineage.versions[birth].draft.paragraphs[amendment.first].text
    found = rebase(base, lineage.versions[-1].draft.paragraphs[first].text, amendment.wording[0])
    return Tabled(proposal, standing, found.outcome, found.reason, first, last, (found.words,), None, ())
