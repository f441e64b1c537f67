"""Reservations and statements put on record at an adoption: as footnotes of the text, numbered as they are cited."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.text.draft import ASIDE, Draft, Kind, source_span
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.setting import line_end_of
from zerodraft.core.text.splice import Span, Splice, splice
from zerodraft.core.text.words import fold

_SIGNS = re.compile(r"[\\`*_\[\]<>{}~&#]")
_UNCITED = (*ASIDE, Kind.TITLE, Kind.HEADING)


class Footnote(NamedTuple):
    """Words to be hung to a paragraph, by its ordinal; None is the text as a whole."""

    ordinal: int | None
    words: str


class OnPaper(NamedTuple):
    """The text with its footnotes, and the label of each of them in the order in which they were given."""

    source: str
    labels: tuple[str, ...]


class _Mark(NamedTuple):
    """A reference to a footnote: its place, and the note by its old label, or by its place among the new ones."""

    span: Span
    note: str | int


def can_bear(draft: Draft, ordinal: int) -> bool:
    """Whether a footnote may hang to this paragraph: not to a title, heading, table or another note."""
    return draft.paragraphs[ordinal].kind not in _UNCITED


def put_on_record(draft: Draft, notes: Sequence[Footnote]) -> OnPaper:
    """The text with these footnotes. Notes that are numbered already are numbered anew with them, by their first
    reference; where one has a name, the old ones keep theirs. The text refers to no note that isn't there, as the gate
    sees to. Raises `ValueError` for a text without words."""
    if not notes:
        return OnPaper(draft.source, ())
    whole = max((each.ordinal for each in draft.paragraphs if each.kind not in _UNCITED), default=None)
    if whole is None:
        raise ValueError("no paragraph to which a footnote could hang")
    new = [_Mark(_end(draft, whole if each.ordinal is None else each.ordinal), at) for at, each in enumerate(notes)]
    labels = _labels(draft, sorted([*_cited(draft), *new]))
    written = splice(draft.source, [*_renamed(draft, labels), *_hung(new, labels)])
    end = line_end_of(draft.source)
    own = [f"[^{labels[at]}]: {plain(each.words)}" for at, each in enumerate(notes)]
    own.sort(key=lambda line: [int(part) for part in re.findall(r"\d+", line)[:1]])
    source = (end * 2).join([written.rstrip(), *own]) + end
    return OnPaper(source, tuple(labels[at] for at in range(len(notes))))


def plain(words: str) -> str:
    """Words as Markdown that shows just them, on one line."""
    return _SIGNS.sub(lambda sign: f"\\{sign[0]}", fold(words))


def _end(draft: Draft, ordinal: int) -> Span:
    end = draft.paragraphs[ordinal].span.end
    return Span(end, end)


def _cited(draft: Draft) -> Iterator[_Mark]:
    """The references of the text as it is, also those inside of notes."""
    for paragraph in draft.paragraphs:
        if paragraph.kind in (Kind.TABLE, Kind.OPAQUE) or "[^" not in paragraph.text:
            continue
        for each in read_inline(paragraph.text):
            if each.note:
                yield _Mark(source_span(draft, paragraph.ordinal, each.start, each.end), each.note)


def _labels(draft: Draft, marks: Sequence[_Mark]) -> dict[str | int, str]:
    """The label of each note: its number by the first reference where all are numbers, else the next free one."""
    old = [each.label.removeprefix("^") for each in draft.paragraphs if each.kind is Kind.FOOTNOTE]
    order: list[str | int] = [*dict.fromkeys(each.note for each in marks if each.note in old or _is_new(each.note))]
    if all(label.isdecimal() for label in old):
        order += [label for label in dict.fromkeys(old) if label not in order]
        return {note: str(number) for number, note in enumerate(order, start=1)}
    free = (str(number) for number in range(1, len(old) + len(order) + 1) if str(number) not in old)
    return {note: next(free) if _is_new(note) else str(note) for note in order} | {label: label for label in old}


def _is_new(note: str | int) -> bool:
    return isinstance(note, int)


def _renamed(draft: Draft, labels: dict[str | int, str]) -> Iterator[Splice]:
    """Marks and notes of the text under their new labels."""
    for mark in _cited(draft):
        label = labels.get(mark.note, str(mark.note))
        if label != mark.note:
            yield Splice(mark.span, f"[^{label}]")
    for paragraph in draft.paragraphs:
        label = paragraph.label.removeprefix("^")
        if paragraph.kind is Kind.FOOTNOTE and labels[label] != label:
            typed = f"[^{label}]"
            start = draft.source.index(typed, paragraph.span.start)
            yield Splice(Span(start, start + len(typed)), f"[^{labels[label]}]")


def _hung(new: Sequence[_Mark], labels: dict[str | int, str]) -> Iterator[Splice]:
    """One splice a place: several marks at one stand with a space between."""
    by_place: dict[Span, list[str]] = {}
    for mark in sorted(new):
        by_place.setdefault(mark.span, []).append(f"[^{labels[mark.note]}]")
    yield from (Splice(span, " ".join(marks)) for span, marks in by_place.items())
