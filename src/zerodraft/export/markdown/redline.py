"""A redline in Markdown: CriticMarkup.

Rejecting every mark gives the old text, accepting every mark the new one: paragraph by paragraph, each side in its own
order. A paragraph that moved is taken out in one place and put in at another; a comment `{>>…<<}` says so, and whose
the marks are.
"""

from collections.abc import Iterator

from zerodraft.core.comparison.changes import Change, Fate, Op
from zerodraft.core.text.draft import Kind
from zerodraft.export.arrangement import Stand, arranged
from zerodraft.export.hands import Hand, within
from zerodraft.export.labels import Labels, labels_for
from zerodraft.export.markdown.critic_marks import Signed, note, signed_critic
from zerodraft.export.passages import Words, passages_of
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.summary import total


def redline_markdown(sheet: RedlineSheet) -> bytes:
    """CriticMarkup, a block for each change, a comment with the versions and figures on top."""
    labels = labels_for(sheet.new.spoken)
    made = _Redline(sheet, labels)
    stands = (each for each in arranged(sheet.comparison, has_notes=True) if made.is_shown(each))
    blocks = ["\n".join(_heading(sheet, labels)), *map(made.block, stands)]
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "surrogateescape")


def _heading(sheet: RedlineSheet, labels: Labels) -> Iterator[str]:
    """What changed, in figures; the mark of a draft, or the fingerprint of the adopted words."""
    figures = total(sheet)
    told = labels.no_changes
    if figures.paragraphs_changed:
        words = labels.count_words(figures.words_inserted, figures.words_deleted)
        told = f"{labels.count_changed(figures.paragraphs_changed)}; {words}"
    yield note(f"{labels.changes(sheet)}: {told}")
    if sheet.new.mark:
        yield note(sheet.new.mark)
    if sheet.new.fingerprint:
        yield note(labels.fingerprint_line(sheet.new))


class _Redline:
    """Writes the blocks of one redline."""

    def __init__(self, sheet: RedlineSheet, labels: Labels) -> None:
        self._sheet = sheet
        self._labels = labels
        self._hands = sheet.hands

    def is_shown(self, stand: Stand) -> bool:
        """Titles and headings stay where only changes are shown."""
        paragraphs = (self._sheet.new if stand.new else self._sheet.old).draft.paragraphs
        orients = paragraphs[(stand.new or stand.old)[0]].kind in (Kind.TITLE, Kind.HEADING)
        return not self._sheet.only_changes or orients or stand.change.pair.fate is not Fate.KEPT

    def block(self, stand: Stand) -> str:
        pieces = list(self._both(stand) if stand.old and stand.new else self._alone(stand))
        told = self._note(stand)
        return signed_critic(pieces) + (f" {note(told)}" if told else "")

    def _note(self, stand: Stand) -> str:
        """What the marks can't say."""
        fate, old, new = stand.change.pair
        if fate in (Fate.INSERTED, Fate.DELETED):
            return ""
        if not stand.new:
            to = ", ".join(self._labels.cited(self._sheet.new.numbers[ordinal]) for ordinal in new)
            return self._labels.moved_to.replace("{}", to) if fate is Fate.MOVED else ""
        places = ", ".join(self._labels.cited(self._sheet.old.numbers[ordinal]) for ordinal in old)
        return self._labels.note(fate, places)

    # --- one side -----------------------------------------------------------------------------------

    def _alone(self, stand: Stand) -> Iterator[Signed]:
        """Some paragraphs that are put in or taken out whole."""
        side, op = (self._sheet.new, Op.INSERTED) if stand.new else (self._sheet.old, Op.DELETED)
        otherwise = self._touched(stand.change)
        for place, ordinal in enumerate(stand.new or stand.old):
            text = side.draft.paragraphs[ordinal].text
            yield Signed(op, ("\n\n" if place else "") + _before(side, ordinal))
            yield from self._words(Words(op, ordinal, 0, len(text)), text, otherwise)

    # --- both sides ---------------------------------------------------------------------------------

    def _both(self, stand: Stand) -> Iterator[Signed]:
        """The numbers and words of one change; a split or joined paragraph goes on after its break."""
        old, new = (_before(self._sheet.old, stand.old[0]), _before(self._sheet.new, stand.new[0]))
        if old == new:
            yield Signed(Op.KEPT, new)
        else:
            yield Signed(Op.DELETED, old)
            yield Signed(Op.INSERTED, new)
        passages = passages_of(self._sheet, stand.change)
        otherwise = self._touched(stand.change)
        if passages[0].is_replaced_whole:
            yield from self._replaced(stand.old[0], stand.new[0])
            return
        for passage in passages:
            for words in passage.words:
                yield from self._words(words, self._text(words), otherwise)

    def _replaced(self, old: int, new: int) -> Iterator[Signed]:
        """A table or a quoted block: marks between its lines would break it."""
        for op, side, ordinal in ((Op.DELETED, self._sheet.old, old), (Op.INSERTED, self._sheet.new, new)):
            text = side.draft.paragraphs[ordinal].text
            yield from self._words(Words(op, ordinal, 0, len(text)), text, None)
            if op is Op.DELETED:
                yield Signed(Op.KEPT, "\n\n")

    def _text(self, words: Words) -> str:
        side = self._sheet.old if words.op is Op.DELETED else self._sheet.new
        if words.is_break:
            return "\n\n" + _before(side, words.ordinal)
        return side.draft.paragraphs[words.ordinal].text[words.start : words.end]

    # --- hands --------------------------------------------------------------------------------------

    def _touched(self, change: Change) -> Hand | None:
        """Who moved, split or joined a paragraph."""
        if self._hands is None:
            return None
        return self._hands.touched(change.pair.new[0]) if change.pair.new else self._hands.other

    def _words(self, words: Words, text: str, otherwise: Hand | None) -> Iterator[Signed]:
        """Words in pieces, each in one hand; white space is in the hand of the words beside it."""
        if self._hands is None or words.op is Op.KEPT:
            yield Signed(words.op, text)
            return
        signed = self._hands.signed(words.op, words.ordinal)
        found = list(within(signed, words.start, words.end))
        if words.is_break:
            known = self._hands.last.get(words.ordinal) if words.op is Op.INSERTED else None
            yield Signed(words.op, text, known, otherwise)
            return
        if not any(each.hand for each in found):
            yield Signed(words.op, text, otherwise or self._hands.other)
            return
        for start, end, hand in found:
            piece = text[start - words.start : end - words.start]
            yield Signed(words.op, piece, None if piece.isspace() else hand, hand)


def _before(sheet: Sheet, ordinal: int) -> str:
    """What stands before the words: the signs of a heading, a number, the name of a note."""
    paragraph = sheet.draft.paragraphs[ordinal]
    match paragraph.kind:
        case Kind.TITLE:
            return "# "
        case Kind.HEADING:
            return "#" * max(1, paragraph.level) + " "
        case Kind.FOOTNOTE:
            return f"[{paragraph.label}]: "
        case _:
            printed = sheet.numbers[ordinal].printed
            return f"{printed} " if printed else ""
