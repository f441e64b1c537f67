"""What every format takes: one issue of a text with its title block, or two of them compared."""

from dataclasses import dataclass
from datetime import date

from zerodraft.core.comparison.changes import Comparison
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.waymark import Provenance
from zerodraft.export.akn.naming import Naming
from zerodraft.export.discussed import Discussed
from zerodraft.export.hands import Hands

WORKING_TEXT = "working text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One text as it is laid before readers.

    `version` is its designation ("Zero draft", "Rev.1"), or `WORKING_TEXT` for a text that was not
    issued: that one is marked as not for circulation. `language` is that of the text (BCP 47, "en" or "id"),
    `labels_in` that of all words around it, "" for the same. `date_line` is a line as printed, in the language of the
    labels. Any of the texts may be empty; `numbers` has one per paragraph. `provenance` is what a file says of itself
    to programs, None for nothing. `mark` is a line to print on every page until the text is adopted, "" from then on;
    `fingerprint` is that of the adopted words (SHA-256, hexadecimal), "" until then. `threads` stand beside their
    words. `day` is the one of `date_line`, None where it is not known. `naming` is what Akoma Ntoso says of
    the text besides, None where nobody asked for it.
    """

    title: str
    conference: str
    place_and_dates: str
    version: str
    stage: str
    date_line: str
    language: str
    draft: Draft
    numbers: tuple[Number, ...]
    provenance: Provenance | None = None
    has_line_numbers: bool = False
    has_typed_numbers: bool = False
    labels_in: str = ""
    mark: str = ""
    fingerprint: str = ""
    threads: tuple[Discussed, ...] = ()
    day: date | None = None
    naming: Naming | None = None

    @property
    def spoken(self) -> str:
        """The language of the words around the text."""
        return self.labels_in or self.language

    @property
    def is_working_text(self) -> bool:
        return self.version == WORKING_TEXT


@dataclass(frozen=True, slots=True)
class RedlineSheet:
    """Two sheets and what changed between them; `comparison` is that of their two drafts.

    With `only_changes` unchanged paragraphs are left out; the title and the headings stay.
    The page speaks the language of the labels of `new`. `hands` tell whose each change is, None that nobody knows.
    """

    old: Sheet
    new: Sheet
    comparison: Comparison
    only_changes: bool = False
    hands: Hands | None = None
