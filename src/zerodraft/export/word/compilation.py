"""A compilation as a Word document: inline; by paragraph, the proposals below; on turned pages a table of paragraphs by
delegations. What is open stands in brackets with its names, and is no tracked change: one run has one author."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zerodraft.core.comparison.changes import Op, after, before
from zerodraft.core.negotiation.compilation_rows import InlineRow, Said, TableRow, Told, inline_rows, paragraph_rows
from zerodraft.core.negotiation.compilation_rows import table as told_in_table
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.draft import Paragraph as Text
from zerodraft.core.text.position import Stance
from zerodraft.export.compiled import CompilationSheet, Layout, attribution, excerpt, not_placed, stance, what
from zerodraft.export.shown_words import compared
from zerodraft.export.word.clean import Shown, Writer, frame_of
from zerodraft.export.word.document import (
    Block,
    Cited,
    Content,
    Document,
    Form,
    Look,
    Paragraph,
    Role,
    Row,
    Table,
    Words,
)
from zerodraft.export.word.frame import WIDE
from zerodraft.export.word.roles import Playing, played
from zerodraft.export.word.shown import merged
from zerodraft.export.word.writing import write_word

_MOST = 6
"""Delegations beside each other; the words of more are too narrow to be read."""
_FIRST = 1290
"""The width of the column with the numbers, in twentieths of a point."""
_ROLES = {Op.INSERTED: Role.ADDED, Op.DELETED: Role.STRUCK, Op.KEPT: Role.TEXT}


def compilation_word(sheet: CompilationSheet) -> bytes:
    """The compilation as a file."""
    return write_word(compilation_document(sheet))


def compilation_document(sheet: CompilationSheet) -> Document:
    """Law of the inline layout: without what is offered it is the text."""
    layouts = {Layout.INLINE: _inline, Layout.PARAGRAPHS: _paragraphs, Layout.TABLE: _table}
    return layouts[sheet.layout](sheet)


def _document(sheet: CompilationSheet, writer: Writer, found: Sequence[Shown]) -> Document:
    tray: Sequence[Shown] = [(None, each) for each in _tray(sheet)]
    return writer.document([*found, *tray], frame_of(sheet.sheet, sheet.words.compilation))


# --- inline ---------------------------------------------------------------------------------------


def _inline(sheet: CompilationSheet) -> Document:
    draft = sheet.sheet.draft
    rows = list(inline_rows(sheet.compilation, attributed=sheet.attributed))
    words = {row.ordinal: row.words for row in rows if row.ordinal is not None}
    compiled = replace(
        draft, paragraphs=tuple(each._replace(text=words.get(each.ordinal, each.text)) for each in draft.paragraphs)
    )
    writer = Writer(sheet.sheet, compiled)
    found = [_row(writer, row, playing) for row, playing in zip(rows, played(rows), strict=True)]
    return _document(sheet, writer, [*filter(None, found), *writer.uncited()])


def _row(writer: Writer, row: InlineRow, playing: Playing) -> Shown | None:
    """None for a note, which stands where it is cited."""
    if row.ordinal is None:
        return None, Paragraph(_content(writer, playing), Look(Form.OFFERED))
    paragraph = writer.sheet.draft.paragraphs[row.ordinal]
    if paragraph.kind is Kind.FOOTNOTE:
        return None
    return row.ordinal, _block(writer, paragraph, playing)


def _block(writer: Writer, paragraph: Text, playing: Playing) -> Block:
    is_block = paragraph.kind in (Kind.TABLE, Kind.OPAQUE)
    return writer.block(paragraph, None if is_block else _content(writer, playing))


def _content(writer: Writer, playing: Playing) -> Content:
    there = [(atom, role) for atom, role in playing if atom.text]
    pieces = writer.notes.content(atom for atom, _ in there)
    roles = (role for _, role in there)
    return merged(
        piece._replace(role=role) if isinstance(piece, Words) else piece
        for piece, role in zip(pieces, roles, strict=True)
    )


# --- by paragraph ---------------------------------------------------------------------------------


def _paragraphs(sheet: CompilationSheet) -> Document:
    writer, paragraphs = Writer(sheet.sheet), sheet.sheet.draft.paragraphs
    plays = list(played([InlineRow(each.ordinal, each.ordinal, each.text) for each in paragraphs]))
    found: list[Shown] = []
    for row in paragraph_rows(sheet.compilation):
        if row.ordinal >= 0 and paragraphs[row.ordinal].kind is not Kind.FOOTNOTE:
            found.append((row.ordinal, _block(writer, paragraphs[row.ordinal], plays[row.ordinal])))
        found += ((None, _told(sheet, each)) for each in row.told)
    return _document(sheet, writer, [*found, *writer.uncited()])


def _told(sheet: CompilationSheet, told: Told) -> Paragraph:
    """Who proposes what, and below it the words."""
    named = attribution(sheet, told)
    head = [Words(f"{named}: ", role=Role.OFFERED_NAMES)] if named else []
    words = _redline(told)
    return _offered(*head, Words(what(sheet, told)), *((Words("\n"), *words) if words else ()))


def _redline(told: Told) -> Content:
    """The words with what is put in and taken out; () where only the place changes."""
    old, new = (text.replace("\n", " ¶ ") for text in (before(told.runs), after(told.runs)))
    if old == new:
        return ()
    return merged(Words(each.text, each.style, role=_ROLES[op]) for op, each in compared(old, new))


def _offered(*content: Words | Cited) -> Paragraph:
    return Paragraph(content, Look(Form.OFFERED))


# --- a table --------------------------------------------------------------------------------------


def _table(sheet: CompilationSheet) -> Document:
    blocks: list[Block] = []
    title = sheet.sheet.title or sheet.sheet.draft.title
    if title:
        blocks.append(Paragraph((Words(title),), Look(Form.TITLE)))
    found = told_in_table(sheet.compilation)
    for first in range(0, len(found.delegations), _MOST):
        columns = range(first, min(first + _MOST, len(found.delegations)))
        names = [sheet.compilation.text.plates.name(found.delegations[at]) for at in columns]
        if first:
            blocks.append(Paragraph((), Look(Form.CELL)))
        blocks.append(_part(sheet, names, [(row, [row.cells[at] for at in columns]) for row in found.rows]))
    document = _document(sheet, Writer(sheet.sheet), [(None, each) for each in blocks])
    return replace(document, is_wide=True, has_line_numbers=False, properties=(), is_tracking=False)


def _part(
    sheet: CompilationSheet, names: Sequence[str], rows: Sequence[tuple[TableRow, Sequence[Sequence[Said]]]]
) -> Table:
    """A part of the delegations, and the paragraphs on which they say something."""
    heads = (Words(each, role=Role.SIGN) for each in (sheet.words.paragraph, *names))
    written = [Row(tuple((each,) for each in heads), is_head=True)]
    for row, cells in rows:
        if any(cells):
            cite = sheet.sheet.numbers[max(0, row.ordinal)].cite if sheet.sheet.numbers else ""
            written.append(Row(((Words(cite, role=Role.SIGN),), *(tuple(_cell(sheet, each)) for each in cells))))
    return Table(tuple(written), (_FIRST, *[(WIDE - _FIRST) // len(names)] * len(names)))


def _cell(sheet: CompilationSheet, cell: Sequence[Said]) -> Iterator[Words]:
    for place, said in enumerate(cell):
        if place:
            yield Words("\n")
        if said.stance is not Stance.PROPOSE:
            yield Words(stance(said, sheet.compilation.text.language))
            continue
        yield Words(said.told.entry.tabled.proposal.number, role=Role.SIGN)
        words = [Words(text.replace("\n", " ¶ "), role=_ROLES[op]) for op, text in excerpt(said.told.runs)]
        yield Words(f", {what(sheet, said.told)}{': ' if words else ''}")
        yield from words


def _tray(sheet: CompilationSheet) -> Iterator[Paragraph]:
    """What stands in no bracket, with its words and why."""
    found = list(not_placed(sheet))
    if found:
        yield _offered(Words(sheet.words.not_placed, role=Role.OFFERED_SIGN))
    for head, words, reason in found:
        told = (Words(f"\n{words}"),) if words else ()
        yield _offered(Words(head, role=Role.OFFERED_NAMES), Words(f" ({reason})"), *told)
