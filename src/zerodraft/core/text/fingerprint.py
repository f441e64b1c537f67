"""The words of a text as they are adopted, and their fingerprint.

One line a paragraph, in the order of the text, footnotes last: the printed number without its point, a space, the words
that a reader sees. Markdown's signs are left out, white space is folded, letters are in normal form C; a reference to a
footnote is `^` and the place of the note in the order of first reference, and the note's line begins so. Quotation
marks, dashes and capitals are words. The fingerprint is the SHA-256 of these lines in UTF-8, each with a line end.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    notes = [each for each in draft.paragraphs if each.kind is Kind.FOOTNOTE]
    # Of two notes with one label a reader finds the first.
    known = {note.label.removeprefix("^"): note.ordinal for note in reversed(notes)}
    cited: dict[int, int] = {}
    body = list(_body(draft, numbers, known, cited))
    below = list(_notes(notes, known, cited))
    return tuple(line for line in (*body, *below) if line.text)


def _body(draft: Draft, numbers: Sequence[Number], known: Mapping[str, int], cited: dict[int, int]) -> Iterator[Line]:
    for paragraph, number in zip(draft.paragraphs, numbers, strict=True):
        if paragraph.kind is Kind.TABLE:
            for row in rows(paragraph.text):
                yield Line(paragraph.ordinal, line_of("", " | ".join(_shown(cell, known, cited) for cell in row)))
        elif paragraph.kind is Kind.OPAQUE:
            yield Line(paragraph.ordinal, line_of("", paragraph.text))
        elif paragraph.kind is not Kind.FOOTNOTE:
            yield Line(paragraph.ordinal, line_of(number.printed, _shown(paragraph.text, known, cited)))


def _notes(notes: Sequence[Paragraph], known: Mapping[str, int], cited: dict[int, int]) -> Iterator[Line]:
    """In the order of their first reference, those that nobody refers to after them. A note may refer to another."""
    texts = {note.ordinal: note.text for note in notes}
    done: set[int] = set()
    while (note := next((each for each in (*cited, *texts) if each not in done), None)) is not None:
        done.add(note)
        number = cited.setdefault(note, len(cited) + 1)
        yield Line(note, line_of(f"^{number}", _shown(texts[note], known, cited)))


def _shown(text: str, known: Mapping[str, int], cited: dict[int, int]) -> str:
    return "".join(
        f"^{cited.setdefault(known[each.note], len(cited) + 1)}" if each.note and each.note in known else each.text
        for each in read_inline(text)
    )


def line_of(number: str, words: str) -> str:
    """A canonical line; a number that was typed as part of the words gives the same."""
    line = fold(normalize("NFC", f"{number} {words}"))
    found = _POINT.match(line)
    return line[: found.end(1)] + line[found.end() :] if found else line
