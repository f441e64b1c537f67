"""An Excel workbook (.xlsx): bytes to rows, through the same suspicion as a Word file.

Read here and not by openpyxl: that one unpacks parts of any size, follows whatever the package tells and keeps no limit
on rows, columns or text. No formula is reckoned: what Excel last showed is read, and a formula without it is words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from zerodraft.errors import UnreadableInput
from zerodraft.intake.container import LIMITS, Limits, Package, opened
from zerodraft.intake.grid import (
    LONGEST_CELL,
    MOST_CHARACTERS,
    MOST_COLUMNS,
    MOST_ROWS,
    Grid,
    GridRow,
    Merged,
    Note,
    cell,
    quoted_name,
    row_of,
)
from zerodraft.intake.marked import Notice
from zerodraft.intake.office import Office
from zerodraft.intake.relationships import Relationship, relationships
from zerodraft.intake.sheet_styles import date_styles, shown_date, shown_number
from zerodraft.intake.xml import parsed

FORMULAS = "formulas"
DATES = "dates"
HIDDEN = "hidden"
STRUCK = "struck-out"
NO_SHEET = "no-sheet"

_MOST_SHEETS = 200
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SENTENCES = {
    FORMULAS: "Cells with formulas were read as Excel last showed them.",
    DATES: "Cells hold dates; Excel makes a date of what looks like one, such as 3-4.",
    HIDDEN: "A sheet or row that is hidden in Excel was read like the others.",
    STRUCK: "Words that are struck out in Excel stand between {-- and --}.",
    NO_SHEET: "A sheet that the workbook names is not in it, or is no table.",
}
_OUT_OF_PROPORTION = "Take out the sheets that are not the table of comments, or send the rows in several files."
_DAMAGED = "Open it in Excel or LibreOffice and save it again as .xlsx."


_NOTHING: Mapping[str, str] = {}


class Workbook(NamedTuple):
    """The sheets with words, in their order; `properties` is what the file says of itself."""

    grids: tuple[Grid, ...]
    notices: tuple[Notice, ...] = ()
    properties: Mapping[str, str] = _NOTHING


@dataclass(slots=True)
class _Book:
    """What the sheets of one workbook share, and what was met so far."""

    package: Package
    strings: Sequence[str] = ()
    dates: frozenset[int] = frozenset()
    since_1904: bool = False
    met: dict[str, int] = field(default_factory=dict)
    rows: int = 0
    characters: int = 0

    def meet(self, code: str) -> None:
        self.met[code] = self.met.get(code, 0) + 1


def read_spreadsheet(data: bytes, what: str, limits: Limits = LIMITS) -> Workbook:
    """The sheets of a workbook. Raises `UnreadableInput` for what is none, or is out of all proportion."""
    package = opened(data, what, limits, Office.SHEET)
    main = next((each.target for each in relationships(package) if each.sort == "officeDocument"), "")
    parts = relationships(package, main)
    workbook = _tree(package, main or "xl/workbook.xml")
    book = _Book(package, since_1904=_is_on(workbook.find("{*}workbookPr"), "date1904"))
    book.strings = _shared_strings(book, parts)
    styles = _one(parts, "styles")
    book.dates = date_styles(_tree(package, styles)) if styles in package else frozenset()
    grids = tuple(_sheets(book, workbook, {each.id: each for each in parts}))
    notices = (Notice(code, _SENTENCES[code], times) for code, times in book.met.items())
    return Workbook(tuple(grid for grid in grids if grid.rows or grid.notes), tuple(notices), _properties(package))


def _properties(package: Package) -> Mapping[str, str]:
    """The custom properties that hold text."""
    part = _one(relationships(package), "custom-properties")
    if part not in package:
        return _NOTHING
    return {each.get("name", ""): "".join(map(str, each.itertext())) for each in _tree(package, part)}


def _tree(package: Package, part: str) -> etree._Element:
    return parsed(package.part(part), package.called(part))


def _one(parts: Iterable[Relationship], sort: str) -> str:
    return next((each.target for each in parts if each.sort == sort), "")


def _is_on(element: etree._Element | None, name: str) -> bool:
    return element is not None and element.get(name, "0") in ("1", "true")


def _sheets(book: _Book, workbook: etree._Element, parts: dict[str, Relationship]) -> Iterator[Grid]:
    sheets = workbook.findall("{*}sheets/{*}sheet")
    if len(sheets) > _MOST_SHEETS:
        raise UnreadableInput(f"{book.package.what} has more than {_MOST_SHEETS} sheets.", _OUT_OF_PROPORTION)
    for sheet in sheets:
        leads_to = next((value for name, value in sheet.attrib.items() if str(name).endswith("}id")), "")
        part = parts.get(str(leads_to))
        if part is None or part.sort != "worksheet" or part.target not in book.package:
            book.meet(NO_SHEET)
            continue
        if sheet.get("state", "visible") != "visible":
            book.meet(HIDDEN)
        name = f"sheet {quoted_name(sheet.get('name', ''))}"
        yield _grid(book, name, part.target)


def _grid(book: _Book, name: str, part: str) -> Grid:
    root = _tree(book.package, part)
    rows = tuple(_rows(book, root, name))
    return Grid(name, rows, tuple(_merged(root)), tuple(_notes(book, part)))


def _rows(book: _Book, root: etree._Element, name: str) -> Iterator[GridRow]:
    number = 0
    for element in root.iterfind("{*}sheetData/{*}row"):
        told = element.get("r", "")
        number = int(told) if told.isascii() and told.isdigit() and len(told) < 8 else number + 1
        row = row_of(number, _cells(book, element, f"row {number} of {name}"))
        if row is None:
            continue
        if _is_on(element, "hidden"):
            book.meet(HIDDEN)
        book.rows += 1
        book.characters += sum(map(len, row.cells))
        if book.rows > MOST_ROWS or book.characters > MOST_CHARACTERS:
            most = f"{MOST_ROWS:,} rows" if book.rows > MOST_ROWS else f"{MOST_CHARACTERS:,} characters"
            raise UnreadableInput(f"{book.package.what} has more than {most}.", _OUT_OF_PROPORTION)
        yield row


def _cells(book: _Book, row: etree._Element, place: str) -> list[str]:
    """The cells of a row by their letters; one without letters stands right of the one before."""
    cells: list[str] = []
    for element in row.iterfind("{*}c"):
        text = _text(book, element)
        found = _CELL.fullmatch(element.get("r", ""))
        column = _column(found[1]) if found else len(cells)
        if not text:
            continue
        if column >= MOST_COLUMNS:
            raise UnreadableInput(
                f"In {book.package.what}, {place} has more than {MOST_COLUMNS} columns.", _OUT_OF_PROPORTION
            )
        if len(text) > LONGEST_CELL:
            sentence = f"In {book.package.what}, {place} has a cell of more than {LONGEST_CELL:,} characters."
            raise UnreadableInput(sentence, _OUT_OF_PROPORTION)
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = f"{cells[column]}\n{text}" if cells[column] else text
    return cells


def _column(letters: str) -> int:
    """A → 0 … Z → 25, AA → 26."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _text(book: _Book, element: etree._Element) -> str:
    """What Excel shows in a cell."""
    kind = element.get("t", "n")
    if kind == "inlineStr":
        inline = element.find("{*}is")
        return "" if inline is None else _words(book, inline)
    value = element.findtext("{*}v", "")
    formula = element.find("{*}f")
    if formula is not None:
        if not value:
            return f"={formula.text}" if formula.text else ""
        book.meet(FORMULAS)
    match kind:
        case "s":
            return _shared(book, value)
        case "b":
            return "TRUE" if value == "1" else "FALSE"
        case "n":
            return _number(book, value, element.get("s", ""))
        case _:
            return _unescaped(value)


