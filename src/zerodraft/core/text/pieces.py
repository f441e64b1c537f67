"""Pieces: the blocks of a text, and the labelled lines inside them, before anyone knows what they are."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.core.text.label import Label, Style, label_at
from zerodraft.core.text.markdown import Block, Shape, blocks
from zerodraft.core.text.words import fold

_ATX = re.compile(r" {0,3}#{1,6}[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*", re.DOTALL)
_UNDERLINE = re.compile(r"\r?\n[ \t]*(?:=+|-+)$")
_LATER_LINE = re.compile(r"\r?\n(?=[ \t]*(?:[*_]{0,2}(?:\(|[a-z]{1,5}[.)\\]|\d|OP|PP)|\[\^|<sup>|[—–_-]{2}))")
_DASH_SIGNS = "—–_- \t"
_DASHES = re.compile(r"[ \t]*[—–_-]{2,}[ \t\r]*")
_CLAUSE_END = re.compile(r"(?:[:;,.]|\b(?:and|or|dan|atau))[*_ \t\u00a0]*$")
_BOLD_LINE = re.compile(r"(?:\*\*[^*]*[^*:;,.\s]\s*\*\*|__[^_]*[^_:;,.\s]\s*__)")
_COUNTED = (Style.NUMBER, Style.OPERATIVE)


class Piece(NamedTuple):
    """A block, or a labelled line of one: `start` to `end` in the source, its typed number, its words.

    `level` is the level of a heading, or the depth in lists.
    """

    shape: Shape
    start: int
    end: int
    level: int
    label: Label | None
    text: str

    @property
    def counted(self) -> bool:
        """A typed number at the margin: `3.`, `OP5`."""
        return self.label is not None and self.label.style in _COUNTED and self.level == 0

    @property
    def is_bold_line(self) -> bool:
        """One bold line without an end mark, as titles and date lines are set."""
        return self.label is None and len(self.text) <= 200 and _BOLD_LINE.fullmatch(self.text) is not None


def pieces(source: str, start: int) -> list[Piece]:
    """The pieces of a source from code point `start` on, in order."""
    return _with_bold_headings([piece for block in blocks(source, start) for piece in _of_block(source, block)])


def _with_bold_headings(found: list[Piece]) -> list[Piece]:
    """Texts without headings often set section titles in bold: two or more such lines are headings."""
    if any(piece.shape is Shape.HEADING for piece in found):
        return found
    bold = {index for index, piece in enumerate(found) if piece.is_bold_line}
    if len(bold) < 2:
        return found
    return [
        piece._replace(shape=Shape.HEADING, level=2, text=piece.text.strip("*_ ")) if index in bold else piece
        for index, piece in enumerate(found)
    ]


def _of_block(source: str, block: Block) -> Iterator[Piece]:
    match block.shape:
        case Shape.HEADING:
            yield _heading(source, block)
        case Shape.TABLE | Shape.OPAQUE:
            yield Piece(block.shape, block.start, block.end, 0, None, source[block.start : block.end])
        case Shape.RULE | Shape.COMMENT:
            yield Piece(block.shape, block.start, block.end, 0, None, "")
        case Shape.PARAGRAPH:
            yield from _lines(source, block)


def _heading(source: str, block: Block) -> Piece:
    raw = source[block.start : block.end]
    atx = _ATX.fullmatch(raw)
    words = atx[1] if atx else _UNDERLINE.sub("", raw)
    return Piece(Shape.HEADING, block.start, block.end, block.level, None, fold(words))


def _lines(source: str, block: Block) -> Iterator[Piece]:
    start = block.start
    label = label_at(source, start, block.end)
    for found in _later_lines(source, block):
        later = label_at(source, found.end(), block.end)
        line_before = source[max(start, found.start() - 40) : found.start()]
        if _is_dashes(source, start, found.start()) or _opens(later, label, line_before):
            yield from _piece(source, block, (start, found.start()), label)
            start, label = found.end(), later
    yield from _piece(source, block, (start, block.end), label)


def _later_lines(source: str, block: Block) -> Iterator[re.Match[str]]:
    if source.find("\n", block.start, block.end) < 0:
        return iter(())
    return _LATER_LINE.finditer(source, block.start, block.end)


def _is_dashes(source: str, start: int, end: int) -> bool:
    return source[start] in _DASH_SIGNS and _DASHES.fullmatch(source, start, end) is not None


def _opens(label: Label | None, previous: Label | None, line_before: str) -> bool:
    """Does a typed number at the start of a line open a paragraph, or is the line only wrapped there?"""
    if label is None:
        return False
    if label.style is Style.NOTE:
        return True
    if not _CLAUSE_END.search(line_before):
        return False
    if label.style in (*_COUNTED, Style.PREAMBULAR):
        return previous is not None and previous.style is label.style and label.value - previous.value in (0, 1)
    return previous is not None or label.value == 1


def _piece(source: str, block: Block, lines: tuple[int, int], label: Label | None) -> Iterator[Piece]:
    start, end = lines
    if _is_dashes(source, start, end):
        yield Piece(Shape.RULE, start, end, 0, None, "")
        return
    words = source[start:end] if label is None else source[start : label.start] + source[label.end : end]
    if (text := fold(words)) or label:
        yield Piece(Shape.PARAGRAPH, start, end, block.level, label, text)
