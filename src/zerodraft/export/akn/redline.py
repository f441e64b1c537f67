"""The redline between two texts in Akoma Ntoso: inserted and deleted words where they stand, each of them told as a
modification in the name of the delegation whose it is.

Read with all insertions and without the deletions it is the new text, the other way round the old one.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from zerodraft.core.comparison.changes import Change, Op, Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.text.draft import Kind, Paragraph, Part
from zerodraft.core.text.inline import Style
from zerodraft.core.text.respelling import FORMED, Shown, joined, shown
from zerodraft.core.text.table import rows
from zerodraft.export.akn.meta import Named, naming_of, versions_of
from zerodraft.export.akn.modifications import tell_modifications
from zerodraft.export.akn.names import identifier, unique
from zerodraft.export.akn.naming import permanent_names
from zerodraft.export.akn.statement import About, statement_of
from zerodraft.export.akn.units import Unit, cited_notes, hints_of, is_area, is_typed, unit_of
from zerodraft.export.akn.words import Footnote, Pen, Word, Words, kept
from zerodraft.export.akn.xml import Element, serialized
from zerodraft.export.arrangement import arranged
from zerodraft.export.hands import NOBODY, Hand, Hands
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.word.steps import Step, steps
from zerodraft.export.word.tracking import Tracking

_ORDER = (Part.PREAMBLE, Part.OPERATIVE, Part.CLOSING)


def redline_akn(sheet: RedlineSheet) -> bytes:
    """The redline as a file. The same sheet gives the same bytes."""
    made = _Redline(sheet)
    units = list(_in_parts([*made.units(), *made.uncited()]))

    named = Named.on(sheet.new, made.pen.taken)

    def analyse(meta: Element) -> None:
        tell_modifications(meta, made.pen.modified, f"#version_{len(versions_of(sheet.new))}", named)

    hints = {"form": "redline", "formerlyTyped": "true" if is_typed(sheet.old.draft) else ""}
    statement = statement_of(sheet.new, units, made.pen, About(named, hints, analyse))
    statement.set("contains", "multipleVersions")
    return serialized(statement)


def _in_parts(units: Sequence[Unit]) -> Iterator[Unit]:
    """A deleted paragraph of another part stands in the part of those around it; the title is the first or none."""
    left = deque(_ORDER.index(each.part) for each in units if each.op is not Op.DELETED)
    low = 0
    for each in units:
        if each.op is not Op.DELETED:
            low = left.popleft()
            yield each
        else:
            high = left[0] if left else len(_ORDER) - 1
            yield replace(each, part=_ORDER[min(max(_ORDER.index(each.part), low), high)])


class _Side:
    """One of the two texts: the names of its elements, how it was typed, and its notes."""

    def __init__(self, sheet: Sheet, op: Op, taken: set[str]) -> None:
        stem = "old__" if op is Op.DELETED else ""
        names = [identifier(number) for number in sheet.numbers]
        self.sheet, self.op = sheet, op
        self.names = [unique(stem + name, taken) for name in names]
        self.permanent = permanent_names(naming_of(sheet), names)
        self.hints = hints_of(sheet)
        self.notes = cited_notes(sheet.draft)
        self.paragraphs = sheet.draft.paragraphs

    def unit(self, ordinal: int, op: Op) -> Unit:
        """A paragraph of this text, with all of its words of one fate."""
        permanent, guid = self.permanent[ordinal]
        names = permanent, guid if op is not Op.DELETED else ""
        unit = unit_of(self.sheet, self.paragraphs[ordinal], self.names[ordinal], self._hints(ordinal), names)
        words = [word._replace(op=op) for word in unit.words]
        cells = [[[word._replace(op=op) for word in cell] for cell in row] for row in unit.cells]
        return replace(unit, words=words, cells=cells, op=op)

    def _hints(self, ordinal: int) -> dict[str, str]:
        """What the way back must know of a paragraph: its level or bullet, and a rule before it."""
        hints = self.hints[ordinal]
        found = {"level": hints["level"]} if "level" in hints else {}
        if sign := self.sign(ordinal):
            found["sign"] = sign
        if hints.get("before", "").strip(" \r\n\tnoe"):
            found["before" if self.op is Op.INSERTED else "formerly"] = hints["before"]
        return found

    def sign(self, ordinal: int) -> str:
        """What was typed before an item that is printed with another number; "" for nothing else."""
        paragraph = self.paragraphs[ordinal]
        is_other = paragraph.kind is Kind.SUB and paragraph.label != self.sheet.numbers[ordinal].printed
        return paragraph.label if is_other else ""

    def uncited(self) -> Iterator[Paragraph]:
        """The notes that nobody cites."""
        cited = {note.ordinal for note in self.notes.values()}
        return (each for each in self.paragraphs if each.kind is Kind.FOOTNOTE and each.ordinal not in cited)


class _Redline:
    def __init__(self, sheet: RedlineSheet) -> None:
        self._sheet = sheet
        self._hands = sheet.hands or Hands(NOBODY)
        self._tracking = Tracking(self._hands)
        taken: set[str] = set()
        self._new = _Side(sheet.new, Op.INSERTED, taken)
        self._old = _Side(sheet.old, Op.DELETED, taken)
        self.pen = Pen(dict(self._footnotes()), taken)

    # --- paragraphs ---------------------------------------------------------------------------------

    def units(self) -> Iterator[Unit]:
        """All paragraphs but notes, in the order of both texts. Of a paragraph that was split or joined the first piece
        is told word by word."""
        for stand in arranged(self._sheet.comparison):
            olds, news = stand.old, stand.new
            if olds and news and self._are_alike(olds[0], news[0]):
                yield self._both(stand.change, olds[0], news[0])
                olds, news = olds[1:], news[1:]
            yield from (self._old.unit(each, Op.DELETED) for each in olds)
            yield from (self._new.unit(each, Op.INSERTED) for each in news)

    def uncited(self) -> Iterator[Unit]:
        yield from (self._old.unit(each.ordinal, Op.DELETED) for each in self._old.uncited())
        yield from (self._new.unit(each.ordinal, Op.INSERTED) for each in self._new.uncited())

    def _are_alike(self, old: int, new: int) -> bool:
        """Whether two paragraphs are of one kind, so that their words can be told one by one."""
        was, now = self._old.paragraphs[old], self._new.paragraphs[new]
        sorts = (was.kind, was.level, self._old.sign(old)), (now.kind, now.level, self._new.sign(new))
        if sorts[0] != sorts[1] or (was.kind is Kind.OPAQUE and was.text != now.text):
            return False
        if was.kind is Kind.TABLE:
            return [len(row) for row in rows(was.text)] == [len(row) for row in rows(now.text)] != []
        return is_area(self._sheet.old.draft, was) == is_area(self._sheet.new.draft, now)

    def _both(self, change: Change, old: int, new: int) -> Unit:
        was, now = self._old.paragraphs[old], self._new.paragraphs[new]
        unit = self._new.unit(new, Op.KEPT)
        hints = {**self._old.unit(old, Op.KEPT).hints, **unit.hints}
        former = self._sheet.old.numbers[old].printed
        if was.kind is Kind.TABLE:
            hand = self._hands.touched(new)
            return replace(unit, hints=hints, cells=self._cells(was, now, Tracking(Hands(hand))), former=former)
        runs = change.runs if len(change.pair.old) == len(change.pair.new) == 1 else redline(was.text, now.text)
        words = () if was.kind is Kind.OPAQUE else self._words(was, now, runs, self._tracking)
        return replace(unit, hints=hints, words=words, former=former)

    def _cells(self, was: Paragraph, now: Paragraph, tracking: Tracking) -> list[list[Words]]:
        """The cells of two tables that have as many rows and columns."""
        return [
            [
                self._words(was._replace(text=old), now._replace(text=new), redline(old, new), tracking)
                for old, new in zip(before, after, strict=True)
            ]
            for before, after in zip(rows(was.text), rows(now.text), strict=True)
        ]

    # --- words --------------------------------------------------------------------------------------

    def _words(self, was: Paragraph, now: Paragraph, runs: Iterable[Run], tracking: Tracking) -> Words:
        """Both texts of a paragraph, word by word. A form that changed is a deletion and an insertion."""
        found = (own for step in steps([was], [now], runs) for own in self._sides(step))
        words = (
            Word(_shown(step), changes[0].op if changes else Op.KEPT, _named(changes[0].hand) if changes else None)
            for step, changes in tracking.laid(found, self._hands.touched(now.ordinal))
        )
        return tuple(_merged(words))

    def _sides(self, step: Step) -> tuple[Step, ...]:
        """What is kept but looks otherwise, or cites a note of one text alone, is another on each side."""
        unit = step.unit
        is_other = (unit.style ^ step.former) & FORMED
        if unit.note:
            is_other = (unit.style ^ step.former) & ~Style.RAISED & FORMED
        in_both = not unit.note or (unit.note in self._old.notes) == (unit.note in self._new.notes)
        if step.op is not Op.KEPT or (not is_other and in_both):
            return (step,)
        return step._replace(op=Op.DELETED, unit=unit._replace(style=step.former)), step._replace(op=Op.INSERTED)

    def _footnotes(self) -> Iterator[tuple[tuple[Op, str], Footnote]]:
        """The notes of both texts; of one that is in both the changes stand in it."""
        for label, note in self._old.notes.items():
            if label not in self._new.notes:
                yield (Op.DELETED, label), Footnote(-1 - note.ordinal, kept(shown(note.text)), {})
        for label, note in self._new.notes.items():
            was = self._old.notes.get(label)
            words: Words = kept(shown(note.text))
            if was and was.text != note.text:
                words = self._words(was, note, redline(was.text, note.text), self._tracking)
            found = Footnote(note.ordinal, words, {})
            yield (Op.KEPT, label), found
            yield (Op.DELETED, label), found


def _shown(step: Step) -> Shown:
    text, style, href, note, _ = step.unit
    if note:
        return Shown("", style & FORMED & ~Style.RAISED, href, note)
    return Shown(text, style & FORMED, href)


def _named(hand: Hand) -> Hand | None:
    return None if hand == NOBODY else hand


def _merged(words: Iterable[Word]) -> Iterator[Word]:
    """Neighbours of one form and fate as one."""
    for (op, hand), group in groupby(words, key=lambda word: (word.op, word.hand)):
        yield from (Word(each, op, hand) for each in joined(word.shown for word in group))
