"""The scenes of a sample's story: one act each, as `story.toml` tells it."""

from dataclasses import dataclass
from datetime import datetime

from zerodraft.core.negotiation.adoption import Manner
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.position import Stand


@dataclass(frozen=True, slots=True)
class Issuing:
    date: datetime
    designation: str
    stage: str


@dataclass(frozen=True, slots=True)
class Commenting:
    """`key` is the name by which a reply or an edit refers to this comment, "" where none does."""

    date: datetime
    delegation: str
    on: str
    paragraph: str
    quote: str
    occasion: str
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class Replying:
    date: datetime
    delegation: str
    to: str
    text: str
    resolves: bool


@dataclass(frozen=True, slots=True)
class Editing:
    """`changes` are (what stands exactly once in the text, what stands there afterwards), one after the other."""

    date: datetime
    delegation: str
    answers: str
    summary: str
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Proposing:
    """`delegations` are those of `from` and `with`. The wording is `words`, or the paragraph as it was read with the
    `changes`; without both it is deleted. `until`, `after`, `is_insertion` and `answers` are those of an offer."""

    date: datetime
    delegations: tuple[str, ...]
    on: str
    paragraph: str
    words: str
    changes: tuple[tuple[str, str], ...]
    until: str
    after: str
    is_insertion: bool
    reason: str
    occasion: str
    answers: str


@dataclass(frozen=True, slots=True)
class Speaking:
    """A position: on a `proposal` by its number, or on a `paragraph` of the text `on`."""

    date: datetime
    delegation: str
    stand: Stand
    proposal: str
    paragraph: str
    quote: str
    on: str
    text: str


@dataclass(frozen=True, slots=True)
class Deciding:
    """`proposals` are numbers, which the program gives as it did when the story was written."""

    date: datetime
    verdict: Verdict
    proposals: tuple[str, ...]
    changes: tuple[int, ...]
    words: str
    why: str
    instead: str


@dataclass(frozen=True, slots=True)
class Closing:
    """Paragraphs agreed ad referendum, or reopened (`opens`)."""

    date: datetime
    paragraphs: tuple[str, ...]
    by: tuple[str, ...]
    why: str
    opens: bool


@dataclass(frozen=True, slots=True)
class Adopting:
    """The adoption; where and when is what the declaration and the act say."""

    date: datetime
    manner: Manner


Scene = Adopting | Issuing | Commenting | Replying | Editing | Proposing | Speaking | Deciding | Closing
