"""The words of a paragraph as elements: emphasis, links, footnotes where they are cited, and what was put in or out."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import Style
from zerodraft.core.text.respelling import Shown
from zerodraft.export.akn.names import unique
from zerodraft.export.akn.xml import Element, address, hint, put, say
from zerodraft.export.hands import Hand

NUMBER = "__num"
"""The end of the name under which the changes of a paragraph's number are kept."""

_FORMS = ((Style.STRONG, "b"), (Style.EMPHASIS, "i"), (Style.RAISED, "sup"), (Style.LOWERED, "sub"))
_CHANGES = {Op.INSERTED: "ins", Op.DELETED: "del"}


class Word(NamedTuple):
    """Something shown, and whether it was put in or taken out, and by whom (None for nobody that is known)."""

    shown: Shown
    op: Op = Op.KEPT
    hand: Hand | None = None


Words = Sequence[Word]


class Modified(NamedTuple):
    """A change in the words: the name of its element, that of the paragraph's element, and whose it is. It may be
    adjacent to the one before it: nothing stands between them."""

    op: Op
    name: str
    paragraph: str
    hand: Hand | None
    is_adjacent: bool = False


def kept(pieces: Iterable[Shown], op: Op = Op.KEPT, hand: Hand | None = None) -> tuple[Word, ...]:
    """Words of one fate."""
    return tuple(Word(each, op, hand) for each in pieces)


class Footnote(NamedTuple):
    """A footnote with a key of its own; `hints` tell how it was typed."""

    key: int
    words: Words
    hints: Mapping[str, str]


Footnotes = Mapping[tuple[Op, str], Footnote]
"""By their labels: those that kept and inserted words cite are `KEPT`, those that deleted ones cite `DELETED`."""


class Pen:
    """Writes words into elements, and keeps the names that it gave. A footnote stands where it is first cited; what
    else cites it refers to that place."""

    def __init__(self, notes: Footnotes, taken: set[str]) -> None:
        self.taken = taken
        self.modified: list[Modified] = []
        self._notes = notes
        self._opened: dict[int, str] = {}
        self._counts: Counter[str] = Counter()

    def called(self, stem: str) -> str:
        """The next name of a stem: `para_7__ins_1`, `para_7__ins_2`."""
        self._counts[stem] += 1
        return unique(f"{stem}_{self._counts[stem]}", self.taken)

    def write(self, parent: Element, words: Words, name: str, *, in_note: bool = False) -> None:
        """Words at the end of an element; `name` is that of the paragraph's element."""
        before = Op.KEPT
        for (op, hand), group in groupby(words, key=lambda word: (word.op, word.hand)):
            change = Modified(op, "", name, hand, is_adjacent=before is Op.DELETED)
            target = parent if op is Op.KEPT else self.change(parent, change)
            before = op
            pieces = [word.shown for word in group]
            for href, linked in groupby(pieces, key=lambda piece: piece.href):
                inner = put(target, "a", href=address(href)) if href else target
                for piece in linked:
                    self._piece(inner, piece, (name, op), in_note)

    def change(self, parent: Element, change: Modified) -> Element:
        """The element of an insertion or deletion, under a name that it gets here."""
        tag = _CHANGES[change.op]
        called = self.called(f"{change.paragraph}__{tag}")
        self.modified.append(change._replace(name=called))
        return put(parent, tag, eId=called)

    def _piece(self, parent: Element, piece: Shown, at: tuple[str, Op], in_note: bool) -> None:
        for style, tag in _FORMS:
            parent = put(parent, tag) if piece.style & style else parent
        if piece.style & Style.CODE:
            parent = put(parent, "inline", name="code")
        if piece.note:
            self._note(parent, piece.note, at, in_note)
        else:
            say(parent, piece.text)

    def _note(self, parent: Element, label: str, at: tuple[str, Op], in_note: bool) -> None:
        """A reference to no note, and one from note to note, stays as it was typed."""
        name, op = at
        found = self._notes.get((Op.DELETED if op is Op.DELETED else Op.KEPT, label))
        if found is None or in_note:
            say(put(parent, "inline", name="reference"), f"[^{label}]")
        elif opened := self._opened.get(found.key):
            put(parent, "noteRef", href=f"#{opened}", marker=label)
        else:
            opened = self._opened[found.key] = self.called(f"{name}__authorialNote")
            note = put(parent, "authorialNote", marker=label, placement="bottom", eId=opened)
            hint(note, **found.hints)
            self.write(put(note, "p"), found.words, opened, in_note=True)
