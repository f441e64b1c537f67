"""The words of a text as they are adopted, and their fingerprint.

One line a paragraph, in the order of the text, footnotes last: the printed number without its point, a space, the words
that a reader sees. Markdown's signs are left out, white space is folded, letters are in normal form C; a reference to a
footnote is `^` and the place of the note in the order of first reference, and the note's line begins so; a note to
which nothing refers comes before the others, without a number. Quotation marks, dashes and capitals are words. The
fingerprint is the SHA-256 of these lines in UTF-8, each with a line end.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.footnotes import NoteNumbers, note_numbers
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.label import LATIN_NUMERALS
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.table import rows
from zerodraft.core.text.visible import visible
from zerodraft.core.text.words import fold

_SUFFIXES = "|".join((*LATIN_NUMERALS, "alt", "ante"))
# Behind a number, and behind a., aa. and iv., but not behind a word such as “cf.”.
_POINT = re.compile(rf"(\d[\d.]*(?: (?:{_SUFFIXES}))*|([a-z])\2?|[ivx]{{2,6}})\.(?= |$)")


class Line(NamedTuple):
    """The words of one paragraph with its number; `ordinal` is where it stands in the draft."""

    ordinal: int
    text: str


def fingerprint(lines: Iterable[str]) -> str:
    """The SHA-256 of canonical lines, 64 hexadecimal digits."""
    return sha256("".join(f"{line}\n" for line in lines).encode("utf-8", "surrogatepass")).hexdigest()


def fingerprint_of(draft: Draft, numbers: Sequence[Number]) -> str:
    """The fingerprint of a text under these numbers."""
    return fingerprint(line.text for line in canonical(draft, numbers))


def canonical(draft: Draft, numbers: Sequence[Number]) -> tuple[Line, ...]:
    """The canonical lines of a text; a paragraph without words and number has none."""
    counted = note_numbers(draft)
    words = {note: _shown(draft.paragraphs[note].text, counted) for note in (*counted.aside, *counted.notes)}
    aside = (Line(note, line_of("", words[note])) for note in counted.aside)
    below = (Line(note, line_of(f"^{count}", words[note])) for note, count in counted.notes.items())
    return tuple(line for line in (*_body(draft, numbers, counted), *aside, *below) if line.text)


def _body(draft: Draft, numbers: Sequence[Number], notes: NoteNumbers) -> Iterator[Line]:
    for paragraph, number in zip(draft.paragraphs, numbers, strict=True):
        if paragraph.kind is Kind.TABLE:
            for row in rows(paragraph.text):
                yield Line(paragraph.ordinal, row_line(_shown(cell, notes) for cell in row))
        elif paragraph.kind is Kind.OPAQUE:
            yield Line(paragraph.ordinal, line_of("", paragraph.text))
        elif paragraph.kind is not Kind.FOOTNOTE:
            yield Line(paragraph.ordinal, line_of(number.printed, _shown(paragraph.text, notes)))


def _shown(text: str, notes: NoteNumbers) -> str:
    return "".join(_sign(each.note, notes) if each.note else each.text for each in read_inline(text))


def _sign(label: str, notes: NoteNumbers) -> str:
    """A reference to no note stays as it was typed."""
    return f"^{notes.cited[label]}" if label in notes.cited else f"[^{label}]"


def row_line(cells: Iterable[str]) -> str:
    """The canonical line of a row of a table; cells without words at its end are none."""
    words = [cell.strip() for cell in cells]
    while words and not words[-1]:
        words.pop()
    return line_of("", " | ".join(words))


def line_of(number: str, words: str) -> str:
    """A canonical line; a number that was typed as part of the words gives the same. Invisible characters are told."""
    line = fold(normalize("NFC", visible(f"{number} {words}", single_line=True)))
    found = _POINT.match(line)
    return line[: found.end(1)] + line[found.end() :] if found else line
