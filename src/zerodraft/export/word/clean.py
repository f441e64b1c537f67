"""A text as a Word document: what leaves the house, and what delegations answer."""

from collections.abc import Iterator, Sequence

from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.table import rows
from zerodraft.core.text.waymark import provenance_properties, waymark_name
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.word.discussed import threads
from zerodraft.export.word.document import Block, Content, Document, Form, Frame, Look, Row, Table
from zerodraft.export.word.document import Paragraph as Written
from zerodraft.export.word.numbers import Lists, form_of, typed_number
from zerodraft.export.word.shown import Notes, atoms, atoms_of
from zerodraft.export.word.writing import write_word

_FINGERPRINT = "zerodraft-fingerprint"


def clean_word(sheet: Sheet) -> bytes:
    """The text as a file."""
    return write_word(clean_document(sheet))


def clean_document(sheet: Sheet) -> Document:
    """The text with its title block. Whatever a reader changes in it is tracked.

    Law: each paragraph that has words, but for notes, is one block in the order of the text, with the words and the
    number that it has there.
    """
    writer = Writer(sheet)
    paragraphs = (each for each in sheet.draft.paragraphs if each.kind is not Kind.FOOTNOTE)
    return writer.document([*((each.ordinal, writer.block(each)) for each in paragraphs), *writer.uncited()])


Shown = tuple[int | None, Block]
"""A block, and the ordinal of the paragraph that it shows; None if it shows none."""


class Writer:
    """Writes the paragraphs of one text. `cited` is the draft that has its footnotes, if they read otherwise there."""

    def __init__(self, sheet: Sheet, cited: Draft | None = None) -> None:
        self.sheet = sheet
        self.notes = Notes(cited or sheet.draft)
        self._lists = Lists(is_typed=sheet.has_typed_numbers)
        self._looks = list(self._lists.looks(sheet.draft.paragraphs, sheet.numbers))

    def block(self, paragraph: Paragraph, content: Content | None = None) -> Block:
        """A paragraph that is no note, with its number; `content` is what it reads if not its own words."""
        if paragraph.kind is Kind.TABLE:
            return table_of(paragraph, self.notes)
        words = self.notes.content(atoms_of(paragraph)) if content is None else content
        look = self._looks[paragraph.ordinal] or Look(form_of(paragraph))
        label = typed_number(look, self.sheet.numbers[paragraph.ordinal])
        return Written((*label, *words), look, bookmark=bookmark_of(self.sheet, paragraph.ordinal))

    def uncited(self) -> Iterator[Shown]:
        """Notes that nobody cites, as paragraphs at the end."""
        for paragraph in self.sheet.draft.paragraphs:
            if paragraph.kind is Kind.FOOTNOTE and not self.notes.is_cited(paragraph):
                yield paragraph.ordinal, Written(self.notes.content(atoms(paragraph.text)), Look(Form.PLAIN))

    def document(self, found: Sequence[Shown], frame: Frame | None = None) -> Document:
        """All that was written."""
        sheet, blocks = self.sheet, tuple(block for _, block in found)
        standing = {ordinal: (at,) for at, (ordinal, _) in enumerate(found) if ordinal is not None}
        return Document(
            blocks=blocks,
            notes=tuple(self.notes.cited),
            lists=self._lists.all,
            threads=threads(sheet, blocks, standing),
            frame=frame or frame_of(sheet),
            properties=properties_of(sheet),
            language=sheet.language,
            has_line_numbers=sheet.has_line_numbers,
            is_tracking=True,
        )


def table_of(paragraph: Paragraph, notes: Notes) -> Table:
    """The first row is the head."""
    cells = (tuple(notes.content(atoms(cell)) for cell in row) for row in rows(paragraph.text))
    return Table(tuple(Row(each, is_head=not number) for number, each in enumerate(cells)))


def frame_of(sheet: Sheet, changes: str = "") -> Frame:
    """The lines of the title block, and those above and below every page. `changes` says of a redline between which
    versions it is."""
    labels = labels_for(sheet.spoken)
    title = sheet.title or sheet.draft.title
    has_title = any(each.kind is Kind.TITLE for each in sheet.draft.paragraphs)
    lines = (sheet.conference, sheet.place_and_dates, labels.version_line(sheet), changes, "" if has_title else title)
    right = " – ".join(filter(None, (changes or labels.version(sheet), sheet.date_line)))
    return Frame(
        title, tuple(filter(None, lines)), (title, right), labels.page, sheet.mark, labels.fingerprint_line(sheet)
    )


def properties_of(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """What the file says of itself to programs: which text it holds, and the fingerprint of adopted words."""
    told = provenance_properties(sheet.provenance) if sheet.provenance else ()
    return (*told, (_FINGERPRINT, sheet.fingerprint)) if sheet.fingerprint else told


def bookmark_of(sheet: Sheet, ordinal: int) -> str:
    """The hidden name of a paragraph, "" in a file that says nothing of itself."""
    return waymark_name(ordinal, sheet.provenance.text_id) if sheet.provenance else ""
