"""The concordance of two texts as a table: every cell in the words in which it is printed."""

from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.export.sheet import Sheet


class ConcordanceRow(NamedTuple):
    """What became of one paragraph. `new` is "" for one that is gone, `old` for a new one; `done` is “moved, reworded”,
    `contributors` are names, `taken_up` the numbers of proposals and comments; `why` are sentences.
    `is_as_it_was`: neither its words nor its number are other ones."""

    new: str
    old: str
    done: str
    contributors: str
    taken_up: str
    why: str
    is_as_it_was: bool = False

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of `ConcordanceSheet.heads`."""
        return (self.new, self.old, self.done, self.contributors, self.taken_up, self.why)


@dataclass(frozen=True, slots=True)
class ConcordanceSheet:
    """Two texts with their title blocks, and a row for each paragraph in the order of the new one. `title` is what
    stands above: “Concordance: Rev.1 → Rev.2”; `heads` are six headings."""

    old: Sheet
    new: Sheet
    title: str
    heads: tuple[str, ...]
    rows: tuple[ConcordanceRow, ...]
