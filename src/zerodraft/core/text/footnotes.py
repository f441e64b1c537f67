"""The numbers of footnotes: counted as they are cited. A note that nobody cites bears none."""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple, TypeVar

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.table import rows

K = TypeVar("K", bound=Hashable)


class NoteNumbers(NamedTuple):
    """From 1: of each note by its ordinal, in that order, and of the note that a label cites. Of two notes with one
    label a reader finds the first. A label that is not in `cited` leads to no note; `aside` are notes that nobody
    cites, which stand at the end of the text as paragraphs without a number. Numbers up to `in_text` are those of notes
    to which the text leads; those above are cited by notes that stand aside."""

    notes: Mapping[int, int]
    cited: Mapping[str, int]
    aside: tuple[int, ...] = ()
    in_text: int = 0


NO_NOTES = NoteNumbers({}, {})


def note_numbers(draft: Draft) -> NoteNumbers:
    """The numbers under which the notes of a text are printed. A note may cite another, one that nobody cites too."""
    texts = {each.ordinal: each.text for each in draft.paragraphs if each.kind is Kind.FOOTNOTE}
    if not texts:
        return NO_NOTES
    known = {draft.paragraphs[each].label.removeprefix("^"): each for each in reversed(texts)}
    numbers: dict[int, int] = {}
    aside: list[int] = []
    in_text = len(texts)

    def cite(text: str) -> None:
        for each in read_inline(text) if "[^" in text else ():
            if each.note in known:
                numbers.setdefault(known[each.note], len(numbers) + 1)

    for text in _texts(draft):
        cite(text)
    for note in in_turn(numbers, texts):
        if note not in numbers:
            in_text = in_text if aside else len(numbers)
            aside.append(note)
        cite(texts[note])
    cited = {label: numbers[note] for label, note in known.items() if note in numbers}
    return NoteNumbers(numbers, cited, tuple(each for each in aside if each not in numbers), in_text)


def in_turn(cited: dict[K, int], every: Iterable[K]) -> Iterator[K]:
    """Each note once: those that are cited, in that order, then the next of `every` note. While it goes, more may be
    cited; it takes as many steps as there are notes."""
    done: set[K] = set()
    waiting: deque[K] = deque()
    rest, seen = iter(every), 0
    while True:
        waiting.extend(reversed([*islice(reversed(cited), len(cited) - seen)]))
        seen = len(cited)
        note = waiting.popleft() if waiting else next(rest, None)
        if note is None:
            return
        if note not in done:
            done.add(note)
            yield note


def _texts(draft: Draft) -> Iterator[str]:
    """Those of the body that may cite a note, cell by cell."""
    for paragraph in draft.paragraphs:
        if paragraph.kind is Kind.TABLE:
            yield from (cell for row in rows(paragraph.text) for cell in row)
        elif paragraph.kind not in (Kind.FOOTNOTE, Kind.OPAQUE):
            yield paragraph.text
