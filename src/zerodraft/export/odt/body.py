"""The words of an OpenDocument text: paragraphs in their lists, tables, footnotes, links and hidden names."""

import re
from collections.abc import Sequence
from itertools import groupby

from zerodraft.core.text.inline import Style
from zerodraft.export.odt.comments import Sign, signs, with_signs, write_sign
from zerodraft.export.odt.lists import Spot, Spots
from zerodraft.export.odt.styles import FIRST_PAGE, outline_of, style_name
from zerodraft.export.odt.xml import Element, put, write_after
from zerodraft.export.word.content import reads_from_right
from zerodraft.export.word.document import Block, Cited, Content, Document, Form, Paragraph, Table, Words
from zerodraft.export.xml_words import carried

# Of several spaces a reader keeps one, and none at the beginning of a paragraph: the others are told by their count.
_TOLD = re.compile("([\t\n]|(?<= ) +)")
_FORMS = {
    Style.STRONG: ("font-weight", "bold"),
    Style.EMPHASIS: ("font-style", "italic"),
}
_FORMED = Style.EMPHASIS | Style.STRONG | Style.CODE | Style.RAISED | Style.LOWERED
_CELL, _TABLE = "Cell", "Table"


class Body:
    """Writes the blocks of a document into the element of its text, and the styles that they need beside."""

    def __init__(self, document: Document, text: Element, automatic: Element) -> None:
        self._document = document
        self._text = text
        self._automatic = automatic
        self._spots = Spots(document.lists)
        self._known: set[str] = set()
        self._is_first = True
        self._last: dict[str, str] = {}
        self._lists = 0

    def write(self) -> None:
        self._table_styles()
        said = signs(self._document.threads)
        for index, block in enumerate(self._document.blocks or (Paragraph(()),)):
            self._block(block, said.get(index, ()))
            self._is_first = False

    def _block(self, block: Block, said: Sequence[Sign]) -> None:
        if isinstance(block, Table):
            self._table(block, [each._replace(offset=0) for each in said])
            return
        spot = self._spots.spot(block.look)
        parent = self._text if spot is None else self._item(spot)
        outline = outline_of(block.look.form)
        values: dict[str, str | int] = {"text:style-name": self._paragraph_style(block.look.form, block.content)}
        if outline:
            values["text:outline-level"] = outline
        paragraph = put(parent, "text:h" if outline else "text:p", values)
        if block.bookmark:
            put(paragraph, "text:bookmark-start", {"text:name": carried(block.bookmark)})
        self._content(paragraph, block.content, said)
        if block.bookmark:
            put(paragraph, "text:bookmark-end", {"text:name": carried(block.bookmark)})

    # --- lists --------------------------------------------------------------------------------------

    def _item(self, spot: Spot) -> Element:
        """Each paragraph stands in a list of its own that goes on where the last one of its style ended."""
        self._lists += 1
        name = f"list{self._lists}"
        values: dict[str, str | int] = {"xml:id": name, "text:style-name": spot.style}
        if spot.style in self._last:
            values |= {"text:continue-list": self._last[spot.style], "text:continue-numbering": "true"}
        self._last[spot.style] = name
        own = put(self._text, "text:list", values)
        for _ in range(spot.level):
            own = put(put(own, "text:list-item"), "text:list")
        return put(own, "text:list-item", {} if spot.start is None else {"text:start-value": spot.start})

    # --- words --------------------------------------------------------------------------------------

    def _content(self, paragraph: Element, content: Content, said: Sequence[Sign] = ()) -> None:
        after_space = True
        for href, linked in groupby(with_signs(content, said), key=_href):
            parent = paragraph
            if href:
                where = {"xlink:type": "simple", "xlink:href": carried(href)}
                parent = put(paragraph, "text:a", where | {"text:style-name": "Internet_20_link"})
            for piece in linked:
                if isinstance(piece, Sign):
                    write_sign(parent, piece)
                elif isinstance(piece, Cited):
                    self._note(parent, piece.note)
                    after_space = False
                elif piece.text:
                    self._words(parent, piece, after_space=after_space)
                    after_space = piece.text.endswith(" ")

    def _words(self, parent: Element, words: Words, *, after_space: bool) -> None:
        style = self._letter_style(words.style)
        if style:
            parent = put(parent, "text:span", {"text:style-name": style})
        text = carried(words.text)
        if after_space and text.startswith(" "):
            put(parent, "text:s")
            text = text[1:]
        for part in _TOLD.split(text):
            if part == "\t":
                put(parent, "text:tab")
            elif part == "\n":
                put(parent, "text:line-break")
            elif part and not part.strip(" ") and len(part) > 1:
                put(parent, "text:s", {"text:c": len(part)})
            elif part:
                write_after(parent, part)

    def _note(self, parent: Element, index: int) -> None:
        note = put(parent, "text:note", {"text:id": f"ftn{index + 1}", "text:note-class": "footnote"})
        put(note, "text:note-citation").text = str(index + 1)
        content = self._document.notes[index]
        self._content(put(put(note, "text:note-body"), "text:p", {"text:style-name": "Footnote"}), content)

    # --- tables -------------------------------------------------------------------------------------

    def _table(self, block: Table, said: Sequence[Sign]) -> None:
        columns = max((len(row.cells) for row in block.rows), default=0) or 1
        table = put(self._text, "table:table", {"table:style-name": self._table_style()})
        put(table, "table:table-column", {"table:number-columns-repeated": columns})
        for is_head, group in groupby(block.rows, key=lambda row: row.is_head):
            parent = put(table, "table:table-header-rows") if is_head else table
            for row in group:
                written = put(parent, "table:table-row")
                for number in range(columns):
                    cell = put(written, "table:table-cell", {"table:style-name": _CELL})
                    content = row.cells[number] if number < len(row.cells) else ()
                    style = self._paragraph_style(Form.CELL, content, is_in_table=True)
                    self._content(put(cell, "text:p", {"text:style-name": style}), content, said)
                    said = ()

    def _table_styles(self) -> None:
        for name, more in ((_TABLE, {}), (f"{_TABLE}.{FIRST_PAGE}", {"style:master-page-name": FIRST_PAGE})):
            style = put(self._automatic, "style:style", {"style:name": name, "style:family": "table"} | more)
            shape = {"table:align": "margins", "fo:margin-bottom": "8pt", "fo:margin-top": "0pt"}
            put(style, "style:table-properties", shape)
        style = put(self._automatic, "style:style", {"style:name": _CELL, "style:family": "table-cell"})
        put(style, "style:table-cell-properties", {"fo:border": "0.5pt solid #000000", "fo:padding": "0.1cm"})

    def _table_style(self) -> str:
        return f"{_TABLE}.{FIRST_PAGE}" if self._is_first else _TABLE

    # --- styles of their own ------------------------------------------------------------------------

    def _paragraph_style(self, form: Form, content: Content, *, is_in_table: bool = False) -> str:
        """The style of the form; another one from right to left, and for the paragraph with which the pages begin."""
        from_right = reads_from_right("".join(each.text for each in content if isinstance(each, Words)))
        begins = self._is_first and not is_in_table
        parent = style_name(form)
        name = f"{parent}{'.Right' if from_right else ''}{'.First' if begins else ''}"
        if name != parent and name not in self._known:
            self._known.add(name)
            values = {"style:name": name, "style:family": "paragraph", "style:parent-style-name": parent}
            style = put(
                self._automatic, "style:style", values | ({"style:master-page-name": FIRST_PAGE} if begins else {})
            )
            if from_right:
                put(style, "style:paragraph-properties", {"style:writing-mode": "rl-tb", "fo:text-align": "right"})
        return name

    def _letter_style(self, style: Style) -> str:
        formed = style & _FORMED
        if not formed:
            return ""
        name = f"Letters{int(formed)}"
        if name not in self._known:
            self._known.add(name)
            made = put(self._automatic, "style:style", {"style:name": name, "style:family": "text"})
            put(made, "style:text-properties", _letters(formed))
        return name


def _href(piece: Words | Cited | Sign) -> str:
    return piece.href if isinstance(piece, Words) else ""


def _letters(style: Style) -> dict[str, str]:
    form: dict[str, str] = {}
    for sign, (key, value) in _FORMS.items():
        if style & sign:
            form |= {f"fo:{key}": value, f"style:{key}-asian": value, f"style:{key}-complex": value}
    if style & Style.CODE:
        form |= {f"style:font-name{each}": "Courier New" for each in ("", "-asian", "-complex")}
    if style & (Style.RAISED | Style.LOWERED):
        form["style:text-position"] = "super 58%" if style & Style.RAISED else "sub 58%"
    return form
