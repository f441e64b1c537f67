"""The word redline of two texts.

What differs is found by a bit-parallel longest common subsequence of words: exact, without a time
limit, so the same marks on every machine. diff-match-patch (Neil Fraser, Google), over words
written as one character each, merges insertions and deletions that can slide into one: one paragraph
in ten has such. That much of it costs 27 µs a paragraph (50 words, 24 % edited); its `diff_main`
with this subsequence in place of its bisection 48, as it stands 195, and 551 ms for 1,000 words rewritten.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Protocol

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.common_sequence import Hunk, common_ends, hunks
from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.comparison.tape import edits_of, runs_of
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


def edits(old: str, new: str) -> Iterator[Hunk]:
    """The redline as hunks of characters: what is deleted and inserted, and where."""
    old_words, new_words = Wording(old), Wording(new)
    changed = changed_words(old_words.words, new_words.words)
    return edits_of(old_words, new_words, tidied(changed, old_words.words, new_words.words))


class _Library(Protocol):
    def diff_cleanupMerge(self, diffs: list[Diff]) -> None: ...  # noqa: N802


@lru_cache(maxsize=1)
def _library() -> _Library:
    """diff-match-patch; loaded late, because listing versions needs no redline (10 ms)."""
    from diff_match_patch import diff_match_patch

    library: _Library = diff_match_patch()
    return library


def changed_words(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The words that differ, before they are tidied for people; not more of them than must be, up to `MOST_CELLS`."""
    if len(old) + len(new) > MOST_WORDS:
        return [(0, len(old), 0, len(new))]
    head, tail = common_ends(old, new)
    old_end, new_end = len(old) - tail, len(new) - tail
    if head == old_end and head == new_end:
        return []
    between = _between(old[head:old_end], new[head:new_end])
    changed = [(i + head, j + head, k + head, m + head) for i, j, k, m in between]
    bounded = (old_end - head) * (new_end - head) > MOST_CELLS
    return _merged(changed, old, new) if bounded or _can_merge(changed, old, new) else changed


def _between(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks of two sequences without common ends. Where one stands in the other, unbroken, it is kept so."""
    if not (old and new):
        return [(0, len(old), 0, len(new))]
    if len(old) < len(new) and (place := _place_in(new, old)):
        return [(0, 0, 0, place), (len(old), len(old), place + len(old), len(new))]
    if len(new) < len(old) and (place := _place_in(old, new)):
        return [(0, place, 0, 0), (place + len(new), len(old), len(new), len(new))]
    return _bounded_hunks(old, new)


def _place_in(longer: Sequence[str], shorter: Sequence[str]) -> int:
    """Where the shorter one begins; 0 for nowhere, as it can't begin there."""
    size = len(shorter)
    if size * len(longer) > MOST_CELLS:
        return 0
    places = range(1, len(longer) - size)
    return next((at for at in places if longer[at] == shorter[0] and longer[at : at + size] == shorter), 0)


def _merged(changed: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The hunks as diff-match-patch merges them: what is the same at their edges is kept, insertions and
    deletions slide over words to become one with their neighbours."""
    letters = _letters(old, new)
    diffs = [*_diffs(changed, *letters), (0, letters[0][changed[-1][1] :])]
    _library().diff_cleanupMerge(diffs)
    return _hunks_of(diffs)


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
    letter = dict(zip(dict.fromkeys(chain(old, new)), _characters(), strict=False)).__getitem__
    return "".join(map(letter, old)), "".join(map(letter, new))


def _characters() -> Iterable[str]:
    """All there are but the surrogates."""
    return map(chr, chain(range(1, 0xD800), range(0xE000, 0x110000)))


def _hunks_of(diffs: Iterable[Diff]) -> list[Hunk]:
    found: list[Hunk] = []
    old_start = old_end = new_start = new_end = 0
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


def _bounded_hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
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


def _landmarks(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    once = _once(old)
    shared = [(once[run], place) for run, place in _once(new).items() if run in once]
    rising = heaviest_rising([place for place, _ in shared], [1] * len(shared)) if shared else []
    return [shared[index] for index in rising]


def _once(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Where each run of four words begins that occurs once; single words are too seldom unique in a long text."""
    places: dict[tuple[str, ...], int] = {}
    for place, run in enumerate(zip(words, words[1:], words[2:], words[3:], strict=False)):
        places[run] = -1 if run in places else place
    return {run: place for run, place in places.items() if place >= 0}
