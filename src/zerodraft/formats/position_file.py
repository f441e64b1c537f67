"""One position, one file: the body is what was said with it; see `record`."""

import re
from collections.abc import Mapping

from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord


def _lines(position: Position) -> tuple[Mapping[str, str], str]:
    return {
        "From": position.delegation,
        "Date": position.date.isoformat(),
        "Stand": position.stand.value,
        "On": position.on,
        "Proposal": position.proposal,
        "Paragraph": position.paragraph,
        **record.anchored(position.anchor),
    }, position.body


def _made(values: Mapping[str, str], body: str) -> Position:
    position = Position(
        id="",
        delegation=values["From"],
        date=record.date_in(values),
        stand=Stand(values["Stand"]),
        proposal=values.get("Proposal", ""),
        anchor=record.anchor_in(values),
        paragraph=values.get("Paragraph", ""),
        on=values.get("On", ""),
        body=body,
    )
    if position.problem:
        raise BadRecord(0, position.problem)
    return position


POSITION = record.Form(
    "position",
    keys=("From", "Date", "Stand", "On", "Proposal", "Text", "Paragraph", "Ordinal", "Quote", "Before", "After"),
    required=("From", "Date", "Stand"),
    lines=_lines,
    made=_made,
    quoted=record.QUOTED,
    shapes={
        "From": record.A_CODE,
        "Date": record.A_DATE,
        "Stand": (re.compile("|".join(Stand)), f"one of {', '.join(Stand)}"),
        "Proposal": record.A_PROPOSAL,
        "Text": record.A_TEXT,
        "Ordinal": record.A_COUNT,
    },
)
