"""An edited copy of the text, in Markdown or as plain words: nothing is marked in it, it just reads otherwise."""

import re
from collections.abc import Iterator

from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.table import rows
from zerodraft.intake.marked import Block, Marked, Run, Shape, Sort

# Signs that a plain text seldom holds: a heading, an emphasised word at the beginning of a line, a footnote.
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\[\^[^\]\s]+\]:|(\*\*?|__?)[^\W_][^*_\n]*\1[\s,.;:])", re.MULTILINE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE = re.compile(r"([⁰¹²³⁴-⁹]{1,4})\s+(?=\S)")
_CITED = re.compile(r"(?<=[^\s⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{1,4}")


def looks_like_markdown(source: str) -> bool:
    """Whether a text whose file name doesn't tell has Markdown's signs in it."""
    return _MARKDOWN.search(source) is not None


def read_markdown(source: str) -> Marked:
    """An edited copy in Markdown. Never refuses, whatever the text."""
    draft = read_draft(source)
    return Marked(_notes_last(_blocks(draft)), is_markdown=True)


def read_plain_text(source: str) -> Marked:
    """An edited copy in plain words, as our own export prints it or a mail brings it: asterisks are asterisks."""
    blocks = list(_blocks(read_draft(source)))
    names = {found[1] for block in blocks if (found := _NOTE.match(block.text))}
    return Marked(_notes_last(_with_notes(block, names) for block in blocks))


def shape_of(paragraph: Paragraph) -> Shape:
    """What a paragraph of a Markdown text would look like in a word processor."""
    match paragraph.kind:
        case Kind.TITLE:
            return Shape(Sort.HEADING, 1)
        case Kind.HEADING:
            return Shape(Sort.HEADING, max(2, paragraph.level))
        case Kind.SUB:
            return Shape(Sort.LIST, paragraph.level, paragraph.label.removeprefix("-"))
        case Kind.FOOTNOTE:
            return Shape(Sort.NOTE)
        case Kind.TABLE:
            return Shape(Sort.CELL)
        case _:
            return Shape(Sort.LIST if paragraph.label else Sort.BODY, 0, paragraph.label)


def _blocks(draft: Draft) -> Iterator[Block]:
    tables = 0
    for paragraph in draft.paragraphs:
        shape = shape_of(paragraph)
        if paragraph.kind is Kind.TABLE:
            yield from _cells(paragraph, tables)
            tables += 1
        elif paragraph.kind is Kind.FOOTNOTE:
            yield _block(paragraph.text, shape, (paragraph.label.removeprefix("^"),))
        else:
            yield _block(" ".join(paragraph.text.split()), shape)


def _cells(paragraph: Paragraph, table: int) -> Iterator[Block]:
    for row, cells in enumerate(rows(paragraph.text)):
        for column, cell in enumerate(cells):
            yield _block(cell, Shape(Sort.CELL), (table, row, column))


def _block(text: str, shape: Shape, place: tuple[int | str, ...] = ()) -> Block:
    return Block((Run(text),), shape=shape, former=shape, place=place)


def _with_notes(block: Block, names: set[str]) -> Block:
    """Raised numbers are references to the notes that stand at the end under the same numbers."""
    text = block.text
    if found := _NOTE.match(text):
        return _block(text[found.end() :], Shape(Sort.NOTE), (found[1].translate(_RAISED),))
    cited = _CITED.sub(lambda sign: f"[^{sign[0].translate(_RAISED)}]" if sign[0] in names else sign[0], text)
    return block if cited == text else _block(cited, block.shape, block.place)


def _notes_last(blocks: Iterator[Block]) -> tuple[Block, ...]:
    return tuple(sorted(blocks, key=lambda block: block.shape.sort is Sort.NOTE))
