"""What the terms of an Akoma Ntoso file are called where it is shown, in the two languages in which the host works."""

from typing import NamedTuple

from zerodraft.export.labels import in_language


class AknLabels(NamedTuple):
    """The two roles of those who are named, the two events of a text's life, and its end."""

    author: str
    editor: str
    issue: str
    adoption: str
    adopted: str


_ENGLISH = AknLabels("author", "editor", "issue of a version", "adoption", "adopted")
_INDONESIAN = AknLabels("penulis", "penyunting", "penerbitan versi", "pengesahan", "disahkan")


def akn_labels(language: str) -> AknLabels:
    """As `in_language`."""
    return in_language(language, _ENGLISH, _INDONESIAN)
