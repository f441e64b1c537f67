"""A row of paragraphs as one passage of signs: the version's letters below, what the file says above.

What differs without a mark of anybody becomes a change of hand 0, so that all that follows knows only one kind of
change.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft
from zerodraft.intake.beside import BREAK, NOTHING, Beside, Side, beside
from zerodraft.intake.letters import Letter, letters_of, source_letters
from zerodraft.intake.marked import Point
from zerodraft.intake.matching import Cell, Lane, Match, cells_of, typed_number
from zerodraft.intake.roster import Roster
from zerodraft.intake.signs import NOWHERE, UNMARKED, Change, Sign
from zerodraft.intake.slots import File, Row, Slot, chars_of

_PUT_IN = Change(Op.INSERTED, UNMARKED)
_TAKEN_OUT = Change(Op.DELETED, UNMARKED)
_SILENT = Letter("", "")


class Ground(NamedTuple):
    """Paragraphs of the version that belong to one match: their letters with a `BREAK` between two, and the ordinal
    of each letter."""

    letters: tuple[Letter, ...]
    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Weaver:
    """Makes passages. `is_markdown`: the file's words are Markdown, letter by letter; `has_notes`: it shows references
    to footnotes."""

    file: File
    draft: Draft
    cells: tuple[Cell, ...]
    roster: Roster
    is_markdown: bool
    has_notes: bool

    def woven(self, row: Row) -> tuple[Sign, ...]:
        """The signs of a row. Law: with nobody's changes they are the version's paragraphs, byte for byte; with those
        of hand 0 the base view of the file."""
        laid: dict[int, list[list[Beside]]] = {}
        grounds: dict[int, Ground] = {}
        for number in dict.fromkeys(slot.match for slot in row if slot.match != NOWHERE):
            match = self.file.matches[number]
            grounds[number] = self._ground(match)
            if match.file and match.version:
                laid[number] = self._laid(match, grounds[number])
        signs = [sign for slot in row for sign in self._of_slot(slot, grounds, laid)]
        return tuple(_with_company(signs))

    def _ground(self, match: Match) -> Ground:
        letters: list[Letter] = []
        ordinals: list[int] = []
        for index in match.version:
            is_cell = match.lane is Lane.CELLS
            text = self.cells[index].text if is_cell else self.draft.paragraphs[index].text
            if letters:
                letters.append(Letter(BREAK, ""))
                ordinals.append(ordinals[-1])
            own = source_letters(text) if self.is_markdown else letters_of(text)
            letters += own
            ordinals += [self.cells[index].ordinal if is_cell else index] * len(own)
        return Ground(tuple(letters), tuple(ordinals))

    def _laid(self, match: Match, ground: Ground) -> list[list[Beside]]:
        """The match laid letter by letter, a list for each paragraph of the file; the `BREAK` ends its list."""
        texts = [self.file.view[index].text for index in match.file]
        typed, silent = self._typed_numbers(texts, ground, match.lane)
        there = ground.letters[typed:]
        found = [Beside(Side.SILENT, at, NOTHING) for at in range(typed)]
        for each in beside(there, BREAK.join(texts), silent, has_notes=self.has_notes):
            shifted = each.letter + typed if each.letter != NOTHING else NOTHING
            found.append(each._replace(letter=shifted, more=tuple([at + typed for at in each.more])))
        return list(_cut(found, texts))

    def _typed_numbers(self, texts: Sequence[str], ground: Ground, lane: Lane) -> tuple[int, frozenset[int]]:
        """Numbers that one side types and the other counts: how many letters of the version, which of the file."""
        if lane is Lane.CELLS:
            return 0, frozenset()
        start, silent = 0, set[int]()
        there = typed_number("".join([letter.shown for letter in ground.letters]))
        for text in texts:
            size = typed_number(text)
            if start == 0 and size and there:
                there = size = 0
            silent.update(range(start, start + size))
            start += len(text) + 1
        return there, frozenset(silent)

    # --- one slot -----------------------------------------------------------------------------------

    def _of_slot(
        self, slot: Slot, grounds: Mapping[int, Ground], laid: Mapping[int, list[list[Beside]]]
    ) -> Iterator[Sign]:
        match = None if slot.match == NOWHERE else self.file.matches[slot.match]
        if match and not match.file:
            yield from _absent(grounds[slot.match])
        elif match and match.version:
            part = match.file.index(slot.seen)
            is_last = part == len(match.file) - 1
            yield from self._of_both(slot, laid[slot.match][part], grounds[slot.match], is_last=is_last)
        else:
            yield from self._of_file(slot, added=(_PUT_IN,) if match else ())

    def _of_file(self, slot: Slot, added: tuple[Change, ...]) -> Iterator[Sign]:
        """A paragraph that the version doesn't have, or one without words."""
        for index in slot.blocks:
            block = self.file.blocks[index]
            is_last = index == slot.blocks[-1]
            for at, char, revisions, kept in chars_of(block):
                changes = self.roster.changes(revisions)
                letter = _SILENT if kept and not added else self._foreign(char)
                yield Sign(letter, char, (*added, *changes) if kept else changes, at=Point(index, at))
            mark = self.roster.changes(block.mark)
            yield _mark((*added, *mark) if is_last else mark, at=Point(index, len(block.text)))

    def _of_both(self, slot: Slot, laid: list[Beside], ground: Ground, *, is_last: bool) -> Iterator[Sign]:
        entries = iter(laid)
        for index in slot.blocks:
            block = self.file.blocks[index]
            for at, char, revisions, kept in chars_of(block):
                changes = self.roster.changes(revisions)
                point = Point(index, at)
                if kept:
                    yield from self._until_char(entries, ground, Sign(_SILENT, char, changes, at=point))
                else:
                    yield Sign(self._foreign(char), char, changes, at=point)
            mark = self.roster.changes(block.mark)
            point = Point(index, len(block.text))
            if index != slot.blocks[-1]:
                yield _mark(mark, at=point)
            elif is_last:
                yield from self._rest(entries, ground)
                yield _mark(mark, ground.ordinals[-1], point)
            else:
                yield from self._until_char(entries, ground, _mark(mark, at=point))

    def _until_char(self, entries: Iterator[Beside], ground: Ground, sign: Sign) -> Iterator[Sign]:
        """What only the version has before a character of the file, and the character (or the mark), as it is laid."""
        for each in entries:
            if each.char == NOTHING:
                yield _of_version(each, ground)
                continue
            if each.side is Side.BOTH:
                yield sign._replace(letter=_letter(each, ground), ordinal=ground.ordinals[each.letter])
            elif each.side is Side.FILE:
                letter = sign.letter if sign.is_mark else self._foreign(sign.raw)
                yield sign._replace(letter=letter, changes=(_PUT_IN, *sign.changes))
            else:
                yield sign
            return

    def _rest(self, entries: Iterator[Beside], ground: Ground) -> Iterator[Sign]:
        yield from (_of_version(each, ground) for each in entries)

    def _foreign(self, char: str) -> Letter:
        return Letter(char, char if self.is_markdown else None)


