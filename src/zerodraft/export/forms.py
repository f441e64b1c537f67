"""Every form in which a text leaves the house: its text, its changes, what is open, and what was said of it."""

from collections.abc import Callable, Mapping

from zerodraft.export.annotation_sheet import AnnotationSheet
from zerodraft.export.comma_separated import comments_csv, concordance_csv
from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.compiled import CompilationSheet
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.html.clean import clean_html
from zerodraft.export.html.compilation import compilation_html
from zerodraft.export.html.redline import redline_html
from zerodraft.export.html.tables import comments_html, concordance_html
from zerodraft.export.markdown.clean import clean_markdown
from zerodraft.export.markdown.comments import comments_markdown
from zerodraft.export.markdown.compilation import compilation_markdown
from zerodraft.export.markdown.concordance import concordance_markdown
from zerodraft.export.markdown.redline import redline_markdown
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.text.clean import clean_text
from zerodraft.export.text.comments import comments_text
from zerodraft.export.text.compilation import compilation_text
from zerodraft.export.text.concordance import concordance_text
from zerodraft.export.text.redline import redline_text


def _clean_odt(sheet: Sheet) -> bytes:
    from zerodraft.export.odt.writing import clean_odt

    return clean_odt(sheet)


def _clean_word(sheet: Sheet) -> bytes:
    """Loaded when it is wanted: XML takes 30 ms."""
    from zerodraft.export.word.clean import clean_word

    return clean_word(sheet)


def _redline_word(sheet: RedlineSheet) -> bytes:
    from zerodraft.export.word.redline import redline_word

    return redline_word(sheet)


def _compilation_word(sheet: CompilationSheet) -> bytes:
    from zerodraft.export.word.compilation import compilation_word

    return compilation_word(sheet)


def _comments_word(sheet: CommentsSheet) -> bytes:
    from zerodraft.export.word.form import comments_word

    return comments_word(sheet)


def _concordance_word(sheet: ConcordanceSheet) -> bytes:
    from zerodraft.export.word.form import concordance_word

    return concordance_word(sheet)


def _comments_workbook(sheet: CommentsSheet) -> bytes:
    from zerodraft.export.workbook import comments_xlsx

    return comments_xlsx(sheet)


def _concordance_workbook(sheet: ConcordanceSheet) -> bytes:
    from zerodraft.export.workbook import concordance_xlsx

    return concordance_xlsx(sheet)


def _clean_akn(sheet: Sheet) -> bytes:
    from zerodraft.export.akn.clean import clean_akn

    return clean_akn(sheet)


def _redline_akn(sheet: RedlineSheet) -> bytes:
    from zerodraft.export.akn.redline import redline_akn

    return redline_akn(sheet)


def _compilation_akn(sheet: CompilationSheet) -> bytes:
    from zerodraft.export.akn.compilation import compilation_akn

    return compilation_akn(sheet)


CLEAN: Mapping[str, Callable[[Sheet], bytes]] = {
    "md": clean_markdown,
    "txt": clean_text,
    "html": clean_html,
    "docx": _clean_word,
    "odt": _clean_odt,
    "akn": _clean_akn,
}
REDLINE: Mapping[str, Callable[[RedlineSheet], bytes]] = {
    "md": redline_markdown,
    "txt": redline_text,
    "html": redline_html,
    "docx": _redline_word,
    "akn": _redline_akn,
}
COMPILATION: Mapping[str, Callable[[CompilationSheet], bytes]] = {
    "md": compilation_markdown,
    "txt": compilation_text,
    "html": compilation_html,
    "docx": _compilation_word,
    "akn": _compilation_akn,
}
COMMENTS: Mapping[str, Callable[[CommentsSheet], bytes]] = {
    "html": comments_html,
    "md": comments_markdown,
    "txt": comments_text,
    "docx": _comments_word,
    "xlsx": _comments_workbook,
    "csv": comments_csv,
}
CONCORDANCE: Mapping[str, Callable[[ConcordanceSheet], bytes]] = {
    "docx": _concordance_word,
    "xlsx": _concordance_workbook,
    "html": concordance_html,
    "md": concordance_markdown,
    "txt": concordance_text,
    "csv": concordance_csv,
}


def _annotations(sheet: AnnotationSheet) -> bytes:
    from zerodraft.export.annotations import annotations

    return annotations(sheet)


ANNOTATIONS: Mapping[str, Callable[[AnnotationSheet], bytes]] = {"jsonld": _annotations}
"""Comments with the texts on which they were made."""
_PAPER: Mapping[str, object] = {"pdf": "a paper, which the store typesets"}
FORMS: Mapping[str, Mapping[str, object]] = {
    "clean": {**CLEAN, **_PAPER},
    "redline": {**REDLINE, **_PAPER},
    "compilation": {**COMPILATION, **_PAPER},
    "concordance": {**CONCORDANCE, **_PAPER},
    "comments": {**COMMENTS, **_PAPER, **ANNOTATIONS},
}
"""By form and format; the order is the one in which they are offered."""
