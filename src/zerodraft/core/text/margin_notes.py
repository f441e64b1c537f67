"""What a redline of ours in CriticMarkup says beside the words: who made the marks and when, and what nobody says.

CriticMarkup knows comments and no authors. `{>>Norlandia: 2026-11-05T09:30:00Z<<}` stands behind all marks that are
Norlandia's; a comment that begins `zerodraft:` tells of the redline.
"""

import re
from datetime import UTC, datetime
from typing import NamedTuple

_PROGRAM = "zerodraft: "
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_SIGNATURE = re.compile(r"(.{1,200}): (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)")


class Signature(NamedTuple):
    """Who made some marks, and when (aware, to the second)."""

    name: str
    date: datetime


def own_note(words: str) -> str:
    """A comment that nobody made."""
    return _PROGRAM + words


def is_own_note(comment: str) -> bool:
    return comment.startswith(_PROGRAM)


def signature_note(name: str, date: datetime) -> str:
    """The comment behind the marks. `date` is aware."""
    return f"{name}: {date.astimezone(UTC).strftime(_MOMENT)}"


def read_signature(comment: str) -> Signature | None:
    """Whose marks stand before a comment; None for one that somebody made."""
    found = _SIGNATURE.fullmatch(comment)
    if not found:
        return None
    try:
        return Signature(found[1], datetime.strptime(found[2], _MOMENT).replace(tzinfo=UTC))
    except ValueError:
        return None
