"""One paragraph of a source with other words: what stays keeps its place, its line and its number."""

from collections.abc import Sequence

from zerodraft.core.text.draft import Draft, Kind, source_span
from zerodraft.core.text.splice import Span, Splice
from zerodraft.core.text.words import word_spans

Kept = Sequence[tuple[int, int]]
"""Words that stay, by their places in the old words and in the new ones; both rise."""


def rewordings(draft: Draft, ordinal: int, wording: str, kept: Kept) -> tuple[Splice, ...]:
    """The splices that make `wording` of a paragraph's text; only the space beside changed words is touched."""
    text = draft.paragraphs[ordinal].text
    old, new = word_spans(text), word_spans(wording)
    # The edges of the paragraph are words that stay.
    ends = [(0, 0), *((old[was][1], new[now][1]) for was, now in kept)]
    starts = [*((old[was][0], new[now][0]) for was, now in kept), (len(text), len(wording))]
    found = [_change(text, wording, (at[0], to[0]), (at[1], to[1])) for at, to in zip(ends, starts, strict=True)]
    return tuple([Splice(_place(draft, ordinal, *span), words) for span, words in filter(None, found)])


def wholly_reworded(draft: Draft, ordinal: int, wording: str) -> Splice:
    """The same where nothing but the number stays; a block of lines goes as a whole."""
    paragraph = draft.paragraphs[ordinal]
    if paragraph.kind in (Kind.TABLE, Kind.OPAQUE):
        return Splice(paragraph.span, wording)
    place = _place(draft, ordinal, 0, len(paragraph.text))
    is_glued = bool(paragraph.label) and not paragraph.label_span.of(draft.source)[-1:].isspace()
    return Splice(place, f" {wording}" if is_glued and place.start == paragraph.label_span.end else wording)


def _change(text: str, wording: str, old: tuple[int, int], new: tuple[int, int]) -> tuple[tuple[int, int], str] | None:
    """What stands between two words that stay and differs, without the space that is the same on both sides."""
    (start, end), (first, last) = old, new
    if text[start:end] == wording[first:last]:
        return None
    if start < end and first < last and text[start] == wording[first] == " ":
        start, first = start + 1, first + 1
    if start < end and first < last and text[end - 1] == wording[last - 1] == " ":
        end, last = end - 1, last - 1
    return (start, end), wording[first:last]


def _place(draft: Draft, ordinal: int, start: int, end: int) -> Span:
    """A stretch of the text in the source, up to the character after it."""
    return Span(_point(draft, ordinal, start), _point(draft, ordinal, end))


def _point(draft: Draft, ordinal: int, place: int) -> int:
    """The place in the source before a character of the text; after the last one behind it."""
    paragraph = draft.paragraphs[ordinal]
    if place < len(paragraph.text):
        return source_span(draft, ordinal, place, place).start
    if paragraph.text:
        return source_span(draft, ordinal, place - 1, place).end
    return paragraph.span.end
