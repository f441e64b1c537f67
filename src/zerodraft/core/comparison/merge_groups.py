"""Which units of three texts belong together, by the alignment of the base with either side.

A group is a stretch of each text: one paragraph, the pieces of one that was split, the ones that were joined, or
nothing in a text that doesn't have it.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from zerodraft.core.comparison.alignment import align
from zerodraft.core.comparison.changes import Pair
from zerodraft.core.comparison.matching import UNMATCHED, class_of
from zerodraft.core.comparison.merge_side import Side, Three

Group = Three[range]
_NONE = range(0)
_Place = tuple[str, int, str, str]


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups, those with paragraphs of the base first and in its order; and, by their place in `all`, those
    that each side has, in its own order."""

    all: tuple[Group, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


def grouped(sides: Three[Side]) -> Groups:
    """Every unit of every text in one group."""
    ours, theirs = _Mates(sides.base, sides.ours), _Mates(sides.base, sides.theirs)
    found = list(_with_base(len(sides.base.units), ours, theirs))
    homes = Three([UNMATCHED], [UNMATCHED] * len(sides.ours.units), [UNMATCHED] * len(sides.theirs.units))
    for place, group in enumerate(found):
        _settle(homes, place, group)
    for group in list(_new(sides, homes)):
        found.append(group)
        _settle(homes, len(found) - 1, group)
    return Groups(tuple(found), _in_order(homes.ours), _in_order(homes.theirs))


def _settle(homes: Three[list[int]], place: int, group: Group) -> None:
    for home, units in zip(homes[1:], group[1:], strict=True):
        for unit in units:
            home[unit] = place


def _in_order(homes: Iterable[int]) -> tuple[int, ...]:
    return tuple(home for home, _ in groupby(homes))


class _Mates:
    """Which units of one side came from each of the base. Of a split paragraph the longest piece is the mate, of
    joined ones the longest of them; what hangs on beside them counts where it stands together."""

    def __init__(self, base: Side, side: Side) -> None:
        pairs = align(base.draft, side.draft)
        self.mate: dict[int, int] = {}
        self.all: dict[int, tuple[int, ...]] = {}
        self.several: list[Pair] = []
        for pair in pairs:
            if len(pair.old) + len(pair.new) > 2:
                self.several.append(pair)
            if pair.old and pair.new:
                self.mate[_longest(base, pair.old)] = _longest(side, pair.new)
                self.all.update(dict.fromkeys(pair.old, pair.new))

    def from_any(self, base: Iterable[int]) -> set[int]:
        return {new for old in base for new in self.all.get(old, ())}

    def of(self, base: int) -> range:
        mate = self.mate.get(base)
        return _NONE if mate is None else range(mate, mate + 1)


def _longest(side: Side, units: Sequence[int]) -> int:
    return max(units, key=lambda unit: len(side.units[unit].text)) if len(units) > 1 else units[0]


def _with_base(size: int, ours: _Mates, theirs: _Mates) -> Iterator[Group]:
    bundles = _bundles(chain(ours.several, theirs.several), ours, theirs)
    for unit in range(size):
        bundle = bundles.get(unit)
        if bundle is None:
            yield Three(range(unit, unit + 1), ours.of(unit), theirs.of(unit))
        elif bundle.base.start == unit:
            yield bundle


def _bundles(several: Iterable[Pair], ours: _Mates, theirs: _Mates) -> dict[int, Group]:
    """Paragraphs of the base that hang together with others or were split, if all of it stands together everywhere."""
    hanging: dict[int, frozenset[int]] = {}
    for pair in several:
        together = frozenset(pair.old).union(*(hanging.get(old, ()) for old in pair.old))
        hanging.update(dict.fromkeys(together, together))
    bundles: dict[int, Group] = {}
    for together in dict.fromkeys(hanging.values()):
        stretches = _stretch(together), _stretch(ours.from_any(together)), _stretch(theirs.from_any(together))
        if all(stretches):
            bundles.update(dict.fromkeys(together, Three(*(range(*each) for each in stretches if each))))
    return bundles


def _stretch(units: Collection[int]) -> tuple[int, int] | None:
    """From where to where some units stand, if no other stands between them."""
    first, last = min(units, default=0), max(units, default=-1)
    return (first, last + 1) if last + 1 - first == len(units) else None


# --- what is new -------------------------------------------------------------------------------------


def _new(sides: Three[Side], homes: Three[list[int]]) -> Iterator[Group]:
    """What was inserted: the same words in the same place by both sides once, the rest by each of them."""
    ours, theirs = _inserted(sides.ours, homes.ours), _inserted(sides.theirs, homes.theirs)
    waiting: dict[_Place, list[int]] = {}
    for unit, places in ours.items():
        for place in places:
            waiting.setdefault(place, []).append(unit)
    left = set(ours)
    for unit, places in theirs.items():
        same = next((each for place in places for each in waiting.get(place, ()) if each in left), None)
        if same is None:
            yield Three(_NONE, _NONE, range(unit, unit + 1))
        else:
            left.remove(same)
            yield Three(_NONE, range(same, same + 1), range(unit, unit + 1))
    yield from (Three(_NONE, range(unit, unit + 1), _NONE) for unit in sorted(left))


def _inserted(side: Side, homes: Sequence[int]) -> dict[int, tuple[_Place, _Place]]:
    """The units of no group, each with its words after one group of the base, and before another."""
    known = [unit for unit, home in enumerate(homes) if home != UNMATCHED]
    found: dict[int, tuple[_Place, _Place]] = {}
    for unit in [unit for unit, home in enumerate(homes) if home == UNMATCHED]:
        place = bisect_left(known, unit)
        before = homes[known[place - 1]] if place else UNMATCHED
        after = homes[known[place]] if place < len(known) else UNMATCHED
        words = class_of(side.units[unit]), side.units[unit].text
        found[unit] = ("after", before, *words), ("before", after, *words)
    return found
