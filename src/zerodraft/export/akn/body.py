"""The parts of a text as elements: preamble and closing as blocks, the operative part as sections and paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import ASIDE, Kind, Part
from zerodraft.core.text.respelling import Shown
from zerodraft.export.akn.units import Unit
from zerodraft.export.akn.words import NUMBER, Modified, Pen, Word
from zerodraft.export.akn.xml import Element, hint, put, say

_BLOCKS = {
    Kind.TITLE: "heading",
    Kind.HEADING: "heading",
    Kind.FOOTNOTE: "footnote",
    Kind.PREAMBULAR: "preamble",
}
_HOLDERS = {Kind.TABLE: "table", Kind.FOOTNOTE: "footnote"}


def write_parts(document: Element, units: Sequence[Unit], pen: Pen) -> Element | None:
    """Preamble, main body and conclusions; these last are given back, None where the text has no closing. Parts follow
    each other in the order of the text."""
    parts = {part: list(group) for part, group in groupby(units, key=lambda unit: unit.part)}
    if preamble := parts.get(Part.PREAMBLE):
        container = put(
            put(document, "preamble"), "container", name="preambularParagraphs", eId="preamble__container_1"
        )
        _Flow(pen).write(container, preamble)
    body = put(document, "mainBody")
    _Sections(pen, body).write(parts.get(Part.OPERATIVE, []))
    if not len(body):
        put(body, "p")
    if closing := parts.get(Part.CLOSING):
        conclusions = put(document, "conclusions")
        _Flow(pen).write(put(conclusions, "container", name="closing", eId="conclusions__container_1"), closing)
        return conclusions
    return None


def name(element: Element, unit: Unit) -> None:
    """The names of a paragraph's element, what became of it, and how it was typed."""
    values = {"eId": unit.name, "wId": unit.permanent, "GUID": unit.guid}
    values["status"] = "removed" if unit.op is Op.DELETED else ""
    for key, value in values.items():
        if value:
            element.set(key, value)
    hint(element, **unit.hints)


def _followed(units: Sequence[Unit]) -> Iterator[tuple[Unit, int]]:
    """Each unit with its level in lists: that of the next item for what stands between items, -1 for none."""
    levels: list[int] = []
    level = -1
    for unit in reversed(units):
        if unit.kind not in ASIDE:
            level = unit.level if unit.kind is Kind.SUB else -1
        levels.append(level if unit.kind in ASIDE or unit.kind is Kind.SUB else -1)
    yield from zip(units, reversed(levels), strict=True)


def _block(parent: Element, unit: Unit, pen: Pen) -> Element:
    """A paragraph by itself, without its names."""
    if unit.kind is Kind.TABLE:
        table = put(parent, "table")
        for number, cells in enumerate(unit.cells):
            row = put(table, "tr")
            for cell in cells:
                pen.write(put(put(row, "td" if number else "th"), "p"), cell, unit.name)
        return table
    if unit.kind is Kind.OPAQUE:
        block = put(parent, "block", name="quotation" if unit.is_quoted else "verbatim")
        target = block if unit.op is Op.KEPT else pen.change(block, Modified(unit.op, "", unit.name, None))
        for number, line in enumerate(unit.lines):
            if number:
                put(target, "eol")
            say(target, line)
        return block
    block = put(parent, "block", name=_BLOCKS.get(unit.kind, "closing" if unit.part is Part.CLOSING else "paragraph"))
    pen.write(block, unit.words, unit.name)
    if unit.kind is Kind.FOOTNOTE:
        hint(block, label=unit.label)
    return block


class _Level(NamedTuple):
    level: int
    element: Element


