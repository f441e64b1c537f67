"""Tables as an Excel workbook (.xlsx): head row that stays, filters, pages to print; every cell is words.

XlsxWriter loads modules that reach for the disk, so it is loaded where a workbook is written; nothing but memory is
written to.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.core.text.waymark import beside_properties, provenance_properties
from zerodraft.core.text.width import cells
from zerodraft.export.comma_separated import is_formula
from zerodraft.export.comments_sheet import CommentsSheet
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import Sheet
from zerodraft.export.table_labels import table_labels
from zerodraft.export.title_lines import title_lines

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""UTF-16 units that Excel takes in a cell; of a longer one it drops all."""

_FIRST_DAY = datetime(1980, 1, 1)
_A4 = 9
_LONGEST_NAME = 31
_LONGEST_PROPERTY = 255
_LONGEST_HEADER = 250
_COMMENT_WIDTHS = (10, 17, 8, 15, 11, 10, 46, 46, 34)
_CONCORDANCE_WIDTHS = (9, 12, 20, 34, 26, 60)
_MATRIX_WIDTHS = (16, 10, 14)
_ABOUT_WIDTHS = (110,)
_LINE, _HIGHEST = 13.5, 409.0
"""Points: of one line, and the highest row that Excel knows."""


class _Page(NamedTuple):
    """One sheet: its name, the lines above, heads and rows, and the widths of its columns, the last one's for all that
    follow. `stays` are the columns that stay in sight; a wide page takes several sheets of paper side by side."""

    name: str
    above: tuple[str, ...]
    heads: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    widths: tuple[int, ...]
    stays: int = 1
    is_wide: bool = False


def comments_xlsx(sheet: CommentsSheet) -> bytes:
    """Comments and proposals, delegations by paragraphs, and what the file is."""
    labels = table_labels(sheet.sheet.spoken)
    rows = [row.cells for row in sheet.rows]
    pages = [_Page(labels.comments, title_lines(sheet.sheet, sheet.title), sheet.heads, rows, _COMMENT_WIDTHS)]
    if sheet.matrix.rows:
        heads = (sheet.heads[3], sheet.heads[4], *sheet.matrix.delegations)
        cells = [(row.area, row.paragraph, *row.cells) for row in sheet.matrix.rows]
        pages.append(_Page(labels.matrix, (), heads, cells, _MATRIX_WIDTHS, 2, is_wide=True))
    told = [labels.how_to_fill_in, labels.types, labels.matrix_legend]
    return _written(sheet.sheet, pages, told)


def concordance_xlsx(sheet: ConcordanceSheet) -> bytes:
    """A row for each paragraph, and what the file is."""
    above = title_lines(sheet.new, sheet.title, names_versions=True)
    rows = [row.cells for row in sheet.rows]
    return _written(sheet.new, [_Page(sheet.title, above, sheet.heads, rows, _CONCORDANCE_WIDTHS)], [])


def shortened(words: str, cut: str) -> str:
    """The words of a cell as Excel can take them; `cut` says at their end how many characters are left out, for `{}`.

    Law: a cell that fits is not changed.
    """
    if len(words) * 2 <= LONGEST_CELL or _units(words) <= LONGEST_CELL:
        return words
    room = LONGEST_CELL - len(cut) - 8
    kept = words.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
    return kept + cut.replace("{}", f"{len(words) - len(kept):,}")


