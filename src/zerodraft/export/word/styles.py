"""The styles of a Word document: Word's own names where Word has one, so that its navigation and outline work."""

from typing import NamedTuple

from zerodraft.export.word.document import HEADINGS, ITEMS, Form, Role
from zerodraft.export.word.xml import Element, label, put, root

_FONT = "Times New Roman"
_SANS = "Arial"
_TYPEWRITER = "Courier New"
_BODY, _OFFERED, _SMALL, _NOTES, _FINE = 24, 22, 20, 18, 15
"""Sizes in half points."""
_AFTER = 160
_BESIDE = 794
"""The margin of what is only proposed, further in than a paragraph's."""
_LANGUAGES = {"en": "en-GB", "id": "id-ID"}
_LIST = 1


class _Set(NamedTuple):
    """How a style is set: space before and after in twentieths of a point, size in half points (0: as the body). The
    level of a heading or of an item, from 0; None for none. `side` is where lines stand, "" where reading begins. A bar
    stands in the margin of what is only proposed."""

    before: int = 0
    after: int = _AFTER
    size: int = 0
    bold: bool = False
    italic: bool = False
    side: str = ""
    outline: int | None = None
    item: int | None = None
    has_line_numbers: bool = True
    has_bar: bool = False


_HEADS = (_Set(360, 200, 28, bold=True), _Set(320, 140, 26, bold=True), _Set(240, 120, _BODY, bold=True))
_OTHER_HEAD = _Set(200, 120, _BODY, italic=True)
_AROUND = (
    ("FrontMatter", "Front Matter", _Set(after=40, size=_SMALL, side="center", has_line_numbers=False)),
    (
        "FrontNotice",
        "Front Notice",
        _Set(before=40, after=40, size=_SMALL, bold=True, side="center", has_line_numbers=False),
    ),
    ("Header", "header", _Set(after=0, size=_NOTES, has_line_numbers=False)),
    ("HeaderNotice", "Header Notice", _Set(after=0, size=_NOTES, bold=True, side="right", has_line_numbers=False)),
    ("Footer", "footer", _Set(after=0, size=_NOTES, side="center", has_line_numbers=False)),
    ("FooterLine", "Footer Line", _Set(after=20, size=_FINE, side="center", has_line_numbers=False)),
    ("FootnoteText", "footnote text", _Set(after=40, size=_NOTES)),
    ("CommentText", "annotation text", _Set(after=0, size=_SMALL)),
)

_ROLES = {
    Role.SIGN: ("Bracket Sign", "bold"),
    Role.NAMES: ("Attribution", "names"),
    Role.OFFERED: ("Offered Words", "bold"),
    Role.OFFERED_SIGN: ("Offered Sign", "bold"),
    Role.OFFERED_NAMES: ("Offered Attribution", "names"),
    Role.ADDED: ("Offered Insertion", "bold", "underline"),
    Role.STRUCK: ("Offered Deletion", "strike"),
    Role.NUMBER: ("Offered Number",),
}


def styles(language: str) -> Element:
    """The part with all styles."""
    part = root("styles")
    _defaults(part, language)
    _style(part, Form.PLAIN, "Normal", _Set())
    _style(part, Form.TITLE, "Title", _Set(240, 320, 32, bold=True, side="center", outline=0, has_line_numbers=False))
    for level, form in enumerate(HEADINGS):
        how = _HEADS[level] if level < len(_HEADS) else _OTHER_HEAD
        _style(part, form, f"heading {level + 1}", how._replace(outline=level))
    for level, form in enumerate(ITEMS):
        _style(part, form, f"Sub-paragraph {level}" if level else "Numbered Paragraph", _Set(item=level))
    _style(part, Form.PREAMBULAR, "Preambular Paragraph", _Set())
    _style(part, Form.QUOTED, "Quoted Block", _Set(size=_SMALL))
    _style(part, Form.CELL, "Table Text", _Set(after=40, size=_SMALL))
    _style(part, Form.OFFERED, "Offered Paragraph", _Set(after=120, size=_OFFERED, has_bar=True))
    for name, english, how in _AROUND:
        _style(part, name, english, how)
    _characters(part)
    _roles(part)
    _grid(part)
    return part


