"""Comments and proposals as a table: one row, one thing said, in the columns of ISO's commenting template."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.changes import Run
from zerodraft.export.sheet import Sheet


class Type(StrEnum):
    """What a row is about: the text as a whole, what a paragraph says, or how it is written."""

    GENERAL = "ge"
    TECHNICAL = "te"
    EDITORIAL = "ed"


@dataclass(frozen=True, slots=True)
class CommentRow:
    """One comment, one reply, or one proposal; every cell in the words in which it is printed.

    `number` is what everybody quotes: `AUS-3` for a proposal, `jpn-7f3a` for a comment. `delegation` are the names of
    those who speak, `codes` their codes. `area` is “Focus area 3”, or the part of the text outside of all.
    `paragraph` is the number of today, or with the version in brackets where the words are gone; “General” for the
    text as a whole. `proposed` asks for the change in words; `runs` show it in the paragraph, () where there is
    nothing to show. A line end in a cell begins a new line. `ordinal` is the paragraph of the text, None where it
    stands in none.
    """

    number: str
    codes: tuple[str, ...]
    delegation: str
    area: str
    paragraph: str
    type: Type | None
    comment: str
    proposed: str
    observations: str
    ordinal: int | None
    lines: str = ""
    runs: tuple[Run, ...] = ()

    @property
    def named(self) -> str:
        """“AUS-3 – Australia, Japan (te)”."""
        who = " – ".join(filter(None, (self.number, self.delegation)))
        return f"{who} ({self.type})" if self.type else who

    @property
    def cells(self) -> tuple[str, ...]:
        """In the order of `CommentsSheet.heads`."""
        return (
            self.number,
            self.delegation,
            self.lines,
            self.area,
            self.paragraph,
            self.type or "",
            self.comment,
            self.proposed,
            self.observations,
        )


class MatrixRow(NamedTuple):
    """What each delegation says of one paragraph, in the order of the columns; "" for nothing."""

    area: str
    paragraph: str
    cells: tuple[str, ...]


class Matrix(NamedTuple):
    """Paragraphs by delegations. `delegations` are names, in the alphabetical order of the language."""

    delegations: tuple[str, ...] = ()
    rows: tuple[MatrixRow, ...] = ()


NO_MATRIX = Matrix()


@dataclass(frozen=True, slots=True)
class CommentsSheet:
    """All that was said of a text, by paragraph, then by delegation in the order of the language; replies follow what
    they answer. `title` is what stands above: “Comments and proposals”; `heads` are nine headings. A form that is to be
    filled in has rows that say nothing but where: `is_form`.
    """

    sheet: Sheet
    title: str
    heads: tuple[str, ...]
    rows: tuple[CommentRow, ...]
    matrix: Matrix = NO_MATRIX
    is_form: bool = False

    def place(self, row: CommentRow) -> str:
        """“Paragraph 7(a)”, “PP3”, “General”."""
        return f"{self.heads[4]} {row.paragraph}" if row.paragraph[:1].isdigit() else row.paragraph
