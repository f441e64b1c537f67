"""What became of a proposal that was put into the text in brackets: nobody decides on it a second time, for whoever
settles its bracket does."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.offering import Offer, Wording
from zerodraft.core.negotiation.partial import changes_between
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.negotiation.review import Status
from zerodraft.core.text.bracket import Sort, brackets
from zerodraft.core.text.words import fold

_CAN_BE_MADE = (Outcome.CLEAN, Outcome.LOOK)


class Grounds(NamedTuple):
    """The paragraphs of a proposal as they were read and as they stand; `beside` are those that were put in where it
    puts something in."""

    read: Wording
    now: Wording
    beside: Wording


def after_brackets(amendment: Amendment, offer: Offer, grounds: Grounds, open_changes: int) -> Status:
    """The status of a bracketed proposal on a text.

    Accepted when its words stand there, rejected when none of them does, overtaken when other words do, or only some of
    its own; as long as its paragraphs hold a bracket that they did not hold when it was made, bracketed. `open_changes`
    is how many of its changes were put in brackets.
    """
    if offer.outcome is Outcome.ALREADY_IN:
        return Status.ACCEPTED
    since = {*_disputed((*grounds.now, *grounds.beside))} - {*_disputed(grounds.read)}
    if offer.outcome is not Outcome.CLEAN and since:
        return Status.BRACKETED
    if offer.outcome not in _CAN_BE_MADE:
        return Status.OVERTAKEN
    still_to_make = changes_between(replace(amendment, wording=offer.wording), grounds.now)
    return Status.REJECTED if len(still_to_make) >= open_changes else Status.OVERTAKEN


def _disputed(texts: Sequence[str]) -> Iterator[str]:
    """The brackets around words that are not agreed, as they read."""
    for text in texts:
        if "[" in text:
            yield from (fold(each.span.of(text)) for each in brackets(text).found if each.sort is Sort.DISPUTED)
