"""The body of a Word document: its paragraphs and tables, with what is set in them."""

from collections.abc import Mapping, Sequence
from operator import attrgetter

from zerodraft.errors import Refusal
from zerodraft.export.word.content import Pen, Sign, reads_from_right
from zerodraft.export.word.document import (
    PLAIN,
    TYPED,
    Block,
    Changes,
    Content,
    Form,
    Look,
    Paragraph,
    Row,
    Table,
    Words,
)
from zerodraft.export.word.frame import WIDTH
from zerodraft.export.word.moves import Moves
from zerodraft.export.word.xml import Element, put
from zerodraft.export.xml_words import carried

_MOST_COLUMNS = 63
STEP = 567
"""How much further in each level of a list stands: 1 cm, in twentieths of a point."""
FIRST_LIST = 2
"""The name of the first list beside the main one."""


class Body:
    """Writes blocks one after the other. `signs` are what is set in each block, by its index, rising."""

    def __init__(self, root: Element, pen: Pen, signs: Mapping[int, Sequence[Sign]], width: int = WIDTH) -> None:
        self._root = root
        self._pen = pen
        self._signs = signs
        self._width = width
        self._moves = Moves(pen)

    def write(self, blocks: Sequence[Block]) -> None:
        """Word wants a paragraph between two tables and after the last one, and LibreOffice a last one that is not
        itself put in or taken out: such a paragraph is empty."""
        before: Block | None = None
        for index, block in enumerate(blocks):
            signs = self._signs.get(index, ())
            if isinstance(block, Paragraph):
                self._moves.end(self._root, block.content[0].changes if block.content else block.mark)
                self._paragraph(block, signs)
            else:
                self._moves.end(self._root)
                if isinstance(before, Table):
                    put(self._root, "p")
                self._table(block, signs)
            before = block
        self._moves.end(self._root)
        if not isinstance(before, Paragraph) or before.mark:
            put(self._root, "p")

    def _paragraph(self, block: Paragraph, signs: Sequence[Sign]) -> None:
        paragraph = put(self._root, "p")
        self._properties(paragraph, block)
        names = [(next(self._pen.numbers), name) for name in (block.bookmark, block.later) if name]
        for number, name in names:
            put(paragraph, "bookmarkStart", id=number, name=carried(name))
        every = sorted((*self._moves.signs(block), *signs), key=attrgetter("offset"))
        self._pen.write(paragraph, block.content, every)
        for number, _ in names:
            put(paragraph, "bookmarkEnd", id=number)

    def _properties(self, paragraph: Element, block: Paragraph) -> None:
        from_right = reads_from_right("".join(each.text for each in block.content if isinstance(each, Words)))
        if not (from_right or block.mark or block.reshaped or block.look != PLAIN):
            return
        properties = put(paragraph, "pPr")
        _put_look(properties, block.look, from_right=from_right)
        if block.mark:
            mark = put(properties, "rPr")
            for change in block.mark:
                self._pen.changed(mark, change)
        if block.reshaped:
            changed = self._pen.signed(properties, "pPrChange", block.reshaped.hand)
            _put_look(put(changed, "pPr"), block.reshaped.former, from_right=from_right)

    def _table(self, block: Table, signs: Sequence[Sign]) -> None:
        columns = max((len(row.cells) for row in block.rows), default=0) or 1
        if columns > _MOST_COLUMNS:
            raise Refusal(
                f"A table of the text has {columns} columns, and Word opens none with more than {_MOST_COLUMNS}.",
                "Divide the table, or export the text as HTML or PDF.",
            )
        table = put(self._root, "tbl")
        properties = put(table, "tblPr")
        put(properties, "tblStyle", val="TableGrid")
        widths = block.widths or (self._width // columns,) * columns
        put(properties, "tblW", w=sum(widths), type="dxa")
        if block.widths:
            put(properties, "tblLayout", type="fixed")
        grid = put(table, "tblGrid")
        for width in widths:
            put(grid, "gridCol", w=width)
        for number, row in enumerate(block.rows):
            self._row(table, row, widths, [sign for sign in signs if sign.cell[0] == number])

    def _row(self, table: Element, row: Row, widths: Sequence[int], signs: Sequence[Sign]) -> None:
        """Of a row Word doesn't say that it was moved: it was put in here, and taken out there."""
        changes = tuple(change._replace(move="") for change in row.changes)
        written = put(table, "tr")
        if row.is_head or changes:
            properties = put(written, "trPr")
            if row.is_head:
                put(properties, "tblHeader")
            for change in changes:
                self._pen.changed(properties, change)
        for number, width in enumerate(widths):
            cell = put(written, "tc")
            put(put(cell, "tcPr"), "tcW", w=width, type="dxa")
            paragraph = put(cell, "p")
            put(put(paragraph, "pPr"), "pStyle", val=Form.CELL)
            content = row.cells[number] if number < len(row.cells) else ()
            own = [sign for sign in signs if sign.cell[1] == number]
            self._pen.write(paragraph, _under(content, changes), own)


def _under(content: Content, changes: Changes) -> Content:
    """The words of a row, under its changes too: some programs look at the words alone."""
    if not changes:
        return content
    return tuple(
        each._replace(changes=(*changes, *(own for own in each.changes if own not in changes))) for each in content
    )


def _put_look(properties: Element, look: Look, *, from_right: bool) -> None:
    """In the order that the schema asks for."""
    if look.form is not Form.PLAIN:
        put(properties, "pStyle", val=look.form)
    if look.item:
        numbered = put(properties, "numPr")
        put(numbered, "ilvl", val=look.item.level)
        put(numbered, "numId", val=FIRST_LIST + look.item.listing)
    if from_right:
        put(properties, "bidi")
    if look.item and look.item.listing == TYPED:
        put(properties, "ind", left=STEP * (look.item.level + 1), hanging=STEP)
