"""From words back to characters: hunks of words become runs that hold every character of both texts."""

from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.wording import Wording


def runs_of(old: Wording, new: Wording, changed: Sequence[Hunk]) -> tuple[Run, ...]:
    """The hunks of words as runs of characters.

    Of the white space around a hunk, what both sides share is kept.
    """
    runs: list[Run] = []
    kept_from = 0
    for old_start, old_end, new_start, new_end in _gaps(old, new, changed):
        gone, come = old.text[old_start:old_end], new.text[new_start:new_end]
        if gone == come:
            continue
        head, tail = _shared_space(gone, come)
        if old_start + head > kept_from:
            runs.append(Run(Op.KEPT, old.text[kept_from : old_start + head]))
        if gone := gone[head : len(gone) - tail]:
            runs.append(Run(Op.DELETED, gone))
        if come := come[head : len(come) - tail]:
            runs.append(Run(Op.INSERTED, come))
        kept_from = old_end - tail
    if kept_from < len(old.text):
        runs.append(Run(Op.KEPT, old.text[kept_from:]))
    return tuple(runs)


def _shared_space(old: str, new: str) -> tuple[int, int]:
    """How many characters of white space two different stretches share at their beginning and at their end."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head] and old[head].isspace():
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail] and old[-1 - tail].isspace():
        tail += 1
    return head, tail


def _gaps(old: Wording, new: Wording, changed: Sequence[Hunk]) -> Iterator[Hunk]:
    """All that stands between kept words and may differ, in characters: hunks with the white space around them,
    the ends of the texts, and white space between kept words where it isn't the same everywhere."""
    old_word = new_word = old_done = new_done = 0
    for old_start, old_end, new_start, new_end in (*changed, (len(old.words),) * 2 + (len(new.words),) * 2):
        if old_start > old_word:
            yield old_done, old.starts[old_word], new_done, new.starts[new_word]
            yield from _white_space(old, new, (old_word, old_start, new_word, new_start))
            old_done, new_done = old.end(old_start - 1), new.end(new_start - 1)
        old_word, new_word = old_end, new_end
    yield old_done, len(old.text), new_done, len(new.text)


def _white_space(old: Wording, new: Wording, kept: Hunk) -> Iterator[Hunk]:
    """The white space between words that stand on both sides, unless all of it is the same."""
    old_first, old_end, new_first, new_end = kept
    was = old.text[old.starts[old_first] : old.end(old_end - 1)]
    if new.text.startswith(was, new.starts[new_first]):
        return
    for old_word, new_word in zip(range(old_first, old_end - 1), range(new_first, new_end - 1), strict=True):
        yield old.end(old_word), old.starts[old_word + 1], new.end(new_word), new.starts[new_word + 1]
