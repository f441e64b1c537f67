"""Where the cursor goes next: the block after or before one, among some."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def after(places: Sequence[int], place: int) -> int | None:
    """The first of the places, which rise, after `place`."""
    found = bisect_right(places, place)
    return places[found] if found < len(places) else None


def before(places: Sequence[int], place: int) -> int | None:
    """The last of the places, which rise, before `place`."""
    found = bisect_left(places, place)
    return places[found - 1] if found else None
