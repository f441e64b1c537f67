"""A text as one HTML page, set like an official document."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.footnotes import note_numbers
from zerodraft.core.text.table import rows
from zerodraft.core.text.visible import visible
from zerodraft.export.html.blocks import Block, Row, below, heading_levels, ids, in_stretches, line, note_list, table
from zerodraft.export.html.frame import framed, page_title, title_block
from zerodraft.export.html.hands import Parties
from zerodraft.export.html.style_talk import TALK
from zerodraft.export.html.stylesheet import STYLE
from zerodraft.export.html.talk import Talk, everybody
from zerodraft.export.html.words import Notes, Page, safe
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.sheet import Sheet


def clean_html(sheet: Sheet) -> bytes:
    """One file, complete in itself; the same sheet gives the same bytes."""
    labels = labels_for(sheet.spoken)
    talk = Talk(sheet, labels, Parties(everybody(sheet)))
    text = Setting(sheet, labels, talk)
    blocks = "\n".join(text.blocks())
    notes = note_list(sheet, labels, text.footnotes())
    title = page_title(sheet)
    has_title = any(each.kind is Kind.TITLE for each in sheet.draft.paragraphs)
    heading = f'<h1 dir="auto">{safe(title)}</h1>\n' if title and not has_title else ""
    main = f'<main id="text">\n{heading}{blocks}\n{talk.elsewhere()}{notes}</main>'
    body = f"<header>\n{title_block(sheet, labels)}\n</header>\n{main}"
    return framed(f"{title} – {labels.version(sheet)}", sheet, labels, body, STYLE + TALK if talk else STYLE)


class Setting:
    """The paragraphs of one text as blocks of a page, with the comments beside them."""

    def __init__(self, sheet: Sheet, labels: Labels, talk: Talk) -> None:
        self.sheet = sheet
        self.labels = labels
        self.talk = talk
        self.page = Page.of(sheet.draft, Notes(sheet.draft.paragraphs, note_numbers(sheet.draft)), talk.cues())
        self.anchors = ids(sheet.numbers, "p-")

    @cached_property
    def _levels(self) -> Mapping[int, int]:
        return heading_levels(self.sheet.draft, 2)

    def blocks(self) -> Iterator[str]:
        """All but the footnotes."""
        shown = (each for each in self.sheet.draft.paragraphs if each.kind is not Kind.FOOTNOTE)
        blocks = (Block(self.block(each), self.talk.beside(each.ordinal), each.kind is Kind.HEADING) for each in shown)
        return in_stretches(blocks)

    def footnotes(self) -> Iterator[str]:
        notes = [each for each in self.sheet.draft.paragraphs if each.kind is Kind.FOOTNOTE]
        yield from map(self.footnote, sorted(notes, key=self.page.notes.place_of))

    def footnote(self, paragraph: Paragraph) -> str:
        """With the comments on it; all references to it must be set before."""
        row = note_row(self.page.notes, self.labels, paragraph, self.page.paragraph(paragraph))
        block = f'<div class="par" id="{self.anchors[paragraph.ordinal]}">{row.html()}</div>'
        return block + self.talk.beside(paragraph.ordinal)

    def block(self, paragraph: Paragraph) -> str:
        """A paragraph with its number, as it is set by its kind."""
        anchor = self.anchors[paragraph.ordinal]
        signs = below(self.page.cues.get(paragraph.ordinal, ()))
        match paragraph.kind:
            case Kind.TITLE:
                return f'<h1 id="{anchor}" dir="auto">{self.page.paragraph(paragraph)}</h1>'
            case Kind.HEADING:
                tag = f"h{self._levels[paragraph.ordinal]}"
                return f'<{tag} id="{anchor}" dir="auto">{self.page.paragraph(paragraph)}</{tag}>'
            case Kind.TABLE:
                return f'<div id="{anchor}">{clean_table(self.page, paragraph, self._named(paragraph))}{signs}</div>'
            case Kind.OPAQUE:
                block = f'<pre id="{anchor}" dir="auto">{quoted(paragraph)}</pre>'
                return f"<div>{block}{signs}</div>" if signs else block
            case _:
                printed = safe(self.sheet.numbers[paragraph.ordinal].printed)
                row = Row(printed, self.page.paragraph(paragraph), paragraph.level)
                return f'<div class="par" id="{anchor}">{row.html()}</div>'

    def _named(self, paragraph: Paragraph) -> str:
        cite = self.sheet.numbers[paragraph.ordinal].cite
        return page_labels_for(self.labels.language).table.replace("{}", cite)


def quoted(paragraph: Paragraph) -> str:
    """A quoted block, line by line as it was typed."""
    return "\n".join(safe(line) for line in visible(paragraph.text).split("\n"))


def clean_table(page: Page, paragraph: Paragraph, label: str) -> str:
    """The first row is the head."""
    found = rows(paragraph.text)
    head = [line("".join(f'<th scope="col" dir="auto">{page.text(cell)}</th>' for cell in row)) for row in found[:1]]
    body = [line("".join(f'<td dir="auto">{page.text(cell)}</td>' for cell in row)) for row in found[1:]]
    return table(head, body, label, max(map(len, found), default=0))


def note_row(notes: Notes, labels: Labels, paragraph: Paragraph, words: str) -> Row:
    """A footnote, with the link back to where the text refers to it."""
    back = notes.back(paragraph)
    link = f' <a class="back" href="#{back}" aria-label="{labels.back_to_text}">↩</a>' if back else ""
    label = f'<span id="{notes.id_of(paragraph)}">{notes.number_of(paragraph) or ""}</span>'
    return Row(label, words + link)
