"""What stands at the margin of the text, by line: numbers, change bars, comments; and the words they are about."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.comparison.anchor import Detached, Place
from zerodraft.core.negotiation.thread import State
from zerodraft.core.text.draft import Draft, source_span
from zerodraft.core.text.splice import Span
from zerodraft.tui.draft.outline import Entry, entries
from zerodraft.tui.draft.survey import Survey
from zerodraft.tui.editor.marks import Bar, LineMark

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

COMMENTED = "comment"
FINDING = "finding"


class Margin(NamedTuple):
    """Marks by line, stretches of the source with the name of their style, and the rows of the outline."""

    marks: dict[int, LineMark]
    stretches: tuple[tuple[int, int, str], ...]
    entries: tuple[Entry, ...]


def margin_of(read: Survey) -> Margin:
    """All that stands beside the text. With 10,000 comments it takes 50 ms: not for the thread that draws."""
    return Margin(marks_of(read), tuple(quoted(read.dossier)), entries(read.dossier))


def line_starts(source: str) -> list[int]:
    """Where each line begins; lines end at `\\n`."""
    starts = [0]
    place = source.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = source.find("\n", place + 1)
    return starts


def ordinal_at(draft: Draft, offset: int) -> int | None:
    """The paragraph in which a code point of the source stands, or after which; None before the first."""
    found = bisect_right(draft.paragraphs, offset, key=lambda paragraph: paragraph.span.start) - 1
    return found if found >= 0 else (0 if draft.paragraphs else None)


def marks_of(read: Survey) -> dict[int, LineMark]:
    """By line (from 0): the number of the paragraph that begins there, and a bar beside all its lines."""
    dossier = read.dossier
    starts = line_starts(dossier.draft.source)
    said, waiting = _counts(dossier)
    marks: dict[int, LineMark] = {}
    for paragraph in dossier.draft.paragraphs:
        ordinal = paragraph.ordinal
        bar = _bar(read, ordinal)
        first, *rest = _lines(starts, paragraph.span)
        cite = dossier.reading.numbers[ordinal].cite
        marks[first] = LineMark("" if cite == "title" else cite, bar, said[ordinal], waiting[ordinal])
        if bar is not Bar.NONE:
            marks.update((each, LineMark("", bar, 0, 0)) for each in rest)
    return marks


def _bar(read: Survey, ordinal: int) -> Bar:
    if ordinal in read.unsaved:
        return Bar.UNSAVED
    return Bar.ISSUED if ordinal in read.since_issue else Bar.NONE


def _lines(starts: Sequence[int], span: Span) -> range:
    first = bisect_right(starts, span.start) - 1
    last = bisect_right(starts, max(span.end - 1, span.start)) - 1
    return range(first, last + 1)


def _counts(dossier: "Dossier") -> tuple[Counter[int], Counter[int]]:
    """By ordinal: all comments of the threads that stand there, and the threads that wait for an answer."""
    said: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    for thread in dossier.threads:
        ordinal = dossier.placed[thread.root.id].ordinal
        if ordinal is not None:
            said[ordinal] += 1
            waiting[ordinal] += thread.state is State.OPEN
    return said, waiting


def quoted(dossier: "Dossier") -> Iterator[tuple[int, int, str]]:
    """Stretches of the source and the name of their style: the words that comments are about, where they are not
    about the whole paragraph, and findings."""
    for span in _commented(dossier):
        yield span.start, span.end, COMMENTED
    for finding in dossier.findings:
        yield finding.span.start, finding.span.end, FINDING


def _commented(dossier: "Dossier") -> Iterator[Span]:
    draft = dossier.draft
    for placed in dossier.placed.values():
        ordinal = placed.ordinal
        if ordinal is None or placed.comment.reply_to or not placed.comment.anchor.exact:
            continue
        start, end = _stretch(placed.place)
        if 0 <= start < end <= len(draft.paragraphs[ordinal].text):
            yield source_span(draft, ordinal, start, end)


def _stretch(place: Place) -> tuple[int, int]:
    return (0, 0) if isinstance(place, Detached) else (place.start, place.end)
