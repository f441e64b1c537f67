"""The numbers of footnotes: counted as they are cited. A note that nobody cites bears none."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.inline import read_inline
from zerodraft.core.text.table import rows


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
    done: set[int] = set()
    while (note := next((each for each in (*numbers, *texts) if each not in done), None)) is not None:
        done.add(note)
        if note not in numbers:
            in_text = in_text if aside else len(numbers)
            aside.append(note)
        cite(texts[note])
    cited = {label: numbers[note] for label, note in known.items() if note in numbers}
    return NoteNumbers(numbers, cited, tuple(each for each in aside if each not in numbers), in_text)


def _texts(draft: Draft) -> Iterator[str]:
    """Those of the body that may cite a note, cell by cell."""
    for paragraph in draft.paragraphs:
        if paragraph.kind is Kind.TABLE:
            yield from (cell for row in rows(paragraph.text) for cell in row)
        elif paragraph.kind not in (Kind.FOOTNOTE, Kind.OPAQUE):
            yield paragraph.text
