"""A document as Home knows it."""

from datetime import datetime
from typing import NamedTuple


class Document(NamedTuple):
    """`answered` are names of delegations with their number of comments, `silent` the names of participants without.

    `problem` says why it can't be opened, and `hint` how to mend it; both are "" where it can.
    """

    slug: str
    title: str
    kind: str = ""
    version: str = ""
    stage: str = ""
    unsaved: bool = False
    comments: int = 0
    open_comments: int = 0
    last_act: datetime | None = None
    answered: tuple[tuple[str, int], ...] = ()
    silent: tuple[str, ...] = ()
    problem: str = ""
    hint: str = ""
