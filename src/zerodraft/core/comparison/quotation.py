"""Quoting a paragraph: the words as someone typed them become an anchor, and an anchor finds its words."""

import re
from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.anchor import Anchor
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.words import word_spans

CONTEXT = 32

# One character for one, so that places stay the same: a quote typed on a keyboard meets the printed marks.
_TYPED = str.maketrans("“”„«»‘’‚–—‑", '"""""\'\'\'---')


class QuoteNotFound(ValueError):
    """The words don't stand in the paragraph."""

    def __init__(self, exact: str) -> None:
        super().__init__(f"the paragraph doesn't hold the words “{exact}”")
        self.exact = exact


class QuoteAmbiguous(ValueError):
    """The words stand more than once in the paragraph; say which, counted from 1 to `times`."""

    def __init__(self, exact: str, times: int) -> None:
        super().__init__(f"the words “{exact}” stand {times} times in the paragraph")
        self.exact = exact
        self.times = times


def anchor_for(draft: Draft, text_id: str, ordinal: int, exact: str, occurrence: int | None = None) -> Anchor:
    """An anchor on words of a paragraph, with the paragraph's own spelling of them and their context.

    White space, curly quotes and dashes may differ from the paragraph's. Whole words are preferred.
    `exact` without words is the whole paragraph. `occurrence` counts from 1.
    Raises `QuoteNotFound` and `QuoteAmbiguous`, both `ValueError`s.
    """
    if not exact.strip():
        return Anchor(text_id, ordinal)
    text = draft.paragraphs[ordinal].text
    found = _occurrences(text, exact)
    if not found or (occurrence is not None and not 1 <= occurrence <= len(found)):
        raise QuoteNotFound(exact)
    if len(found) > 1 and occurrence is None:
        raise QuoteAmbiguous(exact, len(found))
    return anchor_at(draft, text_id, ordinal, *found[(occurrence or 1) - 1])


def anchor_at(draft: Draft, text_id: str, ordinal: int, start: int, end: int) -> Anchor:
    """An anchor on `text[start:end]` of a paragraph, code points of `Paragraph.text`."""
    text = draft.paragraphs[ordinal].text
    return Anchor(text_id, ordinal, text[start:end], *_context(text, start, end))


def find_quote(draft: Draft, anchor: Anchor) -> int | None:
    """Where the anchor's words begin in its own paragraph: where the context fits best, the first of equals.

    None when they don't stand there.
    """
    if not 0 <= anchor.ordinal < len(draft.paragraphs):
        return None
    text = draft.paragraphs[anchor.ordinal].text
    starts = list(occurrences(text, anchor.exact)) if anchor.exact else [0]
    if len(starts) < 2:
        return starts[0] if starts else None
    return max(starts, key=lambda start: _fit(text, start, anchor))


def occurrences(text: str, exact: str, start: int = 0) -> Iterator[int]:
    """Where `exact` begins in the text, from `start` on; they may overlap."""
    found = text.find(exact, start)
    while found >= 0:
        yield found
        found = text.find(exact, found + 1)


def _fit(text: str, start: int, anchor: Anchor) -> int:
    """How many characters of the context stand around this place."""
    end = start + len(anchor.exact)
    before = _same_length(text[:start][::-1], anchor.prefix[::-1])
    return before + _same_length(text[end:], anchor.suffix)


def _same_length(text: str, sought: str) -> int:
    length = 0
    while length < min(len(text), len(sought)) and text[length] == sought[length]:
        length += 1
    return length


def _occurrences(text: str, exact: str) -> Sequence[tuple[int, int]]:
    """Those at the borders of words, else any; those spelled alike before those that only look alike."""
    literal = [found.span() for found in re.finditer(re.escape(exact.strip()), text)]
    typed = r"\s+".join(map(re.escape, exact.translate(_TYPED).split()))
    alike = literal or [found.span() for found in re.finditer(typed, text.translate(_TYPED))]
    spans = word_spans(text)
    starts, ends = {start for start, _ in spans}, {end for _, end in spans}
    return [(start, end) for start, end in alike if start in starts and end in ends] or alike


def _context(text: str, start: int, end: int) -> tuple[str, str]:
    """Up to 32 characters before and after, cut between words."""
    spans = word_spans(text)
    first = min((place for place, _ in spans if place >= start - CONTEXT), default=start)
    last = max((place for _, place in spans if place <= end + CONTEXT), default=end)
    return text[min(first, start) : start], text[end : max(last, end)]
