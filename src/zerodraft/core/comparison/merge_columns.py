"""Three texts of one passage side by side, in columns: what both sides kept, what one changed, what both did.

The changes of a side are the hunks of its redline. Hunks of the two sides that lie over each other, or
that touch so that their order would be a guess, belong together; what they say is compared only then.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import Hunk, common_ends
from zerodraft.core.comparison.merge_passage import BREAK, SIGNS, Passage, changed
from zerodraft.core.comparison.merge_side import Three


class Verdict(StrEnum):
    """Whose words stand in a column."""

    KEPT = "kept"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"
    DISPUTED = "disputed"


class Column(NamedTuple):
    """A stretch of words of each text; those of the next column follow them. A kept one is one word."""

    verdict: Verdict
    words: Three[range]

    @property
    def owner(self) -> int:
        """Whose words are to be written: those of ours (1), or of theirs (2)."""
        return 2 if self.verdict is Verdict.THEIRS else 1

    def said(self, passages: Three[Passage]) -> list[str]:
        """The words to be written."""
        return passages[self.owner].some(self.words[self.owner])


class _Cluster(NamedTuple):
    """Hunks that can only be judged together, over the words `start` to `end` of the base."""

    start: int
    end: int
    ours: list[Hunk]
    theirs: list[Hunk]


def columns(passages: Three[Passage]) -> list[Column]:
    """The whole of three passages in columns."""
    ours, theirs = changed(passages.base, passages.ours), changed(passages.base, passages.theirs)
    walk = _Walk(passages)
    for cluster in _clusters(passages, ours, theirs):
        walk.keep(cluster.start)
        walk.take(cluster)
    walk.keep(len(passages.base.words))
    return walk.columns


class _Walk:
    """Writes columns from the first word to the last."""

    def __init__(self, passages: Three[Passage]) -> None:
        self.columns: list[Column] = []
        self._passages = passages
        self._done = Three(0, 0, 0)

    def keep(self, end: int) -> None:
        """What both sides kept, up to a word of the base."""
        for _ in range(self._done.base, end):
            self._add(Verdict.KEPT, 1, 1, 1)

    def take(self, cluster: _Cluster) -> None:
        base = cluster.end - cluster.start
        ours, theirs = base + _growth(cluster.ours), base + _growth(cluster.theirs)
        if not cluster.theirs:
            self._add(Verdict.OURS, base, ours, theirs)
        elif not cluster.ours:
            self._add(Verdict.THEIRS, base, ours, theirs)
        else:
            self._judge(base, ours, theirs)

    def _add(self, verdict: Verdict, base: int, ours: int, theirs: int) -> None:
        if not (base or ours or theirs):
            return
        done = self._done
        to = Three(done.base + base, done.ours + ours, done.theirs + theirs)
        words = Three(range(done.base, to.base), range(done.ours, to.ours), range(done.theirs, to.theirs))
        self.columns.append(Column(verdict, words))
        self._done = to

    def _judge(self, base: int, ours: int, theirs: int) -> None:
        """What both sides changed in one place: alike, one more than the other, or in two ways."""
        done, passages = self._done, self._passages
        before = passages.base.some(range(done.base, done.base + base))
        mine = passages.ours.some(range(done.ours, done.ours + ours))
        other = passages.theirs.some(range(done.theirs, done.theirs + theirs))
        breaks = [words[:1] == [BREAK] for words in (before, mine, other)]
        if mine == other:
            self._add(Verdict.BOTH, base, ours, theirs)
        elif breaks[1] != breaks[2] and not passages.base.by_lines:
            self._add(Verdict.THEIRS if breaks[0] == breaks[1] else Verdict.OURS, *breaks)
            self._judge(base - breaks[0], ours - breaks[1], theirs - breaks[2])
        elif not before and all(breaks[1:]) and passages.base.by_lines:
            self._add(Verdict.OURS, 0, ours, 0)
            self._add(Verdict.THEIRS, 0, 0, theirs)
        elif verdict := _whose_holds_both(before, mine, other):
            self._add(verdict, base, ours, theirs)
        else:
            head, tail = common_ends(mine, other)
            ours, theirs = ours - head - tail, theirs - head - tail
            self._add(Verdict.BOTH, 0, head, head)
            self._add(Verdict.DISPUTED if base or (ours and theirs) else _longer(ours, theirs), base, ours, theirs)
            self._add(Verdict.BOTH, 0, tail, tail)


def _growth(hunks: Sequence[Hunk]) -> int:
    return sum([(new_end - new_start) - (old_end - old_start) for old_start, old_end, new_start, new_end in hunks])


def _longer(ours: int, theirs: int) -> Verdict:
    return Verdict.OURS if ours > theirs else Verdict.THEIRS


def _whose_holds_both(base: list[str], ours: list[str], theirs: list[str]) -> Verdict | None:
    """Whose words hold the changes of both, where the sides agree at one end and one of them changed nothing else.

    "the fund" became "our fund" in one text and "our new plan" in the other: "new plan" changed what the first left.
    """
    for backwards in (False, True):
        step = -1 if backwards else 1
        before, mine, other = base[::step], ours[::step], theirs[::step]
        head, _ = common_ends(mine, other)
        mine, other = mine[head:], other[head:]
        kept = [len(rest) if head and rest and before[-len(rest) :] == rest else 0 for rest in (mine, other)]
        if kept[0] or kept[1]:
            return Verdict.THEIRS if kept[0] > kept[1] else Verdict.OURS
    return None


def _clusters(passages: Three[Passage], ours: list[Hunk], theirs: list[Hunk]) -> Iterator[_Cluster]:
    own = _Insertions(passages.ours, ours), _Insertions(passages.theirs, theirs)
    in_order = sorted([(hunk[0], hunk[1], 0, hunk) for hunk in ours] + [(hunk[0], hunk[1], 1, hunk) for hunk in theirs])
    here: _Cluster | None = None
    for start, end, side, hunk in in_order:
        if here is None or not _belongs(here, hunk, side, own):
            if here:
                yield here
            here = _Cluster(start, end, [], [])
        (here.theirs if side else here.ours).append(hunk)
        here = here._replace(end=max(here.end, end))
    if here:
        yield here


class _Insertions:
    """Where a side put words between two of the base."""

    def __init__(self, passage: Passage, hunks: Sequence[Hunk]) -> None:
        self._at = {hunk[0]: passage.words[hunk[2] : hunk[3]] for hunk in hunks if hunk[0] == hunk[1]}

    def stand_alone(self, hunk: Hunk) -> bool:
        """Only brackets; or a new line or paragraph, which belongs to no word beside it."""
        put = self._at[hunk[0]]
        return put[0] == BREAK or all(word in SIGNS for word in put)

    def wraps(self, hunk: Hunk) -> bool:
        """Whether just these words of the base were put into brackets."""
        opening, closing = self._at.get(hunk[0], []), self._at.get(hunk[1], [])
        return bool(opening and closing) and (opening[-1], closing[0]) == SIGNS


def _belongs(cluster: _Cluster, hunk: Hunk, side: int, own: tuple[_Insertions, _Insertions]) -> bool:
    """Whether a hunk lies over one of the other side, or touches it in a way that leaves the order open.

    Two replacements of neighbouring words have an order. Words put beside others that were replaced or taken out have
    none, for they may be meant for those; a bracket there has one, unless it was put just around them.
    """
    if hunk[0] != cluster.end:
        return hunk[0] < cluster.end
    others = [each for each in (cluster.ours if side else cluster.theirs) if each[1] == hunk[0]]
    return any(_is_open(each, hunk, own[::-1] if side else own) for each in others)


def _is_open(other: Hunk, hunk: Hunk, own: tuple[_Insertions, _Insertions]) -> bool:
    """Whether it is open which of two hunks comes first; `own` are the insertions of the side of `hunk`, then the
    other's."""
    hunk_is_put, other_is_put = hunk[0] == hunk[1], other[0] == other[1]
    if hunk_is_put == other_is_put:
        return hunk_is_put
    put, replaced, by = (hunk, other, own[0]) if hunk_is_put else (other, hunk, own[1])
    return not by.stand_alone(put) or by.wraps(replaced)
