"""Comments at their places in the working text, under the numbers of today."""

from collections.abc import Mapping, Sequence

from zerodraft.core.comparison.anchor import Detached, Place
from zerodraft.core.negotiation.contribution import Comment
from zerodraft.desk.dossier import Placed, Reading


def placed(comments: Sequence[Comment], places: Sequence[Place], reading: Reading) -> Mapping[str, Placed]:
    """By the comments' ids."""
    heads = _heads(reading)
    return {
        comment.id: Placed(comment, place, *_head(heads, place))
        for comment, place in zip(comments, places, strict=True)
    }


def placed_again(before: Mapping[str, Placed], places: Sequence[Place], reading: Reading) -> Mapping[str, Placed]:
    """The same comments where they stand now, in the same order; one that stays is not made anew."""
    heads = _heads(reading)
    found = dict(before)
    for known, place in zip(before.values(), places, strict=True):
        head = _head(heads, place)
        if known.place is not place or known.cite != head[0] or known.area != head[1]:
            found[known.comment.id] = Placed(known.comment, place, *head)
    return found


_Head = tuple[str, int | None]  # the number of a paragraph today, and its focus area


def _heads(reading: Reading) -> list[_Head]:
    areas = [reading.draft.area_of(ordinal) for ordinal in range(len(reading.numbers))]
    return [(number.cite, area.number if area else None) for number, area in zip(reading.numbers, areas, strict=True)]


def _head(heads: Sequence[_Head], place: Place) -> _Head:
    return ("", None) if isinstance(place, Detached) else heads[place.ordinal]
