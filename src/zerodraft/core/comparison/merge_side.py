"""The three texts of a merge, each as a row of units: its paragraphs, and the rules and comments between them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Generic, NamedTuple, TypeVar

from zerodraft.core.text.draft import Draft, Kind, Paragraph, Part, source_span
from zerodraft.core.text.splice import Span

T = TypeVar("T")

_HEADINGS = (Kind.TITLE, Kind.HEADING)
_BLOCKS = (Kind.TABLE, Kind.OPAQUE)


class Three(NamedTuple, Generic[T]):
    """The same thing of the three texts."""

    base: T
    ours: T
    theirs: T


def settled(facts: Three[T]) -> T:
    """What changed on one side is as it is there; what both changed alike too, and otherwise as it is in ours."""
    base, ours, theirs = facts
    return theirs if ours == base else ours


def settled_alike(texts: Three[str]) -> str:
    """The same for a sign that can't be disputed, as a typed number: whichever side is ours, it is the higher one."""
    base, ours, theirs = texts
    if base in (ours, theirs):
        return settled(texts)
    return max(ours, theirs, key=lambda text: (len(text), text))


class Side:
    """One of the three texts. What lies between its units is white space; `draft` holds a paragraph for each."""

    __slots__ = ("_asides", "draft", "ends", "source", "starts", "units")

    def __init__(self, draft: Draft) -> None:
        self._asides = _asides(draft)
        self.draft = _with_asides(draft, self._asides)
        self.source = draft.source
        self.units = self.draft.paragraphs
        self.starts = [each.span.start for each in self.units]
        self.ends = [each.span.end for each in self.units]

    @property
    def head(self) -> Span:
        return self.draft.front_matter

    @property
    def opening(self) -> str:
        """What stands before the first unit."""
        return self.source[self.head.end : self.starts[0] if self.units else self.head.end]

    @property
    def ending(self) -> str:
        """What stands after the last unit."""
        return self.source[self.ends[-1] if self.units else self.head.end :]

    def gap(self, unit: int) -> str:
        """What stands before a unit, but for the first."""
        return self.source[self.ends[unit - 1] : self.starts[unit]] if unit else ""

    def span(self, units: range) -> Span:
        """From the beginning of the first to the end of the last of some units, at least one."""
        return Span(self.starts[units.start], self.ends[units.stop - 1])

    def raw(self, units: range) -> str:
        return self.source[self.starts[units.start] : self.ends[units.stop - 1]] if units else ""

    def texts(self, units: range) -> list[str]:
        return [self.units[unit].text for unit in units]

    def size(self, units: range) -> int:
        return sum([len(self.units[unit].text) + 1 for unit in units])

    def is_heading(self, unit: int) -> bool:
        return self.units[unit].kind in _HEADINGS

    def is_block(self, unit: int) -> bool:
        """A table, or what else is read line by line."""
        return self.units[unit].kind in _BLOCKS

    def is_aside(self, unit: int) -> bool:
        """A rule or a comment, which nobody negotiates."""
        return self.units[unit].span in self._asides

    def words_of(self, unit: int) -> Span:
        """From the first to the last word: without number, indentation and the marks of a heading."""
        paragraph = self.units[unit]
        if self.is_heading(unit):
            return source_span(self.draft, unit, 0, len(paragraph.text))
        typed = paragraph.label_span
        start = typed.end if typed.length else paragraph.span.start
        return _bare(self.source, start, paragraph.span.end)


def _asides(draft: Draft) -> tuple[Span, ...]:
    """The rules and comments between the paragraphs of a draft."""
    starts = [draft.front_matter.end, *(each.span.end for each in draft.paragraphs)]
    ends = [*(each.span.start for each in draft.paragraphs), len(draft.source)]
    source = draft.source
    between = [(start, end) for start, end in zip(starts, ends, strict=True) if source[start:end].strip()]
    return tuple(_bare(source, start, end) for start, end in between)


def _bare(source: str, start: int, end: int) -> Span:
    """A stretch without the white space around it."""
    bare = source[start:end].lstrip()
    return Span(end - len(bare), end - len(bare) + len(bare.rstrip()))


def _with_asides(draft: Draft, asides: Sequence[Span]) -> Draft:
    """The draft with a paragraph also for each aside."""
    if not asides:
        return draft
    added = [
        Paragraph(0, Kind.OPAQUE, Part.OPERATIVE, span, Span(span.start, span.start), "", 0, span.of(draft.source))
        for span in asides
    ]
    units = sorted((*draft.paragraphs, *added), key=lambda each: each.span)
    return replace(draft, paragraphs=tuple(each._replace(ordinal=place) for place, each in enumerate(units)))
