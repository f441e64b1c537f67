"""Wordings that remember which words of two paragraphs differ: found by the alignment, used by the redline."""

from collections.abc import Sequence

from zerodraft.core.comparison.changes import Run
from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.redline import MOST_CELLS, changed_words, marked
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
        return marked(first, second, changed_words(first.words, second.words) if changed is None else changed)
