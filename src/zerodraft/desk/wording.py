"""Proposed paragraphs put into the source of the text."""

from collections.abc import Callable, Sequence

from zerodraft.core.comparison.dispute import in_brackets
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.splice import Span, Splice


def splices(draft: Draft, tabled: Tabled) -> tuple[Splice, ...]:
    """What accepting the proposal does to the source."""
    parting = "\r\n\r\n" if "\r\n" in draft.source else "\n\n"
    places = range(tabled.first, tabled.last)
    if not places:
        before = draft.paragraphs[tabled.first - 1].span.end
        return (Splice(Span(before, before), "".join(parting + each for each in tabled.wording)),)
    first = draft.paragraphs[places[0]]
    start, end = first.body.start, draft.paragraphs[places[-1]].span.end
    if not tabled.wording:
        rest = draft.source[end:]
        return (Splice(Span(first.span.start, end + len(rest) - len(rest.lstrip("\r\n"))), ""),)
    return (Splice(Span(start, end), parting.join(tabled.wording)),)


def alternatives(draft: Draft, chosen: Sequence[Tabled], name_of: Callable[[str], str]) -> tuple[Splice, ...]:
    """The paragraph with the wordings in brackets."""
    first = chosen[0]
    now = draft.paragraphs[first.first].text
    text = in_brackets(now, first.wording[0], ("", name_of(first.proposal.delegation)))
    return splices(draft, first._replace(wording=(text,)))
