"""Excel workbooks made part by part, good ones and forged ones."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from tests.intake.hostile import Part, packed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def relationships_part(name: str, targets: Iterable[tuple[str, str, str]]) -> Part:
    """`targets` are id, last word of the type, target."""
    each = "".join(f'<Relationship Id="{id_}" Type="{OFFICE}/{sort}" Target="{to}"/>' for id_, sort, to in targets)
    return name, f'<Relationships xmlns="{PACKAGE}/relationships">{each}</Relationships>'.encode()


def sheet_part(rows: str, after: str = "") -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'.encode()


def inline(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'


def inline_rows(rows: Iterable[Sequence[str]]) -> str:
    return "".join(
        f'<row r="{number}">'
        + "".join(inline(f"{chr(65 + column)}{number}", text) for column, text in enumerate(row) if text)
        + "</row>"
        for number, row in enumerate(rows, 1)
    )


def workbook(sheets: Mapping[str, bytes], *more: Part, workbook_properties: str = "", states: str = "") -> bytes:
    """Sheets by name; `more` parts replace those with the same name. `states` are attributes of each sheet."""
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="s{number}" {states}/>'
        for number, name in enumerate(sheets, 1)
    )
    opening = f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook_properties}'
    targets = [(f"s{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)]
    targets += [("ss", "sharedStrings", "/xl/sharedStrings.xml"), ("st", "styles", "styles.xml")]
    types = (
        f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{SHEET}"/></Types>'
    )
    parts = {
        "[Content_Types].xml": types.encode(),
        "_rels/.rels": relationships_part("", [("d", "officeDocument", "xl/workbook.xml")])[1],
        "xl/workbook.xml": f"{opening}<sheets>{listed}</sheets></workbook>".encode(),
        "xl/_rels/workbook.xml.rels": relationships_part("", targets)[1],
        **{f"xl/worksheets/sheet{number}.xml": content for number, content in enumerate(sheets.values(), 1)},
        **dict(more),
    }
    return packed(parts.items())


def shared_strings(*items: str) -> Part:
    """Each item is the inside of an `si` element."""
    inside = "".join(f"<si>{item}</si>" for item in items)
    return "xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{inside}</sst>'.encode()


def styles(*codes: str) -> Part:
    """Cell styles whose numbers are shown by these codes, from style 1 on."""
    formats = "".join(f'<numFmt numFmtId="{164 + n}" formatCode="{escape(code)}"/>' for n, code in enumerate(codes))
    cells = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{164 + n}"/>' for n in range(len(codes)))
    return (
        "xl/styles.xml",
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>'.encode(),
    )
