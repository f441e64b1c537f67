"""Ranges of moves: Word ties the two halves of a move together by the name of the ranges around them."""

from collections.abc import Callable, Iterator

from zerodraft.core.comparison.changes import Op
from zerodraft.export.word.content import Pen, Sign, name_of
from zerodraft.export.word.document import Change, Changes, Cited, Paragraph, Words
from zerodraft.export.word.xml import Element, put
from zerodraft.export.xml_words import carried


class Moves:
    """The ranges that are open at a place of the body. One may go on from paragraph to paragraph."""

    def __init__(self, pen: Pen) -> None:
        self._halves = (_Half(Op.DELETED, pen), _Half(Op.INSERTED, pen))

    def signs(self, block: Paragraph) -> Iterator[Sign]:
        """Where ranges begin and end in a paragraph."""
        if self._is_still(block):
            return
        offset = 0
        for piece in block.content:
            yield from self._step(piece.changes, offset)
            offset += len(piece.text) if isinstance(piece, Words) else 1
        yield from self._step(block.mark, offset)

    def end(self, parent: Element, following: Changes = ()) -> None:
        """Between two blocks: end what does not go on under the changes that follow."""
        for half in self._halves:
            change = half.of(following)
            if half.name and (change is None or change.move != half.name):
                half.ended()(parent)

    def _is_still(self, block: Paragraph) -> bool:
        """Whether no range is open, and none begins."""
        if any(half.name for half in self._halves):
            return False
        return not any(each.move for piece in (block, *block.content) for each in _laid_over(piece))

    def _step(self, changes: Changes, offset: int) -> Iterator[Sign]:
        for half in self._halves:
            change = half.of(changes)
            if half.name == (change.move if change else ""):
                continue
            if half.name:
                yield Sign(offset, half.ended())
            if change:
                yield Sign(offset, half.begun(change))


def _laid_over(piece: Paragraph | Words | Cited) -> Changes:
    return piece.mark if isinstance(piece, Paragraph) else piece.changes


class _Half:
    """One half of all moves: what is moved away, or what is moved there. `name` is that of the open range."""

    def __init__(self, op: Op, pen: Pen) -> None:
        self.name = ""
        self._op = op
        self._pen = pen
        self._number = 0
        self._end = ""

    def of(self, changes: Changes) -> Change | None:
        return next((each for each in changes if each.op is self._op and each.move), None)

    def begun(self, change: Change) -> Callable[[Element], object]:
        self.name, self._number = change.move, next(self._pen.numbers)
        self._end = f"{name_of(change)}RangeEnd"
        name = f"{name_of(change)}RangeStart"
        told: dict[str, str | int] = {"id": self._number, "name": carried(change.move)}
        return lambda parent: self._pen.signed(parent, name, change.hand, **told)

    def ended(self) -> Callable[[Element], object]:
        self.name = ""
        name, number = self._end, self._number
        return lambda parent: put(parent, name, id=number)
