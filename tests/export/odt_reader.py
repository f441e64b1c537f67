"""An OpenDocument text as another reader takes it: words as they are printed, numbers as the lists count them."""

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

from lxml import etree

from zerodraft.export.word.numbers import numeral

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT, STYLE, META, OFFICE = (f"{_OASIS}{each}:1.0}}" for each in ("text", "style", "meta", "office"))
_KINDS = {"1": "decimal", "a": "lowerLetter", "i": "lowerRoman"}
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}


class Read(NamedTuple):
    """A paragraph: its number, its words without those of its notes, the level of a heading, its hidden names."""

    number: str
    text: str
    outline: int
    names: tuple[str, ...]


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def words(element: etree._Element) -> str:
    """What is printed of a paragraph: neither notes nor spaces that a reader folds."""
    return "".join(_words(element))


def _words(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = etree.QName(child).localname
        if name in _SPACES:
            yield _SPACES[name] * int(child.get(f"{TEXT}c", "1"))
        elif name not in ("note", "annotation"):
            yield from _words(child)
        yield child.tail or ""


class Lists:
    """Counts as the standard says: a list that continues another one goes on with its numbers."""

    def __init__(self, content: etree._Element) -> None:
        self._styles = {each.get(f"{STYLE}name"): each for each in content.iter(f"{TEXT}list-style")}
        self._counts: dict[str, dict[int, int]] = {}
        self._of: dict[str, dict[int, int]] = {}

    def number(self, outermost: etree._Element) -> str:
        name = outermost.get("{http://www.w3.org/XML/1998/namespace}id") or ""
        before = outermost.get(f"{TEXT}continue-list")
        counts = self._of[before] if before else {}
        self._of[name] = counts
        level, item = 1, outermost[0]
        while item[0].tag == f"{TEXT}list":
            level, item = level + 1, item[0][0]
        start = item.get(f"{TEXT}start-value")
        counts[level] = int(start) if start else counts.get(level, 0) + 1
        for above in range(1, level):
            counts.setdefault(above, 1)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        style = self._styles[outermost.get(f"{TEXT}style-name")][level - 1]
        kind = style.get(f"{STYLE}num-format") or ""
        printed = numeral(_KINDS[kind], counts[level]) if kind else ""
        return f"{style.get(f'{STYLE}num-prefix', '')}{printed}{style.get(f'{STYLE}num-suffix', '')}"


def paragraphs(data: bytes) -> list[Read]:
    """All paragraphs of the body in their order, cells too."""
    content = part(data, "content.xml")
    lists = Lists(content)
    found: list[Read] = []
    body = next(content.iter(f"{OFFICE}text"))
    for block in body:
        number = lists.number(block) if block.tag == f"{TEXT}list" else ""
        for each in block.iter(f"{TEXT}p", f"{TEXT}h"):
            if next(each.iterancestors(f"{TEXT}note", f"{OFFICE}annotation"), None) is None:
                names = tuple(name.get(f"{TEXT}name", "") for name in each.iter(f"{TEXT}bookmark-start"))
                found.append(Read(number, words(each), int(each.get(f"{TEXT}outline-level", "0")), names))
    return found


def notes(data: bytes) -> list[str]:
    return [words(each[0]) for each in part(data, "content.xml").iter(f"{TEXT}note-body")]
