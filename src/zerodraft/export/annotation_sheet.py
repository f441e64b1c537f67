"""Comments and proposals with the texts that they were made on, as values: what annotations are written from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number
from zerodraft.export.sheet import Sheet


class Source(NamedTuple):
    """A text of the declaration. `name` tells it from the others: `rev-1`, or its id where it was not issued; `date`
    is the moment of its issue, aware, None where it was not."""

    name: str
    draft: Draft
    numbers: tuple[Number, ...]
    date: datetime | None = None


class Stretch(NamedTuple):
    """Words of a text: `start`–`end` of `Paragraph.text` in paragraph `ordinal`, and the paragraphs up to `last`
    (half-open) if there are several. `(0, 0)` is all of it. `last == ordinal` is the place before that paragraph."""

    source: Source
    ordinal: int
    start: int = 0
    end: int = 0
    last: int = -1


class Speaker(NamedTuple):
    """A delegation: its code, and its name in the language of the page."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Offered:
    """A proposal. `number` is what everybody quotes; `on` the paragraphs that were read, and the same where they stand
    in the text that is laid out; `wording` what takes their place, a line for each paragraph; `kind` is what it does
    ("replace", "move after 7"), `status` a value of the negotiation; `answers` the number of the proposal that it
    amends, "" for none."""

    number: str
    speakers: tuple[Speaker, ...]
    date: datetime
    on: tuple[Stretch, ...]
    wording: tuple[str, ...]
    kind: str
    status: str
    reason: str = ""
    answers: str = ""


@dataclass(frozen=True, slots=True)
class AnnotationSheet:
    """The text with its comments (`sheet.threads`), and the proposals on it. `declaration` is the name of its folder,
    `source` the text that is laid out. `read` tells by a comment's id which words of which text it was made on, if
    that was another text."""

    sheet: Sheet
    declaration: str
    source: Source
    read: Mapping[str, Stretch]
    offered: tuple[Offered, ...] = ()
