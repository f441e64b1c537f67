"""Pieces: the blocks of a text, and the labelled lines inside them, before anyone knows what they are."""

import re
from functools import lru_cache
from typing import NamedTuple

from zerodraft.core.text.label import Label, Style, label_at
from zerodraft.core.text.markdown import Block, Shape, blocks
from zerodraft.core.text.words import fold

_HEADING_MARK = re.compile(r" {0,3}#{1,6}(?=[ \t]|$)")
_UNDERLINE = re.compile(r"\r?\n[ \t]*(?:=+|-+)$")
_LATER_LINE = re.compile(r"\r?\n(?=[ \t]*(?:[*_]{0,2}(?:\(|[a-z]{1,5}[.)\\]|\d|OP|PP)|\[\^|<sup>|[—–_-]{2}))")
_DASH_LINE = re.compile(r"[ \t]*[—–_-]{2,}[ \t\r]*(?:\n|$)")
_DASH_SIGNS = "—–_- \t"
_CLAUSE_END = re.compile(r"(?:[:;,.]|\b(?:and|or|dan|atau))[*_ \t\u00a0]*$")
_BOLD_LINE = re.compile(r"(?:\*\*[^*]*[^*:;,.\s]\s*\*\*|__[^_]*[^_:;,.\s]\s*__)")
_COUNTED = (Style.NUMBER, Style.OPERATIVE)


class Piece(NamedTuple):
    """A block, or a labelled line of one: `start` to `end` in the source, its typed number, its words.

    `level` is the level of a heading, or the depth in lists. The places in `label` count from `start`.
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
    found: list[Piece] = []
    paragraph = Shape.PARAGRAPH
    for block in blocks(source, start):
        shape, first, last, level = block
        if shape is not paragraph:
            found.append(_other(source, block))
        elif source[first] in _DASH_SIGNS or source.find("\n", first, last) >= 0:
            found += _lines(source, block)
        else:
            # One line, as we write it: read here, because each call costs 2 % of the whole reading.
            label, text = read_line(source[first:last])
            if text or label:
                found.append(Piece(shape, first, last, level, label, text))
    return _with_bold_headings(found)


def _with_bold_headings(found: list[Piece]) -> list[Piece]:
    """Texts without headings often set section titles in bold: two or more such lines are headings."""
    heading = Shape.HEADING
    if any(piece.shape is heading for piece in found):
        return found
    bold = {index for index, piece in enumerate(found) if piece.is_bold_line}
    if len(bold) < 2:
        return found
    return [
        piece._replace(shape=Shape.HEADING, level=2, text=piece.text.strip("*_ ")) if index in bold else piece
        for index, piece in enumerate(found)
    ]


def _other(source: str, block: Block) -> Piece:
    """A heading, a rule, or what only Markdown's grammar can read; the text of a table keeps its line ends."""
    if block.shape is Shape.HEADING:
        return _heading(source, block)
    kept = block.shape in (Shape.TABLE, Shape.OPAQUE)
    return Piece(block.shape, block.start, block.end, 0, None, source[block.start : block.end] if kept else "")


def _heading(source: str, block: Block) -> Piece:
    raw = source[block.start : block.end]
    mark = _HEADING_MARK.match(raw)
    words = _without_closing_marks(raw[mark.end() :]) if mark else _UNDERLINE.sub("", raw)
    return Piece(Shape.HEADING, block.start, block.end, block.level, None, fold(words))


def _without_closing_marks(words: str) -> str:
    """`## Data ##` closes with marks; in `## C#` the mark is part of the word."""
    bare = words.rstrip(" \t").rstrip("#")
    return bare if bare.endswith((" ", "\t")) else words


def _lines(source: str, block: Block) -> list[Piece]:
    """The paragraph, or the labelled lines of one that was typed without blank lines."""
    end = block.end
    start, found = _past_dashes(source, block.start, end)
    if source.find("\n", start, end) >= 0:
        label = label_at(source, start, end)
        for line_end in _LATER_LINE.finditer(source, start, end):
            if line_end.end() <= start:
                continue
            after, rules = _past_dashes(source, line_end.end(), end)
            later = label_at(source, after, end)
            line_before = source[max(start, line_end.start() - 40) : line_end.start()]
            if rules or _opens(later, label, line_before):
                found += _piece(source, block, start, line_end.start()) + rules
                start, label = after, later
    return found + _piece(source, block, start, end)


def _past_dashes(source: str, start: int, end: int) -> tuple[int, list[Piece]]:
    """The place after the lines of dashes that stand at `start`, and these lines as rules."""
    rules: list[Piece] = []
    while start < end and source[start] in _DASH_SIGNS and (line := _DASH_LINE.match(source, start, end)):
        rules.append(Piece(Shape.RULE, start, line.end(), 0, None, ""))
        start = line.end()
    return start, rules


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


def _piece(source: str, block: Block, start: int, end: int) -> list[Piece]:
    """One piece, none for lines that hold only white space."""
    label, text = read_line(source[start:end])
    return [Piece(Shape.PARAGRAPH, start, end, block.level, label, text)] if text or label else []


def read_line(lines: str) -> tuple[Label | None, str]:
    """Typed number and words."""
    label = label_at(lines, 0, len(lines))
    return label, _folded(lines if label is None else lines[: label.start] + lines[label.end :])


@lru_cache(maxsize=8192)
def _folded(words: str) -> str:
    """The same words in two versions, as most are, stand in memory once, and so does what they are found by."""
    folded = fold(words)
    return words if folded == words else folded
