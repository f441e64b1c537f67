"""How new paragraphs are proposed: after which paragraph they are cited, and which of them bring a number of their own.

Who puts a proposal in numbers its paragraphs as the next ones of the paragraph that is cited; a heading, a footnote,
or an item below another brings its sign along.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.text.draft import ASIDE, Draft, Kind
from zerodraft.core.text.label import Style, label_at, readings
from zerodraft.core.text.numbering import Number
from zerodraft.intake.marked import Shape, Sort
from zerodraft.intake.scribe import as_paragraph

_SUB_STYLES = (Style.LETTER, Style.ROMAN, Style.DIGIT, Style.BULLET)


class NewLine(NamedTuple):
    """A paragraph that is put in. `label` is its number as the file shows it, `note` the name of the footnote that it
    is, "" for none."""

    words: str
    label: str
    shape: Shape
    note: str = ""

    @property
    def is_sub(self) -> bool:
        if self.shape.sort is Sort.HEADING or self.note:
            return False
        found = label_at(f"{self.label} x", 0, len(self.label) + 2)
        if found:
            return found.style in _SUB_STYLES
        return self.shape.sort is Sort.LIST and self.shape.level > 0

    @property
    def styles(self) -> frozenset[Style]:
        """How its number may count; (i) may be a letter or a Roman numeral."""
        return styles_of(self.label)


def styles_of(label: str) -> frozenset[Style]:
    return frozenset(style for style, _ in readings(label.strip("(). "))) or frozenset((Style.BULLET,))


class Chunk(NamedTuple):
    """New paragraphs that go in together, with the number of the paragraph after which they are cited."""

    paragraph: str
    wording: tuple[str, ...]


def chunks(draft: Draft, numbers: Sequence[Number], place: int, lines: Sequence[NewLine]) -> Iterator[Chunk]:
    """Items that go on with a list first, then all others: they are cited after another paragraph."""
    head = 0
    sibling = _list_before(draft, place, lines[0]) if lines[0].is_sub else None
    if sibling is not None:
        own = styles_of(draft.paragraphs[sibling].label)
        while head < len(lines) and lines[head].is_sub:
            head += 1
        wording = tuple([_item(line, alone=not line.styles & own) for line in lines[:head]])
        yield Chunk(numbers[sibling].cite, wording)
    if head < len(lines):
        main = next((at for at in range(place - 1, -1, -1) if _is_main(draft, at)), None)
        wording = tuple([_set(draft, line) for line in lines[head:]])
        yield Chunk("" if main is None else numbers[main].cite, wording)


def following(draft: Draft, ordinal: int, lines: Sequence[NewLine]) -> tuple[str, ...]:
    """The wording of a paragraph of the version that becomes several: the first takes its place and its number."""
    is_sub = draft.paragraphs[ordinal].kind is Kind.SUB
    rest = [line.words if is_sub and line.is_sub else _set(draft, line) for line in lines[1:]]
    return (lines[0].words, *rest)


def _list_before(draft: Draft, place: int, line: NewLine) -> int | None:
    """The last item before a place that counts as the line does."""
    for at in range(place - 1, -1, -1):
        paragraph = draft.paragraphs[at]
        if paragraph.kind is Kind.SUB and line.styles & styles_of(paragraph.label):
            return at
        if paragraph.kind is not Kind.SUB and paragraph.kind not in ASIDE:
            return None
    return None


def _is_main(draft: Draft, ordinal: int) -> bool:
    return draft.paragraphs[ordinal].kind not in (Kind.SUB, *ASIDE)


def _set(draft: Draft, line: NewLine) -> str:
    """A line with the sign that tells what it is."""
    if line.note:
        return f"[^{line.note}]: {line.words}"
    if line.shape.sort is Sort.HEADING:
        return f"{'#' * _heading_level(draft, line.shape.level)} {line.words}"
    return _item(line, alone=True) if line.is_sub else as_paragraph(line.words)


def _item(line: NewLine, *, alone: bool) -> str:
    """An item; its own number goes before the words where no list before it counts the same."""
    return f"{line.label or '-'} {line.words}" if alone else as_paragraph(line.words)


def _heading_level(draft: Draft, level: int) -> int:
    """In a file sections may be of the first level, where the version has its title."""
    known = {each.level for each in draft.paragraphs if each.kind is Kind.HEADING}
    return level if level in known or not known else min(known)