def _units(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def _written(sheet: Sheet, pages: Sequence[_Page], told: Iterable[str]) -> bytes:
    import xlsxwriter

    written = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        pen = _Pen(book, sheet)
        for page in pages:
            pen.write(page)
        pen.write_about([*title_lines(sheet, ""), *told])
        pen.sign()
    return written.getvalue()


@dataclass(slots=True)
class _Cut:
    """Cells whose words didn't fit."""

    cells: int = 0


class _Pen:
    """Writes the sheets of one workbook."""

    def __init__(self, book: "Workbook", sheet: Sheet) -> None:
        self._book = book
        self._sheet = sheet
        self._labels = table_labels(sheet.spoken)
        self._cut = _Cut()
        self._beside: list[str] = []
        cell = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BFBFBF", "font_size": 10}
        self._cell = book.add_format(cell)
        self._quoted = book.add_format({**cell, "quote_prefix": True})
        head = {"bold": True, "bg_color": "#E7E6E6", "valign": "vcenter", "border_color": "#7F7F7F"}
        self._head = book.add_format({**cell, **head})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._line = book.add_format({"font_size": 10})
        self._words = book.add_format({"text_wrap": True, "font_size": 10, "valign": "top"})

    def write(self, page: _Page) -> None:
        """One sheet. What stands above the heads is noted, so that the intake knows it again."""
        paper = self._book.add_worksheet(_sheet_name(page.name))
        for number, line in enumerate(page.above):
            self._put(paper, (number, 0), line, self._line if number else self._title)
        head = len(page.above) + bool(page.above)
        for column, words in enumerate(page.heads):
            self._put(paper, (head, column), words, self._head)
        paper.set_row(head, _height(page.heads, page.widths))
        for number, row in enumerate(page.rows, head + 1):
            paper.set_row(number, _height(row, page.widths))
            for column, words in enumerate(row):
                self._put(paper, (number, column), words, self._cell)
        self._arrange(paper, page, head)
        above = [[line] for line in page.above]
        self._note(above if page.stays == 1 else [*above, page.heads, *page.rows])

    def _put(self, paper: "Worksheet", place: tuple[int, int], words: str, form: "Format") -> None:
        shown = visible(words)
        fits = shortened(shown, self._labels.cut)
        self._cut.cells += fits is not shown
        if form is self._cell and is_formula(fits):
            form = self._quoted
        paper.write_string(*place, fits, form)

    def _arrange(self, paper: "Worksheet", page: _Page, head: int) -> None:
        """Widths, what stays in sight, filters, and how it is printed."""
        last_row, last_column = head + len(page.rows), len(page.heads) - 1
        for column in range(last_column + 1):
            paper.set_column(column, column, _width(page.widths, column))
        paper.freeze_panes(head + 1, page.stays)
        paper.autofilter(head, 0, last_row, last_column)
        paper.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        paper.repeat_rows(head)
        if page.is_wide:
            paper.repeat_columns(0, page.stays - 1)
            paper.set_print_scale(75)
        else:
            paper.fit_to_pages(1, 0)
        self._frame(paper)

    def _frame(self, paper: "Worksheet") -> None:
        """The printed pages, and what stands above and below each."""
        paper.set_landscape()
        paper.set_paper(_A4)
        paper.set_margins(left=0.5, right=0.5, top=0.75, bottom=0.75)
        labels = labels_for(self._sheet.spoken)
        before, between, after = [*labels.page.split("{}"), "", ""][:3]
        version = f"{labels.version(self._sheet)} – {self._sheet.date_line}"
        paper.set_header(f"&L{_plain(self._sheet.title, 100)}&C&A&R{_plain(version, 80)}")
        pages = f"{_plain(before, 20)}&P{_plain(between, 20)}&N{_plain(after, 20)}"
        paper.set_footer(f"&L{_plain(self._sheet.mark, 150)}&R{pages}")

    def write_about(self, told: Iterable[str]) -> None:
        """The last sheet: which text it is, how to read it, and whether words had to be left out."""
        paper = self._book.add_worksheet(_sheet_name(self._labels.about))
        paper.set_column(0, 0, _ABOUT_WIDTHS[0])
        lines = [line for line in told if line]
        if self._sheet.fingerprint:
            lines.append(f"SHA-256: {self._sheet.fingerprint}")
        if self._cut.cells:
            lines.append(self._labels.cells_cut.replace("{}", str(self._cut.cells)))
        for number, line in enumerate(lines):
            self._put(paper, (number, 0), line, self._words if number else self._title)
            paper.set_row(number, _height([line], _ABOUT_WIDTHS) + (0 if number else 6))
        self._frame(paper)
        self._note([[line] for line in lines])

    def _note(self, rows: Iterable[Sequence[str]]) -> None:
        lines = (" | ".join(filter(None, (visible(words).strip() for words in row))) for row in rows)
        self._beside.append("\n".join(filter(None, lines)))

    def sign(self) -> None:
        """What the file says of itself to programs."""
        sheet, book = self._sheet, self._book
        book.set_properties({"title": visible(sheet.title, single_line=True), "author": "", "created": _FIRST_DAY})
        told = provenance_properties(sheet.provenance) if sheet.provenance else ()
        for name, value in (*told, *beside_properties(self._beside)):
            if value:
                book.set_custom_property(name, value[:_LONGEST_PROPERTY], "text")


def _width(widths: Sequence[int], column: int) -> int:
    return widths[min(column, len(widths) - 1)]


def _height(row: Sequence[str], widths: Sequence[int]) -> float:
    """What the fullest cell needs. Excel reckons it when it opens a file, LibreOffice takes what is told."""
    lines = max((_lines(words, _width(widths, column)) for column, words in enumerate(row)), default=1)
    return min(_HIGHEST, _LINE * lines + 2)


def _lines(words: str, width: int) -> int:
    """At ten points a column takes some more letters than its width says, and a line loses some at its end."""
    if len(words) <= width and "\n" not in words:
        return 1
    return sum(max(1, -(-cells(line) // width)) for line in words.split("\n"))


def _sheet_name(name: str) -> str:
    """As Excel takes it."""
    plain = "".join(" " if char in "[]:*?/\\" else char for char in visible(name, single_line=True))
    return " ".join(plain.split()).strip("'")[:_LONGEST_NAME].strip() or "1"


def _plain(words: str, longest: int) -> str:
    """Words within a header, no sign of which is a command."""
    return visible(words, single_line=True)[:longest].replace("&", "&&")
