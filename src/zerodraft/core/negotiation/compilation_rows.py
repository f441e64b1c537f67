"""A compilation in rows, as screens and pages lay it out: inline; each paragraph with its proposals; as a table."""

from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.core.comparison.changes import Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.bracket_marks import Mark, marks, with_marks
from zerodraft.core.negotiation.compilation import Compilation
from zerodraft.core.negotiation.delegation import comparison_key
from zerodraft.core.negotiation.stands import Entry
from zerodraft.core.negotiation.word_stream import words_span
from zerodraft.core.text.position import Stance
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import fold

_FROM, _TO = "\ufdd0", "\ufdd1"
"""No characters of any text."""


class InlineRow(NamedTuple):
    """A paragraph with its brackets: `ordinal` is that of the text, None for one that is proposed, which has its number
    among its words. `before` is the paragraph of the text at which, or before which, it stands. `put_in` are the
    stretches of the words that the text doesn't have."""

    ordinal: int | None
    before: int
    words: str
    put_in: tuple[Span, ...] = ()


class Told(NamedTuple):
    """A proposal by itself: what it changes in the paragraphs as they stand, a line end for the end of a paragraph."""

    entry: Entry
    runs: tuple[Run, ...]


class ParagraphRow(NamedTuple):
    """A paragraph and the proposals on it, on it and those after it, or for what comes after it; `ordinal` is -1 for
    what comes before the first paragraph."""

    ordinal: int
    told: tuple[Told, ...]


class Said(NamedTuple):
    """What one delegation says of one proposal; its own it proposes."""

    told: Told
    stance: Stance


class TableRow(NamedTuple):
    """What each delegation says of the proposals on one paragraph, in the order of the columns."""

    ordinal: int
    cells: tuple[tuple[Said, ...], ...]


class Table(NamedTuple):
    """Paragraphs by delegations; `delegations` are codes, by the names under which they are printed."""

    delegations: tuple[str, ...]
    rows: tuple[TableRow, ...]


def inline_rows(compilation: Compilation, *, attributed: bool = True) -> Iterator[InlineRow]:
    """All paragraphs in the order of the compilation."""
    draft = compilation.text.draft
    plates = compilation.text.plates if attributed else None
    put_in = list(marks(draft.source, compilation.open_words, plates))
    done = 0
    for paragraph in draft.paragraphs:
        here: list[Mark] = []
        while done < len(put_in) and put_in[done].place <= paragraph.span.end:
            here.append(put_in[done])
            done += 1
        before = [each for each in here if _is_paragraph(each) and each.place <= paragraph.span.start]
        yield from _proposed(before, paragraph.ordinal)
        words, added = _words(compilation, paragraph.ordinal, here)
        yield InlineRow(paragraph.ordinal, paragraph.ordinal, words, added)
        yield from _proposed(here[len(before) :], paragraph.ordinal + 1)
    yield from _proposed(put_in[done:], len(draft.paragraphs))


def _is_paragraph(mark: Mark) -> bool:
    return "\n" in mark.text


def _words(compilation: Compilation, ordinal: int, here: list[Mark]) -> tuple[str, tuple[Span, ...]]:
    draft = compilation.text.draft
    inside = [each for each in here if not _is_paragraph(each)]
    if not inside:
        return draft.paragraphs[ordinal].text, ()
    span = words_span(draft, ordinal)
    words = fold(with_marks(draft.source, span, inside))
    between = (each._replace(text=f"{_FROM}{each.text}{_TO}") for each in inside)
    return words, tuple(_put_in(words, with_marks(draft.source, span, between)))


def _put_in(words: str, marked: str) -> Iterator[Span]:
    """The stretches of `words` that stand between the signs in `marked`, where white space is not folded."""
    at = start = 0
    for char in marked:
        if char == _FROM:
            start = at
        elif char == _TO:
            yield Span(start, at)
        elif at < len(words) and (char == words[at] or (char.isspace() and words[at] == " ")):
            at += 1


def _proposed(put_in: list[Mark], before: int) -> Iterator[InlineRow]:
    for each in put_in:
        if _is_paragraph(each):
            lines = filter(None, (line.strip() for line in each.text.splitlines()))
            yield from (InlineRow(None, before, line, (Span(0, len(line)),)) for line in lines)


def paragraph_rows(compilation: Compilation) -> Iterator[ParagraphRow]:
    """All paragraphs, each with its proposals in their order."""
    told: dict[int, list[Told]] = {}
    for each in compilation.entries:
        amendment = each.amendment
        is_new = amendment.first == amendment.last
        told.setdefault(amendment.first - is_new, []).append(_told(compilation, each))
    if -1 in told:
        yield ParagraphRow(-1, tuple(told[-1]))
    for ordinal in range(len(compilation.text.draft.paragraphs)):
        yield ParagraphRow(ordinal, tuple(told.get(ordinal, ())))


def _told(compilation: Compilation, entry: Entry) -> Told:
    amendment = entry.amendment
    standing = compilation.text.texts(amendment.first, amendment.last)
    return Told(entry, redline("\n".join(standing), "\n".join(amendment.wording)))


def table(compilation: Compilation) -> Table:
    """The paragraphs on which there are proposals, by those who make them or speak of them."""
    plates = compilation.text.plates
    rows = [each for each in paragraph_rows(compilation) if each.told]
    said = {row.ordinal: [each for told in row.told for each in _said(told)] for row in rows}
    codes = {code for some in said.values() for code, _ in some}
    columns = tuple(sorted(codes, key=lambda code: (comparison_key(plates.name(code)), code)))
    return Table(
        columns,
        tuple(
            TableRow(ordinal, tuple(tuple(each for who, each in some if who == code) for code in columns))
            for ordinal, some in said.items()
        ),
    )


def _said(told: Told) -> Iterator[tuple[str, Said]]:
    proposing = told.entry.tabled.proposal.delegations
    yield from ((code, Said(told, Stance.PROPOSE)) for code in proposing)
    heard = dict.fromkeys((voice.said_by, Stance(voice.stand)) for voice in told.entry.voices)
    yield from ((code, Said(told, stance)) for code, stance in heard if code not in proposing)
