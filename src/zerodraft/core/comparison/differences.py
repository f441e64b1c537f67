"""Wordings that remember which words of two paragraphs differ: found by the alignment, used by the redline."""

from collections.abc import Sequence

from zerodraft.core.comparison.changes import Op, Run
from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.redline import MOST_CELLS, changed_words, marked
from zerodraft.core.comparison.similar import IN_PLACE
from zerodraft.core.comparison.wording import Wordings, share


class Differences(Wordings):
    """A seventh of a comparison is saved: what tells how much of a paragraph stands tells also what is marked in it."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(old, new)
        self._changed: dict[tuple[int, int], list[Hunk]] = {}

    def in_order(self, old: int, new: int) -> float:
        """The share of words that two paragraphs have in the same order, 0 to 1."""
        first, second = self.old(old), self.new(new)
        if len(first.words) * len(second.words) > MOST_CELLS:  # a redline of that size need not be the shortest
            return super().in_order(old, new)
        changed = self._changed[old, new] = changed_words(first.words, second.words)
        return share(len(first.words) - sum([hunk[1] - hunk[0] for hunk in changed]), first, second)

    def redline(self, old: int, new: int) -> tuple[Run, ...]:
        """The word redline of two paragraphs with different texts."""
        first, second = self.old(old), self.new(new)
        changed = self._changed.get((old, new))
        if changed is None:
            changed = changed_words(first.words, second.words)
        kept = len(first.words) - sum([hunk[1] - hunk[0] for hunk in changed])
        if share(kept, first, second) < IN_PLACE:
            return replaced_whole(first.text, second.text)
        return marked(first, second, changed)


def replaced_whole(old: str, new: str) -> tuple[Run, ...]:
    """The redline of a text and another one in its place: all of it struck, all of it new."""
    return tuple(run for run in (Run(Op.DELETED, old), Run(Op.INSERTED, new)) if run.text)
