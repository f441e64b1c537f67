"""A text in Akoma Ntoso 3.0, named by the profile of the United Nations (AKN4UN)."""

from collections.abc import Iterator

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.respelling import shown
from zerodraft.export.akn.meta import Named, naming_of
from zerodraft.export.akn.names import identifier, unique
from zerodraft.export.akn.naming import permanent_names
from zerodraft.export.akn.statement import About, statement_of
from zerodraft.export.akn.units import Unit, cited_notes, hints_of, unit_of
from zerodraft.export.akn.words import Footnote, Pen, kept
from zerodraft.export.akn.xml import serialized
from zerodraft.export.sheet import Sheet


def clean_akn(sheet: Sheet) -> bytes:
    """The text as a file. The same sheet gives the same bytes."""
    hints = hints_of(sheet)
    notes = cited_notes(sheet.draft)
    pen = Pen(
        {
            (Op.KEPT, label): Footnote(note.ordinal, kept(shown(note.text)), hints[note.ordinal])
            for label, note in notes.items()
        },
        set(),
    )
    cited = {note.ordinal for note in notes.values()}
    units = [each for each in _units(sheet, hints, pen) if each.ordinal not in cited]
    statement = statement_of(sheet, units, pen, About(Named.on(sheet, pen.taken), {"form": "clean"}))
    statement.set("contains", "singleVersion")
    return serialized(statement)


def _units(sheet: Sheet, hints: list[dict[str, str]], pen: Pen) -> Iterator[Unit]:
    """All paragraphs."""
    names = [unique(identifier(number), pen.taken) for number in sheet.numbers]
    permanent = permanent_names(naming_of(sheet), names)
    for paragraph in sheet.draft.paragraphs:
        place = paragraph.ordinal
        yield unit_of(sheet, paragraph, names[place], hints[place], permanent=permanent[place])
