"""Tables as Word files: the commenting template of ISO, to be read, printed and filled in; and the concordance.

A4, landscape; the head row comes on every page. What says which text it is stands in the headers, so that a form that
comes home holds nothing but its table.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.table_labels import table_labels
from zerodraft.export.title_lines import title_lines
from zerodraft.export.word.clean import properties_of
from zerodraft.export.word.content import reads_from_right
from zerodraft.export.word.document import Form, Frame
from zerodraft.export.word.frame import page_numbers, put_line, running, settings
from zerodraft.export.word.lists import numbering
from zerodraft.export.word.package import Part, Properties, packed, relation_name
from zerodraft.export.word.styles import styles
from zerodraft.export.word.xml import Element, label, put, put_text, root
from zerodraft.export.xml_words import carried

_HEIGHT, _WIDTH = 11906, 16838
_SIDE, _TOP, _BOTTOM = 851, 1304, 1134
_ROOM = _WIDTH - 2 * _SIDE
"""Twentieths of a point: A4, its margins, and the width of a table."""

_COMMENTS = (980, 1380, 700, 1200, 1000, 960, 3380, 3380, 2156)
_CONCORDANCE = (900, 1500, 1900, 3000, 2700, 5136)
_SIZE, _TITLE = 17, 28
_CELL, _HEAD, _KEPT, _TOP_LINE = "FormText", "FormHead", "FormQuiet", "FormTitle"
_WHOLE = 1_200
"""Characters: a row with no longer cell is not parted between two pages."""

_SHADE, _QUIET, _RULE = "E7E6E6", "595959", "7F7F7F"
_OPENING, _RUNNING, _PAGES = "header1.xml", "header2.xml", "footer1.xml"
_EMPTY_ROWS = 5
"""At the end of a form: where a delegation says what has no row yet."""


class _Column(NamedTuple):
    """Its width and its heading."""

    width: int
    head: str


class _Line(NamedTuple):
    """A row; a quiet one tells of what is as it was."""

    cells: tuple[str, ...]
    is_quiet: bool = False


def comments_word(sheet: CommentsSheet) -> bytes:
    """Comments and proposals; of a form the rows that wait for them, and some empty ones."""
    labels = table_labels(sheet.sheet.spoken)
    rows = [_Line(row.cells) for row in sheet.rows]
    if sheet.is_form or not rows:
        rows += [_Line(("",) * len(sheet.heads))] * _EMPTY_ROWS
    columns = list(map(_Column, _COMMENTS, sheet.heads))
    lines = title_lines(sheet.sheet, sheet.title)
    version = labels_for(sheet.sheet.spoken).version(sheet.sheet)
    frame = _frame(sheet.sheet, lines, f"{sheet.title} – {version}", labels.types)
    return _written(sheet.sheet, frame, columns, rows)


def concordance_word(sheet: ConcordanceSheet) -> bytes:
    """A row for each paragraph; those that are as they were are grey."""
    rows = [_Line(row.cells, row.is_as_it_was) for row in sheet.rows]
    columns = list(map(_Column, _CONCORDANCE, sheet.heads))
    lines = title_lines(sheet.new, sheet.title, names_versions=True)
    return _written(sheet.new, _frame(sheet.new, lines, sheet.title), columns, rows)


def _frame(sheet: Sheet, lines: Iterable[str], what: str, legend: str = "") -> Frame:
    labels = labels_for(sheet.spoken)
    foot = " · ".join(filter(None, (legend, labels.fingerprint_line(sheet))))
    right = " – ".join(filter(None, (what, sheet.date_line)))
    opening = tuple(line for line in lines if line != sheet.mark)
    return Frame(sheet.title, opening, (sheet.title, right), labels.page, sheet.mark, foot)


def _written(sheet: Sheet, frame: Frame, columns: Sequence[_Column], rows: Iterable[_Line]) -> bytes:
    main = root("document", "r")
    body = put(main, "body")
    _Table(body, columns).write(rows)
    put(put(put(body, "p"), "pPr"), "spacing", before=0, after=0, line=20, lineRule="exact")
    _put_section(body)
    parts = [
        Part("styles.xml", "styles", "styles", _styles(sheet.spoken)),
        Part("numbering.xml", "numbering", "numbering", numbering(())),
        Part("settings.xml", "settings", "settings", settings()),
        Part(_OPENING, "header", "header", _opening(frame)),
        Part(_RUNNING, "header", "header", running(frame, _ROOM)),
        Part(_PAGES, "footer", "footer", page_numbers(frame)),
    ]
    return packed(main, parts, (), Properties(visible(sheet.title), sheet.spoken, properties_of(sheet)))


def _opening(frame: Frame) -> Element:
    """The header of the first page: the title in large letters, the lines below it, the notice."""
    part = root("hdr")
    for number, line in enumerate(frame.opening or ("",)):
        put_line(part, "FrontMatter" if number else _TOP_LINE, line)
    if frame.notice:
        put_line(part, "FrontNotice", frame.notice)
    put(put(put(part, "p"), "pPr"), "spacing", before=0, after=0, line=120, lineRule="exact")
    return part


def _put_section(body: Element) -> None:
    section = put(body, "sectPr")
    for name, kind, part in (
        ("headerReference", "default", _RUNNING),
        ("headerReference", "first", _OPENING),
        ("footerReference", "default", _PAGES),
        ("footerReference", "first", _PAGES),
    ):
        label(put(section, name, type=kind), "r:id", relation_name(part))
    put(section, "pgSz", w=_WIDTH, h=_HEIGHT, orient="landscape")
    margins = {"top": _TOP, "right": _SIDE, "bottom": _BOTTOM, "left": _SIDE}
    put(section, "pgMar", **margins, header=567, footer=454, gutter=0)
    put(section, "titlePg")


class _Table:
    """Writes one table into a body."""

    def __init__(self, body: Element, columns: Sequence[_Column]) -> None:
        self._columns = columns
        self._table = put(body, "tbl")
        properties = put(self._table, "tblPr")
        put(properties, "tblStyle", val="TableGrid")
        put(properties, "tblW", w=sum(each.width for each in columns), type="dxa")
        borders = put(properties, "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            put(borders, side, val="single", sz=4, space=0, color=_RULE)
        put(properties, "tblLayout", type="fixed")
        margins = put(properties, "tblCellMar")
        for side in ("left", "right"):
            put(margins, side, w=70, type="dxa")
        grid = put(self._table, "tblGrid")
        for each in columns:
            put(grid, "gridCol", w=each.width)

    def write(self, rows: Iterable[_Line]) -> None:
        """The heads, then the rows."""
        head = put(self._table, "tr")
        properties = put(head, "trPr")
        put(properties, "cantSplit")
        put(properties, "tblHeader")
        for column in self._columns:
            cell = self._cell(head, column)
            put(cell[0], "shd", val="clear", color="auto", fill=_SHADE)
            put(cell[0], "vAlign", val="center")
            self._paragraph(cell, column.head, _HEAD)
        for row in rows:
            written = put(self._table, "tr")
            if max(map(len, row.cells)) <= _WHOLE:
                put(put(written, "trPr"), "cantSplit")
            for column, words in zip(self._columns, row.cells, strict=True):
                cell = self._cell(written, column)
                for line in visible(words).split("\n"):
                    self._paragraph(cell, line, _KEPT if row.is_quiet else _CELL)

    def _cell(self, row: Element, column: _Column) -> Element:
        cell = put(row, "tc")
        put(put(cell, "tcPr"), "tcW", w=column.width, type="dxa")
        return cell

    def _paragraph(self, cell: Element, words: str, style: str) -> None:
        paragraph = put(cell, "p")
        properties = put(paragraph, "pPr")
        put(properties, "pStyle", val=style)
        if reads_from_right(words):
            put(properties, "bidi")
        if words:
            put_text(put(paragraph, "r"), "t", carried(words))


def _styles(language: str) -> Element:
    """Those of every Word file of ours, and those of the cells, so that what is typed into one looks like the rest."""
    part = styles(language)
    _style(part, _CELL, "Form Text", {"sz": _SIZE, "szCs": _SIZE})
    _style(part, _HEAD, "Form Head", {"b": "", "bCs": "", "sz": _SIZE, "szCs": _SIZE})
    _style(part, _KEPT, "Form Quiet", {"color": _QUIET, "sz": _SIZE, "szCs": _SIZE})
    _style(part, _TOP_LINE, "Form Title", {"b": "", "bCs": "", "sz": _TITLE, "szCs": _TITLE}, side="center")
    return part


def _style(part: Element, name: str, english: str, form: Mapping[str, str | int], side: str = "") -> None:
    style = put(part, "style", type="paragraph", styleId=name)
    put(style, "name", val=english)
    put(style, "basedOn", val=Form.PLAIN)
    put(style, "qFormat")
    shape = put(style, "pPr")
    put(shape, "spacing", before=20, after=60 if side else 20, line=240, lineRule="auto")
    if side:
        put(shape, "jc", val=side)
    letters = put(style, "rPr")
    for key, value in form.items():
        put(letters, key, **({"val": value} if value else {}))
