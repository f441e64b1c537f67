"""A compilation as one HTML page: inline; by paragraph, the proposals below; a table of paragraphs by delegations."""

from collections.abc import Iterator

from zerodraft.core.comparison.changes import after, before
from zerodraft.core.negotiation.compilation_rows import Said, Told, inline_rows, paragraph_rows, table
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.position import Stance
from zerodraft.export.compiled import CompilationSheet, Layout, attribution, excerpt, not_placed, stance, what
from zerodraft.export.html_blocks import Row, framed, ids, title_block
from zerodraft.export.html_blocks import table as html_table
from zerodraft.export.html_clean import paragraph_block
from zerodraft.export.html_words import MARKS, Notes, Page, safe
from zerodraft.export.labels import labels_for


def compilation_html(sheet: CompilationSheet) -> bytes:
    """One file, complete in itself; the same sheet gives the same bytes."""
    labels = labels_for(sheet.sheet.spoken)
    layouts = {Layout.INLINE: _inline, Layout.PARAGRAPHS: _paragraphs, Layout.TABLE: _table}
    text = "\n".join(layouts[sheet.layout](sheet))
    title = sheet.sheet.title or sheet.sheet.draft.title
    has_title = any(each.kind is Kind.TITLE for each in sheet.sheet.draft.paragraphs)
    is_shown = title and (sheet.layout is Layout.TABLE or not has_title)
    heading = f'<h1 dir="auto">{safe(title)}</h1>\n' if is_shown else ""
    named = f'<p class="version" dir="auto">{safe(sheet.words.compilation)}</p>'
    header = f"<header>\n{title_block(sheet.sheet, labels)}\n{named}\n</header>"
    body = f'{header}\n<main id="text">\n{heading}{text}\n{_tray(sheet)}</main>'
    return framed(f"{title} – {sheet.words.compilation}", sheet.sheet, labels, body)


def _page(sheet: CompilationSheet) -> Page:
    return Page.of(sheet.sheet.draft, Notes(sheet.sheet.draft.paragraphs))


def _inline(sheet: CompilationSheet) -> Iterator[str]:
    page = _page(sheet)
    anchors = ids(sheet.sheet.numbers, "p-")
    for row in inline_rows(sheet.compilation, attributed=sheet.attributed):
        if row.ordinal is None:
            yield f'<div class="par">{Row("", page.text(row.words)).html()}</div>'
        else:
            paragraph = sheet.sheet.draft.paragraphs[row.ordinal]._replace(text=row.words)
            yield paragraph_block(sheet.sheet, page, paragraph, anchors[row.ordinal])


def _paragraphs(sheet: CompilationSheet) -> Iterator[str]:
    page = _page(sheet)
    anchors = ids(sheet.sheet.numbers, "p-")
    for row in paragraph_rows(sheet.compilation):
        if row.ordinal >= 0:
            yield paragraph_block(sheet.sheet, page, sheet.sheet.draft.paragraphs[row.ordinal], anchors[row.ordinal])
        yield from (_told(sheet, page, each) for each in row.told)


def _told(sheet: CompilationSheet, page: Page, told: Told) -> str:
    named = attribution(sheet, told)
    who = f'<span class="delegation">{safe(named)}</span>: ' if named else ""
    words = page.compared(*(text.replace("\n", " ¶ ") for text in (before(told.runs), after(told.runs))))
    return f'<blockquote class="proposal" dir="auto"><p>{who}{safe(what(sheet, told))}</p><p>{words}</p></blockquote>'


def _lines(text: str) -> str:
    """Words as they were typed, paragraphs parted by the sign."""
    return " ¶ ".join(map(safe, text.split("\n")))


def _table(sheet: CompilationSheet) -> Iterator[str]:
    found = table(sheet.compilation)
    plates = sheet.compilation.text.plates
    heads = [sheet.words.paragraph, *map(plates.name, found.delegations)]
    head = "".join(f'<th scope="col" dir="auto">{safe(each)}</th>' for each in heads)
    body = []
    for row in found.rows:
        cite = sheet.sheet.numbers[max(0, row.ordinal)].cite if sheet.sheet.numbers else ""
        cells = ("".join(_said(sheet, each) for each in cell) for cell in row.cells)
        body.append(f'<th scope="row">{safe(cite)}</th>' + "".join(f'<td dir="auto">{each}</td>' for each in cells))
    yield html_table([head], body)


def _said(sheet: CompilationSheet, said: Said) -> str:
    if said.stance is not Stance.PROPOSE:
        return f"<p>{safe(stance(said))}</p>"
    words = "".join(MARKS[op][0] + _lines(text) + MARKS[op][1] for op, text in excerpt(said.told.runs))
    number = safe(said.told.entry.tabled.proposal.number)
    told = f"<strong>{number}</strong>, {safe(what(sheet, said.told))}"
    return f"<p>{told}: {words}</p>" if words else f"<p>{told}</p>"


def _tray(sheet: CompilationSheet) -> str:
    found = list(not_placed(sheet))
    if not found:
        return ""
    items = "\n".join(
        f'<li dir="auto"><strong>{safe(head)}</strong>: {safe(reason)}<p>{_lines(words)}</p></li>'
        for head, words, reason in found
    )
    return f'<section class="tray">\n<h2>{safe(sheet.words.not_placed)}</h2>\n<ul>\n{items}\n</ul>\n</section>\n'
