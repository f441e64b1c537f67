"""The marks “[Agreed ad ref]” of a text: they end with the adoption, as what they say ends with it."""

from zerodraft.core.text.bracket import Sort, brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.splice import Span, Splice, splice


def agreed_marks(source: str) -> tuple[Span, ...]:
    """Where they stand, each with the white space before it on its line."""
    return tuple(_with_space(source, each.span) for each in brackets(source).found if each.sort is Sort.AGREED)


def _with_space(source: str, span: Span) -> Span:
    before = source[: span.start]
    return Span(len(before.rstrip(" \t\u00a0")), span.end)


def without_agreed_marks(draft: Draft) -> str:
    """The source without them."""
    return splice(draft.source, (Splice(each, "") for each in agreed_marks(draft.source)))
