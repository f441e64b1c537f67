"""The styles of an OpenDocument text, its pages, and what stands above and below them."""

from typing import NamedTuple

from zerodraft.core.text.visible import visible
from zerodraft.export.odt.xml import Element, Values, put, root, write_after
from zerodraft.export.word.document import HEADINGS, ITEMS, Form, Frame
from zerodraft.export.xml_words import carried

FIRST_PAGE, OTHER_PAGES = "First_20_Page", "Standard"
_SERIF, _TYPEWRITER = "Times New Roman", "Courier New"
_LANGUAGES = {"en": ("en", "GB"), "id": ("id", "ID")}

_WIDTH = "16.5cm"
"""Of the text on A4."""


class _Set(NamedTuple):
    """How a style is set: space before and after, and size, in points. `outline` is the level of a heading, 0 for
    none."""

    before: int = 0
    after: int = 8
    size: int = 12
    bold: bool = False
    italic: bool = False
    centred: bool = False
    outline: int = 0
    is_counted: bool = True


_HEADS = (_Set(18, 10, 14, bold=True), _Set(16, 7, 13, bold=True), _Set(12, 6, bold=True))
_OTHER_HEAD = _Set(10, 6, italic=True)
_AROUND = {
    "Front_20_Matter": _Set(after=2, size=10, centred=True, is_counted=False),
    "Header": _Set(after=0, size=9, is_counted=False),
    "Front_20_Notice": _Set(after=2, size=10, bold=True, centred=True, is_counted=False),
    "Header_20_Notice": _Set(after=0, size=9, bold=True, is_counted=False),
    "Footer": _Set(after=0, size=9, centred=True, is_counted=False),
    "Footer_20_Line": _Set(after=0, size=8, centred=True, is_counted=False),
    "Footnote": _Set(after=2, size=9),
}
_OWN = {
    Form.TITLE: ("Title", _Set(12, 16, 16, bold=True, centred=True, outline=1, is_counted=False)),
    Form.PLAIN: ("Text_20_body", _Set()),
    Form.PREAMBULAR: ("Preambular_20_Paragraph", _Set()),
    Form.QUOTED: ("Quotations", _Set(size=10)),
    Form.CELL: ("Table_20_Contents", _Set(after=2, size=10)),
    Form.OFFERED: ("Offered_20_Paragraph", _Set(size=10)),
}


def style_name(form: Form) -> str:
    """What the style of a form is called in a file."""
    if form in _OWN:
        return _OWN[form][0]
    if form in HEADINGS:
        return f"Heading_20_{HEADINGS.index(form) + 1}"
    level = ITEMS.index(form)
    return f"Sub-paragraph_20_{level}" if level else "Numbered_20_Paragraph"


def outline_of(form: Form) -> int:
    """The level of a heading, 0 for a paragraph that is none."""
    if form in HEADINGS:
        return HEADINGS.index(form) + 1
    return _OWN[form][1].outline if form in _OWN else 0


def styles(frame: Frame, language: str, *, has_line_numbers: bool) -> Element:
    """The part with styles and pages."""
    part = root("office:document-styles", "office", "style", "text", "fo", "svg", values={"office:version": "1.3"})
    font_faces(part)
    named = put(part, "office:styles")
    _defaults(named, language)
    for form in Form:
        _style(named, style_name(form), _set_of(form))
    for name, how in _AROUND.items():
        _style(named, name, how)
    _characters(named)
    _line_numbers(named, is_on=has_line_numbers)
    automatic = put(part, "office:automatic-styles")
    for name in (FIRST_PAGE, OTHER_PAGES):
        _layout(automatic, name)
    masters = put(part, "office:master-styles")
    _pages(masters, FIRST_PAGE, frame)
    _pages(masters, OTHER_PAGES, frame)
    return part


def font_faces(part: Element) -> None:
    faces = put(part, "office:font-face-decls")
    for name, family, pitch in ((_SERIF, "roman", "variable"), (_TYPEWRITER, "modern", "fixed")):
        values = {"style:name": name, "svg:font-family": f"'{name}'"}
        put(faces, "style:font-face", values | {"style:font-family-generic": family, "style:font-pitch": pitch})


def _set_of(form: Form) -> _Set:
    if form in _OWN:
        return _OWN[form][1]
    if form in HEADINGS:
        level = HEADINGS.index(form)
        return (_HEADS[level] if level < len(_HEADS) else _OTHER_HEAD)._replace(outline=level + 1)
    return _Set()


def _defaults(named: Element, language: str) -> None:
    default = put(named, "style:default-style", {"style:family": "paragraph"})
    put(default, "style:paragraph-properties", {"fo:orphans": 2, "fo:widows": 2, "style:tab-stop-distance": "1cm"})
    known, _, country = language.partition("-")
    spoken, place = _LANGUAGES.get(language, (known or "en", country or "none"))
    fonts = {f"style:font-name{each}": _SERIF for each in ("", "-asian", "-complex")}
    sizes = {f"{each}": "12pt" for each in ("fo:font-size", "style:font-size-asian", "style:font-size-complex")}
    put(default, "style:text-properties", {**fonts, **sizes, "fo:language": spoken, "fo:country": place})
    put(named, "style:style", {"style:name": "Standard", "style:family": "paragraph", "style:class": "text"})


