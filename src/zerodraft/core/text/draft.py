"""The draft: one text, read. Title, preamble, focus areas, paragraphs, each with its place."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.text.splice import Span


class Part(StrEnum):
    """Where in the document a paragraph stands."""

    PREAMBLE = "preamble"
    OPERATIVE = "operative part"
    CLOSING = "closing"


class Kind(StrEnum):
    """What a paragraph is.

    A numbered paragraph is `OPERATIVE` and counted; `SUB` is (a), (i), or a bullet below it;
    `PLAIN` stands unnumbered in the operative part or the closing (a chapeau, a date line).
    """

    TITLE = "title"
    HEADING = "heading"
    PREAMBULAR = "preambular paragraph"
    OPERATIVE = "operative paragraph"
    SUB = "sub-paragraph"
    PLAIN = "unnumbered paragraph"
    FOOTNOTE = "footnote"
    TABLE = "table"
    OPAQUE = "opaque block"


# These stand between paragraphs without ending the list around them.
ASIDE = (Kind.FOOTNOTE, Kind.TABLE, Kind.OPAQUE)


class Paragraph(NamedTuple):
    """One paragraph (or heading, footnote, table) of a draft.

    `ordinal` counts all of them from 0, in the order of the text. `span` is the whole of it in
    the source, without the line end; `label_span` the typed number or marker inside it, with the
    white space that follows (empty where none is typed). `label` is the typed number as it is
    cited: "3", "(a)", "5 bis", "PP2", "-" for a bullet, "" for none. `level` is the depth: of a
    heading 1 to 6, of a sub-paragraph 1 for (a), 2 for (i), else 0. `text` is what is compared and
    quoted: the body with white space folded and the label left out; a table keeps its line ends.
    """

    ordinal: int
    kind: Kind
    part: Part
    span: Span
    label_span: Span
    label: str
    level: int
    text: str

    @property
    def body(self) -> Span:
        """From the first to the last character of the words; a number typed inside is part of it."""
        typed = self.label_span
        return Span(typed.end, self.span.end) if typed.start == self.span.start else self.span


@dataclass(frozen=True, slots=True)
class FocusArea:
    """A titled section of the operative part: ordinals `first` to `last`, half-open, the heading included."""

    number: int
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One text with its structure. Invariant: the spans of `paragraphs` rise and don't overlap.

    `front_matter` is the stretch at the beginning that is kept aside (a byte order mark, YAML
    between `---` lines); nothing reads it but the title.
    """

    source: str
    front_matter: Span
    title: str
    paragraphs: tuple[Paragraph, ...]
    focus_areas: tuple[FocusArea, ...]

    def area_of(self, ordinal: int) -> FocusArea | None:
        """The focus area in which a paragraph stands; None in the preamble and after the last."""
        before = bisect_right(self.focus_areas, ordinal, key=lambda area: area.first)
        area = self.focus_areas[before - 1] if before else None
        return area if area and ordinal < area.last else None


def belonging(draft: Draft, ordinal: int) -> range:
    """The ordinals of a paragraph and the sub-paragraphs under it."""
    first = draft.paragraphs[ordinal]
    last = ordinal + 1
    while last < len(draft.paragraphs) and first.kind in (Kind.OPERATIVE, Kind.PREAMBULAR, Kind.SUB):
        below = draft.paragraphs[last]
        if below.kind is not Kind.SUB or (first.kind is Kind.SUB and below.level <= first.level):
            break
        last += 1
    return range(ordinal, last)


_HEADING_MARK = re.compile(r" {0,3}#{1,6}(?=\s)")


def source_span(draft: Draft, ordinal: int, start: int, end: int) -> Span:
    """Where `text[start:end]` of a paragraph stands in the source: code points, half-open.

    Folding and the typed number are undone. A stretch that a typed number interrupts includes it.
    An empty stretch is the point before its first character.
    """
    paragraph = draft.paragraphs[ordinal]
    body = paragraph.body
    if body.of(draft.source) == paragraph.text:
        # Nearly all: nothing was folded. Ten comments on each of a thousand take 10 ms, character by character 1,000.
        return Span(body.start + start, body.start + end)
    places = _places(draft.source, paragraph)
    if start == end:
        place = places[start] if start < len(places) else (places[-1] + 1 if places else paragraph.body.start)
        return Span(place, place)
    return Span(places[start], places[end - 1] + 1)


def _places(source: str, paragraph: Paragraph) -> list[int]:
    """For each character of `paragraph.text`, its code point in the source."""
    offset = paragraph.span.start
    if paragraph.kind in (Kind.TITLE, Kind.HEADING):
        mark = _HEADING_MARK.match(source, offset)
        offset = source.find(paragraph.text.split(" ", 1)[0], mark.end() if mark else offset)
    places: list[int] = []
    for char in paragraph.text:
        offset = _skip(source, offset, paragraph, is_space=char == " ")
        places.append(offset)
        offset += 1
    return places


def _skip(source: str, offset: int, paragraph: Paragraph, *, is_space: bool) -> int:
    """Past the typed number and past white space that folding took away; a kept space is the first of its run."""
    typed = paragraph.label_span
    if typed.start <= offset < typed.end:
        offset = typed.end
    if is_space or paragraph.kind in (Kind.TABLE, Kind.OPAQUE):
        return offset
    while source[offset].isspace():
        offset += 1
    return offset