def _shared(book: _Book, value: str) -> str:
    if value.isascii() and value.isdigit() and int(value[:9]) < len(book.strings):
        return book.strings[int(value[:9])]
    raise UnreadableInput(f"{book.package.what} has a cell whose words are missing.", _DAMAGED)


def _number(book: _Book, value: str, style: str) -> str:
    if style.isascii() and style.isdigit() and int(style[:9]) in book.dates:
        date = shown_date(value, since_1904=book.since_1904)
        if date:
            book.meet(DATES)
            return date
    return shown_number(value)


def _shared_strings(book: _Book, parts: Iterable[Relationship]) -> tuple[str, ...]:
    part = _one(parts, "sharedStrings")
    if part not in book.package:
        return ()
    return tuple(_words(book, each) for each in _tree(book.package, part).iterfind("{*}si"))


def _words(book: _Book, element: etree._Element) -> str:
    """The text of a string, without the reading aids of East Asian scripts; struck-out words between their marks."""
    pieces: list[str] = []
    for child in element:
        kind = etree.QName(child).localname
        if kind == "t":
            pieces.append(child.text or "")
        elif kind == "r":
            pieces.append(_run(book, child))
    return _unescaped("".join(pieces)).replace("--}{--", "")


def _run(book: _Book, run: etree._Element) -> str:
    words = "".join(each.text or "" for each in run.iterfind("{*}t"))
    struck = run.find("{*}rPr/{*}strike")
    if not words.strip() or struck is None or struck.get("val", "1") in ("0", "false"):
        return words
    book.meet(STRUCK)
    return f"{{--{words}--}}"


def _unescaped(text: str) -> str:
    """Excel writes a character that XML can't hold by its number: `_x000D_`."""
    return _ESCAPED.sub(lambda found: _character(int(found[1], 16)), text) if "_x" in text else text


def _character(number: int) -> str:
    return "\ufffd" if not number or 0xD800 <= number < 0xE000 else chr(number)


def _merged(root: etree._Element) -> Iterator[Merged]:
    """Cells made one over several rows; the words stand in the first of them."""
    for element in root.iterfind("{*}mergeCells/{*}mergeCell"):
        corners = [_CELL.fullmatch(corner) for corner in element.get("ref", "").split(":")]
        match corners:
            case [re.Match() as first, re.Match() as last] if int(first[2]) < int(last[2]):
                yield Merged(int(first[2]), int(last[2]), _column(first[1]))


def _notes(book: _Book, sheet: str) -> Iterator[Note]:
    """What was written on cells in the margin."""
    part = _one(relationships(book.package, sheet), "comments")
    if part not in book.package:
        return
    for element in _tree(book.package, part).iterfind("{*}commentList/{*}comment"):
        text = element.find("{*}text")
        words = "" if text is None else cell(_words(book, text))
        if words:
            yield Note(element.get("ref", ""), words)
