"""On which proposals a key acts, and why it can't."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from zerodraft.core.comparison.rebase import Outcome
from zerodraft.core.negotiation.alternatives import Choice, alternatives
from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.merging import merged
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.errors import Refusal
from zerodraft.tui.review.competing import Crowd

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier


def subjects(crowd: Crowd, chosen: Tabled | None, marked: Collection[str]) -> tuple[Tabled, ...]:
    """The marked ones, in the order of their numbers; without any the chosen one, then those that would make the very
    same text. Only open ones."""
    if marked:
        return tuple(each for id_, each in crowd.dossier.tabled.items() if id_ in marked and each.is_open)
    if chosen is None or not chosen.is_open:
        return ()
    return (chosen, *crowd.identical(chosen))


def why_not_ruled(found: Sequence[Tabled], verdict: Verdict) -> str:
    """Why these can't be decided so, in a sentence; "" when they can."""
    for each in found:
        number, places = each.proposal.number, (each.first, each.last)
        if verdict in (Verdict.REJECT, Verdict.WITHDRAW, Verdict.OVERTAKEN):
            continue
        if each.outcome is Outcome.DETACHED:
            return f"{number} has no place in the text any more: r rejects it, d says what else became of it."
        if each.outcome is Outcome.COLLISION and verdict in (Verdict.ACCEPT, Verdict.IN_PART):
            return f"{number} collides with words that were decided since: b brackets both, e takes your own words."
        if verdict is Verdict.BRACKET and each.to is not None:
            return f"{number} moves paragraphs, which no bracket can hold: a accepts it, r rejects it."
        if verdict is Verdict.AS_EDITED and places != (found[0].first, found[0].last):
            return f"{found[0].proposal.number} and {number} are not about the same paragraph."
    return ""


def partners(crowd: Crowd, chosen: Tabled) -> tuple[Tabled, ...]:
    """The proposals with which this one could be made one: both are new words for the same paragraph."""
    return tuple(each for each in crowd.others(chosen) if is_mergeable(each) and _same_place(each, chosen))


def is_mergeable(tabled: Tabled) -> bool:
    """Whether it is words, neither a deletion nor a move."""
    return tabled.is_open and tabled.first >= 0 and bool(tabled.wording) and tabled.to is None


def _same_place(one: Tabled, other: Tabled) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def made_one(dossier: "Dossier", found: Sequence[Tabled]) -> tuple[str, ...]:
    """The paragraphs with what all of these want. Where they say different things of the same words, those stand in
    brackets, each with the names of its delegations; where no bracket can hold them, the first one's words stand."""
    first = found[0]
    try:
        one = first
        for each in found[1:]:
            words = merged(dossier.draft, dossier.reading.text_id, one, each).wording
            one = one._replace(wording=words, alone=None, outcome=Outcome.CLEAN)
        return one.wording
    except Refusal:
        choices = [Choice(each.own_wording, tuple(map(dossier.name_of, each.proposal.delegations))) for each in found]
    try:
        return alternatives(dossier.draft, first.first, first.last, choices)
    except Refusal:
        return first.own_wording


def rest_of(tabled: Tabled, taken: Collection[int]) -> tuple[int, ...]:
    """The changes that are not accepted yet and are not among these."""
    return tuple(each.number for each in tabled.changes if each.number not in {*taken, *tabled.standing.changes})


def became_open(before: Mapping[str, Tabled], after: Mapping[str, Tabled]) -> Iterator[str]:
    """The ids of those whose decision was taken back, in the order of their numbers."""
    for id_, each in after.items():
        was = before.get(id_)
        if was is not None and was.standing.decisions != each.standing.decisions and each.is_open:
            yield id_
