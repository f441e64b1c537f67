"""Whose words a hand worked on: its proposal can only be read together with theirs.

Certain where a change lies over another's, or in the middle of words that another put in. And where what was put in
would read otherwise without them: in another paragraph, or as a word that nobody wrote, as “2027” put beside “by”
that another had put before “2030” is no “2027by”.
"""

from collections.abc import Iterator, Mapping, Sequence

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.signs import Hands, Passage, Sign


def foundations(passage: Passage, order: Sequence[int]) -> Mapping[int, Hands]:
    """For each hand of a passage, the older first, the hands without whose changes its own can't be read. Linear in
    the signs, for each hand."""
    found: dict[int, Hands] = {}
    for hand in order:
        below: set[int] = set()
        if found:
            below = {each for each in _Surroundings(passage, hand).hands() if each in found}
        found[hand] = frozenset(below).union(*(found[each] for each in below))
    return found


def _putter(sign: Sign) -> int | None:
    """Who put a sign in; None for one of the version."""
    return sign.changes[0].hand if sign.changes and sign.changes[0].op is Op.INSERTED else None


class _Surroundings:
    """What stands around the changes of one hand, seen without those of any other."""

    def __init__(self, passage: Passage, hand: int) -> None:
        self._passage = passage
        self._hand = hand
        alone = frozenset((hand,))
        self._stands = [sign.is_seen(alone) for sign in passage]
        self._after = _next(self._stands)
        self._before = _last(self._stands)
        parts = [sign.is_mark and _putter(sign) not in (None, hand) for sign in passage]
        self._parted_after = _next(parts)
        self._parted_before = _last(parts)

    def hands(self) -> Iterator[int]:
        """The hands below, some more than once, and younger ones too."""
        own = [at for at, sign in enumerate(self._passage) if any(each.hand == self._hand for each in sign.changes)]
        others = _next([not self._is_own(sign) for sign in self._passage])
        for at in own:
            changes = self._passage[at].changes
            depth = next(place for place, change in enumerate(changes) if change.hand == self._hand)
            yield from (change.hand for change in changes[:depth] if change.op is Op.INSERTED)
            if self._passage[at].is_mark and changes[depth].op is Op.DELETED:
                yield from self._put_in_at(others[at + 1])
        for start, end in self._runs(own):
            yield from self._around(start, end)
            yield from self._parted(start, end)
            yield from self._glued(start, self._before[start], start - 1)
            yield from self._glued(end - 1, self._after[end], end)

    def _is_own(self, sign: Sign) -> bool:
        return bool(sign.changes) and all(change.hand == self._hand for change in sign.changes)

    def _runs(self, own: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Signs beside each other that the hand put in on the bare text: half-open."""
        put_in = [at for at in own if _putter(self._passage[at]) == self._hand]
        start = 0
        for at, place in enumerate(put_in):
            if at + 1 == len(put_in) or put_in[at + 1] != place + 1:
                yield put_in[start], place + 1
                start = at + 1

    def _put_in_at(self, at: int) -> Iterator[int]:
        """Who put in the sign at a place, if it is one."""
        putter = _putter(self._passage[at]) if 0 <= at < len(self._passage) else None
        if putter is not None:
            yield putter

    def _around(self, start: int, end: int) -> Iterator[int]:
        """Who put in the words on both sides."""
        if start and end < len(self._passage):
            before, after = _putter(self._passage[start - 1]), _putter(self._passage[end])
            if before is not None and before == after:
                yield before

    def _parted(self, start: int, end: int) -> Iterator[int]:
        """Who made the paragraph in which the words stand."""
        if self._parted_after[end] < self._after[end]:
            yield from self._put_in_at(self._parted_after[end])
        if self._parted_before[start] > self._before[start]:
            yield from self._put_in_at(self._parted_before[start])

    def _glued(self, at: int, neighbour: int, beside: int) -> Iterator[int]:
        """Whose sign, `beside`, keeps what was put in apart from the next that stands without it."""
        if neighbour == beside or not 0 <= neighbour < len(self._passage):
            return
        one, other, between = (self._passage[place].raw for place in (at, neighbour, beside))
        is_space = not between.strip() and one.strip() and other.strip() and abs(neighbour - at) == 2
        if is_space or (one.isalnum() and other.isalnum()):
            yield from (change.hand for change in self._passage[beside].changes if change.hand != self._hand)


def _next(marks: Sequence[bool]) -> list[int]:
    """For each place, and the end, the next one that is marked, itself among them; the end for none."""
    found = [len(marks)] * (len(marks) + 1)
    for at in range(len(marks) - 1, -1, -1):
        found[at] = at if marks[at] else found[at + 1]
    return found


def _last(marks: Sequence[bool]) -> list[int]:
    """For each place, and the end, the last one before it that is marked; -1 for none."""
    found = [-1] * (len(marks) + 1)
    for at, is_marked in enumerate(marks):
        found[at + 1] = at if is_marked else found[at]
    return found
