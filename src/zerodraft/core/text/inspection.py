"""What is wrong with a draft by its text alone. Problems are values; nothing is mended here."""

import re
from collections.abc import Iterator

from zerodraft.core.text.bracket import brackets
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.finding import Finding, Severity
from zerodraft.core.text.label import label_at, readings
from zerodraft.core.text.renewal import sub_counts, written
from zerodraft.core.text.splice import Span
from zerodraft.core.text.visible import invisible_characters

TO_BE_FILLED = "to-be-filled"
# The sign first: a search for what must not stand before it took 4 ms in 50,000 words.
_PLACEHOLDER = re.compile(r"…(?<!\S…)(?=[\s.,;:]|$)")
# Above 64 KiB a line is slow in every editor and is nobody's paragraph.
LONGEST_PARAGRAPH = 65_536
_MOST_OF_A_KIND = 100


def inspect(draft: Draft) -> tuple[Finding, ...]:
    """All findings, in the order of the text; at most 100 invisible characters are listed."""
    found = [
        *_unbalanced(draft),
        *_number_gaps(draft),
        *_sub_gaps(draft),
        *_duplicate_headings(draft),
        *_invisible(draft),
        *_too_long(draft),
        *_line_ends(draft),
        *_to_be_filled(draft),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.code)))


def _unbalanced(draft: Draft) -> Iterator[Finding]:
    for place in brackets(draft.source, (paragraph.span for paragraph in draft.paragraphs)).unbalanced:
        opens = draft.source[place] == "["
        sentence = "This bracket is never closed." if opens else "This bracket closes, but was never opened."
        yield Finding(Severity.ERROR, "unbalanced-bracket", sentence, Span(place, place + 1))


def _to_be_filled(draft: Draft) -> Iterator[Finding]:
    """Places that a new text leaves open, as in "held at … on …": one finding for all of them, at the first."""
    places = [found.span() for found in _PLACEHOLDER.finditer(draft.source, draft.front_matter.end)]
    if places:
        count = "This place is" if len(places) == 1 else f"This place and {len(places) - 1} more are"
        yield Finding(Severity.WARNING, TO_BE_FILLED, f"{count} still to be filled in: …", Span(*places[0]))


def _number_gaps(draft: Draft) -> Iterator[Finding]:
    counted = [each for each in draft.paragraphs if each.kind is Kind.OPERATIVE and each.label]
    if len({each.label for each in counted}) == 1 < len(counted):
        sentence = f"All numbers are typed as {counted[0].label}; they are counted 1 to {len(counted)}."
        yield Finding(Severity.NOTE, "same-number", sentence, counted[0].label_span)
        return
    last: dict[str, tuple[int, str]] = {}
    for paragraph in counted:
        above, value, suffix = _counted(paragraph.label)
        value_before, label_before = last.get(above, (value - 1, ""))
        if suffix and value == value_before:
            continue
        if value != value_before + 1:
            expected = f"{above}{value_before + 1}"
            yield _gap(draft, paragraph, f"Number {paragraph.label} follows {label_before}; {expected} was expected.")
        last[above] = (value, paragraph.label)


def _counted(label: str) -> tuple[str, int, str]:
    """2.3 bis is the third below 2, with a numeral: ("2.", 3, " bis")."""
    above, number, suffix = re.split(r"(\d+)(?=\D*$)", label.removeprefix("OP"))
    return above, int(number), suffix


def _gap(draft: Draft, paragraph: Paragraph, sentence: str) -> Finding:
    label = label_at(draft.source, paragraph.span.start, paragraph.span.end)
    place = label.counter if label else paragraph.label_span
    return Finding(Severity.WARNING, "number-gap", sentence, place)


def _sub_gaps(draft: Draft) -> Iterator[Finding]:
    """Typed (a), (b), (d): the third should be (c). The one after it, (e), is told no second time."""
    gap = 0
    for paragraph, style, value in sub_counts(draft):
        gap = gap if value > 1 else 0
        actual = dict(readings(paragraph.label.strip("()"))).get(style, 0)
        if actual and actual != value + gap:
            expected = written(style, value + gap)
            yield _gap(draft, paragraph, f"Sub-paragraph {paragraph.label} stands where {expected} was expected.")
            gap = actual - value


def _duplicate_headings(draft: Draft) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for paragraph in draft.paragraphs:
        if paragraph.kind is not Kind.HEADING:
            continue
        name = paragraph.text.casefold()
        if name in seen:
            sentence = f"The heading “{paragraph.text}” stands twice."
            yield Finding(Severity.WARNING, "duplicate-heading", sentence, paragraph.span)
        seen[name] = paragraph.text


def _invisible(draft: Draft) -> Iterator[Finding]:
    for offset, char in invisible_characters(draft.source)[:_MOST_OF_A_KIND]:
        sentence = f"The invisible character U+{ord(char):04X} stands here."
        yield Finding(Severity.WARNING, "invisible-character", sentence, Span(offset, offset + 1))


def _too_long(draft: Draft) -> Iterator[Finding]:
    for paragraph in draft.paragraphs:
        if paragraph.span.length > LONGEST_PARAGRAPH:
            sentence = f"This paragraph has {paragraph.span.length:,} characters; it is compared as a whole only."
            yield Finding(Severity.NOTE, "long-paragraph", sentence, Span(paragraph.span.start, paragraph.span.start))


def _line_ends(draft: Draft) -> Iterator[Finding]:
    place = draft.source.find("\r\n")
    if place >= 0:
        sentence = "Lines end in CR LF, as Windows writes them; they are kept as they are."
        yield Finding(Severity.NOTE, "line-ends", sentence, Span(place, place + 1))
    if draft.source.startswith("\ufeff"):
        sentence = "The text begins with a byte order mark; it is kept."
        yield Finding(Severity.NOTE, "byte-order-mark", sentence, Span(0, 1))
