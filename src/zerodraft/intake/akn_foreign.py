"""Akoma Ntoso that others wrote, as lines of Markdown: whatever the elements are called, their words come in order.

A title, headings with their levels, numbers as they are printed, lists by their numbers. What the title block says
besides the title is no part of the text.
"""

import re
from collections.abc import Iterator

from zerodraft.core.text import block_writing
from zerodraft.core.text.respelling import Shown, guarded, spelled
from zerodraft.intake.akn_blocks import Line
from zerodraft.intake.akn_words import Element, Reader, local

_PARTS = (
    "preamble",
    "body",
    "mainBody",
    "debateBody",
    "judgmentBody",
    "amendmentBody",
    "collectionBody",
    "portionBody",
)
_WORDS = frozenset({"p", "block", "listIntroduction", "listWrapUp", "docTitle", "longTitle", "crossHeading", "span"})
_HEADINGS = frozenset({"heading", "subheading"})
_PASSED_OVER = frozenset({"meta", "coverPage", "num", "heading", "subheading", "toc", "img", "foreign", "components"})
_TOP = 2
_DEEPEST = 6
_NUMBER = re.compile(r"(\d{1,4})[.)]?")
_LETTER = re.compile(r"\(?([a-z]{1,2}|[ivxl]{1,6}|\d{1,3})[.)]{1,2}")
_BULLET = re.compile(r"[-–—•*·‣◦]")
_RULE = "\n\n---\n\n"


def foreign_lines(document: Element, reader: Reader) -> Iterator[Line]:
    """The blocks of a text."""
    walk = _Walk(reader)
    title = _title(document, reader)
    if title:
        yield Line(block_writing.heading(1, spelled(title)))
    for part in document:
        if local(part) in _PARTS:
            yield from walk.inside(part, _TOP)
    for part in document:
        if local(part) in ("conclusions", "attachments"):
            lines = list(walk.inside(part, _TOP))
            yield from (line._replace(before=_RULE) if not place else line for place, line in enumerate(lines))


def _title(document: Element, reader: Reader) -> tuple[Shown, ...]:
    """The title as the file names it, else what stands in the title block."""
    preface = next((each for each in document if local(each) == "preface"), None)
    inside = [each for each in (preface.iter() if preface is not None else ()) if isinstance(each.tag, str)]
    blocks = [each for each in inside if local(each) in ("p", "block")]
    named = [each for each in inside if local(each) == "docTitle"]
    titled = [each for each in blocks if "title" in f"{_named(each)} {_named(each.getparent())}"]
    return next((words for found in (named, titled, blocks[-1:]) if (words := reader.words(*found))), ())


def _named(element: Element | None) -> str:
    return "" if element is None else f"{element.get('name', '')} {element.get('class', '')}".casefold()


class _Walk:
    """Goes through elements in order. A number waits for the first words of its paragraph."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._number = ""

    def inside(self, element: Element, level: int) -> Iterator[Line]:
        """`level` is that of the next heading."""
        for child in element:
            if isinstance(child.tag, str) and local(child) not in _PASSED_OVER:
                yield from self._element(child, level)

    def _element(self, element: Element, level: int) -> Iterator[Line]:
        name = local(element)
        if self._reader.is_cited(element):
            return
        if name == "table":
            yield from self._table(element)
        elif name in ("ul", "ol"):
            yield from self._list(element, name == "ul")
        elif name in _WORDS:
            yield from self._block(element, level)
        else:
            deeper = level
            for heading in self._opened(element):
                deeper = min(level + 1, _DEEPEST)
                yield Line(block_writing.heading(level, spelled(heading)))
            yield from self.inside(element, deeper)

    def _opened(self, element: Element) -> Iterator[tuple[Shown, ...]]:
        """The heading of an element; its number goes before it, or waits for the words."""
        number = next((each for each in element if local(each) == "num"), None)
        printed = self._reader.words(number) if number is not None else ()
        headings = [each for each in element if local(each) in _HEADINGS]
        words = self._reader.words(*headings)
        if words:
            yield (*printed, Shown(" "), *words) if printed else words
        elif printed:
            self._number = "".join(each.text for each in printed)

    def _block(self, element: Element, level: int) -> Iterator[Line]:
        if local(element) == "crossHeading":
            yield Line(block_writing.heading(level, spelled(self._reader.words(element))))
            return
        if any(isinstance(each.tag, str) and local(each) in (*_WORDS, "ul", "ol", "table") for each in element):
            yield from self.inside(element, level)
            return
        words = self._reader.words(element)
        if words:
            yield self._numbered(words)

    def _numbered(self, words: tuple[Shown, ...]) -> Line:
        number, self._number = self._number, ""
        label = number_of(number)
        if number and not label:
            words = (Shown(f"{number} "), *words)
        text = spelled(words)
        return Line(block_writing.item(label, text) if label else guarded(text))

    def _table(self, element: Element) -> Iterator[Line]:
        rows = [list(self._cells(row)) for row in element.iterdescendants() if local(row) == "tr"]
        width = max(map(len, rows), default=0)
        if width:
            yield Line(block_writing.table([(*row, *[""] * (width - len(row))) for row in rows]))

    def _cells(self, row: Element) -> Iterator[str]:
        for cell in row:
            if local(cell) in ("td", "th"):
                yield spelled(self._reader.words(cell), in_cell=True)
                span = str(cell.get("colspan", ""))
                yield from [""] * (min(int(span), 200) - 1 if span.isdecimal() and len(span) < 4 else 0)

    def _list(self, element: Element, is_bulleted: bool) -> Iterator[Line]:
        for place, child in enumerate((each for each in element if local(each) == "li"), 1):
            inner = [each for each in child if isinstance(each.tag, str) and local(each) in ("ul", "ol")]
            own = self._own_words(child, inner)
            if own:
                sign = "-" if is_bulleted else f"({child.get('value') or place})"
                yield Line(block_writing.item(sign, spelled(own)))
            for each in inner:
                yield from self._list(each, local(each) == "ul")

    def _own_words(self, item: Element, inner: list[Element]) -> tuple[Shown, ...]:
        """The words of an item without those of the lists in it."""
        for each in inner:
            item.remove(each)
        return self._reader.words(item)


def number_of(printed: str) -> str:
    """A number as our texts type it: `3.`, `(a)`, `-`; "" for one that they don't know."""
    bare = "".join(printed.split())
    if found := _NUMBER.fullmatch(bare):
        return f"{found[1]}."
    if found := _LETTER.fullmatch(bare):
        return f"({found[1]})"
    return "-" if _BULLET.fullmatch(bare) else ""
