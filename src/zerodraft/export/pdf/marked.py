"""Words of two texts as pieces with their marks: what was inserted, what was deleted, and by whom."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.inline import read_inline
from zerodraft.export.hands import Hand, within
from zerodraft.export.passages import Passage, Words
from zerodraft.export.pdf.paper import NO_NOTES, Notes, Piece, Pieces, merged, piece, pieces, plain, sign
from zerodraft.export.pdf.talk import Talk, with_signs
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.shown_words import compared

_BREAK = "¶ "


class MarkedWords:
    """The words of one redline. Each side has its footnotes; those of the new text show what changed in them."""

    def __init__(self, sheet: RedlineSheet, notes: Iterable[Passage]) -> None:
        self._sheet = sheet
        self.talk = Talk(sheet.new)
        self._old = self._new = NO_NOTES
        changed = {
            each.paragraph.label.removeprefix("^"): self.words(each.words)
            for each in notes
            if each.fate is not Fate.DELETED
        }
        self._old = Notes.of(sheet.old.draft, "old", Op.DELETED)
        self._new = replace(Notes.of(sheet.new.draft, "new"), marked=changed)

    def notes(self, op: Op) -> Notes:
        return self._old if op is Op.DELETED else self._new

    def words(self, words: Iterable[Words]) -> Pieces:
        return merged(each for some in words for each in self._stretch(some))

    def _stretch(self, words: Words) -> Iterator[Piece]:
        if words.is_break:
            yield plain(_BREAK, words.op) if words.op is not Op.KEPT else " "
            return
        draft = self._sheet.old.draft if words.op is Op.DELETED else self._sheet.new.draft
        text = draft.paragraphs[words.ordinal].text
        read = read_inline(text)
        signs = () if words.op is Op.DELETED else self.talk.signs(words.ordinal, len(text))
        for each in with_signs(read, signs, words.start, words.end):
            yield sign(each) if isinstance(each, str) else piece(each, self.notes(words.op), words.op)

    def text(self, text: str, op: Op) -> Pieces:
        """Words of one side, all of one fate."""
        return pieces(read_inline(text), self.notes(op), op)

    def compared(self, old: str, new: str) -> Pieces:
        """Two short texts, cells of a table, with their own redline."""
        return merged(piece(each, self.notes(op), op) for op, each in compared(old, new))

    def names(self, passage: Passage) -> Mapping[str, None]:
        """Whose the changes in a passage are, in the order in which they stand there; nobody where it isn't known."""
        return dict.fromkeys(hand.author for words in passage.words for hand in self._hands(words))

    def _hands(self, words: Words) -> Iterator[Hand]:
        hands = self._sheet.hands
        if hands is None or words.op is Op.KEPT or words.is_break:
            return
        signed = hands.signed(words.op, words.ordinal)
        yield from (each.hand or hands.other for each in within(signed, words.start, words.end))
