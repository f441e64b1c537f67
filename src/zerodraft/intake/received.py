"""What a file from outside says, in the words of the negotiation: proposals, comments, and where each change went.

Nothing of the file is dropped. What can't be placed lies in the tray with its words and a reason, and the account
tells of each inserted or deleted character where it went.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number
from zerodraft.intake.marked import Notice


class Basis(NamedTuple):
    """The version that the file claims to answer. `numbers` are those under which its paragraphs are cited, one each;
    `text_id` is git's blob id."""

    text_id: str
    draft: Draft
    numbers: tuple[Number, ...]


class Went(StrEnum):
    """Where a change of the file went, or a cell of a table of comments."""

    PROPOSAL = "proposal"
    COMMENT = "comment"
    UNTRACKED = "untracked change"
    TRAY = "tray"
    NOTICE = "notice"


class Entry(NamedTuple):
    """Characters of the file with one fate. A paragraph mark is `\\n`. The words of a table are inserted ones.

    `author` is the name that the file gives, "" for a change that nobody marked. `at` counts the proposals (also
    for an untracked change), the comments, the tray or the notices of `Received`, from 0.
    """

    op: Op
    author: str
    text: str
    went: Went
    at: int


@dataclass(frozen=True, slots=True)
class Submitted:
    """A proposal as it was found in the file, before it has a number.

    `delegation` is the code in whose name it would be recorded, `author` the name in the file ("" where the change is
    not marked there), `date` that of its last marked change. `paragraph` is cited as in the version: the first one, or
    the one after which words are inserted. `builds_on` are the earlier proposals of this file whose words are
    contained in its wording, oldest first. `is_untracked`: the file differs from the version here and nobody marked
    it. `doubt` is a sentence that says why a drafter must say yes before it is recorded; "" when it is sure.
    `others` are the codes of those who propose it together with `delegation`.
    """

    delegation: str
    author: str
    date: datetime | None
    amendment: Amendment
    paragraph: str
    builds_on: tuple[int, ...] = ()
    is_untracked: bool = False
    doubt: str = ""
    others: tuple[str, ...] = ()

    @property
    def answers(self) -> int | None:
        """The proposal to which this is a sub-amendment: the last of those that it builds on."""
        return self.builds_on[-1] if self.builds_on else None


@dataclass(frozen=True, slots=True)
class Remarked:
    """A comment as it was found in the file.

    `quote` are the words that it was set on in the file, when the version doesn't have them all; the anchor is then
    on those it has, or on the whole paragraph. `about` is the proposal of this file that brings the words. `reply_to`
    counts the comments of `Received`; `is_guessed` as in `Remark`. `doubt` is as in `Submitted`. `answers` is the name
    of a comment that was recorded before, "" for none.
    """

    id: str
    delegation: str
    author: str
    date: datetime | None
    anchor: Anchor
    paragraph: str
    body: str
    quote: str = ""
    about: int | None = None
    reply_to: int | None = None
    is_guessed: bool = False
    resolved: bool = False
    doubt: str = ""
    answers: str = ""

    @property
    def is_reply(self) -> bool:
        return self.reply_to is not None or bool(self.answers)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Words of the file that could not be placed, whole, with a sentence that says why. `is_comment` tells a remark
    from a change."""

    delegation: str
    author: str
    text: str
    reason: str
    is_comment: bool = False


class Tally(NamedTuple):
    """How many stretches of changed words, and how many characters of them."""

    changes: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """All that a file says, and in whose name it would be recorded.

    A proposal answers only earlier ones, a comment replies only to another one of `comments`. Each character that was
    inserted or deleted stands in exactly one entry of `account` (once for each revision that was laid over it), and
    so does each one by which the file differs from the version. Of a table, each character of each cell below the
    headings does.
    """

    proposals: tuple[Submitted, ...] = ()
    comments: tuple[Remarked, ...] = ()
    tray: tuple[Unplaced, ...] = ()
    notices: tuple[Notice, ...] = ()
    account: tuple[Entry, ...] = ()

    @property
    def untracked(self) -> tuple[Submitted, ...]:
        return tuple(each for each in self.proposals if each.is_untracked)

    def tally(self, went: Went) -> Tally:
        """How much of the file went there."""
        return _tally(each for each in self.account if each.went is went)

    @property
    def total(self) -> Tally:
        """How much was changed in the file; the sum of the tallies."""
        return _tally(self.account)


def _tally(entries: Iterable[Entry]) -> Tally:
    sizes = [len(each.text) for each in entries]
    return Tally(len(sizes), sum(sizes))


def together(parts: Iterable[Received]) -> Received:
    """What several files say, as if it were one: each counts on after the ones before."""
    whole = Received()
    for part in parts:
        proposals, comments = len(whole.proposals), len(whole.comments)
        starts = {
            Went.PROPOSAL: proposals,
            Went.UNTRACKED: proposals,
            Went.COMMENT: comments,
            Went.TRAY: len(whole.tray),
            Went.NOTICE: len(whole.notices),
        }
        whole = Received(
            (*whole.proposals, *(_submitted_later(each, proposals) for each in part.proposals)),
            (*whole.comments, *(_remarked_later(each, proposals, comments) for each in part.comments)),
            (*whole.tray, *part.tray),
            (*whole.notices, *part.notices),
            (*whole.account, *(each._replace(at=each.at + starts[each.went]) for each in part.account)),
        )
    return whole


def _submitted_later(each: Submitted, by: int) -> Submitted:
    return replace(each, builds_on=tuple(place + by for place in each.builds_on))


def _remarked_later(each: Remarked, proposals: int, comments: int) -> Remarked:
    about = None if each.about is None else each.about + proposals
    reply_to = None if each.reply_to is None else each.reply_to + comments
    return replace(each, about=about, reply_to=reply_to)
