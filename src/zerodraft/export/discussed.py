"""What delegations said about the words of a text, as it is laid beside them."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple


class Said(NamedTuple):
    """A comment or a reply. `id` is its name in the record (`jpn-7f3a`), `code` the delegation's, `name` the
    delegation's name in the language of the labels, `date` aware."""

    id: str
    code: str
    name: str
    date: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Discussed:
    """A comment with its replies, and where its words stand in the text that is laid out.

    `ordinal` is the paragraph, None where none of the words stands any more; `start`–`end` is a stretch of
    `Paragraph.text`, `(0, 0)` for the whole paragraph. `quote` are the words as they were read, "" for the whole
    paragraph, `read_on` the designation of the text that was read, `cited_then` the paragraph's number there, `cited`
    its number here, "" without a place, `area` the heading of its focus area. `status` is a value of
    `core.negotiation.thread.State`.
    """

    said: tuple[Said, ...]
    ordinal: int | None
    start: int
    end: int
    quote: str
    read_on: str
    cited_then: str
    cited: str
    area: str
    status: str
    is_resolved: bool

    @property
    def root(self) -> Said:
        return self.said[0]

    @property
    def replies(self) -> tuple[Said, ...]:
        return self.said[1:]
