"""Tracked changes of a Word file as revisions, and the stacks that they form."""

from collections.abc import Iterable

from zerodraft.core.comparison.changes import Op
from zerodraft.errors import UnreadableInput
from zerodraft.intake.marked import Revision
from zerodraft.intake.word_xml import Element, dated, local, text_of, value

Stack = tuple[Revision, ...]

HIGHEST_STACK = 32
"""Changes laid over the same words. Real files have up to four; without a limit a forged one takes all memory."""

_OPS = {
    "ins": Op.INSERTED,
    "moveTo": Op.INSERTED,
    "cellIns": Op.INSERTED,
    "del": Op.DELETED,
    "moveFrom": Op.DELETED,
    "cellDel": Op.DELETED,
}
CHANGES = tuple(_OPS)
"""The elements that mark words, paragraphs, rows or cells as inserted or deleted."""


class Revisions:
    """Makes revisions from elements; equal ones are one object. Knows which move is open where one is read."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str | None, str | None, str], Revision] = {}
        self._moves = {"moveFrom": _Moves(), "moveTo": _Moves()}

    def of(self, element: Element) -> Revision:
        name = local(element.tag)
        move = self._moves[name].name if name in self._moves else ""
        told = (name, value(element, "author"), value(element, "date"), move)
        if told not in self._known:
            self._known[told] = Revision(_OPS[name], called(told[1]), dated(told[2]), move)
        return self._known[told]

    def of_shape(self, element: Element) -> Revision:
        """A change of a paragraph's format."""
        return Revision(Op.KEPT, called(value(element, "author")), dated(value(element, "date")))

    def move_begins(self, element: Element) -> None:
        self._moves[local(element.tag).removesuffix("RangeStart")].begin(
            text_of(element, "id"), text_of(element, "name")
        )

    def move_ends(self, element: Element) -> None:
        self._moves[local(element.tag).removesuffix("RangeEnd")].end(text_of(element, "id"))


class _Moves:
    """The ranges of one half of all moves. A move is known by the name that the ranges of both its halves bear."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []
        self._ended: set[str] = set()
        self.name = ""
        """That of the innermost open range, or of the last one: a mark may stand right behind the end of its range."""

    def begin(self, key: str, name: str) -> None:
        self._ended.discard(key)
        self._open.append((key, name))
        self.name = name

    def end(self, key: str) -> None:
        self._ended.add(key)
        while self._open and self._open[-1][0] in self._ended:
            self._open.pop()
        if self._open:
            self.name = self._open[-1][1]


def called(author: str | None) -> str:
    """An author's name on one line."""
    return " ".join((author or "").split())


def laid(stack: Stack, revisions: Iterable[Revision], what: str) -> Stack:
    """A stack with more revisions on it: insertions before deletions, else in the order in which they are nested.

    A file may write a deletion around an insertion; the words were inserted first all the same. Words that one author
    inserted twice, with their row for example, were inserted once. `what` names the file in the sentence of a refusal.
    """
    for revision in revisions:
        if any(_is_same(revision, each) for each in stack):
            continue
        at = len(stack)
        if revision.op is Op.INSERTED:
            at = sum(each.op is Op.INSERTED for each in stack)
        stack = (*stack[:at], revision, *stack[at:])
    if len(stack) > HIGHEST_STACK:
        raise UnreadableInput(
            f"In {what} more than {HIGHEST_STACK} tracked changes lie over the same words.",
            "Word never writes this; ask whoever sent the file where it comes from.",
        )
    return stack


def _is_same(one: Revision, other: Revision) -> bool:
    return (one.op, one.author, one.move) == (other.op, other.author, other.move)
