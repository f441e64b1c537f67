"""Which options change what a form holds in a format; anywhere else they would be passed over."""

from collections.abc import Collection

COMMENTED: Collection[str] = ("docx", "pdf", "html", "odt", "akn")
"""Formats of a text, redline or compilation with what was said beside its words."""
LINED: Collection[str] = ("docx", "pdf", "odt")
"""Formats of a text, redline or compilation with lines that are numbered."""
TYPED: Collection[str] = ("docx", "odt")
"""Formats of a text, redline or compilation whose numbers can be words."""
_OF_TEXTS = ("clean", "redline", "compilation")


def takes(formats: Collection[str], form: str, to: str) -> bool:
    """Whether an option that goes with some formats of a text changes this form in this format."""
    return form in _OF_TEXTS and to in formats


def can_be_empty(form: str, to: str) -> bool:
    """Whether there is a form to fill in."""
    return form == "comments" and to != "jsonld"
