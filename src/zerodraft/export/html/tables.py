"""What was said of a text, and what became of each paragraph, as tables on a page; filtered by the style alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from zerodraft.core.negotiation.delegation import comparison_key
from zerodraft.core.text.visible import visible
from zerodraft.export.comments_sheet import CommentRow, CommentsSheet, Matrix
from zerodraft.export.concordance_sheet import ConcordanceRow, ConcordanceSheet
from zerodraft.export.html.blocks import line, table
from zerodraft.export.html.controls import box, choice_list, hiding
from zerodraft.export.html.frame import framed, page_title, title_block
from zerodraft.export.html.style_redline import CONTROLS, MARKS
from zerodraft.export.html.style_tables import TABLES
from zerodraft.export.html.stylesheet import STYLE
from zerodraft.export.html.words import MARKS as MARKED
from zerodraft.export.html.words import safe
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.table_labels import table_labels

_PROPOSED = 7
_WIDE = 7
"""As many columns as call for landscape."""


def comments_html(sheet: CommentsSheet) -> bytes:
    """One row, one thing said, in the columns of the ISO template; then delegations by paragraphs."""
    labels = labels_for(sheet.sheet.spoken)
    words, told = page_labels_for(labels.language), table_labels(labels.language)
    known = _Known(sheet.rows)
    heads = "".join(f'<th scope="col">{safe(head)}</th>' for head in sheet.heads)
    body = [line(_cells(row), known.classes(row)) for row in sheet.rows]
    found = table([line(heads)], body, sheet.title, len(sheet.heads)) if body else f"<p>{safe(told.empty)}</p>"
    fields = choice_list("by", words.said_by, words.everybody, known.names)
    fields += choice_list("part", words.shown_part, words.whole_text, known.areas)
    inside = f'<p class="legend">{safe(told.types)}</p>\n{found}\n{_matrix(sheet.matrix, labels)}'
    rules = hiding("by", "tr.said", len(known.names)) + hiding("part", "tr.said", len(known.areas))
    return _page(sheet.sheet, labels, sheet.title, Inside("comments", inside, fields, rules))


def concordance_html(sheet: ConcordanceSheet) -> bytes:
    """A row for each paragraph in the order of the new text; those that are as they were can be left out."""
    labels = labels_for(sheet.new.spoken)
    heads = "".join(f'<th scope="col">{safe(head)}</th>' for head in sheet.heads)
    found = table([line(heads)], [_became(row) for row in sheet.rows], sheet.title, _WIDE)
    only = f"<fieldset>{box('only', labels.only_changes)}</fieldset>\n"
    return _page(sheet.new, labels, sheet.title, Inside("concordance", found, only, ""))


class Inside(NamedTuple):
    """What stands on a page of one table: its `kind` is the class by which the style knows its columns, `fields` are
    those above it, `rules` the style of their choices."""

    kind: str
    html: str
    fields: str
    rules: str


def _page(sheet: Sheet, labels: Labels, title: str, inside: Inside) -> bytes:
    """The whole page speaks the language of the labels; what people wrote may be in any."""
    own = replace(sheet, language=labels.language, labels_in="")
    name = f'<p class="title" dir="auto">{safe(page_title(sheet))}</p>'
    header = f"<header>\n{title_block(own, labels)}\n{name}\n<h1>{safe(title)}</h1>\n</header>\n"
    words = page_labels_for(labels.language)
    fields = f'<section class="controls" aria-label="{words.controls}">\n{inside.fields}</section>\n'
    main = f'<main id="text" class="{inside.kind}">\n{inside.html}</main>'
    style = STYLE + MARKS + CONTROLS + TABLES + inside.rules
    body = header + (fields if inside.fields else "") + main
    return framed(f"{page_title(sheet)} – {title}", own, labels, body, style)


class _Known:
    """The delegations and the parts of the text of which the rows tell, by their numbers on the page."""

    def __init__(self, rows: Sequence[CommentRow]) -> None:
        alone = {row.codes[0]: row.delegation for row in rows if len(row.codes) == 1}
        codes = {code: alone.get(code, code) for row in rows for code in row.codes}
        ordered = sorted(codes, key=lambda code: (comparison_key(codes[code]), code))
        self.names = tuple(codes[code] for code in ordered)
        self.areas = tuple(dict.fromkeys(row.area for row in rows if row.area))
        self._codes = {code: f"by-{number}" for number, code in enumerate(ordered, start=1)}
        self._areas = {area: f"part-{number}" for number, area in enumerate(self.areas, start=1)}

    def classes(self, row: CommentRow) -> str:
        part = [self._areas[row.area]] if row.area else []
        return " ".join(["said", *(self._codes[code] for code in row.codes), *part])


def _cells(row: CommentRow) -> str:
    number, *others = row.cells
    cells = [f'<td dir="auto">{_lines(words)}</td>' for words in others]
    if row.runs:
        marked = "".join(MARKED[op][0] + _lines(text) + MARKED[op][1] for op, text in row.runs)
        cells[_PROPOSED - 1] = f'<td dir="auto"><p>{_lines(row.proposed)}</p><p class="change">{marked}</p></td>'
    return f'<th scope="row">{safe(number)}</th>{"".join(cells)}'


def _lines(words: str) -> str:
    return "<br>".join(map(safe, visible(words).split("\n")))


def _matrix(matrix: Matrix, labels: Labels) -> str:
    if not matrix.rows:
        return ""
    told = table_labels(labels.language)
    heads = (told.heads[4], *matrix.delegations)
    head = "".join(f'<th scope="col" dir="auto">{safe(each)}</th>' for each in heads)
    named = [f'<td data-head="{safe(name)}">' for name in matrix.delegations]
    rows = [
        line(
            f'<th scope="row">{safe(row.paragraph)}</th>'
            + "".join(f"{cell}{_lines(words)}</td>" for cell, words in zip(named, row.cells, strict=True))
        )
        for row in matrix.rows
    ]
    found = table([line(head)], rows, told.matrix, len(heads))
    return f'<h2>{safe(told.matrix)}</h2>\n<p class="legend">{safe(told.matrix_legend)}</p>\n{found}\n'


def _became(row: ConcordanceRow) -> str:
    new, *others = row.cells
    cells = "".join(f'<td dir="auto">{_lines(words)}</td>' for words in others)
    return line(f'<th scope="row">{safe(new)}</th>{cells}', "kept" if row.is_as_it_was else "")
