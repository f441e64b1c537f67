"""In which order the groups of a merge stand: as in ours, and what theirs moved or inserted where theirs has it."""

from collections.abc import Sequence
from operator import eq

from zerodraft.core.comparison.merge_groups import Group, Groups
from zerodraft.core.comparison.merge_side import Side, Three
from zerodraft.core.comparison.subsequence import heaviest_rising

_BEGINNING = -1
_NONE = range(0)


def in_order(groups: Groups, sides: Three[Side]) -> list[Group]:
    """Every group that stands in the merged text; one that both sides moved, each elsewhere, twice: without the
    paragraphs of the other side."""
    return _Order(groups, sides).lined_up()


class _Order:
    def __init__(self, groups: Groups, sides: Three[Side]) -> None:
        self._all = groups.all
        self._sides = sides
        self._ours = [place for place in groups.ours if self._stands(place)]
        self._theirs = [place for place in groups.theirs if self._stands(place)]
        self._by_ours = self._moved(self._ours, 1)
        self._by_theirs = self._moved(self._theirs, 2)
        self._apart = self._elsewhere(self._by_ours & self._by_theirs)

    def lined_up(self) -> list[Group]:
        """What theirs puts after a group follows what ours inserted there, but for new sections."""
        put = self._put()
        waiting = put.get(_BEGINNING, [])
        found: list[Group] = []
        for place in self._ours:
            group = self._all[place]
            if self._is_put(place) and place not in self._apart:
                continue
            is_first = waiting is put.get(_BEGINNING)
            is_new = not group.base and not group.theirs
            if waiting and not (is_new and (is_first or self._is_heading(waiting[0]) or not self._is_heading(place))):
                found += map(self._as_put, waiting)
                waiting = []
            found.append(group._replace(theirs=_NONE) if place in self._apart else group)
            waiting = put.get(place, waiting)
        return [*found, *map(self._as_put, waiting)]

    def _as_put(self, place: int) -> Group:
        group = self._all[place]
        return group._replace(ours=_NONE) if place in self._apart else group

    def _stands(self, place: int) -> bool:
        """What one side took out stands if the other worded it anew."""
        group = self._all[place]
        if not group.base or (group.ours and group.theirs):
            return True
        base, ours, theirs = (" ".join(side.texts(units)) for side, units in zip(self._sides, group, strict=True))
        return (ours or theirs) not in ("", base)

    def _is_put(self, place: int) -> bool:
        """Whether it comes where theirs has it."""
        group = self._all[place]
        if not group.ours:
            return True
        return place in self._by_theirs and (place not in self._by_ours or place in self._apart)

    def _is_heading(self, place: int) -> bool:
        group, sides = self._all[place], self._sides
        if group.theirs:
            return sides.theirs.is_heading(group.theirs.start)
        return sides.ours.is_heading(group.ours.start)

    def _moved(self, order: Sequence[int], side: int) -> set[int]:
        """The groups that left the order of the base: those off the heaviest spine, as in an alignment."""
        known = [place for place in order if self._all[place].base]
        values = [self._all[place].base.start for place in known]
        if values == sorted(values):
            return set()
        weights = [self._sides[side].size(self._all[place][side]) for place in known]
        return set(known).difference([known[index] for index in heaviest_rising(values, weights)])

    def _elsewhere(self, moved: set[int]) -> set[int]:
        """Of the groups that both sides moved, those that stand neither behind nor before the same neighbour."""
        if not moved:
            return moved
        ours, theirs = self._neighbours(self._ours, moved), self._neighbours(self._theirs, moved)
        return {place for place in moved if not any(map(eq, ours[place], theirs[place]))}

    def _neighbours(self, order: Sequence[int], moved: set[int]) -> dict[int, tuple[int, int]]:
        """Before and after each moved group the next one on this side that both texts have, and not both moved."""
        before, after = self._known_before(order, moved), self._known_before(order[::-1], moved)
        return {place: (before[place], after[place]) for place in moved}

    def _known_before(self, order: Sequence[int], moved: set[int]) -> dict[int, int]:
        found: dict[int, int] = {}
        known = _BEGINNING
        for place in order:
            found[place] = known
            if all(self._all[place]) and place not in moved:
                known = place
        return found

    def _put(self) -> dict[int, list[int]]:
        """What theirs moved and inserted, by the group that it comes after.

        A neighbour that ours moved away takes along only what belongs to it: what stands between it and another that
        was moved, or in a section whose heading was.
        """
        put: dict[int, list[int]] = {}
        near = fixed = section = _BEGINNING
        for index, place in enumerate(self._theirs):
            if self._is_put(place):
                goes_along = near in self._by_ours and (section in self._by_ours or self._next(index) in self._by_ours)
                near = fixed = near if goes_along else fixed
                put.setdefault(near, []).append(place)
            else:
                near = place
                fixed = fixed if place in self._by_ours else place
            section = place if self._is_heading(place) else section
        return put

    def _next(self, index: int) -> int:
        """The next group of theirs that isn't put."""
        return next((place for place in self._theirs[index + 1 :] if not self._is_put(place)), _BEGINNING)
