"""The gate before a clean final: no words in dispute, nothing that the house only told itself, no number astray."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zerodraft.core.negotiation.agreed import Agreed
from zerodraft.core.negotiation.at_the_gate import Barrier
from zerodraft.core.negotiation.delegation import Delegations
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.numbering import Number
from zerodraft.core.text.splice import Span

_NOWHERE = Span(0, 0)


@dataclass(frozen=True, slots=True)
class Final:
    """A text that is to leave for good, and what was agreed and proposed on it. `proposals` are the open ones."""

    draft: Draft
    numbers: tuple[Number, ...]
    language: str
    agreed: Sequence[Agreed]
    proposals: Sequence[Tabled]
    delegations: Delegations


def barriers(final: Final) -> Iterator[Barrier]:
    """All that the checks find, in no order."""
    yield from _brackets(final.draft)
    yield from _proposals(final)
    yield from _agreed(final)


def _brackets(draft: Draft) -> Iterator[Barrier]:
    for paragraph in draft.paragraphs:
        for each in brackets(draft.source, [paragraph.span]).found:
            if each.depth == 1:
                yield _bracket(each, paragraph.ordinal)


def _bracket(bracket: Bracket, ordinal: int) -> Barrier:
    if bracket.sort is Sort.AGREED:
        sentence, way = (
            "The mark of an agreement ad referendum stands here.",
            "Take it out: zerodraft edit {slug} {cite}",
        )
        return Barrier("agreed-mark", sentence, way, ordinal, bracket.span)
    return Barrier(
        "open-bracket", "These words are in brackets.", "zerodraft resolve {slug} {cite}", ordinal, bracket.span
    )


def _proposals(final: Final) -> Iterator[Barrier]:
    for each in final.proposals:
        proposal = each.proposal
        ordinal = each.first if 0 <= each.first < len(final.draft.paragraphs) else None
        span = _NOWHERE if ordinal is None else final.draft.paragraphs[ordinal].span
        sentence = f"{proposal.number} is open."
        yield Barrier("open-proposal", sentence, f"zerodraft proposals {{slug}} {proposal.number}", ordinal, span)


def _agreed(final: Final) -> Iterator[Barrier]:
    for each in final.agreed:
        if not each.stands:
            cite = each.decision.paragraph
            span = _NOWHERE if each.ordinal is None else final.draft.paragraphs[each.ordinal].span
            sentence = f"Paragraph {cite} is agreed ad referendum, and its words don't stand as agreed."
            way = f"Put them back, or record it: zerodraft reopen {{slug}} {cite} --why REASON"
            yield Barrier("agreed-wording", sentence, way, each.ordinal, span)