def weaver(file: File, draft: Draft, roster: Roster, *, is_markdown: bool) -> Weaver:
    has_notes = any("[^" in each.text for each in file.view)
    return Weaver(file, draft, cells_of(draft), roster, is_markdown, has_notes)


def _cut(found: Sequence[Beside], texts: Sequence[str]) -> Iterator[list[Beside]]:
    """The row cut behind the characters that end the paragraphs of the file; the last part has all the rest."""
    ends: list[int] = []
    for text in texts[:-1]:
        ends.append((ends[-1] + 1 if ends else 0) + len(text))
    part: list[Beside] = []
    for each in found:
        part.append(each)
        if each.char in ends:
            yield part
            part = []
    yield part


def _absent(ground: Ground) -> Iterator[Sign]:
    """Paragraphs that the file doesn't have."""
    for letter, ordinal in zip(ground.letters, ground.ordinals, strict=True):
        yield _lone(letter, ordinal, (_TAKEN_OUT,))
    yield _mark((_TAKEN_OUT,), ground.ordinals[-1])


def _of_version(each: Beside, ground: Ground) -> Sign:
    letter, ordinal = ground.letters[each.letter], ground.ordinals[each.letter]
    return _lone(letter, ordinal, (_TAKEN_OUT,)) if each.side is Side.VERSION else Sign(letter, "", ordinal=ordinal)


def _lone(letter: Letter, ordinal: int, changes: tuple[Change, ...]) -> Sign:
    if letter.shown == BREAK:
        return _mark(changes, ordinal)
    return Sign(letter, letter.source or "" if letter.is_note else letter.shown, changes, ordinal)


def _mark(changes: tuple[Change, ...], ordinal: int = NOWHERE, at: Point | None = None) -> Sign:
    return Sign(Letter("", ""), BREAK, changes, ordinal, at, is_mark=True)


def _letter(each: Beside, ground: Ground) -> Letter:
    """The letter of a character, with those that it shows together."""
    first = ground.letters[each.letter]
    if not each.more:
        return first
    every = [first, *(ground.letters[at] for at in each.more)]
    return first._replace(
        shown="".join([one.shown for one in every]), source="".join([one.source or "" for one in every])
    )


def _with_company(signs: Sequence[Sign]) -> Iterator[Sign]:
    """Letters that the file doesn't show go with the words around them, when both neighbours went."""
    for place, sign in enumerate(signs):
        if sign.at is None and not sign.changes and not sign.is_mark and 0 < place < len(signs) - 1:
            before, after = signs[place - 1].changes, signs[place + 1].changes
            if before == after and before and before[-1].op is Op.DELETED:
                yield sign._replace(changes=before)
                continue
        yield sign
