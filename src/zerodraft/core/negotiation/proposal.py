"""New wording that a delegation proposes for a passage of one text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """What an amendment does, as it is told."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"
    MOVE = "move"
    SPLIT = "split"
    JOIN = "join"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What becomes of some paragraphs of the text that was read; it never changes, whatever becomes of the text.

    `text_id` names that text (git's blob id). `first` and `last` are ordinals of its paragraphs, half-open; the same
    twice is the place before a paragraph. `wording` are the proposed paragraphs, each one line as it stands in the
    source, without a typed number; none deletes. `to` is the ordinal before which moved paragraphs go.
    """

    text_id: str
    first: int
    last: int
    wording: tuple[str, ...] = ()
    to: int | None = None

    @property
    def kind(self) -> Kind:
        taken = self.last - self.first
        if self.to is not None:
            return Kind.MOVE
        if not taken:
            return Kind.INSERT
        if not self.wording:
            return Kind.DELETE
        if taken == 1 < len(self.wording):
            return Kind.SPLIT
        return Kind.JOIN if len(self.wording) == 1 < taken else Kind.REPLACE

    @property
    def problem(self) -> str:
        """Why it can't be an amendment, in a sentence; "" when it can."""
        if self.first > self.last:
            return "It ends before it begins."
        if self.first == self.last and (not self.wording or self.to is not None):
            return "It changes nothing."
        if self.to is not None and self.first <= self.to <= self.last:
            return "It moves paragraphs to where they stand."
        if any(words != " ".join(words.split()) or not words for words in self.wording):
            return "Each paragraph of the wording is one line with single spaces."
        return ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An amendment in the name of its delegations: `delegations` are codes, the first one's words, with the others.

    `id` is the file's name (`aus-11c0`); `number` (`AUS-3`) is what everybody quotes, never used twice in one
    document. `paragraph` is the number as it was cited in the text that was read: of the first paragraph, or of the
    one after which words are inserted. `on` is the version that was read, "" for the working text. `answers` is the id
    of the proposal that this one amends, "" for none. `source` is the SHA-256 of the file it was taken from, "" where
    it was typed. Its status is derived from decisions, never stored.
    """

    id: str
    number: str
    delegations: tuple[str, ...]
    date: datetime
    amendment: Amendment
    paragraph: str = ""
    on: str = ""
    reason: str = ""
    occasion: str = ""
    answers: str = ""
    source: str = ""

    @property
    def delegation(self) -> str:
        """Whose words they are."""
        return self.delegations[0]
