"""The words of a text as they are adopted, and their fingerprint.

One line a paragraph, in the order of the text, footnotes last: the printed number without its point, a space, the words
that a reader sees. Markdown's signs are left out, white space is folded, letters are in normal form C; a reference to a
footnote is `^` and the place of the note in the order of first reference, and the note's line begins so. Quotation
marks, dashes and capitals are words. The fingerprint is the SHA-256 of these lines in UTF-8, each with a line end.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple
from unicodedata import normalize

from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.table import rows
from zerodraft.core.text.words import fold

_POINT = re.compile(r"(\d[\d.]*(?: [a-z]+)?|[a-z]{1,4})\.(?= |$)")


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
    known = {note.label.removeprefix("^"): note for note in reversed(draft.paragraphs) if note.kind is Kind.FOOTNOTE}
    cited: dict[str, int] = {}
    body = list(_body(draft, numbers, known.keys(), cited))
    notes = list(_notes(known, cited))
    return tuple(line for line in (*body, *notes) if line.text)


def _body(draft: Draft, numbers: Sequence[Number], known: Collection[str], cited: dict[str, int]) -> Iterator[Line]:
    for paragraph, number in zip(draft.paragraphs, numbers, strict=True):
        if paragraph.kind is Kind.TABLE:
            for row in rows(paragraph.text):
                yield Line(paragraph.ordinal, line_of("", " | ".join(_shown(cell, known, cited) for cell in row)))
        elif paragraph.kind is Kind.OPAQUE:
            yield Line(paragraph.ordinal, line_of("", paragraph.text))
        elif paragraph.kind is not Kind.FOOTNOTE:
            yield Line(paragraph.ordinal, line_of(number.printed, _shown(paragraph.text, known, cited)))


def _notes(known: dict[str, Paragraph], cited: dict[str, int]) -> Iterator[Line]:
    """In the order of their first reference, those that nobody refers to after them. A note may refer to another."""
    labels = list(known)
    done: set[str] = set()
    while (label := next((each for each in (*cited, *reversed(labels)) if each not in done), None)) is not None:
        done.add(label)
        number = cited.setdefault(label, len(cited) + 1)
        yield Line(known[label].ordinal, line_of(f"^{number}", _shown(known[label].text, known, cited)))


def _shown(text: str, known: Collection[str], cited: dict[str, int]) -> str:
    return "".join(
        f"^{cited.setdefault(each.note, len(cited) + 1)}" if each.note and each.note in known else each.text
        for each in read_inline(text)
    )


def line_of(number: str, words: str) -> str:
    """A canonical line; a number that was typed as part of the words gives the same."""
    line = fold(normalize("NFC", f"{number} {words}"))
    found = _POINT.match(line)
    return line[: found.end(1)] + line[found.end() :] if found else line
