"""A compilation as a paper: inline; by paragraph, the proposals below; on turned pages paragraphs by delegations."""

from collections.abc import Iterator
from dataclasses import replace

from zerodraft.core.comparison.changes import Op, after, before
from zerodraft.core.negotiation.compilation_rows import Said, Told, inline_rows, paragraph_rows, table
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.position import Stance
from zerodraft.export.compiled import CompilationSheet, Layout, attribution, excerpt, not_placed, stance, what
from zerodraft.export.pdf.clean import Setting, framed, paragraph_blocks, uncited
from zerodraft.export.pdf.paper import (
    NO_NOTES,
    Block,
    Paper,
    Piece,
    Pieces,
    block,
    line,
    merged,
    piece,
    pieces,
    plain,
)
from zerodraft.export.pdf.tables import TURNED, tables
from zerodraft.export.shown_words import compared


def compilation_paper(sheet: CompilationSheet) -> Paper:
    """The text with all that is open, and what could not be placed in it."""
    layouts = {Layout.INLINE: _inline, Layout.PARAGRAPHS: _paragraphs, Layout.TABLE: _table}
    blocks = (*layouts[sheet.layout](sheet), *_tray(sheet))
    paper = framed(sheet.sheet, blocks, sheet.words.compilation)
    if sheet.layout is not Layout.TABLE:
        return paper
    title = () if any(each["k"] == "title" for each in paper.blocks) else (block("title", (paper.title,)),)
    return replace(paper, blocks=(*title, *paper.blocks), is_wide=True)


def _inline(sheet: CompilationSheet) -> Iterator[Block]:
    draft = sheet.sheet.draft
    setting = _setting(sheet)
    for row in inline_rows(sheet.compilation, attributed=sheet.attributed):
        if row.ordinal is None:
            yield block("plain", pieces(read_inline(row.words), setting.notes))
            continue
        paragraph = draft.paragraphs[row.ordinal]._replace(text=row.words)
        if paragraph.kind is not Kind.FOOTNOTE:
            yield from paragraph_blocks(paragraph, sheet.sheet.numbers[row.ordinal], setting)
    yield from (*uncited(draft, setting.notes), *setting.talk.elsewhere())


def _paragraphs(sheet: CompilationSheet) -> Iterator[Block]:
    draft = sheet.sheet.draft
    setting = _setting(sheet)
    for row in paragraph_rows(sheet.compilation):
        if row.ordinal >= 0 and draft.paragraphs[row.ordinal].kind is not Kind.FOOTNOTE:
            paragraph = draft.paragraphs[row.ordinal]
            yield from paragraph_blocks(paragraph, sheet.sheet.numbers[row.ordinal], setting)
        yield from (_told(sheet, each) for each in row.told)
    yield from (*uncited(draft, setting.notes), *setting.talk.elsewhere())


def _setting(sheet: CompilationSheet) -> Setting:
    """What was said of words stands below the paragraph: inside brackets its words have other places."""
    threads = tuple(replace(each, start=0, end=0) for each in sheet.sheet.threads)
    return Setting.of(replace(sheet.sheet, threads=threads))


def _told(sheet: CompilationSheet, told: Told) -> Block:
    """Who proposes what, and below it the words."""
    named = attribution(sheet, told)
    head: Pieces = (("b", line(f"{named}: "), ""), line(what(sheet, told))) if named else (line(what(sheet, told)),)
    words = _redline(told)
    return block("told", lines=[head, words] if words else [head])


def _redline(told: Told) -> Pieces:
    """The words with their marks; () where only the place changes."""
    sides = (text.replace("\n", " ¶ ") for text in (before(told.runs), after(told.runs)))
    found = list(compared(*sides))
    if all(op is Op.KEPT for op, _ in found):
        return ()
    return merged(piece(each, NO_NOTES, op) for op, each in found)


def _table(sheet: CompilationSheet) -> Iterator[Block]:
    found = table(sheet.compilation)
    plates = sheet.compilation.text.plates
    heads: list[Pieces] = [(line(each),) for each in (sheet.words.paragraph, *map(plates.name, found.delegations))]
    rows = [heads]
    for row in found.rows:
        cite = sheet.sheet.numbers[max(0, row.ordinal)].cite if sheet.sheet.numbers else ""
        rows.append([(line(cite),), *(tuple(_cell(sheet, cell)) for cell in row.cells)])
    if found.rows:
        yield from tables(rows, TURNED, is_sparse=True)


def _cell(sheet: CompilationSheet, cell: tuple[Said, ...]) -> Iterator[Piece]:
    for place, said in enumerate(cell):
        if place:
            yield "\n"
        if said.stance is not Stance.PROPOSE:
            yield line(stance(said, sheet.compilation.text.language))
            continue
        yield "b", line(said.told.entry.tabled.proposal.number), ""
        yield line(f", {what(sheet, said.told)}")
        words = tuple(plain(text.replace("\n", " ¶ "), op) for op, text in excerpt(said.told.runs))
        yield from ((": ", *words) if words else ())


def _tray(sheet: CompilationSheet) -> Iterator[Block]:
    found = list(not_placed(sheet))
    if found:
        yield block("heading", (line(sheet.words.not_placed),), l=1)
    for head, words, reason in found:
        lines = [(line(each),) for each in words.split("\n") if each]
        yield block("told", lines=[(("b", line(head), ""), line(f" ({reason})")), *lines])
