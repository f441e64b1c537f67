"""Small tables of comments, and words that try to be more than words."""

from tests.export.sheets import sheet

from zerodraft.export.comments_sheet import CommentRow, CommentsSheet, Matrix, MatrixRow, Type
from zerodraft.export.concordance_sheet import ConcordanceRow, ConcordanceSheet
from zerodraft.export.sheet import Sheet
from zerodraft.export.table_labels import table_labels

HOSTILE = (
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1,1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u3000=1+1",
    "|calc",
    "%0A=1+1",
    "＝1+1",
    "＋1+1",
    "－1+1",
    "＠SUM(1,1)",
    '=HYPERLINK("http://example.org","here")',
    "=cmd|' /C calc'!A1",
    "https://example.org/",
    'closing" ,=1+1',
    "two\n=1+1",
)


def comment(number: str, words: str, proposed: str = "", paragraph: str = "1") -> CommentRow:
    return CommentRow(number, ("JPN",), "Japan", "Focus area 1", paragraph, Type.TECHNICAL, words, proposed, "", 3)


def comments_of(*rows: CommentRow, language: str = "en", delegations: int = 1) -> CommentsSheet:
    """A table of these rows, with a matrix of one paragraph by so many delegations."""
    labels = table_labels(language)
    names = tuple(f"Delegation {number}" for number in range(1, delegations + 1))
    matrix = Matrix(names, (MatrixRow("Focus area 1", "1", tuple("JPN-1" for _ in names)),))
    return CommentsSheet(text_sheet(language), labels.comments, labels.heads, rows, matrix)


def concordance_of(*rows: ConcordanceRow) -> ConcordanceSheet:
    labels = table_labels("en")
    return ConcordanceSheet(
        text_sheet("en"), text_sheet("en"), "Concordance: Rev.1 → Rev.2", labels.concordance_heads, rows
    )


def text_sheet(language: str) -> Sheet:
    return sheet("# Harbour Note\n\nWe agree.\n", language=language, mark="Draft of 2 November 2021 & later")
