"""One proposal, one file: the body is the proposed wording, its paragraphs an empty line apart; see `record`."""

import re
from collections.abc import Mapping

from zerodraft.core.negotiation.proposal import Amendment, Proposal
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord

_CODES = r"[A-Z][A-Z0-9]{1,11}"
_BETWEEN = "\n\n"


def _lines(proposal: Proposal) -> tuple[Mapping[str, str], str]:
    amendment = proposal.amendment
    return {
        "From": proposal.delegation,
        "With": ", ".join(proposal.delegations[1:]),
        "Number": proposal.number,
        "Date": proposal.date.isoformat(),
        "Occasion": proposal.occasion,
        "On": proposal.on,
        "Text": amendment.text_id,
        "Paragraph": proposal.paragraph,
        "First": str(amendment.first),
        "Last": str(amendment.last),
        "To": "" if amendment.to is None else str(amendment.to),
        "Answers": proposal.answers,
        "Source": proposal.source,
        "Reason": proposal.reason,
    }, _BETWEEN.join(amendment.wording)


def _made(values: Mapping[str, str], body: str) -> Proposal:
    amendment = Amendment(
        values["Text"],
        int(values["First"]),
        int(values["Last"]),
        tuple(body.split(_BETWEEN)) if body else (),
        int(values["To"]) if "To" in values else None,
    )
    if amendment.problem:
        raise BadRecord(0, amendment.problem)
    if not values["Number"].startswith(f"{values['From']}-"):
        raise BadRecord(0, f"{values['Number']} is no number of a proposal of {values['From']}.")
    return Proposal(
        id="",
        number=values["Number"],
        delegations=_delegations(values),
        date=record.date_in(values),
        amendment=amendment,
        paragraph=values.get("Paragraph", ""),
        on=values.get("On", ""),
        reason=values.get("Reason", ""),
        occasion=values.get("Occasion", ""),
        answers=values.get("Answers", ""),
        source=values.get("Source", ""),
    )


def _delegations(values: Mapping[str, str]) -> tuple[str, ...]:
    named = (values["From"], *(values["With"].split(", ") if "With" in values else ()))
    if len({*named}) < len(named):
        raise BadRecord(2, "A delegation proposes once.")
    return named


PROPOSAL = record.Form(
    "proposal",
    keys=(
        *("From", "With", "Number", "Date", "Occasion", "On", "Text", "Paragraph"),
        *("First", "Last", "To", "Answers", "Source", "Reason"),
    ),
    required=("From", "Number", "Date", "Text", "First", "Last"),
    lines=_lines,
    made=_made,
    quoted=frozenset({"Reason"}),
    shapes={
        "From": record.A_CODE,
        "With": record.CODES,
        "Number": (re.compile(rf"{_CODES}-[1-9][0-9]{{0,5}}"), "the number of a proposal, such as AUS-3"),
        "Date": record.A_DATE,
        "Text": record.A_TEXT,
        "First": record.A_COUNT,
        "Last": record.A_COUNT,
        "To": record.A_COUNT,
        "Answers": record.A_PROPOSAL,
        "Source": record.A_DIGEST,
    },
)
