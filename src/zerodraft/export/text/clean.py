"""A text as plain text, to be read in a mail or a terminal: 78 columns unless a reader has fewer, nothing but words
and spaces."""

from collections.abc import Iterator

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.visible import visible
from zerodraft.export.columns import WIDTH
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.text.blocks import block, plain, ruled, title_block


def clean_text(sheet: Sheet, width: int = WIDTH) -> bytes:
    """Title block, text, footnotes at the end; brackets stay, Markdown's signs go."""
    title = "\n".join(title_block(sheet, labels_for(sheet.spoken), width))
    blocks = [title, *_text(sheet, width), *_notes(sheet, width)]
    return ("\n\n".join(each for each in blocks if each) + "\n").encode("utf-8")


def _text(sheet: Sheet, width: int) -> Iterator[str]:
    paragraphs = sheet.draft.paragraphs
    title = sheet.title or sheet.draft.title
    if title and not any(each.kind is Kind.TITLE for each in paragraphs):
        yield ruled(visible(title, single_line=True), "=", width)
    for paragraph, number in zip(paragraphs, sheet.numbers, strict=True):
        if paragraph.kind in (Kind.TABLE, Kind.OPAQUE):
            yield block(paragraph, "", paragraph.text)
        elif paragraph.kind is not Kind.FOOTNOTE:
            yield block(paragraph, number.printed, plain(paragraph.text), width=width)


def _notes(sheet: Sheet, width: int) -> Iterator[str]:
    notes = [each for each in sheet.draft.paragraphs if each.kind is Kind.FOOTNOTE]
    if notes:
        yield "_" * (width // 4)
    for paragraph in notes:
        yield block(paragraph, "", plain(paragraph.text), width=width)
