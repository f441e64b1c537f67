"""A text as a Word document: what leaves the house, and what delegations answer."""

from collections.abc import Iterator

from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.table import rows
from zerodraft.core.text.waymark import provenance_properties, waymark_name
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.word import write_word
from zerodraft.export.word_discussed import threads
from zerodraft.export.word_document import Block, Document, Form, Frame, Look, Row, Table
from zerodraft.export.word_document import Paragraph as Written
from zerodraft.export.word_numbers import Lists, form_of
from zerodraft.export.word_shown import Notes, atoms

_FINGERPRINT = "zerodraft-fingerprint"


def clean_word(sheet: Sheet) -> bytes:
    """The text as a file."""
    return write_word(clean_document(sheet))


def clean_document(sheet: Sheet) -> Document:
    """The text with its title block. Whatever a reader changes in it is tracked.

    Law: each paragraph that has words, but for notes, is one block in the order of the text, with the words and the
    number that it has there.
    """
    lists, notes = Lists(), Notes(sheet.draft)
    looks = list(lists.looks(sheet.draft.paragraphs, sheet.numbers))
    blocks = dict(_blocks(sheet, looks, notes))
    standing = {ordinal: (at,) for at, ordinal in enumerate(blocks)}
    shown = tuple(blocks.values())
    return Document(
        blocks=shown,
        notes=tuple(notes.cited),
        lists=lists.all,
        threads=threads(sheet, shown, standing),
        frame=frame_of(sheet),
        properties=properties_of(sheet),
        language=sheet.language,
        has_line_numbers=sheet.has_line_numbers,
        is_tracking=True,
    )


def _blocks(sheet: Sheet, looks: list[Look | None], notes: Notes) -> Iterator[tuple[int, Block]]:
    """The blocks of a text, each with the ordinal of its paragraph."""
    for paragraph, look in zip(sheet.draft.paragraphs, looks, strict=True):
        if paragraph.kind is Kind.TABLE:
            yield paragraph.ordinal, table_of(paragraph, notes)
        elif paragraph.kind is not Kind.FOOTNOTE:
            content = notes.content(atoms(paragraph.text))
            bookmark = bookmark_of(sheet, paragraph.ordinal)
            yield paragraph.ordinal, Written(content, look or Look(form_of(paragraph)), bookmark=bookmark)
    for paragraph in sheet.draft.paragraphs:
        if paragraph.kind is Kind.FOOTNOTE and not notes.is_cited(paragraph):
            yield paragraph.ordinal, Written(notes.content(atoms(paragraph.text)), Look(Form.PLAIN))


def table_of(paragraph: Paragraph, notes: Notes) -> Table:
    """The first row is the head."""
    cells = (tuple(notes.content(atoms(cell)) for cell in row) for row in rows(paragraph.text))
    return Table(tuple(Row(each, is_head=not number) for number, each in enumerate(cells)))


def frame_of(sheet: Sheet, changes: str = "") -> Frame:
    """The lines of the title block, and those above and below every page. `changes` says of a redline between which
    versions it is."""
    labels = labels_for(sheet.spoken)
    title = sheet.title or sheet.draft.title
    version = " · ".join(filter(None, (labels.version(sheet), sheet.stage, sheet.date_line)))
    has_title = any(each.kind is Kind.TITLE for each in sheet.draft.paragraphs)
    lines = (sheet.conference, sheet.place_and_dates, version, changes, "" if has_title else title)
    right = " – ".join(filter(None, (changes or labels.version(sheet), sheet.date_line)))
    foot = labels.fingerprint.replace("{}", sheet.fingerprint) if sheet.fingerprint else ""
    return Frame(title, tuple(filter(None, lines)), (title, right), labels.page, sheet.mark, foot)


def properties_of(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """What the file says of itself to programs: which text it holds, and the fingerprint of adopted words."""
    told = provenance_properties(sheet.provenance) if sheet.provenance else ()
    return (*told, (_FINGERPRINT, sheet.fingerprint)) if sheet.fingerprint else told


def bookmark_of(sheet: Sheet, ordinal: int) -> str:
    """The hidden name of a paragraph, "" in a file that says nothing of itself."""
    return waymark_name(ordinal, sheet.provenance.text_id) if sheet.provenance else ""
