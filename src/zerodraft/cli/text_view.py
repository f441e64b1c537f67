"""A text on a terminal: numbers in a gutter, sub-paragraphs indented, brackets styled, comments counted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from zerodraft.cli import voice
from zerodraft.cli.inking import inks
from zerodraft.cli.thread_view import thread_lines
from zerodraft.cli.typeset import NO_WRAPPING, Ink, Line, hung, ink, length, padded
from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.core.text.draft import Kind, Paragraph
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.title_block import place_and_dates, which_text

INDENT = 12  # cells before the words of a numbered paragraph
_NUMBERS = 6
_COUNTS = 4
_LABELS = 6
_BLOCKS = (Kind.TABLE, Kind.OPAQUE)


@dataclass(frozen=True, slots=True)
class Remarks:
    """The threads at each paragraph of a text, by ordinal; `shown` in full or counted."""

    at: Mapping[int, Sequence[Thread]] = field(default_factory=dict)
    shown: bool = False


def title_lines(dossier: Dossier, reading: Reading, width: int) -> Iterator[Line]:
    """Title, conference, place and dates, and which text this is."""
    settings = dossier.settings
    yield from hung((), ink(dossier.title, voice.BOLD), width)
    for text in (settings.conference, place_and_dates(settings)):
        if text:
            yield from hung((), ink(text), width)
    named = which_text(dossier, reading)
    yield from hung((), ink(named[0].upper() + named[1:], voice.QUIET), width)


def text_lines(
    dossier: Dossier, reading: Reading, ordinals: Iterable[int], remarks: Remarks, width: int
) -> Iterator[Line]:
    """The paragraphs that are wanted, an empty line before each."""
    for ordinal in ordinals:
        paragraph = reading.draft.paragraphs[ordinal]
        if paragraph.kind is Kind.TITLE and paragraph.text == dossier.title and ordinal not in remarks.at:
            continue
        threads = remarks.at.get(ordinal, ())
        yield ()
        yield from paragraph_lines(reading, paragraph, width, threads)
        if remarks.shown:
            yield from _threads(dossier, threads, width)


def paragraph_lines(
    reading: Reading, paragraph: Paragraph, width: int, threads: Sequence[Thread] = ()
) -> Iterator[Line]:
    """A paragraph behind its number, and what waits there."""
    words = tuple(inks(paragraph))
    if paragraph.kind in (Kind.TITLE, Kind.HEADING):
        words = tuple(Ink(each.text, voice.BOLD + each.style) for each in words)
    head = (*padded(_counts(threads), _COUNTS), *_gutter(reading, paragraph))
    yield from hung(head, words, NO_WRAPPING if paragraph.kind in _BLOCKS else width)


def _counts(threads: Sequence[Thread]) -> Line:
    """●2: two matters wait; ✓1: one is settled, or taken up in the text."""
    settled = sum(thread.state in (State.RESOLVED, State.TAKEN_UP) for thread in threads)
    waiting = len(threads) - settled
    marks = [Ink(f"{State.OPEN.sign}{waiting}", voice.BOLD)] if waiting else []
    if settled and not waiting:
        marks.append(Ink(f"{State.RESOLVED.sign}{settled}", voice.QUIET))
    return tuple(marks)


def _gutter(reading: Reading, paragraph: Paragraph) -> Line:
    """The number set to the right; what is cited but not printed (PP3) quietly; a label behind its indent."""
    number = reading.numbers[paragraph.ordinal]
    if paragraph.kind is Kind.SUB:
        indent = " " * (_NUMBERS + 2 + _LABELS * (paragraph.level - 1))
        return (Ink(indent), *padded(ink(number.printed), max(_LABELS, length(ink(number.printed)) + 1)))
    if number.cite == "title":
        return (Ink(" " * (_NUMBERS + 2)),)
    quiet = "" if number.printed else voice.QUIET
    shown = number.printed or number.cite
    return (Ink(" " * max(0, _NUMBERS - length(ink(shown)))), *ink(shown, quiet), Ink("  "))


def _threads(dossier: Dossier, threads: Sequence[Thread], width: int) -> Iterator[Line]:
    indent = (Ink(" " * (_NUMBERS + _COUNTS)), Ink("│ ", voice.QUIET))
    for thread in threads:
        yield ()
        for line in thread_lines(dossier, thread, width - length(indent)):
            yield (*indent, *line)


def plain_lines(reading: Reading, ordinals: Iterable[int]) -> Iterator[Line]:
    """One paragraph a line: its number, a tab, its words."""
    for ordinal in ordinals:
        words = "".join(each.text for each in inks(reading.draft.paragraphs[ordinal]))
        yield (Ink(f"{reading.numbers[ordinal].cite}\t{' '.join(words.split())}"),)
