"""The blocks of an Akoma Ntoso text as lines of Markdown: what our export wrote as it was typed, what others wrote as
it is usually typed."""

from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.core.text import block_writing
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.inline import Style
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.respelling import Shown, shown, spelled
from zerodraft.core.text.table import rows
from zerodraft.core.text.words import fold
from zerodraft.intake.akn_words import Element, Reader, characters, local, own

_LONGEST_SIGN = 24


class Line(NamedTuple):
    """A block as Markdown; `before` is what stands before it, None for the usual; `place` is its place among all
    blocks, -1 for the one after the block before it."""

    text: str
    before: str | None = None
    place: int = -1


def own_lines(document: Element, reader: Reader, *, is_typed: bool) -> Iterator[Line]:
    """The blocks of a text that our export wrote."""
    for element in document.iter():
        found = _own_text(element, reader, is_typed) if isinstance(element.tag, str) else None
        if found is not None:
            yield told(element, *found)


def told(element: Element, words: str, usual: str) -> Line:
    """A block with the hints of its element; `words` are its characters without white space."""
    typed = own(element, "markdown")
    before = own(element, "before")
    place = own(element, "place")
    return Line(
        typed if typed and says(typed, words) else usual,
        before or None,
        int(place) if place.isdecimal() and len(place) < 9 else -1,
    )


def _own_text(element: Element, reader: Reader, is_typed: bool) -> tuple[str, str] | None:
    """The characters of a block and its usual Markdown; None for what is no block by itself."""
    match local(element), element.get("name"):
        case ("docTitle" | "heading" | "crossHeading") as name, _:
            level = {"docTitle": "1", "heading": "2"}.get(name, "3")
            return _heading(element, reader, level) if not _is_cover(element) else None
        case "block", "heading":
            return _heading(element, reader, "1")
        case "block", ("quotation" | "verbatim") as name if local(_holder(element)) != "hcontainer":
            return _lines(element, reader, name)
        case "block", "footnote" if local(_holder(element)) != "hcontainer":
            words = reader.words(element)
            return characters(words), block_writing.note(own(element, "label"), spelled(words))
        case "hcontainer", _:
            return _held(element, reader)
        case "block", name if name not in ("quotation", "verbatim", "footnote"):
            words = reader.words(element)
            return characters(words), spelled(words)
        case "table", _ if local(_holder(element)) != "hcontainer":
            return _table(element, reader)
        case (("paragraph" | "point" | "item"), _):
            return _item(element, reader, is_typed)
        case _:
            return None


def _holder(element: Element) -> Element:
    """The element in which the content stands that holds this one."""
    parent = element.getparent()
    if parent is not None and local(parent) == "content":
        parent = parent.getparent()
    return element if parent is None else parent


def _is_cover(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.get("class") == "cover"


def _heading(element: Element, reader: Reader, level: str) -> tuple[str, str]:
    words = reader.words(element)
    level = own(element, "level") or level
    return characters(words), block_writing.heading(int(level) if level.isdecimal() else 2, spelled(words))


def _held(element: Element, reader: Reader) -> tuple[str, str] | None:
    """What stands between the paragraphs of a section: a table, a quotation, a note that nobody cites."""
    for child in element.iterdescendants():
        if local(child) == "table":
            return _table(child, reader)
        if local(child) == "block" and child.get("name") == "footnote":
            words = reader.words(child)
            return characters(words), block_writing.note(own(child, "label"), spelled(words))
        if local(child) == "block":
            return _lines(child, reader, str(child.get("name")))
    return None


def _lines(element: Element, reader: Reader, name: str) -> tuple[str, str]:
    lines = list(reader.line(element))
    text = block_writing.quotation(lines) if name == "quotation" else "\n".join(lines)
    return "".join(text.split()), text


def _table(element: Element, reader: Reader) -> tuple[str, str]:
    cells = [[reader.words(cell) for cell in row] for row in element if local(row) == "tr"]
    text = block_writing.table([[spelled(cell, in_cell=True) for cell in row] for row in cells]) if cells else ""
    return "".join(characters(cell) for row in cells for cell in row), text


def _item(element: Element, reader: Reader, is_typed: bool) -> tuple[str, str]:
    number = next((each for each in element if local(each) == "num"), None)
    printed = " ".join(map(str, number.itertext())).strip() if number is not None else ""
    is_counted = local(element) == "paragraph" or element.get("class") == "numbered"
    words = reader.words(*content_of(element))
    return characters(words), block_writing.item("" if is_counted and not is_typed else printed, spelled(words))


def content_of(element: Element) -> list[Element]:
    """The paragraphs of an item itself, without those of the items below it."""
    for child in element:
        match local(child):
            case "content" | "intro":
                return [child]
            case "p":
                return [child]
            case "list":
                return [each for each in child if local(each) == "intro"]
            case _:
                continue
    return []


def says(typed: str, words: str) -> bool:
    """Whether Markdown says these characters, beside the sign with which a block begins."""
    paragraphs = read_draft("\n" + typed).paragraphs
    if "".join(_told(each.kind, each.text) for each in paragraphs) == words:
        return True
    whole = characters(shown(fold(typed)))
    ends = (each for each in (whole, whole.rstrip("*_")) if each.endswith(words))
    return any(len(each) - len(words) <= _LONGEST_SIGN for each in ends)


def _told(kind: Kind, text: str) -> str:
    if kind is Kind.OPAQUE:
        return "".join(text.split())
    if kind is Kind.TABLE:
        return "".join(characters(shown(cell)) for row in rows(text) for cell in row)
    return characters(_without_form(shown(text)))


def _without_form(pieces: tuple[Shown, ...]) -> tuple[Shown, ...]:
    return tuple(each._replace(style=Style.PLAIN, href="") for each in pieces)
