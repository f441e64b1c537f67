"""The word redline of two texts.

diff-match-patch (Neil Fraser, Google) compares the words, each written as one character; in place
of its bisection stands a bit-parallel longest common subsequence, which is exact, needs no time
limit and so gives the same marks on every machine. With its own bisection a paragraph of 1,000
rewritten words takes 551 ms, with this one 3 ms.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Protocol

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.common_sequence import Hunk, common_ends, hunks
from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.comparison.tape import runs_of
from zerodraft.core.comparison.tidy import tidied
from zerodraft.core.comparison.wording import Wording

Diff = tuple[int, str]

MOST_CELLS = 50_000_000  # bits of one table: 6 MB, some 10 ms
MOST_WORDS = 1_000_000  # of both sides: each different word needs a code point of its own, there are 1.1 million


def redline(old: str, new: str) -> tuple[Run, ...]:
    """What is kept, deleted and inserted, by whole words.

    Laws, for any two strings: `before(runs) == old`, `after(runs) == new`, no word is cut, no run
    is empty, neighbours differ in `op`; what is deleted stands before what is inserted. White
    space that differs between kept words is marked alone; an inserted or deleted phrase carries
    the space on one side of it. Deterministic: the work is bounded by words, never by a clock.
    """
    if old == new:
        return (Run(Op.KEPT, old),) if old else ()
    old_words, new_words = Wording(old), Wording(new)
    return marked(old_words, new_words, changed_words(old_words.words, new_words.words))


def marked(old: Wording, new: Wording, changed: list[Hunk]) -> tuple[Run, ...]:
    """The redline of two texts whose `changed_words` are known."""
    return runs_of(old, new, tidied(changed, old.words, new.words))


class _Engine(Protocol):
    def diff_cleanupMerge(self, diffs: list[Diff]) -> None: ...  # noqa: N802

    def diff_compute(self, text1: str, text2: str, checklines: bool, deadline: float) -> list[Diff]: ...


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    """diff-match-patch over words; loaded late, because listing versions needs no redline (10 ms)."""
    from diff_match_patch import diff_match_patch

    class WordDiff(diff_match_patch):  # type: ignore[misc]
        Diff_Timeout = 0

        def diff_bisect(self, text1: str, text2: str, deadline: float) -> list[Diff]:
            # the common ends are cut off before, so nothing is kept after the last hunk
            return _diffs(_bounded_hunks(text1, text2), text1, text2)

    engine: _Engine = WordDiff()
    return engine


def changed_words(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The words that differ.

    The common ends are cut off before the words are written as characters, and diff-match-patch
    is left out of what it would not change: its whole way (`diff_main`) costs 23 µs a paragraph beside the 14 of the
    bisection, `diff_compute` 3.
    """
    if len(old) + len(new) > MOST_WORDS:
        return [(0, len(old), 0, len(new))]
    head, tail = common_ends(old, new)
    old_end, new_end = len(old) - tail, len(new) - tail
    if head == old_end and head == new_end:
        return []
    letters = _letters(old[head:old_end], new[head:new_end])
    changed = _hunks_of(_engine().diff_compute(*letters, False, 0), head)
    bounded = (old_end - head) * (new_end - head) > MOST_CELLS
    return _merged(changed, old, new) if bounded or _can_merge(changed, old, new) else changed


def _merged(changed: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks as diff-match-patch merges them: what is the same at their edges is kept, insertions and
    deletions slide over words to become one with their neighbours."""
    letters = _letters(old, new)
    diffs = [*_diffs(changed, *letters), (0, letters[0][changed[-1][1] :])]
    _engine().diff_cleanupMerge(diffs)
    return _hunks_of(diffs, 0)


def _can_merge(changed: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether an insertion or deletion can slide over all the words to its neighbour, and so become one with it."""
    old_done = 0
    for index, (old_start, old_end, new_start, new_end) in enumerate(changed):
        before, old_done = old_start - old_done, old_end
        if old_start < old_end and new_start < new_end:
            continue
        after = (changed[index + 1][0] if index + 1 < len(changed) else len(old)) - old_end
        words, start, end = (old, old_start, old_end) if old_start < old_end else (new, new_start, new_end)
        if not (before and after) or min(before, after) > end - start:
            continue
        if (
            words[end - before : end] == words[start - before : start]
            or words[start : start + after] == words[end : end + after]
        ):
            return True
    return False


def _letters(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """Both sides with one character for each word."""
    both = [*old, *new]
    different = dict.fromkeys(both)
    characters = _FIRST if len(different) <= len(_FIRST) else _characters()
    letters = "".join(map(dict(zip(different, characters, strict=False)).__getitem__, both))
    return letters[: len(old)], letters[len(old) :]


def _characters() -> Iterable[str]:
    """All there are but the surrogates."""
    return map(chr, chain(range(1, 0xD800), range(0xE000, 0x110000)))


_FIRST = "".join(map(chr, range(1, 0x400)))


def _hunks_of(diffs: Iterable[Diff], head: int) -> list[Hunk]:
    """The differences as hunks; `head` words stand on both sides before the first."""
    found: list[Hunk] = []
    old_start = old_end = new_start = new_end = head
    for op, letters in diffs:
        if op < 0:
            old_end += len(letters)
        elif op > 0:
            new_end += len(letters)
        else:
            if old_start < old_end or new_start < new_end:
                found.append((old_start, old_end, new_start, new_end))
            old_start = old_end = old_end + len(letters)
            new_start = new_end = new_end + len(letters)
    if old_start < old_end or new_start < new_end:
        found.append((old_start, old_end, new_start, new_end))
    return found


def _diffs(changed: Iterable[Hunk], old: str, new: str) -> list[Diff]:
    """The hunks in the shape of diff-match-patch: -1 deleted, 0 kept, 1 inserted; up to the last hunk."""
    found: list[Diff] = []
    done = 0
    for old_start, old_end, new_start, new_end in changed:
        if old_start > done:
            found.append((0, old[done:old_start]))
        if old_end > old_start:
            found.append((-1, old[old_start:old_end]))
        if new_end > new_start:
            found.append((1, new[new_start:new_end]))
        done = old_end
    return found


def _bounded_hunks(old: str, new: str) -> list[Hunk]:
    """Exact up to `MOST_CELLS`; a longer text is cut where four words stand once on both sides.

    A stretch that is too long even then is replaced as a whole.
    """
    if len(old) * len(new) <= MOST_CELLS:
        return hunks(old, new)
    found: list[Hunk] = []
    old_done = new_done = 0
    for old_next, new_next in [*_landmarks(old, new), (len(old), len(new))]:
        between = old[old_done:old_next], new[new_done:new_next]
        if len(between[0]) * len(between[1]) <= MOST_CELLS:
            for old_start, old_end, new_start, new_end in hunks(*between):
                found.append((old_done + old_start, old_done + old_end, new_done + new_start, new_done + new_end))
        else:
            found.append((old_done, old_next, new_done, new_next))
        old_done, new_done = old_next + 1, new_next + 1
    return found


def _landmarks(old: str, new: str) -> list[tuple[int, int]]:
    once = _once(old)
    shared = [(once[run], place) for run, place in _once(new).items() if run in once]
    rising = heaviest_rising([place for place, _ in shared], [1] * len(shared)) if shared else []
    return [shared[index] for index in rising]


def _once(letters: str) -> dict[str, int]:
    """Where each run of four words begins that occurs once; single words are too seldom unique in a long text."""
    places: dict[str, int] = {}
    for place in range(len(letters) - 3):
        run = letters[place : place + 4]
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}
