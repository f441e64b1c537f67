"""Tables in a redline: rows are put in or taken out, and words in the cells of those that stay."""

from collections.abc import Iterable, Iterator

from zerodraft.core.comparison.changes import Op
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Paragraph
from zerodraft.core.text.table import Row as Cells
from zerodraft.core.text.table import rows
from zerodraft.export.hands import Hand
from zerodraft.export.tables import paired
from zerodraft.export.word.both_notes import BothNotes
from zerodraft.export.word.document import Change, Changes, Content, Row, Table
from zerodraft.export.word.shown import merged
from zerodraft.export.word.steps import Step, steps, whole


class TableRedline:
    """All that changed in a table is in one hand."""

    def __init__(self, notes: BothNotes, hand: Hand) -> None:
        self._notes = notes
        self._hand = hand

    def alone(self, op: Op, table: Paragraph) -> Table:
        """A table that was put in or taken out."""
        return Table(tuple(_heads(self._row(op, row, table) for row in rows(table.text))))

    def both(self, old: Paragraph, new: Paragraph) -> Table:
        return Table(tuple(_heads(self._rows(old, new))))

    def _rows(self, old: Paragraph, new: Paragraph) -> Iterator[Row]:
        for was, now in paired(rows(old.text), rows(new.text)):
            if was is not None and now is not None:
                pairs = zip(was, now, strict=True)
                yield Row(tuple(self._cell(old._replace(text=o), new._replace(text=n)) for o, n in pairs))
            elif was is not None:
                yield self._row(Op.DELETED, was, old)
            elif now is not None:
                yield self._row(Op.INSERTED, now, new)

    def _row(self, op: Op, cells: Cells, table: Paragraph) -> Row:
        found = (self._content(whole(op, table._replace(text=cell))) for cell in cells)
        return Row(tuple(found), self._changes(op))

    def _cell(self, old: Paragraph, new: Paragraph) -> Content:
        return self._content(steps([old], [new], redline(old.text, new.text)))

    def _content(self, found: Iterable[Step]) -> Content:
        sides = (own for step in found for own in self._notes.sides(step))
        return merged(self._notes.piece(own, self._changes(own.op)) for own in sides)

    def _changes(self, op: Op) -> Changes:
        return () if op is Op.KEPT else (Change(op, self._hand),)


def _heads(found: Iterable[Row]) -> Iterator[Row]:
    for number, row in enumerate(found):
        yield row._replace(is_head=not number)
