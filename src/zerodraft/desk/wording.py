"""Proposed paragraphs put into the source of the text."""

from collections.abc import Callable, Sequence

from zerodraft.core.comparison.dispute import in_brackets
from zerodraft.core.negotiation.putting_in import splices
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft
from zerodraft.core.text.splice import Splice


def alternatives(draft: Draft, chosen: Sequence[Tabled], name_of: Callable[[str], str]) -> tuple[Splice, ...]:
    """The paragraph with the wordings in brackets."""
    first = chosen[0]
    now = draft.paragraphs[first.first].text
    text = in_brackets(now, first.wording[0], ("", name_of(first.proposal.delegation)))
    return splices(draft, first._replace(wording=(text,)))
