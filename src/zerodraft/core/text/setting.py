"""How a paragraph is set into a source: its number, the lines that part it from its neighbours; and taken out again."""

import re
from collections.abc import Iterator
from itertools import chain, count, repeat

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.label import LATIN_NUMERALS, Label, Style, label_at, letter, roman_or_number
from zerodraft.core.text.splice import Span, Splice

_LINE_ENDS = re.compile(r"(?:[ \t]*\r?\n)*")


def line_end_of(source: str) -> str:
    return "\r\n" if "\r\n" in source else "\n"


def put_after(draft: Draft, ordinal: int, words: str, sibling: int) -> Splice:
    """New words after a paragraph, parted from it as `sibling`, of whose kind they are, is from its neighbours."""
    end = draft.paragraphs[ordinal].span.end
    return Splice(Span(end, end), parting(draft, ordinal, sibling) + words)


def parting(draft: Draft, ordinal: int, sibling: int) -> str:
    """What stands between a paragraph and a new one after it that is of the kind of `sibling`."""
    kind = draft.paragraphs[sibling].kind
    found = ""
    if ordinal + 1 < len(draft.paragraphs) and draft.paragraphs[ordinal + 1].kind is kind:
        found = gap_after(draft, ordinal)
    elif sibling and draft.paragraphs[sibling - 1].kind is kind:
        found = gap_after(draft, sibling - 1)
    return found or 2 * line_end_of(draft.source)


def gap_after(draft: Draft, ordinal: int) -> str:
    """The white space between a paragraph and the next; "" when something else stands there."""
    gap = draft.source[draft.paragraphs[ordinal].span.end : draft.paragraphs[ordinal + 1].span.start]
    return gap if gap.isspace() else ""


def taken_out(draft: Draft, ordinals: range) -> Span:
    """Some paragraphs with the empty lines on one side; the wider gap stays between their neighbours."""
    start, end = draft.paragraphs[ordinals[0]].span.start, draft.paragraphs[ordinals[-1]].span.end
    head = draft.source[:start]
    before = start - len(head.rstrip(" \t\r\n"))
    found = _LINE_ENDS.match(draft.source, end)
    after = len(found[0]) if found else 0
    is_last = not draft.source[end:].strip()
    return Span(start - before, end) if is_last or 0 < before <= after else Span(start, end + after)


def next_labels(draft: Draft, ordinal: int) -> Iterator[str]:
    """What new paragraphs after this one begin with, one after the other: `7 bis. ` after a typed `7. `, `(c) ` after
    `(b) `, a bullet after a bullet; "" where none is typed. Typed numbers are renewed when a version is issued."""
    before = draft.paragraphs[ordinal]
    label = label_at(draft.source, before.span.start, before.span.end)
    if not label or label.style is Style.NOTE:
        return repeat("")
    head, tail = draft.source[label.start : label.counter.start], draft.source[label.counter.end : label.end]
    return (f"{head}{counter}{tail}" for counter in _next_counters(draft, label))


def _next_counters(draft: Draft, label: Label) -> Iterator[str]:
    following = count(label.value + 1)
    match label.style:
        case Style.LETTER:
            return map(letter, following)
        case Style.ROMAN:
            return map(roman_or_number, following)
        case Style.DIGIT:
            return map(str, following)
        case Style.BULLET:
            return repeat(label.counter.of(draft.source))
        case _:
            taken = {each.label for each in draft.paragraphs}
            cited = label.text.removesuffix(label.suffix).rstrip()
            free = (each for each in LATIN_NUMERALS if f"{cited} {each}" not in taken)
            return (f"{cited.lstrip('OP')} {numeral}" for numeral in chain(free, repeat("bis")))


def typed_label(draft: Draft, ordinal: int) -> str:
    """The number at the beginning of a paragraph, as it stands in the source."""
    paragraph = draft.paragraphs[ordinal]
    typed = paragraph.label_span
    return typed.of(draft.source) if typed.start == paragraph.span.start else ""


def sibling_before(draft: Draft, place: int, like: int, but: range = range(0)) -> int | None:
    """The nearest paragraph before a place that is of the kind and level of another one, in the same list; it is none
    of those in `but`."""
    wanted = draft.paragraphs[like]
    for ordinal in range(place - 1, -1, -1):
        here = draft.paragraphs[ordinal]
        if ordinal in but:
            continue
        if here.kind is wanted.kind and here.level == wanted.level:
            return ordinal
        if wanted.kind is Kind.SUB and here.kind is not Kind.SUB:
            break
    return None
