"""A document as Home knows it."""

from datetime import datetime
from typing import NamedTuple


class Heard(NamedTuple):
    """A delegation with its comments: since the last version was issued, and in all."""

    code: str
    name: str
    this_round: int
    in_all: int


class Document(NamedTuple):
    """`heard` are the delegations that said something, `silent` the names of those who take part and said nothing.

    `problem` says why it can't be opened and how that is mended, "" where it can be.
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
    heard: tuple[Heard, ...] = ()
    silent: tuple[str, ...] = ()
    problem: str = ""
    is_recorded_as_adopted: bool = False

    @property
    def is_adopted(self) -> bool:
        """Whether the adoption is recorded; or the last version is the adopted one, as its designation or its stage
        says."""
        return self.is_recorded_as_adopted or "adopted" in f"{self.version} {self.stage}".casefold()
