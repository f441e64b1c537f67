"""Two proposals in one: what both change, where neither stands in the way of the other."""

from zerodraft.core.negotiation.collisions import Relation, relation
from zerodraft.core.negotiation.offering import Ground, Wording
from zerodraft.core.negotiation.proposal import Amendment
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.core.text.draft import Draft
from zerodraft.errors import Refusal


def merged(draft: Draft, text_id: str, one: Tabled, other: Tabled) -> Amendment:
    """One amendment of the text as it stands (`draft`, called `text_id`) that does what two proposals do.

    The order matters only for new paragraphs at one place: the first one's come first. Raises `Refusal` where the two
    contradict each other, or are about different paragraphs.
    """
    found = relation(draft, one, other)
    if found is None:
        raise Refusal(f"{_both(one, other)} are about different words.", "Accept each by itself.")
    if found is Relation.CONTRADICTORY:
        raise Refusal(f"{_both(one, other)} contradict each other.", "Accept one of them, or put both into brackets.")
    if found in (Relation.IDENTICAL, Relation.CONTAINS):
        return Amendment(text_id, one.first, one.last, one.own_wording, one.to)
    if found is Relation.CONTAINED:
        return Amendment(text_id, other.first, other.last, other.own_wording, other.to)
    if one.first == one.last and other.first == other.last:
        return Amendment(text_id, one.first, one.last, one.own_wording + other.own_wording)
    return _complementary(draft, text_id, one, other)


def _complementary(draft: Draft, text_id: str, one: Tabled, other: Tabled) -> Amendment:
    first, last = min(one.first, other.first), max(one.last, other.last)
    base, mine, its = (_texts(draft, first, last), _within(draft, first, last, one), _within(draft, first, last, other))
    wording = Ground(base, mine).reworded(its).wording
    return Amendment(text_id, first, last, wording, one.to if one.to is not None else other.to)


def _within(draft: Draft, first: int, last: int, each: Tabled) -> Wording:
    return (*_texts(draft, first, each.first), *each.own_wording, *_texts(draft, each.last, last))


def _texts(draft: Draft, first: int, last: int) -> Wording:
    return tuple([paragraph.text for paragraph in draft.paragraphs[first:last]])


def _both(one: Tabled, other: Tabled) -> str:
    return " and ".join(each.proposal.number or each.proposal.id for each in (one, other))
