"""The blocks of a text that our own export wrote, as lines of Markdown.

A block comes back as it was typed if its element still has those words, else as such words are usually typed. Nothing
that a reader of the file sees is passed over: what was put between the blocks comes as a block too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.text import block_writing
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.inline import Style
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.pieces import read_line
from zerodraft.core.text.respelling import Shown, guarded, shown, spelled
from zerodraft.core.text.table import rows
from zerodraft.core.text.words import fold
from zerodraft.intake.akn_words import LABEL, Element, Reader, characters, local, own

_GAP = re.compile(r"(?:[\s*_=—–-]|<!--\s*-->)*")
_LEVELS = {"docTitle": "1", "block": "1", "heading": "2", "crossHeading": "3"}
_ITEMS = ("paragraph", "point", "item")
_WITH_WORDS = ("p", "block", "heading", "subheading", "crossHeading", "docTitle", "longTitle", "caption", "span", "li")


class Line(NamedTuple):
    """A block as Markdown; `before` is what stands before it, None for the usual; `place` is its place among all
    blocks, -1 for the one after the block before it."""

    text: str
    before: str | None = None
    place: int = -1


class Said(NamedTuple):
    """The characters of a block without white space, and its usual Markdown."""

    characters: str
    usual: str


def told(element: Element, said: Said, *, is_former: bool = False) -> Line:
    """A block with the hints of its element."""
    typed, place = own(element, "markdown"), own(element, "place")
    return Line(
        typed if typed and says(typed, said.characters) else said.usual,
        _given_gap(element, "formerly" if is_former else "before"),
        int(place) if place.isdecimal() and len(place) < 9 else -1,
    )


class OwnText:
    """Goes through the elements of a text in order. `numbers` are those that the file prints; `beside` are the words of
    what our export lays around the text."""

    def __init__(self, reader: Reader, *, is_typed: bool) -> None:
        self._reader = reader
        self._is_typed = is_typed
        self.numbers: list[str] = []
        self.beside: list[str] = []

    def lines(self, element: Element) -> Iterator[Line]:
        """The blocks in an element, and words that stand there by themselves."""
        yield from self._stray(element.text)
        for child in element:
            if isinstance(child.tag, str):
                yield from self._element(child)
            yield from self._stray(child.tail)

    def put_beside(self, element: Element) -> None:
        """Words that are no part of the text."""
        words = self._reader.words(element)
        if words:
            self.beside.append(fold("".join(each.text for each in words)))

    def _stray(self, text: str | None) -> Iterator[Line]:
        if text and text.strip():
            yield Line(guarded(spelled((Shown(fold(text)),))))

    def _element(self, element: Element) -> Iterator[Line]:
        name = local(element)
        if name == "num":
            self.numbers.append(fold("".join(each.text for each in self._reader.words(element))))
        elif name in _ITEMS:
            yield from self._item(element)
        elif name == "hcontainer":
            yield from self._held(element)
        elif name == "table" and all(local(row) == "tr" for row in element):
            yield from self._given(element, self._table(element))
        elif name in _WITH_WORDS:
            yield from self._block(element)
        elif name == "container" and element.get("name") == "adoption":
            for child in element:
                self.put_beside(child)
        elif name != "meta":
            yield from self.lines(element)

    def _given(self, element: Element, said: Said, words: Sequence[Element] = ()) -> Iterator[Line]:
        """A block, unless all of its `words` (of the element itself, if none are said) are those of the other text."""
        if said.characters or not any(map(_has_changes, words or [element])):
            yield told(element, said, is_former=self._reader.is_former)

    def _block(self, element: Element) -> Iterator[Line]:
        parent = element.getparent()
        if parent is not None and local(parent) == "p" and local(element) == "docTitle":
            yield from self._given(element, self._heading(element))
            return
        said = self._said(element)
        if said.usual:
            yield from self._given(element, said)

    def _said(self, element: Element) -> Said:
        name, kind = local(element), element.get("name")
        words = self._reader.words(element)
        if name == "block" and kind in ("quotation", "verbatim"):
            return self._quoted(element, str(kind))
        if name == "block" and kind == "footnote":
            return Said(characters(words), block_writing.note(_label(element), spelled(words)))
        if name in _LEVELS and (name != "block" or kind == "heading"):
            return self._heading(element)
        text = spelled(words)
        return Said(characters(words), text if name == "block" else guarded(text))

    def _heading(self, element: Element) -> Said:
        words = self._reader.words(element)
        level = own(element, "level") or _LEVELS[local(element)]
        return Said(characters(words), block_writing.heading(int(level) if level.isdecimal() else 2, spelled(words)))

    def _quoted(self, element: Element, kind: str) -> Said:
        lines = list(self._reader.line(element))
        text = block_writing.quotation(lines) if kind == "quotation" else "\n".join(lines)
        return Said("".join(text.split()) if any(lines) else "", text)

    def _held(self, element: Element) -> Iterator[Line]:
        """What stands between the paragraphs of a section: its hints are those of the element around it."""
        found = list(self.lines(element))
        said = self._said_inside(element)
        if said and found:
            found[:1] = self._given(element, said)
        yield from found

    def _said_inside(self, element: Element) -> Said | None:
        for child in element.iterdescendants():
            if local(child) == "table":
                return self._table(child)
            if local(child) == "block":
                return self._said(child)
        return None

    def _table(self, element: Element) -> Said:
        cells = [[self._reader.words(cell) for cell in row] for row in element if local(row) == "tr"]
        text = block_writing.table([[spelled(cell, in_cell=True) for cell in row] for row in cells]) if cells else ""
        return Said("".join(characters(cell) for row in cells for cell in row), text)

    def _item(self, element: Element) -> Iterator[Line]:
        number = next((each for each in element if local(each) == "num"), None)
        printed = "" if number is None else "".join(each.text for each in self._reader.words(number))
        is_counted = local(element) == "paragraph" or element.get("class") == "numbered"
        own_words = words_of_item(element)
        words = self._reader.words(*own_words)
        sign = "" if is_counted and not self._is_typed else _sign(element) or printed
        usual = block_writing.item(sign, spelled(words))
        yield from self._given(element, Said(characters(words), usual), own_words)
        yield from self._below(element, own_words)

    def _below(self, element: Element, done: Sequence[Element]) -> Iterator[Line]:
        """What stands in an item beside its own words."""
        yield from self._stray(element.text)
        for child in element:
            if local(child) == "list":
                yield from self._below(child, done)
            elif child not in done:
                yield from self._element(child)
            yield from self._stray(child.tail)


def _has_changes(element: Element) -> bool:
    return any(local(each) in ("ins", "del") for each in element.iterdescendants() if isinstance(each.tag, str))


def words_of_item(element: Element) -> list[Element]:
    """The elements with the words of an item itself, without those of the items below it."""
    for child in element:
        match local(child):
            case "content" | "intro" | "p":
                return [child]
            case "list":
                return [each for each in child if local(each) == "intro"][:1]
            case _:
                continue
    return []


def says(typed: str, words: str) -> bool:
    """Whether Markdown says exactly these characters, beside the sign or number with which a block begins."""
    paragraphs = read_draft("\n" + typed).paragraphs
    if "".join(_told(each.kind, each.text) for each in paragraphs) == words:
        return True
    _, text = read_line(typed)
    return characters(shown(text)).strip("*_") == words.strip("*_")


def _sign(element: Element) -> str:
    """What was typed before an item, "" for what is no number or bullet."""
    sign = own(element, "sign")
    label, rest = read_line(f"{sign} x")
    return sign if label and rest == "x" else ""


def _label(element: Element) -> str:
    """The label of a note that nobody cites."""
    label = own(element, "label")
    return label if LABEL.fullmatch(label) else "note"


def _given_gap(element: Element, name: str) -> str | None:
    """What stood before a block, None for the usual; words are no gap."""
    gap = own(element, name)
    return gap if gap and is_gap(gap) else None


def is_gap(text: str) -> bool:
    """Whether a text holds nothing that a reader could miss: white space, rules, "none" for nothing at all."""
    return text == "none" or _GAP.fullmatch(text) is not None


def _told(kind: Kind, text: str) -> str:
    if kind is Kind.OPAQUE:
        return "".join(text.split())
    if kind is Kind.TABLE:
        return "".join(characters(shown(cell)) for row in rows(text) for cell in row)
    return characters(tuple(each._replace(style=Style.PLAIN, href="") for each in shown(text)))