def _defaults(part: Element, language: str) -> None:
    defaults = put(part, "docDefaults")
    form = put(put(defaults, "rPrDefault"), "rPr")
    put(form, "rFonts", ascii=_FONT, hAnsi=_FONT, eastAsia=_FONT, cs=_FONT)
    put(form, "sz", val=_BODY)
    put(form, "szCs", val=_BODY)
    put(form, "lang", val=_LANGUAGES.get(language, language or "en-GB"))
    shape = put(put(defaults, "pPrDefault"), "pPr")
    put(shape, "spacing", after=_AFTER, line=264, lineRule="auto")


def _style(part: Element, name: str, english: str, how: _Set) -> None:
    style = put(part, "style", type="paragraph", styleId=name)
    put(style, "name", val=english)
    if name == Form.PLAIN:
        label(style, "w:default", "1")
    else:
        put(style, "basedOn", val=Form.PLAIN)
        put(style, "qFormat")
    _shape(put(style, "pPr"), how)
    _letters(put(style, "rPr"), how)


def _shape(shape: Element, how: _Set) -> None:
    """The properties of a paragraph in the order that the schema asks for."""
    if how.outline is not None:
        put(shape, "keepNext")
    if how.item is not None:
        numbered = put(shape, "numPr")
        put(numbered, "ilvl", val=how.item)
        put(numbered, "numId", val=_LIST)
    if not how.has_line_numbers:
        put(shape, "suppressLineNumbers")
    if how.has_bar:
        put(put(shape, "pBdr"), "left", val="single", sz=8, space=10, color="7F7F7F")
    if (how.before, how.after) != (0, _AFTER):
        put(shape, "spacing", before=how.before, after=how.after)
    if how.has_bar:
        put(shape, "ind", left=_BESIDE)
    if how.side:
        put(shape, "jc", val=how.side)
    if how.outline is not None:
        put(shape, "outlineLvl", val=how.outline)


def _letters(form: Element, how: _Set) -> None:
    for wanted, names in ((how.bold, ("b", "bCs")), (how.italic, ("i", "iCs"))):
        for name in names if wanted else ():
            put(form, name)
    for name in ("sz", "szCs") if how.size else ():
        put(form, name, val=how.size)


def _characters(part: Element) -> None:
    style = put(part, "style", type="character", styleId="DefaultParagraphFont", default=1)
    put(style, "name", val="Default Paragraph Font")
    for name, english in (("FootnoteReference", "footnote reference"), ("CommentReference", "annotation reference")):
        style = put(part, "style", type="character", styleId=name)
        put(style, "name", val=english)
        form = put(style, "rPr")
        if name == "FootnoteReference":
            put(form, "vertAlign", val="superscript")
        else:
            put(form, "sz", val=16)
    link = put(part, "style", type="character", styleId="Hyperlink")
    put(link, "name", val="Hyperlink")
    form = put(link, "rPr")
    put(form, "color", val="0563C1")
    put(form, "u", val="single")
    typed = put(part, "style", type="character", styleId="VerbatimText")
    put(typed, "name", val="Verbatim Text")
    put(put(typed, "rPr"), "rFonts", ascii=_TYPEWRITER, hAnsi=_TYPEWRITER, cs=_TYPEWRITER)


def _roles(part: Element) -> None:
    """What is offered is bold, who says so stands in small letters without serifs: black on white tells them apart."""
    for role, (english, *looks) in _ROLES.items():
        style = put(part, "style", type="character", styleId=role)
        put(style, "name", val=english)
        form = put(style, "rPr")
        if "names" in looks:
            put(form, "rFonts", ascii=_SANS, hAnsi=_SANS, cs=_SANS)
        for name in ("b", "bCs") if "bold" in looks else ():
            put(form, name)
        if "strike" in looks:
            put(form, "strike")
        if "names" in looks:
            put(form, "color", val="1F3864")
            put(form, "sz", val=_NOTES)
            put(form, "szCs", val=_NOTES)
        if "underline" in looks:
            put(form, "u", val="single")


def _grid(part: Element) -> None:
    style = put(part, "style", type="table", styleId="TableGrid")
    put(style, "name", val="Table Grid")
    borders = put(put(style, "tblPr"), "tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        put(borders, side, val="single", sz=4, space=0, color="auto")
