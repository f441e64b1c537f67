"""A text as one HTML page, set like an official document."""

from collections.abc import Iterator

from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.table import rows
from zerodraft.core.text.visible import visible
from zerodraft.export.html_blocks import Row, framed, heading_level, ids, note_list, table, title_block
from zerodraft.export.html_words import Notes, Page, safe
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.sheet import Sheet


def clean_html(sheet: Sheet) -> bytes:
    """One file, complete in itself; the same sheet gives the same bytes."""
    labels = labels_for(sheet.spoken)
    page = Page.of(sheet.draft, Notes(sheet.draft.paragraphs))
    anchors = ids(sheet.numbers, "p-")
    text = "\n".join(_blocks(sheet, page, anchors))
    notes = note_list(labels, _notes(sheet, page, labels, anchors))
    title = sheet.title or sheet.draft.title
    has_title = any(each.kind is Kind.TITLE for each in sheet.draft.paragraphs)
    heading = f'<h1 dir="auto">{safe(title)}</h1>\n' if title and not has_title else ""
    body = f'<header>\n{title_block(sheet, labels)}\n</header>\n<main id="text">\n{heading}{text}\n{notes}</main>'
    return framed(f"{title} – {labels.version(sheet)}", sheet, labels, body)


def _blocks(sheet: Sheet, page: Page, anchors: tuple[str, ...]) -> Iterator[str]:
    for paragraph in sheet.draft.paragraphs:
        if paragraph.kind is not Kind.FOOTNOTE:
            yield paragraph_block(sheet, page, paragraph, anchors[paragraph.ordinal])


def paragraph_block(sheet: Sheet, page: Page, paragraph: Paragraph, anchor: str) -> str:
    """A paragraph with its number, as it is set by its kind."""
    match paragraph.kind:
        case Kind.TITLE:
            return f'<h1 id="{anchor}" dir="auto">{page.paragraph(paragraph)}</h1>'
        case Kind.HEADING:
            tag = f"h{heading_level(sheet.draft, paragraph, 2)}"
            return f'<{tag} id="{anchor}" dir="auto">{page.paragraph(paragraph)}</{tag}>'
        case Kind.TABLE:
            return f'<div id="{anchor}">{clean_table(page, paragraph)}</div>'
        case Kind.OPAQUE:
            return f'<pre id="{anchor}" dir="auto">{quoted(paragraph)}</pre>'
        case _:
            row = Row(safe(sheet.numbers[paragraph.ordinal].printed), page.paragraph(paragraph), paragraph.level)
            return f'<div class="par" id="{anchor}">{row.html()}</div>'


def quoted(paragraph: Paragraph) -> str:
    """A quoted block, line by line as it was typed."""
    return "\n".join(safe(line) for line in visible(paragraph.text).split("\n"))


def clean_table(page: Page, paragraph: Paragraph) -> str:
    """The first row is the head."""
    found = rows(paragraph.text)
    head = ["".join(f'<th scope="col" dir="auto">{page.text(cell)}</th>' for cell in row) for row in found[:1]]
    body = ["".join(f'<td dir="auto">{page.text(cell)}</td>' for cell in row) for row in found[1:]]
    return table(head, body)


def _notes(sheet: Sheet, page: Page, labels: Labels, anchors: tuple[str, ...]) -> Iterator[str]:
    for paragraph in sheet.draft.paragraphs:
        if paragraph.kind is Kind.FOOTNOTE:
            row = note_row(page.notes, labels, paragraph, page.paragraph(paragraph))
            yield f'<div class="par" id="{anchors[paragraph.ordinal]}">{row.html()}</div>'


def note_row(notes: Notes, labels: Labels, paragraph: Paragraph, words: str) -> Row:
    """A footnote, with the link back to where the text refers to it."""
    back = notes.back(paragraph)
    link = f' <a class="back" href="#{back}" aria-label="{labels.back_to_text}">↩</a>' if back else ""
    label = f'<span id="{notes.id_of(paragraph)}">{safe(paragraph.label.removeprefix("^"))}</span>'
    return Row(label, words + link)
