"""Proposals for programs."""

from zerodraft.cli.voice import Json
from zerodraft.core.negotiation.decision import Decision
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.proposal_words import cite_now
from zerodraft.desk.queue import area_of
from zerodraft.desk.standpoints import all_voices


def proposal_json(dossier: Dossier, tabled: Tabled) -> Json:
    """A proposal as it was made, where it stands today, who stands where, and what was decided."""
    proposal, amendment = tabled.proposal, tabled.proposal.amendment
    above = dossier.tabled.get(proposal.answers)
    return {
        "number": proposal.number,
        "id": proposal.id,
        "delegations": list(proposal.delegations),
        "names": [dossier.name_of(code) for code in proposal.delegations],
        "date": proposal.date.isoformat(),
        "occasion": proposal.occasion,
        "reason": proposal.reason,
        "on": proposal.on or None,
        "paragraph": proposal.paragraph,
        "kind": amendment.kind.value,
        "wording": list(amendment.wording),
        "answers": above.proposal.number if above else None,
        "source": proposal.source or None,
        "state": tabled.standing.status.value,
        "outcome": tabled.outcome.value,
        "outcome_reason": tabled.reason or None,
        "paragraph_now": cite_now(dossier, tabled) or None,
        "focus_area": area_of(dossier, tabled),
        "words_now": [each.text for each in dossier.draft.paragraphs[tabled.first : tabled.last]]
        if tabled.first >= 0
        else None,
        "words_proposed": list(tabled.wording) if tabled.first >= 0 else None,
        "changes": [{**each._asdict(), "accepted": each.number in tabled.standing.changes} for each in tabled.changes],
        "amended_by": [
            each.proposal.number for each in dossier.tabled.values() if each.proposal.answers == proposal.id
        ],
        "positions": [
            {"id": each.id, "delegation": each.delegation, "stand": each.stand.value, "body": each.body}
            | {"date": each.date.isoformat()}
            for each in dossier.positions_on(proposal.id)
        ],
        "voices": [each._asdict() for each in all_voices(dossier, tabled)],
        "decisions": [_decision(dossier, each) for each in tabled.standing.decisions],
    }


def _decision(dossier: Dossier, decision: Decision) -> Json:
    instead = dossier.tabled.get(decision.instead)
    return {
        "id": decision.id,
        "verdict": decision.verdict.value,
        "decided_by": decision.decided_by,
        "date": decision.date.isoformat(),
        "changes": list(decision.changes),
        "instead": instead.proposal.number if instead else None,
        "why": decision.body,
    }
