"""What a delegation says about a text."""

from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.comparison.anchor import Anchor


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on a passage; it changes no words.

    `id` is the name people use, for example `jpn-7f3a`: the delegation's code and the first
    digits of a digest. `delegation` is a code of the closed list (`SEC` for the secretariat).
    `on` is the version that was read (`zero-draft`), "" for the working text; `paragraph` its
    number as it was cited there. `occasion` is free: a theme, a panel, written input.
    `reply_to` is the id of the comment that this one answers, "" for none; `resolves` says that
    with this reply the matter is settled. `date` is aware.
    """

    id: str
    delegation: str
    date: datetime
    anchor: Anchor
    paragraph: str
    body: str
    on: str = ""
    occasion: str = ""
    reply_to: str = ""
    resolves: bool = False
