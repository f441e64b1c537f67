"""What becomes of whole paragraphs when some changes are accepted: kept or reworded, split, joined, put in, taken out.

Which paragraph is which follows from the signs themselves: those that a reading shares with the version.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from zerodraft.intake.signs import NOBODY, NOWHERE, Hands, Line, Passage, lines, says_something, shown


class Deed(NamedTuple):
    """Paragraphs of the version, rising, and the lines that stand in their place; without the one an insertion, without
    the other a deletion. `places` are those of all signs that belong to it and to no other deed; `place` is the ordinal
    before which an insertion goes, else that of its first paragraph."""

    ordinals: tuple[int, ...]
    lines: tuple[Line, ...]
    places: frozenset[int]
    place: int

    @property
    def is_one_sided(self) -> bool:
        return not (self.ordinals and self.lines)


def deeds(passage: Passage, accepted: Hands, place: int) -> tuple[Deed, ...]:
    """Every paragraph of the version and every line with words of a reading, each in one deed, in the order of the
    signs. `place` is where a line goes that stands beside no paragraph of the version."""
    old = [line for line in lines(passage, NOBODY) if ordinal_of(passage, line) != NOWHERE]
    new = [line for line in lines(passage, accepted) if says_something(passage, line)]
    links = _Links(passage, old, new)
    found = sorted([*links.groups(), *links.gone()], key=lambda group: _start(old, new, group))
    sides = [([old[at] for at in olds], [new[at] for at in news]) for olds, news in found]
    owned = _owned(passage, sides)
    made = [_deed(passage, *lines, frozenset(places)) for lines, places in zip(sides, owned, strict=True)]
    return tuple(_placed(made, place))


def ordinal_of(passage: Passage, line: Line) -> int:
    """The paragraph of the version that a line of the version's own reading is; `NOWHERE` for an empty line."""
    return next((passage[at].ordinal for at in line.every if passage[at].ordinal != NOWHERE), NOWHERE)


Group = tuple[list[int], list[int]]


class _Links:
    """Which lines of two readings share signs."""

    def __init__(self, passage: Passage, old: Sequence[Line], new: Sequence[Line]) -> None:
        owner = {place: at for at, line in enumerate(old) for place in line.places}
        self._to_old: list[set[int]] = []
        for line in new:
            self._to_old.append({owner[at] for at in line.places if at in owner and passage[at].letter.shown.strip()})
        taken = {at for shared in self._to_old for at in shared}
        marks = {line.mark: at for at, line in enumerate(old) if at not in taken and line.mark != NOWHERE}
        for shared, line in zip(self._to_old, new, strict=True):
            if line.mark in marks:
                shared.add(marks.pop(line.mark))
        self._old, self._new = old, new

    def groups(self) -> Iterator[Group]:
        """Lines that belong together, by their numbers: neighbours, as no sign stands before one that it follows. New
        lines between two that come from one paragraph belong to it, and those after words that it had first."""
        olds: list[int] = []
        news: list[int] = []
        between: list[int] = []
        for at, shared in enumerate(self._to_old):
            if not shared:
                between.append(at)
                continue
            if news and min(shared) > olds[-1]:
                yield olds, news
                olds, news = [], []
            inside = between if news else [new for new in between if self._begins_in(new, min(shared))]
            yield from (([], [new]) for new in between if new not in inside)
            news += inside
            between = []
            olds += range(max(min(shared), olds[-1] + 1 if olds else 0), max(shared) + 1)
            news.append(at)
        if news:
            yield olds, news
        yield from (([], [new]) for new in between)

    def _begins_in(self, new: int, old: int) -> bool:
        return self._new[new].span.start > self._old[old].span.start

    def gone(self) -> Iterator[Group]:
        """Paragraphs of which nothing is left, but for those between two that were joined."""
        kept = {at for olds, _ in self.groups() for at in olds}
        yield from (([at], []) for at in range(len(self._old)) if at not in kept)


def _start(old: Sequence[Line], new: Sequence[Line], group: Group) -> int:
    return min([old[at].span.start for at in group[0]] + [new[at].span.start for at in group[1]])


Side = tuple[Sequence[Line], Sequence[Line]]


def _owned(passage: Passage, sides: Sequence[Side]) -> list[list[int]]:
    """The places of each deed: those of its new lines, then of its old ones, then what no reading shows in a new line,
    then all between them."""
    owner = [NOWHERE] * len(passage)

    def own(number: int, places: Iterable[int]) -> None:
        for place in places:
            if owner[place] == NOWHERE:
                owner[place] = number

    for choice in (1, 0):
        for number, side in enumerate(sides):
            for line in side[choice]:
                own(number, line.every)
    for number, (_, new) in enumerate(sides):
        for line in new:
            own(number, (*_before(passage, owner, line), *line.span))
    for number, side in enumerate(sides):
        spans = [line.span for line in (*side[0], *side[1])]
        own(number, range(min(each.start for each in spans), max(each.stop for each in spans)))
    found: list[list[int]] = [[] for _ in sides]
    for place, number in enumerate(owner):
        if number != NOWHERE:
            found[number].append(place)
    return found


def _before(passage: Passage, owner: Sequence[int], line: Line) -> range:
    """What no reading shows at the beginning of a line: words of another that were taken out there."""
    start = line.span.start
    while start and owner[start - 1] == NOWHERE and not passage[start - 1].is_mark:
        start -= 1
    return range(start, line.span.start)


def _deed(passage: Passage, old: Sequence[Line], new: Sequence[Line], places: frozenset[int]) -> Deed:
    ordinals = tuple(ordinal_of(passage, line) for line in old)
    return Deed(ordinals, tuple(new), places, ordinals[0] if ordinals else NOWHERE)


def _placed(made: Sequence[Deed], place: int) -> Iterator[Deed]:
    """Insertions before the paragraph that follows them in the passage, else behind the one that they follow."""
    following = [NOWHERE] * (len(made) + 1)
    for at in range(len(made) - 1, -1, -1):
        following[at] = made[at].place if made[at].ordinals else following[at + 1]
    last = place
    for at, deed in enumerate(made):
        if deed.ordinals:
            last = deed.ordinals[-1] + 1
            yield deed
        else:
            yield deed._replace(place=following[at] if following[at] != NOWHERE else last)


def is_kept(passage: Passage, deed: Deed, text: str) -> bool:
    """Whether a paragraph reads as in the version, `text`, when the words alone count."""
    return len(deed.ordinals) == len(deed.lines) == 1 and shown(passage, deed.lines[0]) == text
