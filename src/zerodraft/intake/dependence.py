"""Whose words a hand worked on: its proposal can only be read together with theirs.

Certain where a change lies over another's, or in the middle of words that another put in. And where words would read
as one that nobody wrote: “2027” put beside “by” that another had put before “2030” is no “2027by”.
"""

from collections.abc import Iterator, Mapping

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.signs import Hands, Passage, Sign


def foundations(passage: Passage, order: tuple[int, ...]) -> Mapping[int, Hands]:
    """For each hand of a passage, the older first, the hands without whose changes its own can't be read."""
    found: dict[int, Hands] = {}
    for hand in order:
        below = {each for each in _below(passage, hand) if each in found and each != hand}
        found[hand] = frozenset(below).union(*(found[each] for each in below))
    return found


def _below(passage: Passage, hand: int) -> Iterator[int]:
    own = [at for at, sign in enumerate(passage) if any(change.hand == hand for change in sign.changes)]
    for at in own:
        changes = passage[at].changes
        depth = next(place for place, change in enumerate(changes) if change.hand == hand)
        yield from (change.hand for change in changes[:depth] if change.op is Op.INSERTED)
        if passage[at].is_mark and changes[depth].op is Op.DELETED:
            yield from _joined_to(passage, at, hand)
    for start, end in _runs(passage, own, hand):
        yield from _around(passage, start, end)
        yield from _beside_a_new_mark(passage, start, end)
        yield from _glued(passage, start, hand, step=-1)
        yield from _glued(passage, end - 1, hand, step=1)


def _runs(passage: Passage, own: list[int], hand: int) -> Iterator[tuple[int, int]]:
    """Signs beside each other that a hand put in on the bare text: half-open."""
    put_in = [at for at in own if passage[at].changes[0].hand == hand and passage[at].changes[0].op is Op.INSERTED]
    start = 0
    for at, place in enumerate(put_in):
        if at + 1 == len(put_in) or put_in[at + 1] != place + 1:
            yield put_in[start], place + 1
            start = at + 1


def _around(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Who put in the words on both sides."""
    if start and end < len(passage):
        before, after = passage[start - 1].changes, passage[end].changes
        if before and after and before[0] == after[0] and before[0].op is Op.INSERTED:
            yield before[0].hand


def _beside_a_new_mark(passage: Passage, start: int, end: int) -> Iterator[int]:
    """Who parted the paragraph just where something was put in."""
    for at in (start - 1, end):
        if 0 <= at < len(passage) and passage[at].is_mark and passage[at].changes:
            first = passage[at].changes[0]
            yield from (first.hand,) if first.op is Op.INSERTED else ()


def _joined_to(passage: Passage, place: int, hand: int) -> Iterator[int]:
    """Who put in the words to which a paragraph is joined."""
    following = next((sign for sign in passage[place + 1 :] if not _is_own(sign, hand)), None)
    if following and following.changes and following.changes[0].op is Op.INSERTED:
        yield following.changes[0].hand


def _is_own(sign: Sign, hand: int) -> bool:
    return bool(sign.changes) and all(change.hand == hand for change in sign.changes)


def _glued(passage: Passage, place: int, hand: int, *, step: int) -> Iterator[int]:
    """Whose signs keep what was put in apart from the next word that is there without them."""
    alone = frozenset((hand,))
    between: list[Sign] = []
    at = place + step
    while 0 <= at < len(passage) and not passage[at].is_seen(alone):
        between.append(passage[at])
        at += step
    if not between or not 0 <= at < len(passage):
        return
    one, other = passage[place].raw, passage[at].raw
    is_space = not any(sign.raw.strip() for sign in between) and one.strip() and other.strip()
    if is_space or (one.isalnum() and other.isalnum()):
        yield from (change.hand for sign in between for change in sign.changes)
