"""From words back to characters: hunks of words become runs that hold every character of both texts."""

from collections.abc import Iterator, Sequence

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.wording import Wording


def runs_of(old: Wording, new: Wording, changed: Sequence[Hunk]) -> tuple[Run, ...]:
    """The hunks of words as runs of characters."""
    runs: list[Run] = []
    old_text, new_text = old.text, new.text
    done = 0
    for old_start, old_end, new_start, new_end in edits_of(old, new, changed):
        if old_start > done:
            runs.append(Run(Op.KEPT, old_text[done:old_start]))
        if old_end > old_start:
            runs.append(Run(Op.DELETED, old_text[old_start:old_end]))
        if new_end > new_start:
            runs.append(Run(Op.INSERTED, new_text[new_start:new_end]))
        done = old_end
    if done < len(old_text):
        runs.append(Run(Op.KEPT, old_text[done:]))
    return tuple(runs)


def edits_of(old: Wording, new: Wording, changed: Sequence[Hunk]) -> Iterator[Hunk]:
    """The hunks of words as hunks of characters. Of the white space around one, what both sides share is kept."""
    for old_start, old_end, new_start, new_end in _gaps(old, new, changed):
        if old_start < old_end and new_start < new_end:
            gone, come = old.text[old_start:old_end], new.text[new_start:new_end]
            if gone != come:
                head, tail = _shared_space(gone, come)
                yield old_start + head, old_end - tail, new_start + head, new_end - tail
        elif old_start < old_end or new_start < new_end:
            yield old_start, old_end, new_start, new_end


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
    """All that stands between kept words and may differ, in characters: the hunks, and where the white space
    around kept words isn't the same everywhere, that too."""
    old_starts, new_starts = old.starts, new.starts
    old_word = new_word = old_from = new_from = 0
    for old_start, old_end, new_start, new_end in (*changed, (len(old.words),) * 2 + (len(new.words),) * 2):
        old_to, new_to, old_next, new_next = (
            old_starts[old_start],
            new_starts[new_start],
            old_starts[old_end],
            new_starts[new_end],
        )
        if old.text[old_from:old_to] == new.text[new_from:new_to]:
            yield old_to, old_next, new_to, new_next
        else:
            kept = range(old_word, old_start), range(new_word, new_start)
            yield from _white_space(old, new, kept, (old_from, old_next, new_from, new_next))
        old_from, new_from = old_next, new_next
        old_word, new_word = old_end, new_end


def _white_space(old: Wording, new: Wording, kept: tuple[range, range], bounds: Hunk) -> Iterator[Hunk]:
    """What stands before, between and after kept words, from bound to bound."""
    old_done, old_end, new_done, new_end = bounds
    for old_word, new_word in zip(*kept, strict=True):
        yield old_done, old.starts[old_word], new_done, new.starts[new_word]
        old_done, new_done = old.end(old_word), new.end(new_word)
    yield old_done, old_end, new_done, new_end
