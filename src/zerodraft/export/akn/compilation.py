"""A compilation in Akoma Ntoso: the text with its brackets, and each open proposal as an amendment of its own, with its
delegations, its kind, its words and its place."""

from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.changes import Op
from zerodraft.core.negotiation.compilation_rows import InlineRow, inline_rows
from zerodraft.core.text.draft import Draft, Kind, Part
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.respelling import shown
from zerodraft.export.akn.amendments import tell_proposals, write_proposals
from zerodraft.export.akn.meta import Named, naming_of
from zerodraft.export.akn.names import identifier, unique
from zerodraft.export.akn.naming import permanent_names
from zerodraft.export.akn.statement import About, statement_of
from zerodraft.export.akn.units import Unit, cited_notes, hints_of, unit_of
from zerodraft.export.akn.words import Footnote, Footnotes, Pen, kept
from zerodraft.export.akn.xml import Element, serialized
from zerodraft.export.compiled import CompilationSheet, Layout


def compilation_akn(sheet: CompilationSheet) -> bytes:
    """The compilation as a file. In other layouts than the inline one the text stands without brackets."""
    draft = sheet.sheet.draft
    rows = list(_rows(sheet))
    hints = hints_of(sheet.sheet)
    words = {row.ordinal: row.words for row in rows if row.ordinal is not None}
    pen = Pen(_footnotes(draft, words, hints), set())
    names = [unique(identifier(number), pen.taken) for number in sheet.sheet.numbers]
    units = list(_units(sheet, rows, hints, names, pen))

    named = Named.on(sheet.sheet, pen.taken)

    def analyse(meta: Element) -> None:
        tell_proposals(meta, sheet, names, named)

    statement = statement_of(sheet.sheet, units, pen, About(named, {"form": "compilation"}, analyse))
    statement.set("contains", "singleVersion")
    write_proposals(statement, sheet, names, named, pen)
    return serialized(statement)


def _rows(sheet: CompilationSheet) -> Iterator[InlineRow]:
    if sheet.layout is Layout.INLINE:
        yield from inline_rows(sheet.compilation, attributed=sheet.attributed)
    else:
        yield from (InlineRow(each.ordinal, each.ordinal, each.text) for each in sheet.sheet.draft.paragraphs)


def _footnotes(draft: Draft, words: dict[int, str], hints: Sequence[dict[str, str]]) -> Footnotes:
    return {
        (Op.KEPT, label): Footnote(
            note.ordinal,
            kept(shown(words[note.ordinal])),
            hints[note.ordinal] if words[note.ordinal] == note.text else {},
        )
        for label, note in cited_notes(draft).items()
    }


def _units(
    sheet: CompilationSheet, rows: Sequence[InlineRow], hints: Sequence[dict[str, str]], names: list[str], pen: Pen
) -> Iterator[Unit]:
    """All paragraphs but the notes that are cited, and those that are proposed."""
    page = sheet.sheet
    cited = {note.ordinal for note in cited_notes(page.draft).values()}
    permanent = permanent_names(naming_of(page), names)
    for ordinal, before, words, _ in rows:
        if ordinal is None:
            yield _proposed(page.draft, before, words, pen.called("proposed_paragraph"))
        elif ordinal not in cited:
            paragraph = page.draft.paragraphs[ordinal]
            given = hints[ordinal]
            if words != paragraph.text:
                given = {key: value for key, value in given.items() if key != "markdown"}
            yield unit_of(page, paragraph._replace(text=words), names[ordinal], given, permanent[ordinal])


def _proposed(draft: Draft, before: int, words: str, name: str) -> Unit:
    """A paragraph that is proposed: its number is among its words."""
    at = draft.paragraphs[min(before, len(draft.paragraphs) - 1)] if draft.paragraphs else None
    part = at.part if at else Part.OPERATIVE
    return Unit(Kind.PLAIN, part, 0, Number("", ""), name, words=kept(shown(words)))
