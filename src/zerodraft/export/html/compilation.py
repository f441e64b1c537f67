"""A compilation as one HTML page: inline; by paragraph, the proposals below; a table of paragraphs by delegations."""

from collections.abc import Iterator
from dataclasses import replace

from zerodraft.core.comparison.changes import after, before
from zerodraft.core.negotiation.compilation_rows import Said, Told, inline_rows, paragraph_rows, table
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.core.text.position import Stance
from zerodraft.export.compiled import CompilationSheet, Layout, attribution, excerpt, not_placed, stance, what
from zerodraft.export.html.blocks import Block, Row, in_stretches, line, note_list
from zerodraft.export.html.blocks import table as html_table
from zerodraft.export.html.clean import Setting
from zerodraft.export.html.frame import framed, in_labels, page_title, title_block
from zerodraft.export.html.hands import Parties
from zerodraft.export.html.style_redline import MARKS as MARKED
from zerodraft.export.html.style_tables import TABLES
from zerodraft.export.html.style_talk import TALK
from zerodraft.export.html.stylesheet import STYLE
from zerodraft.export.html.talk import Talk, everybody
from zerodraft.export.html.words import MARKS, Page, safe, shown_runs
from zerodraft.export.labels import Labels, labels_for


def compilation_html(sheet: CompilationSheet) -> bytes:
    """One file, complete in itself; the same sheet gives the same bytes."""
    labels = labels_for(sheet.sheet.spoken)
    page = _Compiled(sheet, labels)
    title = page_title(sheet.sheet)
    has_title = any(each.kind is Kind.TITLE for each in sheet.sheet.draft.paragraphs)
    is_shown = title and (sheet.layout is Layout.TABLE or not has_title)
    heading = f'<h1 dir="auto">{safe(title)}</h1>\n' if is_shown else ""
    spoken = in_labels(sheet.sheet, labels)
    named = f'<p class="version"{spoken}>{safe(sheet.words.compilation)}</p>'
    header = f"<header>\n{title_block(sheet.sheet, labels)}\n{named}\n</header>"
    body = f'{header}\n<main id="text">\n{heading}{page.text()}\n{_tray(sheet, spoken)}{page.notes()}</main>'
    style = STYLE + MARKED + (TALK if page.talk else "") + (TABLES if sheet.layout is Layout.TABLE else "")
    return framed(f"{title} – {sheet.words.compilation}", sheet.sheet, labels, body, style)


class _Compiled:
    """A compilation as blocks of a page. Comments are about paragraphs: their words stand between brackets."""

    def __init__(self, sheet: CompilationSheet, labels: Labels) -> None:
        self.sheet = sheet
        self.labels = labels
        threads = tuple(replace(each, start=0, end=0) for each in sheet.sheet.threads)
        shown = replace(sheet.sheet, threads=() if sheet.layout is Layout.TABLE else threads)
        self.talk = Talk(shown, labels, Parties(everybody(shown)))
        self.setting = Setting(shown, labels, self.talk)
        self._notes: list[str] = []

    def text(self) -> str:
        match self.sheet.layout:
            case Layout.TABLE:
                return _table(self.sheet)
            case Layout.INLINE:
                blocks = self._inline()
            case Layout.PARAGRAPHS:
                blocks = self._paragraphs()
        return "\n".join(in_stretches(blocks))

    def notes(self) -> str:
        """The threads without a place, then the footnotes that were met in the text."""
        return self.talk.elsewhere() + note_list(self.sheet.sheet, self.labels, self._notes)

    def _inline(self) -> Iterator[Block]:
        for row in inline_rows(self.sheet.compilation, attributed=self.sheet.attributed):
            if row.ordinal is None:
                yield Block(f'<div class="par">{Row("", self.setting.page.text(row.words)).html()}</div>')
            else:
                yield from self._set(self.sheet.sheet.draft.paragraphs[row.ordinal]._replace(text=row.words))

    def _paragraphs(self) -> Iterator[Block]:
        paragraphs = self.sheet.sheet.draft.paragraphs
        for row in paragraph_rows(self.sheet.compilation):
            told = [_told(self.sheet, self.setting.page, each) for each in row.told]
            if row.ordinal < 0:
                yield from map(Block, told)
            else:
                yield from self._set(paragraphs[row.ordinal], "\n".join(told))

    def _set(self, paragraph: Paragraph, below: str = "") -> Iterator[Block]:
        """A footnote is kept for the end of the page."""
        if paragraph.kind is Kind.FOOTNOTE:
            self._notes += [self.setting.footnote(paragraph), below]
        else:
            block, talk = self.setting.block(paragraph), self.setting.talk.beside(paragraph.ordinal)
            yield Block(block, talk, paragraph.kind is Kind.HEADING)
            if below:
                yield Block(below)


def _told(sheet: CompilationSheet, page: Page, told: Told) -> str:
    named = attribution(sheet, told)
    who = f'<span class="delegation">{safe(named)}</span>: ' if named else ""
    words = page.compared(*(text.replace("\n", " ¶ ") for text in (before(told.runs), after(told.runs))))
    return f'<blockquote class="proposal" dir="auto"><p>{who}{safe(what(sheet, told))}</p><p>{words}</p></blockquote>'


def _lines(text: str) -> str:
    """Words as they were typed, paragraphs parted by the sign."""
    return " ¶ ".join(map(safe, text.split("\n")))


def _table(sheet: CompilationSheet) -> str:
    found = table(sheet.compilation)
    plates = sheet.compilation.text.plates
    heads = [sheet.words.paragraph, *map(plates.name, found.delegations)]
    head = "".join(f'<th scope="col" dir="auto">{safe(each)}</th>' for each in heads)
    body = []
    for row in found.rows:
        cite = sheet.sheet.numbers[max(0, row.ordinal)].cite if sheet.sheet.numbers else ""
        cells = ("".join(_said(sheet, each) for each in cell) for cell in row.cells)
        said = "".join(
            f'<td dir="auto" data-head="{safe(head)}">{each}</td>' for head, each in zip(heads[1:], cells, strict=True)
        )
        body.append(line(f'<th scope="row">{safe(cite)}</th>{said}'))
    return html_table([line(head)], body, sheet.words.compilation, len(heads))


def _said(sheet: CompilationSheet, said: Said) -> str:
    if said.stance is not Stance.PROPOSE:
        return f"<p>{safe(stance(said, sheet.compilation.text.language))}</p>"
    words = "".join(MARKS[op][0] + _lines(text) + MARKS[op][1] for op, text in excerpt(shown_runs(said.told.runs)))
    number = safe(said.told.entry.tabled.proposal.number)
    told = f"<strong>{number}</strong>, {safe(what(sheet, said.told))}"
    return f"<p>{told}: {words}</p>" if words else f"<p>{told}</p>"


def _tray(sheet: CompilationSheet, spoken: str) -> str:
    found = list(not_placed(sheet))
    if not found:
        return ""
    items = "\n".join(
        f'<li dir="auto"><strong>{safe(head)}</strong>: {safe(reason)}<p>{_lines(words)}</p></li>'
        for head, words, reason in found
    )
    return (
        f'<section class="tray">\n<h2{spoken}>{safe(sheet.words.not_placed)}</h2>\n<ul>\n{items}\n</ul>\n</section>\n'
    )
