"""A sheet in the format that is wanted: a PDF is typeset, every other format is written."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.compiled import CompilationSheet
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.sheet import RedlineSheet, Sheet

Laid = TypeVar("Laid", Sheet, RedlineSheet, CompilationSheet, ConcordanceSheet, CommentsSheet)
PDF = "pdf"


def written(known: Mapping[str, Callable[[Laid], bytes]], to: str, sheet: Laid) -> bytes:
    """The content of the file. `known` are the formats in which such a sheet is written; `to` is one of them, or `PDF`,
    which takes the extra `zerodraft[pdf]`."""
    if to != PDF:
        return known[to](sheet)
    from zerodraft.export.pdf.papers import paper_of
    from zerodraft.store.typesetting import typeset

    return typeset(paper_of(sheet))
