"""Every form of a text as a paper, which the store typesets."""

from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.compiled import CompilationSheet
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.pdf.clean import clean_paper
from zerodraft.export.pdf.compilation import compilation_paper
from zerodraft.export.pdf.lists import comments_paper, concordance_paper
from zerodraft.export.pdf.paper import Paper
from zerodraft.export.pdf.redline import redline_paper
from zerodraft.export.sheet import RedlineSheet, Sheet

Laid = Sheet | RedlineSheet | CompilationSheet | ConcordanceSheet | CommentsSheet


def paper_of(sheet: Laid) -> Paper:
    """The paper of a sheet of any form."""
    match sheet:
        case Sheet():
            return clean_paper(sheet)
        case RedlineSheet():
            return redline_paper(sheet)
        case CompilationSheet():
            return compilation_paper(sheet)
        case ConcordanceSheet():
            return concordance_paper(sheet)
        case CommentsSheet():
            return comments_paper(sheet)
