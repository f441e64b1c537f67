"""One position, one file: the body is what was said with it; see `record`."""

import re
from collections.abc import Collection
from dataclasses import replace

from zerodraft.core.negotiation.position import Position, Stand
from zerodraft.formats import record
from zerodraft.formats.record import BadRecord

_FORM = record.Form(
    "position",
    keys=("From", "Date", "Stand", "On", "Proposal", "Text", "Paragraph", "Ordinal", "Quote", "Before", "After"),
    required=("From", "Date", "Stand"),
    quoted=frozenset({"Quote", "Before", "After"}),
    shapes={
        "From": record.A_CODE,
        "Date": record.A_DATE,
        "Stand": (re.compile("|".join(Stand)), f"one of {', '.join(Stand)}"),
        "Proposal": record.A_PROPOSAL,
        "Text": record.A_TEXT,
        "Ordinal": record.A_COUNT,
    },
)


def dump_position(position: Position) -> str:
    """The text of a position's file. Law: `parse_position(dump_position(position), position.id) == position`."""
    values = {
        "From": position.delegation,
        "Date": position.date.isoformat(),
        "Stand": position.stand.value,
        "On": position.on,
        "Proposal": position.proposal,
        "Paragraph": position.paragraph,
        **record.anchored(position.anchor),
    }
    text = record.written(_FORM, values, position.body)
    if _read(text) != replace(position, id="", date=record.as_written(position.date)):
        raise BadRecord(0, "The position can't be written so that it reads the same again.")
    return text


def parse_position(text: str, id: str) -> Position:  # noqa: A002
    """The position in a file's text; `id` is from the file's name. Raises `BadRecord` with the first wrong line."""
    position = _read(text)
    record.check_code(id, position.delegation)
    return replace(position, id=id)


def _read(text: str) -> Position:
    values, body = record.read(_FORM, text)
    position = Position(
        id="",
        delegation=values["From"],
        date=record.date_in(values["Date"], line=2),
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


def with_id(position: Position, taken: Collection[str]) -> Position:
    """The position under a new id that is not `taken`."""
    return replace(position, id=record.free_id(dump_position(position), position.delegation, taken, "position"))
