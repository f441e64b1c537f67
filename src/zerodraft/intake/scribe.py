"""Lines of a passage written as wording: Markdown on one line, without a typed number, as an amendment holds it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from zerodraft.core.text.draft import Kind
from zerodraft.core.text.parse import read_draft
from zerodraft.core.text.words import fold, word_spans, words
from zerodraft.intake.letters import Around, Letter, rewritten, seen, written
from zerodraft.intake.marked import Block, Shape
from zerodraft.intake.matching import typed_number
from zerodraft.intake.signs import NOWHERE, Line, Passage

_REFERENCE = re.compile(r"\[\^([^\]\s\[^]{1,80})\]")
_PLAIN = (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.PLAIN)
_NO_SHAPE = Shape()


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes lines. `note_names` gives, for the name of a footnote in the file, its name in the version."""

    blocks: Sequence[Block]
    note_names: Mapping[str, str]
    is_markdown: bool

    def words(self, passage: Passage, line: Line) -> str:
        """The words of a line in Markdown."""
        letters = _styled(passage, line, frozenset(number_signs(passage, line)))
        if self.is_markdown:
            return fold(written(letters))
        return rewritten(list(self._with_references(letters)))

    def label(self, passage: Passage, line: Line) -> str:
        """The number of a line as the file shows it, typed or counted; "" for none."""
        typed = "".join([passage[place].raw for place in number_signs(passage, line)]).strip()
        return typed or self.shape(passage, line).label

    def shape(self, passage: Passage, line: Line) -> Shape:
        """A paragraph looks like the block whose mark ends it."""
        block = self._block(passage, (line.mark, *reversed(line.places)))
        return block.shape if block else _NO_SHAPE

    def note(self, passage: Passage, line: Line) -> str:
        """The name of the footnote in which a line stands, in the file; "" for none."""
        block = self._block(passage, line.places)
        return str(block.place[0]) if block and len(block.place) == 1 else ""

    def _block(self, passage: Passage, places: Sequence[int]) -> Block | None:
        at = next((at for place in places if place != NOWHERE and (at := passage[place].at)), None)
        return self.blocks[at.block] if at else None

    def _with_references(self, letters: Sequence[Letter]) -> Iterator[Letter]:
        """References to footnotes that a delegation put in, by the names that the version knows."""
        typed = "".join([letter.shown if letter.source is None else "\0" for letter in letters])
        done = 0
        for found in _REFERENCE.finditer(typed):
            if found[1] in self.note_names:
                yield from letters[done : found.start()]
                yield Letter("", f"[^{self.note_names[found[1]]}]", letters[found.start()].around)
                done = found.end()
        yield from letters[done:]


def number_signs(passage: Passage, line: Line) -> tuple[int, ...]:
    """The places of a number that was typed in the file before the words, with the space after it. A number that
    stands in the version's own words is a part of them."""
    size = typed_number("".join([passage[place].raw for place in line.places]))
    found: list[int] = []
    for place in line.places:
        if size <= 0:
            break
        if passage[place].ordinal != NOWHERE and passage[place].letter.shown:
            return ()
        size -= len(passage[place].raw)
        found.append(place)
    return tuple(found)


def as_paragraph(wording: str) -> str:
    """Words that Markdown would take for a heading, a list or the like at the beginning of a line, written so that
    they are a paragraph."""
    if _is_paragraph(wording):
        return wording
    escaped = f"\\{wording}" if wording[:1] in "#>+-*|~`=_[(<" else f"&#{ord(wording[0])};{wording[1:]}"
    return escaped if _is_paragraph(escaped) else wording


def _is_paragraph(wording: str) -> bool:
    found = read_draft(wording).paragraphs
    return not wording or (
        len(found) == 1 and found[0].kind in _PLAIN and not found[0].label and found[0].text == wording
    )


def _styled(passage: Passage, line: Line, left_out: frozenset[int]) -> list[Letter]:
    """The letters of a line. What was put in instead of other words stands in the signs in which these stood; else in
    those that go on around it."""
    places = [place for place in line.places if place not in left_out]
    styled: list[Letter] = []
    for is_foreign, group in groupby(places, key=lambda place: _is_foreign(passage, place)):
        run = list(group)
        letters = [passage[place].letter for place in run]
        if is_foreign:
            at = len(styled)
            before = places[at - 1] if at else _begin(passage, line) - 1
            after = places[at + len(run)] if at + len(run) < len(places) else line.span.stop
            letters = _dressed(letters, passage, before, after)
        styled += letters
    return styled


def _begin(passage: Passage, line: Line) -> int:
    """Where a line begins, with the words before its first sign that were taken out of it."""
    start = line.span.start
    while start and not passage[start - 1].is_mark:
        start -= 1
    return start


def _is_foreign(passage: Passage, place: int) -> bool:
    return passage[place].ordinal == NOWHERE and bool(passage[place].letter.shown)


def _dressed(letters: list[Letter], passage: Passage, before: int, after: int) -> list[Letter]:
    """Letters put in between two places that stayed."""
    replaced = [
        sign.letter
        for sign in passage[before + 1 : after]
        if sign.ordinal != NOWHERE and not sign.is_mark and sign.letter.shown
    ]
    if not replaced:
        outer = _around(passage, before), _around(passage, after)
        same = tuple(one for one, _ in takewhile(lambda pair: pair[0] is pair[1], zip(*outer, strict=False)))
        return [letter._replace(around=same) for letter in letters]
    head = list(takewhile(lambda letter: letter.around == replaced[0].around, replaced))
    many = len(words(seen(head))) if len(head) < len(replaced) else len(letters)
    ends = [end for _, end in word_spans(seen(letters))][:many]
    cut = ends[-1] if ends else 0
    return [
        letter._replace(around=replaced[0].around if at < cut else replaced[-1].around)
        for at, letter in enumerate(letters)
    ]


def _around(passage: Passage, place: int) -> tuple[Around, ...]:
    return passage[place].letter.around if 0 <= place < len(passage) else ()
