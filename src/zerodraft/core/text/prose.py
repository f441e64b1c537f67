"""The words of a paragraph as a reader sees them, each character with its place in the source: what a rule reads."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from zerodraft.core.text.draft import Draft, Kind, Paragraph, source_span
from zerodraft.core.text.inline import Stretch, Style, read_inline
from zerodraft.core.text.splice import Span

# A reference to a footnote is no word; this sign keeps what stands around it apart.
NOTE_SIGN = "\ufffc"


@dataclass(frozen=True)
class Prose:
    """`text` is what is shown: without Markdown's signs, `NOTE_SIGN` for each reference to a footnote."""

    draft: Draft
    paragraph: Paragraph

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        return read_inline(self.paragraph.text)

    @cached_property
    def text(self) -> str:
        return "".join(NOTE_SIGN if each.note else each.text for each in self.stretches)

    @cached_property
    def _places(self) -> list[int]:
        """For each character its place in `Paragraph.text`, and the end."""
        found: list[int] = []
        for each in self.stretches:
            shown = 1 if each.note else len(each.text)
            found += range(each.start, each.end) if each.is_literal and not each.note else [each.start] * shown
        return [*found, self.stretches[-1].end if self.stretches else 0]

    def span(self, start: int, end: int) -> Span:
        """The place of `text[start:end]` in the source."""
        places = self._places
        last = places[end - 1] + 1 if end > start else places[start]
        return source_span(self.draft, self.paragraph.ordinal, places[start], max(last, places[start]))

    def is_emphasised(self, place: int) -> bool:
        """Whether the sign at a place of `text` is in italics or bold."""
        at = 0
        for each in self.stretches:
            at += 1 if each.note else len(each.text)
            if place < at:
                return bool(each.style & (Style.EMPHASIS | Style.STRONG))
        return False

    @property
    def begins_emphasised(self) -> bool:
        """Whether the first word is in italics or bold."""
        first = next((each for each in self.stretches if each.text.strip()), None)
        return first is not None and bool(first.style & (Style.EMPHASIS | Style.STRONG))


def prose_of(draft: Draft) -> Iterator[Prose]:
    """All paragraphs with words: no tables, no opaque blocks."""
    for paragraph in draft.paragraphs:
        if paragraph.kind not in (Kind.TABLE, Kind.OPAQUE) and paragraph.text:
            yield Prose(draft, paragraph)
