"""What the terms of an Akoma Ntoso file are called where it is shown, in the two languages in which the host works."""

from typing import NamedTuple

from zerodraft.export.labels import labels_for


class AknLabels(NamedTuple):
    """Who writes the file, the two roles of those who are named, the two events of a text's life, and its end."""

    secretariat: str
    author: str
    editor: str
    issue: str
    adoption: str
    adopted: str


_ENGLISH = AknLabels("Secretariat", "author", "editor", "issue of a version", "adoption", "adopted")
_INDONESIAN = AknLabels("Sekretariat", "penulis", "penyunting", "penerbitan versi", "pengesahan", "disahkan")


def akn_labels(language: str) -> AknLabels:
    """Indonesian for "id" and its variants, English for every other language."""
    return _INDONESIAN if labels_for(language).language == "id" else _ENGLISH
