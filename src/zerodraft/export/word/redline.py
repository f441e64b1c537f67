"""A redline as a Word document with real tracked changes: rejected it is the old text, accepted the new one.

What a reader answers to is the old text, so the hidden names and properties are those of the old one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zerodraft.core.comparison.changes import Change as Compared
from zerodraft.core.comparison.changes import Fate, Op, Pair
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.draft import Paragraph as Text
from zerodraft.core.text.waymark import Redlined, redlined_properties
from zerodraft.export.arrangement import Stand, arranged
from zerodraft.export.hands import NOBODY, Hands
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.word.both_notes import BothNotes
from zerodraft.export.word.clean import bookmark_of, frame_of, properties_of
from zerodraft.export.word.content import moment
from zerodraft.export.word.discussed import threads
from zerodraft.export.word.document import (
    Block,
    Change,
    Changes,
    Cited,
    Content,
    Document,
    Look,
    Paragraph,
    Reshaped,
    Words,
)
from zerodraft.export.word.neighbours import kept_apart
from zerodraft.export.word.numbers import Lists, form_of, typed_number
from zerodraft.export.word.shown import atoms_of, merged
from zerodraft.export.word.steps import Step, steps, whole
from zerodraft.export.word.tables import TableRedline
from zerodraft.export.word.tracking import Tracking
from zerodraft.export.word.writing import changed_by, write_word
from zerodraft.export.xml_words import carried


def redline_word(sheet: RedlineSheet) -> bytes:
    """The redline as a file."""
    return write_word(redline_document(sheet))


def redline_document(sheet: RedlineSheet) -> Document:
    """Law: in our own reader its base view is the old text as a clean document, its final view the new one: words,
    numbers and looks."""
    made = _Redline(sheet)
    found = [*made.blocks(), *made.uncited()]
    blocks = tuple(kept_apart(block for block, _ in found))
    standing: dict[int, list[int]] = {}
    for at, (_, ordinal) in enumerate(found):
        if ordinal is not None:
            standing.setdefault(ordinal, []).append(at)
    labels = labels_for(sheet.new.spoken)
    document = Document(
        blocks=blocks,
        notes=tuple(made.notes.cited),
        lists=made.lists.all,
        threads=threads(sheet.new, blocks, standing),
        frame=frame_of(sheet.new, labels.changes(sheet)),
        properties=properties_of(replace(sheet.new, provenance=sheet.old.provenance)),
        language=sheet.new.language,
        has_line_numbers=sheet.new.has_line_numbers,
        is_tracking=True,
    )
    return replace(document, properties=(*document.properties, *_redlined(sheet.new, document)))


def _redlined(new: Sheet, document: Document) -> tuple[tuple[str, str], ...]:
    """What tells our own changes from those that somebody adds."""
    if new.provenance is None:
        return ()
    hands = frozenset((moment(hand), carried(hand.author)) for hand in changed_by(document))
    return redlined_properties(Redlined(*new.provenance[1:], hands))


_Shown = tuple[Block, int | None]
"""A block, and the ordinal of the paragraph of the new text that it shows; None if it shows none of it."""


class _Redline:
    def __init__(self, sheet: RedlineSheet) -> None:
        self._sheet = sheet
        self._hands = sheet.hands or Hands(NOBODY)
        self._tracking = Tracking(self._hands)
        self._olds, self._news = sheet.old.draft.paragraphs, sheet.new.draft.paragraphs
        self.lists = Lists(is_typed=sheet.new.has_typed_numbers)
        self._old_looks, self._new_looks = self._looks(sheet.old), self._looks(sheet.new)
        self.notes = BothNotes(sheet.old.draft, sheet.new.draft, self._tracking)
        self._moves: dict[tuple[int, int], str] = {}

    def _looks(self, sheet: Sheet) -> Sequence[Look]:
        every = self.lists.looks(sheet.draft.paragraphs, sheet.numbers)
        return [look or Look(form_of(each)) for look, each in zip(every, sheet.draft.paragraphs, strict=True)]

    def blocks(self) -> Iterator[_Shown]:
        """All paragraphs and tables, in the order of both texts."""
        for stand in arranged(self._sheet.comparison):
            first = self._news[stand.new[0]] if stand.new else self._olds[stand.old[0]]
            if first.kind is Kind.TABLE:
                yield self._table(stand, first), next(iter(stand.new), None)
            elif not (stand.old and stand.new):
                yield self._alone(stand)
            elif self._cites_first(stand):
                first_pair, *others = self._parted(stand.change)
                yield from self._both(first_pair)
                yield from (self._alone(Stand(each, *each.pair[1:])) for each in others)
            elif stand.change.pair.fate is Fate.KEPT and "[^" not in first.text:
                yield self._kept(first, stand.old[0]), first.ordinal
            else:
                yield from self._both(stand.change)

    def uncited(self) -> Iterator[_Shown]:
        """Notes that nobody cites, as paragraphs at the end."""
        for op, paragraphs in ((Op.DELETED, self._olds), (Op.INSERTED, self._news)):
            for each in paragraphs:
                if each.kind is Kind.FOOTNOTE and not self.notes.is_cited(op, each):
                    content, mark = self._of_one_side(op, each)
                    yield Paragraph(content, mark=(mark,)), None if op is Op.DELETED else each.ordinal

    def _table(self, stand: Stand, first: Text) -> Block:
        hand = self._hands.touched(stand.new[0]) if stand.new else self._hands.other
        tables = TableRedline(self.notes, hand)
        if stand.old and stand.new:
            return tables.both(self._olds[stand.old[0]], first)
        return tables.alone(Op.DELETED if stand.old else Op.INSERTED, first)

    # --- a paragraph that stands there on both sides ------------------------------------------------

    def _kept(self, paragraph: Text, was: int) -> Paragraph:
        """One whose words are the same, and cite nothing."""
        content = merged(Words(each.text, each.style, href=each.href) for each in atoms_of(paragraph))
        sides = (was, paragraph.ordinal)
        return self._ended((*self._label(*sides), *content), Op.KEPT, sides, was)

    def _both(self, change: Compared) -> Iterator[_Shown]:
        """A paragraph for each break, and the last one, which looks as the new text does."""
        olds, news = iter(change.pair.old), iter(change.pair.new)
        was, now = next(olds), next(news)
        name: int | None = was
        pieces: list[Words | Cited] = [*self._label(was, now)]
        for step, changes in self._tracking.laid(self._steps(change), self._hands.touched(now)):
            if not step.unit.is_break:
                pieces.append(self.notes.piece(step, changes))
                continue
            yield self._ended(merged(pieces), step.op, (was, now), name), now
            name = None
            if step.op is not Op.INSERTED:
                was = name = next(olds)
            if step.op is not Op.DELETED:
                now = next(news)
            pieces = [*self._label(name, None if step.op is Op.DELETED else now)]
        yield self._ended(merged(pieces), Op.KEPT, (was, now), name), now

    def _label(self, was: int | None, now: int | None) -> Content:
        """The typed numbers of what begins here: a paragraph of the old text, of the new one, or one of both. Nobody
        renumbers a text but the secretariat."""
        old = () if was is None else typed_number(self._old_looks[was], self._sheet.old.numbers[was])
        new = () if now is None else typed_number(self._new_looks[now], self._sheet.new.numbers[now])
        if old == new:
            return new
        taken, put = ((Change(op, self._hands.other),) for op in (Op.DELETED, Op.INSERTED))
        return (*(each._replace(changes=taken) for each in old), *(each._replace(changes=put) for each in new))

    def _ended(self, content: Content, mark: Op, sides: tuple[int, int], name: int | None) -> Paragraph:
        """A paragraph of the old text (`was`) and of the new one (`now`) whose mark is kept, put in or taken out."""
        was, now = sides
        bookmark = "" if name is None else bookmark_of(self._sheet.old, name)
        later = bookmark_of(self._sheet.new, now)
        hand = self._hands.touched(now)
        if mark is Op.DELETED:
            return Paragraph(content, self._old_looks[was], (Change(mark, hand),), bookmark=bookmark)
        look, former = self._new_looks[now], self._old_looks[was]
        if mark is Op.INSERTED:
            return Paragraph(content, look, (Change(mark, hand),), bookmark=bookmark, later=later)
        return Paragraph(content, look, (), Reshaped(former, hand) if look != former else None, bookmark, later)

    def _steps(self, change: Compared) -> Iterator[Step]:
        fate, old, new = change.pair
        if fate is Fate.KEPT:
            found = whole(Op.KEPT, self._news[new[0]])
        else:
            found = steps([self._olds[each] for each in old], [self._news[each] for each in new], change.runs)
        return (own for each in found for own in self.notes.sides(each))

    def _cites_first(self, stand: Stand) -> bool:
        """Whether something is split or joined that cites the first note of all: there LibreOffice (7.4) forgets the
        change of the mark."""
        if self.notes.cited or len(stand.old) + len(stand.new) == 2:
            return False
        every = (*(self._olds[each] for each in stand.old), *(self._news[each] for each in stand.new))
        return any("[^" in each.text for each in every)

    def _parted(self, change: Compared) -> Iterator[Compared]:
        """The first paragraphs of both sides with each other, and the rest as put in or taken out."""
        _, (old, *olds), (new, *news) = change.pair
        runs = redline(self._olds[old].text, self._news[new].text)
        yield Compared(Pair(Fate.REWORDED, (old,), (new,)), runs)
        yield from (Compared(Pair(Fate.DELETED, (each,), ()), ()) for each in olds)
        yield from (Compared(Pair(Fate.INSERTED, (), (each,)), ()) for each in news)

    # --- a paragraph of one side --------------------------------------------------------------------

    def _alone(self, stand: Stand) -> _Shown:
        """Put in or taken out; or one half of a move."""
        _, old, new = stand.change.pair
        if stand.new:
            ((ordinal,), op, texts, looks) = stand.new, Op.INSERTED, self._news, self._new_looks
            number = self._sheet.new.numbers[ordinal]
        else:
            ((ordinal,), op, texts, looks) = stand.old, Op.DELETED, self._olds, self._old_looks
            number = self._sheet.old.numbers[ordinal]
        if len(old) == len(new) == 1:
            mark = self._move(op, old[0], new[0])
            laid = self._moved(mark, stand.change)
            content = merged(self.notes.piece(*each) for each in laid)
        else:
            content, mark = self._of_one_side(op, texts[ordinal])
        content = (*typed_number(looks[ordinal], number, (mark,)), *content)
        bookmark = "" if stand.new else bookmark_of(self._sheet.old, ordinal)
        later = bookmark_of(self._sheet.new, ordinal) if stand.new else ""
        return Paragraph(content, looks[ordinal], (mark,), bookmark=bookmark, later=later), next(iter(stand.new), None)

    def _of_one_side(self, op: Op, paragraph: Text) -> tuple[Content, Change]:
        """All words of a paragraph, and the change of its mark: in the hand of the words before it."""
        laid = self._tracking.laid(whole(op, paragraph))
        content = merged(self.notes.piece(*each) for each in laid)
        return content, content[-1].changes[0] if content else Change(op, self._hands.other)

    def _moved(self, mark: Change, change: Compared) -> Iterator[tuple[Step, Changes]]:
        """Words that went on the way stand where the paragraph was taken out, and not in its new place: LibreOffice
        (7.4, 25.2) keeps words that are moved and deleted, whether the changes are accepted or rejected."""
        if mark.op is Op.DELETED:
            return ((step, (mark,)) for step in whole(Op.DELETED, self._olds[change.pair.old[0]]))
        left = (step for step in self._steps(change) if step.op is not Op.DELETED)
        return ((step, changes or (mark,)) for step, changes in self._tracking.laid(left, mark.hand))

    def _move(self, op: Op, old: int, new: int) -> Change:
        name = self._moves.setdefault((old, new), f"move{len(self._moves) + 1}")
        return Change(op, self._hands.touched(new), name)
