"""Whether the numbers to which a text refers are there: of its paragraphs, focus areas, sections, annexes, notes."""

import re
from collections.abc import Iterator, Sequence

from zerodraft.core.gate.findings import Barrier
from zerodraft.core.gate.own_references import Cited, Target, own_references
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.numbering import Number, find
from zerodraft.core.text.prose import NOTE_SIGN, Prose, prose_of

_TYPED = re.compile(r"^(?:[^\W\d_]+\s+){0,2}([IVX]+|\d{1,2}|[A-Z])(?=[.:)\s–—-]|$)")
_ANNEX = re.compile(r"(?:annex|lampiran)\s+([IVX]+|\d{1,2}|[A-Z])\b", re.IGNORECASE)
_WAY = "Name the right one, or take the reference out: zerodraft edit {slug} {cite}"
_ROMAN = {"I": 1, "V": 5, "X": 10}


def references(draft: Draft, numbers: Sequence[Number]) -> Iterator[Barrier]:
    """One finding for each number that isn't there, each range that runs backwards, each paragraph that cites itself,
    each footnote that is missing or that nobody cites."""
    known = _Known(draft, numbers)
    for prose in prose_of(draft):
        last: str | None = None
        for cited in own_references(prose.text):
            wrong = known.problem(prose, cited, last)
            if wrong:
                span = prose.span(cited.start, cited.end)
                yield Barrier("reference", wrong, _WAY, prose.paragraph.ordinal, span)
            if cited.target is Target.PARAGRAPH and not cited.number.startswith("("):
                last = cited.number.partition("(")[0]
    yield from _notes(draft)


class _Known:
    """The numbers of one text."""

    def __init__(self, draft: Draft, numbers: Sequence[Number]) -> None:
        self.draft = draft
        self.numbers = numbers
        self._ordinals: dict[str, int | None] = {}
        headings = [each.text for each in draft.paragraphs if each.kind is Kind.HEADING]
        self.typed = {found[1] for text in headings if (found := _TYPED.match(text))}
        self.annexes = {found[1].upper() for text in headings if (found := _ANNEX.match(text))}
        self.notes = {each.label.removeprefix("^") for each in draft.paragraphs if each.kind is Kind.FOOTNOTE}

    def problem(self, prose: Prose, cited: Cited, last: str | None) -> str:
        """What is wrong with a reference, in a sentence; `last` is the paragraph that was named before it."""
        match cited.target:
            case Target.PARAGRAPH:
                return self._of_paragraph(prose, cited, last)
            case Target.PREAMBULAR:
                return "" if self._ordinal(f"PP{cited.number}") is not None else self._missing(cited)
            case Target.AREA | Target.SECTION:
                missing = [each for each in (cited.number, cited.until) if each and not self._has_section(each)]
                return self._missing(cited) if missing else ""
            case Target.ANNEX:
                return "" if not self.annexes or cited.number.upper() in self.annexes else self._missing(cited)
            case Target.NOTE:
                return "" if cited.number in self.notes else self._missing(cited)

    def _of_paragraph(self, prose: Prose, cited: Cited, last: str | None) -> str:
        own = self._main(prose.paragraph.ordinal)
        above = (last or own) if cited.number.startswith("(") else ""
        first = self._ordinal(above + cited.number)
        if first is None:
            return self._missing(cited._replace(number=above + cited.number))
        if cited.until:
            until = self._ordinal(cited.until)
            if until is None:
                return self._missing(cited._replace(number=cited.until))
            if until <= first:
                return f"The range {cited.number} to {cited.until} runs backwards."
        is_self = first == prose.paragraph.ordinal and not cited.until and not above
        return f"Paragraph {cited.number} refers to itself; “the present paragraph” would be meant." if is_self else ""

    def _ordinal(self, number: str) -> int | None:
        if number not in self._ordinals:
            self._ordinals[number] = find(self.numbers, number)
        return self._ordinals[number]

    def _main(self, ordinal: int) -> str:
        """The number of the paragraph to which a sub-paragraph belongs."""
        return self.numbers[ordinal].cite.partition("(")[0]

    def _has_section(self, number: str) -> bool:
        if number in self.typed:
            return True
        count = _value(number)
        return count in map(_value, self.typed) if self.typed else 1 <= count <= len(self.draft.focus_areas)

    def _missing(self, cited: Cited) -> str:
        return f"There is no {cited.target} {cited.number} in this text."


def _value(number: str) -> int:
    """3 of “3” and of “III”; -1 for letters that are no numeral, or for one above X's."""
    if number.isdecimal():
        return int(number)
    values = [_ROMAN.get(letter, 0) for letter in number]
    if not all(values):
        return -1
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _notes(draft: Draft) -> Iterator[Barrier]:
    notes = {each.label.removeprefix("^"): each for each in draft.paragraphs if each.kind is Kind.FOOTNOTE}
    cited: set[str] = set()
    for prose in prose_of(draft):
        if NOTE_SIGN not in prose.text:
            continue
        signs = [at for at, sign in enumerate(prose.text) if sign == NOTE_SIGN]
        for each, at in zip((each for each in prose.stretches if each.note), signs, strict=False):
            cited.add(each.note)
            if each.note not in notes:
                sentence, ordinal = f"There is no footnote {each.note} in this text.", prose.paragraph.ordinal
                yield Barrier("reference", sentence, _WAY, ordinal, prose.span(at, at + 1))
    for label, note in notes.items():
        if label not in cited:
            sentence = f"Nothing refers to footnote {label}."
            way = "Refer to it, or take it out: zerodraft edit {slug} {cite}"
            yield Barrier("uncited-footnote", sentence, way, note.ordinal, note.span, stops=False)