def _style(named: Element, name: str, how: _Set) -> None:
    values: dict[str, str | int] = {"style:name": name, "style:display-name": name.replace("_20_", " ")}
    values |= {"style:family": "paragraph", "style:parent-style-name": "Standard"}
    if how.outline:
        values["style:default-outline-level"] = how.outline
    style = put(named, "style:style", values)
    shape: dict[str, str | int] = {"fo:margin-top": f"{how.before}pt", "fo:margin-bottom": f"{how.after}pt"}
    shape["fo:line-height"] = "110%"
    if how.centred:
        shape["fo:text-align"] = "center"
    if how.outline:
        shape["fo:keep-with-next"] = "always"
    if not how.is_counted:
        shape |= {"text:number-lines": "false", "text:line-number": 0}
    properties = put(style, "style:paragraph-properties", shape)
    if name == "Header":
        tab = {"style:position": _WIDTH, "style:type": "right"}
        put(put(properties, "style:tab-stops"), "style:tab-stop", tab)
    letters: dict[str, str | int] = {}
    for ending in ("", "-asian", "-complex"):
        prefix = "style" if ending else "fo"
        letters[f"{prefix}:font-size{ending}"] = f"{how.size}pt"
        if how.bold:
            letters[f"{prefix}:font-weight{ending}"] = "bold"
        if how.italic:
            letters[f"{prefix}:font-style{ending}"] = "italic"
    put(style, "style:text-properties", letters)


def _characters(named: Element) -> None:
    raised: dict[str, str | int] = {"style:text-position": "super 58%"}
    link: dict[str, str | int] = {
        "fo:color": "#0563c1",
        "style:text-underline-style": "solid",
        "style:text-underline-color": "font-color",
    }
    for name, form in (
        ("Internet_20_link", link),
        ("Footnote_20_Symbol", {}),
        ("Footnote_20_anchor", raised),
        ("Line_20_numbering", {"fo:font-size": "8pt"}),
    ):
        style = put(named, "style:style", {"style:name": name, "style:family": "text"})
        put(style, "style:text-properties", form)
    letters = {"text:citation-style-name": "Footnote_20_Symbol", "text:citation-body-style-name": "Footnote_20_anchor"}
    count = {"style:num-format": "1", "style:num-suffix": " ", "text:default-style-name": "Footnote"}
    pages = {"text:footnotes-position": "page", "text:start-numbering-at": "document"}
    put(named, "text:notes-configuration", {"text:note-class": "footnote", **letters, **count, **pages})


def _line_numbers(named: Element, *, is_on: bool) -> None:
    """Every fifth line of each page."""
    where: Values = {"text:style-name": "Line_20_numbering", "text:number-position": "left", "text:offset": "0.5cm"}
    how: Values = {"style:num-format": "1", "text:increment": 5, "text:count-empty-lines": "false"}
    shown: Values = {"text:number-lines": "true" if is_on else "false", "text:restart-on-page": "true"}
    put(named, "text:linenumbering-configuration", {**shown, **where, **how})


# --- pages ----------------------------------------------------------------------------------------


def _layout(automatic: Element, name: str) -> None:
    layout = put(automatic, "style:page-layout", {"style:name": f"Pages_20_{name}"})
    margins = {"fo:margin-top": "1.25cm", "fo:margin-bottom": "1.25cm"}
    margins |= {"fo:margin-left": "2.25cm", "fo:margin-right": "2.25cm"}
    size = {"fo:page-width": "21cm", "fo:page-height": "29.7cm", "style:print-orientation": "portrait"}
    shape = put(layout, "style:page-layout-properties", size | margins | {"style:footnote-max-height": "0cm"})
    line = {"style:width": "0.5pt", "style:rel-width": "25%", "style:color": "#000000", "style:adjustment": "left"}
    space = {"style:distance-before-sep": "0.2cm", "style:distance-after-sep": "0.15cm"}
    put(shape, "style:footnote-sep", line | space)
    head = {"fo:min-height": "1.35cm", "fo:margin-bottom": "0.6cm", "style:dynamic-spacing": "false"}
    put(put(layout, "style:header-style"), "style:header-footer-properties", head)
    foot = {"fo:min-height": "1.05cm", "fo:margin-top": "0.5cm", "style:dynamic-spacing": "false"}
    put(put(layout, "style:footer-style"), "style:header-footer-properties", foot)


def _pages(masters: Element, name: str, frame: Frame) -> None:
    """The title block stands above the first page, the name of the text above all others."""
    values = {"style:name": name, "style:display-name": name.replace("_20_", " ")}
    values["style:page-layout-name"] = f"Pages_20_{name}"
    is_first = name == FIRST_PAGE
    page = put(masters, "style:master-page", values | ({"style:next-style-name": OTHER_PAGES} if is_first else {}))
    head = put(page, "style:header")
    if is_first:
        for each in frame.opening:
            _line(head, "Front_20_Matter", each)
    else:
        left, right = frame.running
        line = _line(head, "Header", left)
        put(line, "text:tab")
        write_after(line, _shown(right))
    if frame.notice or not len(head):
        _line(head, "Front_20_Notice" if is_first else "Header_20_Notice", frame.notice)
    foot = put(page, "style:footer")
    if frame.foot:
        _line(foot, "Footer_20_Line", frame.foot)
    _page_numbers(put(foot, "text:p", {"text:style-name": "Footer"}), frame)


def _line(parent: Element, style: str, words: str) -> Element:
    line = put(parent, "text:p", {"text:style-name": style})
    write_after(line, _shown(words))
    return line


def _shown(words: str) -> str:
    return carried(visible(words, single_line=True))


def _page_numbers(line: Element, frame: Frame) -> None:
    before, between, after = [*frame.page.split("{}"), "", ""][:3]
    write_after(line, before)
    put(line, "text:page-number", {"text:select-page": "current"}).text = "1"
    write_after(line, between)
    put(line, "text:page-count").text = "1"
    write_after(line, after)
