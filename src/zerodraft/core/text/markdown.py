"""Blocks of a Markdown text: where each heading, paragraph, list item and table stands.

Most texts of conferences are headings and paragraphs between blank lines. Those are read by one
regular expression (50,000 words in 2 ms); lists, tables, quotations, fences and HTML go to
markdown-it, the only place that imports it. Both give the same blocks, which a law tests.
Indented code is switched off: delegations indent sub-paragraphs. Link reference definitions stay
paragraphs here, so that no line of the source is without a block.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class Shape(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    RULE = "rule"
    TABLE = "table"
    OPAQUE = "opaque"
    COMMENT = "comment"


class Block(NamedTuple):
    """One block: `start` to `end` in the source without the last line end.

    `level` is the level of a heading, or the depth of a list item: an ordered list at the margin
    holds paragraphs (0), a bullet list sub-paragraphs (1), and each list inside adds one.
    """

    shape: Shape
    start: int
    end: int
    level: int = 0


# A line that only Markdown's own grammar can judge, and a line inside a block that would end it.
# Each pattern begins with the line end: a search for a fixed character, 20 times faster than `^`.
_NUMBER = r"\d{1,9}[.)]"
_SIGNS = r"(?:[>|<]|[-*+](?:[ \t]|$|\n)|```|~~~|[-=_*:|][-=_*:| \t]*(?:\n|$))"
_MARKUP_LINE = (
    rf"[ \t]*{_SIGNS}"
    rf"|[ \t]+{_NUMBER}|{_NUMBER}[ \t]*(?:{_SIGNS}|\n[ \t]*[^\s]|\#|{_NUMBER})|(?: {{0,3}}\t| {{4}})[ \t]*\#"
    r"| {0,3}\#{1,6}(?:[ \t][^\n]*)?\n[ \t]*[^\s]"
)
_FIRST_NEEDS_PARSER = re.compile(_MARKUP_LINE)
_NEEDS_PARSER = re.compile(rf"\n(?:{_MARKUP_LINE}|(?<!\n\n)[ \t]*(?:\#|{_NUMBER}))")
_PLAIN_BLOCK = re.compile(r"\S[^\n]*(?:\n[ \t]*[^ \t\n][^\n]*)*")
_MAY_BE_HEADING = "# "
_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t\n]|$)")
_HTML_COMMENT = re.compile(r"(?:\s*<!--(?:(?!-->).)*-->)+\s*", re.DOTALL)
_LINE_END = re.compile(r"\r\n?|\n")


def blocks(source: str, start: int) -> Iterator[Block]:
    """The blocks of `source` from code point `start` on, in order."""
    if _is_plain(source, start):
        return _plain_blocks(source, start)
    return _parsed_blocks(source, start)


def _is_plain(source: str, start: int) -> bool:
    if source.find("\r", start) >= 0 or _FIRST_NEEDS_PARSER.match(source, start):
        return False
    return not _NEEDS_PARSER.search(source, start)


def _plain_blocks(source: str, start: int) -> Iterator[Block]:
    paragraph = Shape.PARAGRAPH
    for found in _PLAIN_BLOCK.finditer(source, start):
        first, last = found.span()
        if first > start and source[first - 1] in " \t":
            first = max(start, source.rfind("\n", start, first) + 1)
        while source[last - 1] in " \t":
            last -= 1
        if source[first] in _MAY_BE_HEADING and (heading := _HEADING.match(source, first)):
            yield Block(Shape.HEADING, first, last, len(heading[1]))
        else:
            yield Block(paragraph, first, last)


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["code", "reference"])


def _parsed_blocks(source: str, start: int) -> Iterator[Block]:
    text = _LINE_END.sub("\n", source[start:]).replace("\0", "\ufffd")
    tokens: list[Token] = []
    parser = _parser()
    parser.block.parse(text, parser, {}, tokens)
    return _blocks_of(tokens, _Lines(source, start))


class _Lines:
    """From markdown-it's line numbers to code points of the source."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.starts = [start, *(found.end() for found in _LINE_END.finditer(source, start))]

    def stretch(self, lines: list[int]) -> tuple[int, int]:
        first = self.starts[lines[0]]
        last = self.starts[lines[1]] if lines[1] < len(self.starts) else len(self.source)
        return first, first + len(self.source[first:last].rstrip("\r\n \t"))


_BULLETS = "bullet_list_open"
_LISTS = (_BULLETS, "ordered_list_open")
_SHAPES = {
    "table_open": Shape.TABLE,
    "fence": Shape.OPAQUE,
    "blockquote_open": Shape.OPAQUE,
    "html_block": Shape.OPAQUE,
    "hr": Shape.RULE,
    "heading_open": Shape.HEADING,
    "paragraph_open": Shape.PARAGRAPH,
}


def _blocks_of(tokens: "list[Token]", lines: _Lines) -> Iterator[Block]:
    lists: list[str] = []
    covered = -1
    for token, following in zip_longest(tokens, tokens[1:]):
        if token.type in _LISTS:
            lists.append(token.type)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        # A number typed for a paragraph that is still to be written holds no paragraph.
        empty = token.type == "list_item_open" and following.type == "list_item_close"
        shape = Shape.PARAGRAPH if empty else _SHAPES.get(token.type)
        if shape is None or token.map is None or token.map[0] < covered:
            continue
        if shape in (Shape.TABLE, Shape.OPAQUE):
            covered = token.map[1]
        first, last = lines.stretch(token.map)
        if token.type == "html_block" and _HTML_COMMENT.fullmatch(lines.source, first, last):
            shape = Shape.COMMENT
        level = int(token.tag[1]) if shape is Shape.HEADING else _depth(lists)
        yield Block(shape, first, last, level)


def _depth(lists: list[str]) -> int:
    if not lists:
        return 0
    return len(lists) - 1 + (lists[0] == _BULLETS)
