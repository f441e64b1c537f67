"""The words of one of our PDFs, to be compared with the words that were adopted.

Read from the structure that is there for readers who listen: headings, paragraphs, rows of tables, notes. What stands
around the text on each page (its running lines, the numbers of lines) is left out; whatever else is painted counts.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from zerodraft.core.text.fingerprint import line_of
from zerodraft.intake.pdf_file import PdfFile, named
from zerodraft.intake.pdf_letters import told
from zerodraft.intake.pdf_objects import Ref, broken
from zerodraft.intake.pdf_pages import Aside, Pages, PageWords
from zerodraft.intake.pdf_structure import Structure

_MOST_PAGES = 5_000
_TOP, _BOTTOM, _LEFT = 76.0, 72.0, 69.0
"""Within these margins, in points, stands what belongs to the page and not to the text."""
_HARMLESS = ("Link",)
_PAGE = {"Type", "Resources", "MediaBox", "StructParents", "Tabs", "Parent", "Contents", "Annots", "Group"}
_PROPERTY = re.compile(r"(zerodraft-[a-z0-9]+)=([^,;]*)")


class PdfWords(NamedTuple):
    """`lines` are canonical (`core.text.fingerprint`), footnotes last. `properties` are what the file says of itself to
    programs. `notices` are sentences; `is_disguised`: a reader may not see the words that are there, or see others."""

    lines: tuple[str, ...]
    properties: Mapping[str, str]
    notices: tuple[str, ...] = ()
    is_disguised: bool = False


def pdf_words(data: bytes) -> PdfWords:
    """The words of a PDF that was exported here. Raises `UnreadableInput` for any other."""
    file = PdfFile(data)
    properties = _properties(file)
    root = file.entries(file.trailer.get("Root"))
    pages, reader = list(_pages(file, root.get("Pages"))), Pages(file)
    painted = {page: reader.read(file.entries(page)) for page in pages}
    structure = Structure(file, {page: words.marked for page, words in painted.items()})
    structure.read(root.get("StructTreeRoot"))
    lines = [line for line in (*structure.lines, *structure.notes) if line]
    around = (each for page in pages for each in _around(file, page, painted[page], lines))
    beyond = [line_of("", each) for each in (*structure.unread(), *around)]
    notices = tuple(dict.fromkeys(each for page in pages for each in _notices(file, page, painted[page])))
    return PdfWords((*lines, *filter(None, dict.fromkeys(beyond))), properties, notices, bool(notices))


def _properties(file: PdfFile) -> Mapping[str, str]:
    """What our exports say of themselves."""
    keywords = told(file.get(file.entries(file.trailer.get("Info")).get("Keywords")))
    found = {name: value.strip() for name, value in _PROPERTY.findall(keywords)}
    if not found:
        raise broken("was not exported by zerodraft, or was saved by another program")
    return found


def _pages(file: PdfFile, node: object, depth: int = 0) -> Iterator[Ref]:
    """All pages in their order."""
    entries = file.entries(node)
    if "Kids" not in entries:
        if isinstance(node, Ref):
            yield node
        return
    kids = file.items(entries.get("Kids"))
    if depth > 20 or len(kids) > _MOST_PAGES:
        raise broken("has too many pages")
    for kid in kids:
        yield from _pages(file, kid, depth + 1)


def _around(file: PdfFile, page: Ref, words: PageWords, lines: list[str]) -> Iterator[str]:
    """Words outside of the text that are neither in the margins nor the repeated head of a table, above all others."""
    yield from words.loose
    box = [each for each in file.items(file.entries(page).get("MediaBox")) if isinstance(each, (int, float))]
    height = box[3] if len(box) == 4 else 0.0
    inside = [each for each in words.asides if each.text.strip() and not _in_margin(each, height)]
    top = max((each.y for painted in words.marked.values() for each in painted), default=0.0)
    is_head = all(each.y > top for each in inside) and _letters("".join(each.text for each in inside)) in (
        _letters(line) for line in lines if " | " in line
    )
    if not is_head:
        yield from (each.text for each in inside)


def _in_margin(aside: Aside, height: float) -> bool:
    is_line_number = aside.x < _LEFT and aside.text.strip().isdecimal()
    return aside.y < _BOTTOM or aside.y > height - _TOP or is_line_number


def _letters(text: str) -> list[str]:
    """All of them, in no order: cells are painted line by line. What parts cells and cites notes is not painted."""
    return sorted(char for char in text if not char.isspace() and char not in "|^")


def _notices(file: PdfFile, page: Ref, words: PageWords) -> Iterator[str]:
    if words.hides:
        yield "Some of its words are painted so that nobody sees them."
    if words.is_foreign or not _PAGE.issuperset(file.entries(page)):
        yield "Its pages are painted as no export of ours paints them; a reader may see other words."
    if words.has_pictures:
        yield "Pictures are in it, which are not compared."
    for each in file.items(file.entries(page).get("Annots")):
        kind = named(file.get(file.entries(each).get("Subtype")))
        if kind not in _HARMLESS or "AP" in file.entries(each):
            yield f"Something was laid over its pages later ({kind or 'unknown'})."
