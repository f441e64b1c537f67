"""Whether the numbers of a final run through: none inserted, none missing, none typed out of turn."""

import re
from collections.abc import Iterator, Sequence

from zerodraft.core.gate.findings import Barrier
from zerodraft.core.text.draft import Draft, Kind, Paragraph
from zerodraft.core.text.inspection import inspect
from zerodraft.core.text.label import LATIN_NUMERALS
from zerodraft.core.text.numbering import Number, number

_INSERTED = re.compile(rf"\d (?:{'|'.join(LATIN_NUMERALS)}|alt|ante)\b|\d[A-Z]+\b|\) (?:{'|'.join(LATIN_NUMERALS)})\b")
_HEADING = re.compile(r"((?:[^\W\d_]+\s+){0,2})(\d{1,2}|[IVX]+)(?=[.:)]|\s[–—-]|$)")
_STOPPING = {
    "unbalanced-bracket": "Close or remove it: zerodraft edit {slug} {cite}",
    "number-gap": "Typed numbers are renewed by zerodraft issue {slug}; then look at the references.",
    "invisible-character": "Remove it: zerodraft edit {slug} {cite}",
    "to-be-filled": "Fill it in: zerodraft edit {slug} {cite}",
}
_HINTING = {"duplicate-heading": "Give one of them another title: zerodraft edit {slug} {cite}"}
_RENEW = 'zerodraft issue {slug} "Final draft" renews the numbers; then look at the references.'


def numbers_run_through(draft: Draft, numbers: Sequence[Number]) -> Iterator[Barrier]:
    """What the numbers still show of the way of the text, and what the text's inspection finds."""
    yield from _inspected(draft)
    yield from _not_renewed(draft, numbers)
    yield from _headings(draft)


def _inspected(draft: Draft) -> Iterator[Barrier]:
    for each in inspect(draft):
        way = _STOPPING.get(each.code) or _HINTING.get(each.code)
        if way:
            ordinal = _paragraph_at(draft, each.span.start)
            yield Barrier(each.code, each.sentence, way, ordinal, each.span, each.code in _STOPPING)


def _paragraph_at(draft: Draft, place: int) -> int | None:
    return next((each.ordinal for each in reversed(draft.paragraphs) if each.span.start <= place), None)


def _not_renewed(draft: Draft, numbers: Sequence[Number]) -> Iterator[Barrier]:
    """The first paragraph that would be numbered otherwise at an issue speaks for all; inserted numbers that are typed
    are told one by one."""
    fresh = number(draft)
    stale = [at for at, (now, then) in enumerate(zip(numbers, fresh, strict=True)) if now.cite != then.cite]
    if stale:
        now, then = numbers[stale[0]].cite, fresh[stale[0]].cite
        more = f", and {len(stale) - 1} more with it" if len(stale) > 1 else ""
        sentence = f"{now} bears the number of the last issue; in a final it is {then}{more}."
        yield Barrier("stale-number", sentence, _RENEW, stale[0], draft.paragraphs[stale[0]].span)
        return
    for paragraph, known in zip(draft.paragraphs, numbers, strict=True):
        if paragraph.kind in (Kind.OPERATIVE, Kind.SUB) and _INSERTED.search(known.printed):
            sentence = f"{known.cite} is the number of a paragraph that was put in between two issues."
            yield Barrier("inserted-number", sentence, _RENEW, paragraph.ordinal, paragraph.span)


def _headings(draft: Draft) -> Iterator[Barrier]:
    """Numbers typed in headings of one form, such as “Focus area 3: …”, count from 1."""
    counts: dict[tuple[int, str], int] = {}
    for paragraph in draft.paragraphs:
        found = _HEADING.match(paragraph.text) if paragraph.kind is Kind.HEADING else None
        if found:
            key = (paragraph.level, found[1].casefold())
            counts[key] = counts.get(key, 0) + 1
            yield from _heading(paragraph, found[2], counts[key])


def _heading(paragraph: Paragraph, typed: str, count: int) -> Iterator[Barrier]:
    expected = str(count) if typed.isdecimal() else roman(count)
    if typed != expected:
        sentence = f"The heading “{paragraph.text}” bears {typed}; {expected} was expected."
        way = "Number the headings anew: zerodraft edit {slug} {cite}"
        yield Barrier("heading-number", sentence, way, paragraph.ordinal, paragraph.span)


def roman(value: int) -> str:
    """A Roman numeral up to 39, in capitals."""
    return "X" * (value // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]
