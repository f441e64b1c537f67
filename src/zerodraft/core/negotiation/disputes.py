"""What stands in brackets: the disputes of a text, and the paragraphs that are marked as agreed."""

from bisect import bisect_right
from typing import NamedTuple

from zerodraft.core.text.bracket import Bracket, Sort, brackets
from zerodraft.core.text.draft import Draft


class Dispute(NamedTuple):
    """Words that are not agreed: `[shall][should]` is one dispute, and so is a bracket with others inside of it.

    It goes from paragraph `first` to `last`, that one included. `names` are those of delegations as they are written
    in it, in order, each once.
    """

    bracket: Bracket
    first: int
    last: int
    names: tuple[str, ...]


class Marks(NamedTuple):
    """What the brackets of a text say: the disputes in order, and the ordinals of paragraphs marked as agreed."""

    disputes: tuple[Dispute, ...]
    agreed: frozenset[int]


def marks(draft: Draft) -> Marks:
    """Read the brackets of a text."""
    starts = [paragraph.span.start for paragraph in draft.paragraphs]
    found: list[Dispute] = []
    agreed: set[int] = set()
    for bracket in brackets(draft.source, (paragraph.span for paragraph in draft.paragraphs)).found:
        first, last = (bisect_right(starts, place) - 1 for place in (bracket.span.start, bracket.span.end - 1))
        if bracket.sort is Sort.AGREED:
            agreed.add(first)
        elif bracket.depth == 1 and not bracket.stacked:
            found.append(Dispute(bracket, first, last, _names(bracket)))
        elif found:  # `[agreed][shall]` is stacked on no dispute
            before = found[-1]
            names = tuple(dict.fromkeys((*before.names, *_names(bracket))))
            found[-1] = before._replace(last=max(before.last, last), names=names)
    return Marks(tuple(found), frozenset(agreed))


def _names(bracket: Bracket) -> tuple[str, ...]:
    positions = (position for alternative in bracket.alternatives for position in alternative.positions)
    return tuple(dict.fromkeys(position.name for position in positions))