class _Flow:
    """Blocks one after the other, and lists among them."""

    def __init__(self, pen: Pen) -> None:
        self._pen = pen
        self._open: list[_Level] = []

    def write(self, parent: Element, units: Sequence[Unit]) -> None:
        for unit, level in _followed(units):
            if unit.is_numbered:
                self._item(parent, unit)
                continue
            if unit.kind not in ASIDE or level < 0:
                self._open.clear()
            name(_block(self._open[-1].element if self._open else parent, unit, self._pen), unit)

    def _item(self, parent: Element, unit: Unit) -> None:
        while self._open and self._open[-1].level > unit.level:
            self._open.pop()
        if self._open and self._open[-1].level == unit.level:
            items = self._open.pop().element.getparent()
        else:
            items = put(self._open[-1].element if self._open else parent, "blockList")
        assert items is not None
        item = put(items, "item", class_=None if unit.kind is Kind.SUB else "numbered")
        name(item, unit)
        _number(item, unit, self._pen)
        self._pen.write(put(item, "p"), unit.words, unit.name)
        self._open.append(_Level(unit.level, item))


class _Sections:
    """Sections, paragraphs in them, and lists in paragraphs."""

    def __init__(self, pen: Pen, body: Element) -> None:
        self._pen = pen
        self._body = body
        self._host = body
        self._open: list[_Level] = []

    def write(self, units: Sequence[Unit]) -> None:
        for unit, level in _followed(units):
            if unit.kind in (Kind.HEADING, Kind.TITLE):
                self._heading(unit)
            elif unit.kind is Kind.SUB:
                self._point(unit)
            elif unit.kind in ASIDE:
                self._aside(unit, level)
            else:
                self._paragraph(unit)

    def _heading(self, unit: Unit) -> None:
        self._open.clear()
        if not unit.is_area:
            inside = self._host is not self._body
            heading = put(self._host, "crossHeading") if inside else put(self._body, "block", name="heading")
            name(heading, unit)
        else:
            self._host = put(self._body, "section")
            name(self._host, replace(unit, hints={}))
            heading = put(self._host, "heading", eId=f"{unit.name}__heading")
            hint(heading, **unit.hints)
        self._pen.write(heading, unit.words, unit.name)

    def _paragraph(self, unit: Unit) -> None:
        paragraph = put(self._host, "paragraph", class_=None if unit.number.printed else "unnumbered")
        name(paragraph, unit)
        _number(paragraph, unit, self._pen)
        self._pen.write(put(put(paragraph, "content"), "p"), unit.words, unit.name)
        self._open = [_Level(0, paragraph)]

    def _point(self, unit: Unit) -> None:
        point = put(self._list(unit.level), "point")
        name(point, unit)
        _number(point, unit, self._pen)
        self._pen.write(put(put(point, "content"), "p"), unit.words, unit.name)
        self._open.append(_Level(unit.level, point))

    def _aside(self, unit: Unit, level: int) -> None:
        if level < 0:
            self._open.clear()
        holder = put(
            self._host if level < 0 else self._list(level),
            "hcontainer",
            name=_HOLDERS.get(unit.kind, "quotation" if unit.is_quoted else "verbatim"),
        )
        name(holder, unit)
        _block(put(holder, "content"), unit, self._pen)

    def _list(self, level: int) -> Element:
        """The list in which a point of this level stands; the words of its paragraph become an introduction."""
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        above = self._open[-1].element if self._open else self._host
        last = above[-1] if len(above) else None
        if last is not None and last.tag.endswith("}list"):
            return last
        if last is None or not last.tag.endswith("}content"):
            return put(above, "list")
        above.remove(last)
        found = put(above, "list")
        introduction = put(found, "intro")
        introduction.extend(list(last))
        return found


def _number(parent: Element, unit: Unit, pen: Pen) -> None:
    """The number on paper; another one that it had before is deleted."""
    printed, former = unit.number.printed, unit.former
    if former is None or former == printed:
        if printed:
            say(put(parent, "num"), printed)
        return
    words = [Word(Shown(text), op) for op, text in ((Op.DELETED, former), (Op.INSERTED, printed)) if text]
    pen.write(put(parent, "num"), words, f"{unit.name}{NUMBER}")
