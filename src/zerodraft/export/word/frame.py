"""What stands around the text on the pages of a Word document: the title block, headers, page numbers; and settings."""

from collections.abc import Sequence

from zerodraft.core.text.visible import visible
from zerodraft.export.word.document import Document, Frame
from zerodraft.export.word.xml import Element, label, put, put_text, root
from zerodraft.export.xml_words import carried

WIDTH, WIDE = 9354, 14286
"""Of the text on an upright page and on a turned one, in twentieths of a point: A4 with margins of 2.25 cm."""
_PAGE, _PAGES = "PAGE", "NUMPAGES"


def opening(frame: Frame) -> Element:
    """The header of the first page: the title block. It stands outside of the text, so that an answer to the text has
    no other words than the text."""
    part = root("hdr")
    for line in frame.opening:
        put_line(part, "FrontMatter", line)
    if frame.notice or not frame.opening:
        put_line(part, "FrontNotice", frame.notice)
    return part


def running(frame: Frame, width: int = WIDTH) -> Element:
    """The header of all other pages; `width` is that of the lines, in twentieths of a point."""
    part = root("hdr")
    paragraph = put(part, "p")
    properties = put(paragraph, "pPr")
    put(properties, "pStyle", val="Header")
    put(put(properties, "tabs"), "tab", val="right", pos=width)
    left, right = frame.running
    _words(paragraph, left)
    put(put(paragraph, "r"), "tab")
    _words(paragraph, right)
    if frame.notice:
        put_line(part, "HeaderNotice", frame.notice)
    return part


def page_numbers(frame: Frame) -> Element:
    """The footer: page x of y, in the words of the frame."""
    part = root("ftr")
    if frame.foot:
        put_line(part, "FooterLine", frame.foot)
    paragraph = put(part, "p")
    put(put(paragraph, "pPr"), "pStyle", val="Footer")
    before, between, after = [*frame.page.split("{}"), "", ""][:3]
    _words(paragraph, before)
    _field(paragraph, _PAGE)
    _words(paragraph, between)
    _field(paragraph, _PAGES)
    _words(paragraph, after)
    return part


def put_line(part: Element, style: str, text: str) -> None:
    """One line of a header or footer."""
    paragraph = put(part, "p")
    put(put(paragraph, "pPr"), "pStyle", val=style)
    _words(paragraph, text)


def _words(paragraph: Element, text: str) -> None:
    if text:
        put_text(put(paragraph, "r"), "t", carried(visible(text, single_line=True)))


def _field(paragraph: Element, code: str) -> None:
    put(put(paragraph, "r"), "fldChar", fldCharType="begin")
    put_text(put(paragraph, "r"), "instrText", f" {code} ")
    put(put(paragraph, "r"), "fldChar", fldCharType="separate")
    put_text(put(paragraph, "r"), "t", "1")
    put(put(paragraph, "r"), "fldChar", fldCharType="end")


def put_section(body: Element, references: Sequence[tuple[str, str, str]], document: Document) -> None:
    """The pages: A4, and their headers and footers by element, type and name of the relation."""
    section = put(body, "sectPr")
    for name, kind, relation in references:
        label(put(section, name, type=kind), "r:id", relation)
    if document.is_wide:
        put(section, "pgSz", w=16838, h=11906, orient="landscape")
    else:
        put(section, "pgSz", w=11906, h=16838)
    margins = {"top": 1474, "right": 1276, "bottom": 1304, "left": 1276}
    put(section, "pgMar", **margins, header=708, footer=708, gutter=0)
    if document.has_line_numbers:
        put(section, "lnNumType", countBy=5, distance=283, restart="newPage")
    put(section, "titlePg")


def settings(*, is_tracking: bool = False, has_notes: bool = False) -> Element:
    """The part with the settings; a file that has a part with footnotes names its two lines there."""
    part = root("settings")
    put(part, "zoom", percent=100)
    if is_tracking:
        put(part, "trackRevisions")
    put(part, "defaultTabStop", val=567)
    if has_notes:
        separators = put(part, "footnotePr")
        for name in (-1, 0):
            put(separators, "footnote", id=name)
    known = put(put(part, "compat"), "compatSetting", name="compatibilityMode")
    label(known, "w:uri", "http://schemas.microsoft.com/office/word")
    label(known, "w:val", "15")
    return part
