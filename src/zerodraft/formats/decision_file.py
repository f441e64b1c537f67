"""One decision, one file: the body is why; see `record`."""

import re
from collections.abc import Collection
from dataclasses import replace

from zerodraft.core.negotiation.decision import Decision, Verdict
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord

_FORM = record.Form(
    "decision",
    keys=(
        *("By", "Date", "Verdict", "Proposals", "Changes", "Text", "Paragraph"),
        *("Ordinal", "Quote", "Before", "After"),
    ),
    required=("By", "Date", "Verdict"),
    quoted=frozenset({"Quote", "Before", "After"}),
    shapes={
        "By": record.A_CODE,
        "Date": record.A_DATE,
        "Verdict": (re.compile("|".join(Verdict)), f"one of {', '.join(Verdict)}"),
        "Proposals": (re.compile(rf"{record.ID}(?:, {record.ID})*"), "names of proposals, such as aus-11c0"),
        "Changes": (re.compile(r"[1-9][0-9]{0,3}(?:, [1-9][0-9]{0,3})*"), "numbers of changes, such as 1, 3"),
        "Text": record.A_TEXT,
        "Ordinal": record.A_COUNT,
    },
)


def dump_decision(decision: Decision) -> str:
    """The text of a decision's file. Law: `parse_decision(dump_decision(decision), decision.id) == decision`."""
    values = {
        "By": decision.decided_by,
        "Date": decision.date.isoformat(),
        "Verdict": decision.verdict.value,
        "Proposals": ", ".join(decision.proposals),
        "Changes": ", ".join(map(str, decision.changes)),
        "Paragraph": decision.paragraph,
        **record.anchored(decision.anchor),
    }
    text = record.written(_FORM, values, decision.body)
    if _read(text) != replace(decision, id="", date=record.as_written(decision.date)):
        raise BadRecord(0, "The decision can't be written so that it reads the same again.")
    return text


def parse_decision(text: str, id: str) -> Decision:  # noqa: A002
    """The decision in a file's text; `id` is from the file's name. Raises `BadRecord` with the first wrong line."""
    decision = _read(text)
    record.check_code(id, decision.decided_by)
    return replace(decision, id=id)


def _read(text: str) -> Decision:
    values, body = record.read(_FORM, text)
    decision = Decision(
        id="",
        decided_by=values["By"],
        date=record.date_in(values["Date"], line=2),
        verdict=Verdict(values["Verdict"]),
        proposals=tuple(values["Proposals"].split(", ")) if "Proposals" in values else (),
        changes=tuple(map(int, values["Changes"].split(", "))) if "Changes" in values else (),
        anchor=record.anchor_in(values),
        paragraph=values.get("Paragraph", ""),
        body=body,
    )
    if decision.problem:
        raise BadRecord(0, decision.problem)
    return decision


def with_id(decision: Decision, taken: Collection[str]) -> Decision:
    """The decision under a new id that is not `taken`."""
    return replace(decision, id=record.free_id(dump_decision(decision), decision.decided_by, taken, "decision"))
