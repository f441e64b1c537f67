"""A text as plain text, to be read in a mail or a terminal: 78 columns unless a reader has fewer, nothing but words
and spaces."""

from collections.abc import Iterator

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.footnotes import NoteNumbers, note_numbers
from zerodraft.core.text.visible import visible
from zerodraft.export.columns import WIDTH
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.blocks import block, note_number, plain, ruled, table_words, title_block


def clean_text(sheet: Sheet, width: int = WIDTH) -> bytes:
    """Title block, text, footnotes at the end; brackets stay, Markdown's signs go."""
    title = "\n".join(title_block(sheet, labels_for(sheet.spoken), width))
    counted = note_numbers(sheet.draft)
    blocks = [title, *_text(sheet, width, counted), *_notes(sheet, width, counted)]
    return ("\n\n".join(each for each in blocks if each) + "\n").encode("utf-8")


def _text(sheet: Sheet, width: int, counted: NoteNumbers) -> Iterator[str]:
    paragraphs = sheet.draft.paragraphs
    title = sheet.title or sheet.draft.title
    if title and not any(each.kind is Kind.TITLE for each in paragraphs):
        yield ruled(visible(title, single_line=True), "=", width)
    for paragraph, number in zip(paragraphs, sheet.numbers, strict=True):
        if paragraph.kind is Kind.TABLE:
            yield block(paragraph, "", table_words(paragraph.text, counted))
        elif paragraph.kind is Kind.OPAQUE:
            yield block(paragraph, "", paragraph.text)
        elif paragraph.kind is not Kind.FOOTNOTE:
            yield block(paragraph, number.printed, plain(paragraph.text, counted), width=width)


def _notes(sheet: Sheet, width: int, counted: NoteNumbers) -> Iterator[str]:
    """In the order of their numbers, after those that bear none."""
    if counted.notes or counted.aside:
        yield "_" * (width // 4)
    for note in (*counted.aside, *counted.notes):
        paragraph = sheet.draft.paragraphs[note]
        yield block(paragraph, note_number(counted, paragraph), plain(paragraph.text, counted), width=width)
