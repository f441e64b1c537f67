"""The words of a text read back from every format in which it leaves, as the lines of which its fingerprint is made."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree
from tests.export.odt_reader import TEXT, Lists, part
from tests.export.sheets import sheet

from zerodraft.core.comparison.word_for_word import Difference, differences
from zerodraft.core.text.fingerprint import canonical, line_of, row_line
from zerodraft.core.text.waymark import Provenance
from zerodraft.desk.verifying import lines_around
from zerodraft.export.forms import CLEAN
from zerodraft.export.pdf.papers import paper_of
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.clean import clean_text
from zerodraft.intake.held_words import front_lines, held_words
from zerodraft.store.typesetting import typeset

OURS = Provenance("note", "rev-1", "ab" * 20, "cd" * 32)
READ_BACK = ("docx", "html", "md", "akn", "txt", "odt")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "0123456789" * 2)
_WIDE = 1_000_000
_RULE = re.compile(r"=+|-+|_+")
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def own_sheet(source: str) -> Sheet:
    """A text that says of itself what it is."""
    return replace(sheet(source), provenance=OURS)


def written(page: Sheet, to: str) -> bytes:
    """The file; plain text in lines that are as long as they need be, as a line that ends leaves a space."""
    if to == "pdf":
        return typeset(paper_of(page))
    return clean_text(page, _WIDE) if to == "txt" else CLEAN[to](page)


def apart(page: Sheet, to: str, data: bytes | None = None) -> tuple[Difference, ...]:
    """Where the words of a text and those of its file differ."""
    own = [(line.ordinal, line.text) for line in canonical(page.draft, page.numbers)]
    data = written(page, to) if data is None else data
    if to == "txt":
        own = [(ordinal, _without_signs(line)) for ordinal, line in own]
        return differences(own, list(_in_plain_text(data)), {_without_signs(page.title)})
    read = _in_open_document(data) if to == "odt" else _held(data, to)
    beside = lines_around(page).union(front_lines(page.draft))
    return min((differences(own, lines, beside) for lines in read if lines), key=len)


def _held(data: bytes, to: str) -> Sequence[Sequence[str]]:
    held = held_words(data, f"text.{to}")
    assert not held.is_disguised, held.notices
    return held.lines, held.otherwise


# --- plain text -----------------------------------------------------------------------------------


def _without_signs(line: str) -> str:
    """A plain text tells a reference to a note by a raised number, as it tells every raised number."""
    return line_of("", re.sub(r"\^(?=\d)", "", line)).translate(_RAISED)


def _in_plain_text(data: bytes) -> Iterator[str]:
    """Without the title block."""
    for block in data.decode().translate(_RAISED).split("\n\n")[1:]:
        rows = [row for row in block.strip().split("\n") if not _RULE.fullmatch(row)]
        if all(row.startswith(("| ", "|-")) for row in rows):
            cells = (row.removeprefix("| ").removesuffix(" |").split(" | ") for row in rows if row.startswith("| "))
            yield from map(row_line, cells)
        elif rows:
            yield line_of("", " ".join(rows))


# --- OpenDocument ---------------------------------------------------------------------------------


def _in_open_document(data: bytes) -> tuple[list[str], list[str]]:
    """With all notes, and with notes of the same words as one."""
    content = part(data, "content.xml")
    return _Open(content, is_once=False).lines(), _Open(content, is_once=True).lines()


class _Open:
    def __init__(self, content: etree._Element, *, is_once: bool) -> None:
        self._content = content
        self._lists = Lists(content)
        self._is_once = is_once
        self._notes: dict[str, str] = {}

    def lines(self) -> list[str]:
        body = next(self._content.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}text"))
        found = [line for block in body for line in self._block(block)]
        notes = (line_of(f"^{at}", each) for at, each in enumerate(self._notes.values(), 1))
        return [line for line in (*found, *notes) if line]

    def _block(self, block: etree._Element) -> Iterator[str]:
        if block.tag == f"{_TABLE}table":
            for row in block.iter(f"{_TABLE}table-row"):
                yield row_line([" ".join(map(self._words, cell.iterchildren(f"{TEXT}p"))) for cell in row])
            return
        number = self._lists.number(block) if block.tag == f"{TEXT}list" else ""
        for each in block.iter(f"{TEXT}p", f"{TEXT}h"):
            if next(each.iterancestors(f"{TEXT}note"), None) is None:
                yield line_of(number, self._words(each))

    def _words(self, element: etree._Element) -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            name = etree.QName(child).localname
            if name == "note":
                words = self._words(next(child.iter(f"{TEXT}note-body")))
                key = words if self._is_once else f"{len(self._notes)} {words}"
                self._notes.setdefault(key, words)
                yield f"^{[*self._notes].index(key) + 1}"
            elif name in ("s", "tab", "line-break"):
                yield " "
            elif name != "annotation":
                yield from self._pieces(child)
            yield child.tail or ""
