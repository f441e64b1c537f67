"""The gate before a clean final: no words in dispute, nothing that the house only told itself, no number astray."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zerodraft.core.gate.country_names import country_names
from zerodraft.core.gate.findings import Barrier
from zerodraft.core.gate.house_notes import house_notes
from zerodraft.core.gate.manual.reading import by_the_manual
from zerodraft.core.gate.numbers import numbers_run_through
from zerodraft.core.gate.references import references
from zerodraft.core.negotiation.agreed import Agreed
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.splice import Span

_NOWHERE = Span(0, 0)
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Final:
    """A text that is to leave for good, and what was agreed and proposed on it. `proposals` are the open ones, `own`
    the workspace's own list of delegations."""

    draft: Draft
    numbers: tuple[Number, ...]
    language: str
    agreed: Sequence[Agreed]
    proposals: Sequence[Tabled]
    own: Delegations


def barriers(final: Final) -> Iterator[Barrier]:
    """All that the checks find, in no order."""
    notes = list(house_notes(final.draft))
    yield from notes
    yield from _brackets(final.draft, [each.span for each in notes])
    yield from _proposals(final)
    yield from _agreed(final)
    yield from numbers_run_through(final.draft, final.numbers)
    yield from references(final.draft, final.numbers)
    yield from country_names(final.draft, final.language, final.own)
    yield from by_the_manual(final.draft, final.language)


def _brackets(draft: Draft, notes: Sequence[Span]) -> Iterator[Barrier]:
    """Outermost ones, the first of stacked ones; a note in brackets is told as a note."""
    starts = [paragraph.span.start for paragraph in draft.paragraphs]
    for each in brackets(draft.source, (paragraph.span for paragraph in draft.paragraphs)).found:
        is_told = any(note.start <= each.span.start < note.end for note in notes)
        if each.depth == 1 and not each.stacked and not is_told:
            yield _bracket(draft.source, each, _before(starts, each.span.start))


def _before(starts: Sequence[int], place: int) -> int:
    from bisect import bisect_right

    return max(0, bisect_right(starts, place) - 1)


def _bracket(source: str, bracket: Bracket, ordinal: int) -> Barrier:
    if bracket.sort is Sort.AGREED:
        sentence, way = "The mark of an agreement ad referendum stands here.", "It goes when the text leaves as final."
        return Barrier("agreed-mark", sentence, way, ordinal, bracket.span, stops=False)
    words = " ".join(bracket.span.of(source).split())
    shown = words if len(words) <= _LONGEST_SHOWN else f"{words[:_LONGEST_SHOWN]}…"
    sentence = f"These words are not agreed: {shown}"
    return Barrier("open-bracket", sentence, "zerodraft resolve {slug} {cite}", ordinal, bracket.span)


def _proposals(final: Final) -> Iterator[Barrier]:
    for each in final.proposals:
        number = each.proposal.number
        ordinal = min(each.first, len(final.draft.paragraphs) - 1) if each.first >= 0 else None
        span = _NOWHERE if ordinal is None else final.draft.paragraphs[ordinal].span
        sentence = f"The proposal {number} is open."
        way = f"zerodraft accept, reject, withdraw or overtaken: zerodraft proposals {{slug}} {number}"
        yield Barrier("open-proposal", sentence, way, ordinal, span)


def _agreed(final: Final) -> Iterator[Barrier]:
    for each in final.agreed:
        if not each.stands:
            cite = each.decision.paragraph
            span = _NOWHERE if each.ordinal is None else final.draft.paragraphs[each.ordinal].span
            reads = "it is gone" if each.ordinal is None else "it reads otherwise now"
            sentence = f"Paragraph {cite} was agreed ad referendum, and {reads}."
            way = f"Put its words back, or record it: zerodraft reopen {{slug}} {cite} --why REASON"
            yield Barrier("agreed-wording", sentence, way, each.ordinal, span)
