"""Rows of a table of ours that came home: what they said when they went out brings nothing new."""

import re
from collections.abc import Mapping, Set
from dataclasses import replace
from typing import NamedTuple

from zerodraft.intake.comment_table import TableRow

# As our comma-separated values keep a spreadsheet from executing a cell.
_GUARD = re.compile(r"'(?=\s*[=+\-@|%\t＝＋－＠｜％])")


class Known(NamedTuple):
    """What a row of ours may say, in whatever language it went out, as `said` gives it: the comment, the proposed
    change, and the lines of the observations. `answers` is the comment to which a reply of the secretariat would
    belong, "" where the row is a proposal."""

    comments: Set[str]
    proposals: Set[str]
    observations: Set[str]
    answers: str = ""


KnownRows = Mapping[str, Known]
"""By the number of the row: of a proposal, or the name of a comment."""


class Returned(NamedTuple):
    """What a row says that we didn't know, and the cells that came back as they went out; `is_known`: its number is
    one of ours. `answers` as in `Known`."""

    row: TableRow
    same: tuple[str, ...] = ()
    is_known: bool = False
    answers: str = ""

    @property
    def says_something(self) -> bool:
        row = self.row
        return bool(row.comment or row.proposal or row.quoted or row.observations or row.others)

    @property
    def is_observed_only(self) -> bool:
        """Whether nothing is new in a row of ours but in the column of the secretariat."""
        row = self.row
        return self.is_known and not (row.comment or row.proposal or row.quoted or row.others)


def said(words: str) -> str:
    """Words of a cell with single spaces, however its lines were broken."""
    return " ".join(words.split())


def returned(row: TableRow, known: KnownRows) -> Returned:
    """A row without what it said before."""
    ours = known.get(row.number)
    if ours is None:
        return Returned(row)
    comment, same_comment = _parted(row.comment, ours.comments)
    proposal, same_proposal = _parted(row.proposal, ours.proposals)
    lines = row.observations.split("\n")
    fresh = "\n".join(line for line in lines if said(line) not in ours.observations)
    same_lines = "\n".join(line for line in lines if said(line) in ours.observations)
    left = replace(row, comment=comment, proposal=proposal, observations=fresh.strip())
    same = tuple(filter(None, (same_comment, same_proposal, same_lines)))
    return Returned(left, same, is_known=True, answers=ours.answers)


def _parted(cell: str, ours: Set[str]) -> tuple[str, str]:
    """What is new in a cell, and what is not; one of them is ""."""
    if said(cell) in ours:
        return "", cell
    bare = _GUARD.sub("", cell, count=1) if cell.startswith("'") else cell
    return ("", cell) if said(bare) in ours else (bare, "")
