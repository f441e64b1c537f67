"""One decision, one file: the body is why; see `record`."""

import re
from collections.abc import Mapping

from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord


def _lines(decision: Decision) -> tuple[Mapping[str, str], str]:
    return {
        "By": decision.decided_by,
        "Date": decision.date.isoformat(),
        "Verdict": decision.verdict.value,
        "Proposals": ", ".join(decision.proposals),
        "Changes": ", ".join(map(str, decision.changes)),
        "Instead": decision.instead,
        "With": ", ".join(decision.delegations),
        "Paragraph": decision.paragraph,
        **record.anchored(decision.anchor),
    }, decision.body


def _made(values: Mapping[str, str], body: str) -> Decision:
    decision = Decision(
        id="",
        decided_by=values["By"],
        date=record.date_in(values),
        verdict=Verdict(values["Verdict"]),
        proposals=tuple(values["Proposals"].split(", ")) if "Proposals" in values else (),
        changes=tuple(map(int, values["Changes"].split(", "))) if "Changes" in values else (),
        anchor=record.anchor_in(values),
        paragraph=values.get("Paragraph", ""),
        body=body,
        instead=values.get("Instead", ""),
        delegations=tuple(values["With"].split(", ")) if "With" in values else (),
    )
    if decision.problem:
        raise BadRecord(0, decision.problem)
    return decision


DECISION = record.Form(
    "decision",
    keys=(
        *("By", "Date", "Verdict", "Proposals", "Changes", "Instead", "With"),
        *("Text", "Paragraph"),
        *("Ordinal", "Quote", "Before", "After"),
    ),
    required=("By", "Date", "Verdict"),
    lines=_lines,
    made=_made,
    quoted=record.QUOTED,
    shapes={
        "By": record.A_CODE,
        "Date": record.A_DATE,
        "Verdict": (re.compile("|".join(Verdict)), f"one of {', '.join(Verdict)}"),
        "Proposals": (re.compile(rf"{record.ID}(?:, {record.ID})*"), "names of proposals, such as aus-11c0"),
        "Changes": (re.compile(r"[1-9][0-9]{0,3}(?:, [1-9][0-9]{0,3})*"), "numbers of changes, such as 1, 3"),
        "Instead": record.A_PROPOSAL,
        "With": record.CODES,
        "Text": record.A_TEXT,
        "Ordinal": record.A_COUNT,
    },
)
