"""The words of a paragraph, counted and placed; made only for paragraphs that are not the same on both sides."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from zerodraft.core.comparison.common_sequence import common_length
from zerodraft.core.text.words import words_with_space


class Wording:
    """The words of one text, how often each occurs and where it stands. The text is read once for all of it."""

    __slots__ = ("_counts", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        spaced = words_with_space(text)
        self.words = list(map(str.rstrip, spaced))
        self.starts = list(accumulate(map(len, spaced), initial=len(text) - len(text.lstrip())))
        self._counts: dict[str, int] | None = None

    @property
    def counts(self) -> dict[str, int]:
        if self._counts is None:
            self._counts = Counter(self.words)
        return self._counts

    def end(self, word: int) -> int:
        return self.starts[word] + len(self.words[word])

    def shingles(self) -> Iterable[tuple[str, ...]]:
        """The different runs of three words, in order."""
        return dict.fromkeys(zip(self.words, self.words[1:], self.words[2:], strict=False))

    def common(self, other: "Wording") -> int:
        """How many words both have, whatever their order."""
        fewer, more = sorted((self.counts, other.counts), key=len)
        found = more.get
        shared = 0
        for word, count in fewer.items():
            there = found(word)
            if there:
                shared += count if count < there else there
        return shared

    def likeness(self, other: "Wording") -> float:
        """Dice's coefficient of the two bags of words, 0 to 1."""
        return share(self.common(other), self, other)


class Wordings:
    """The wordings of two drafts, each made when first asked for."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old_texts = old
        self._new_texts = new
        self._old: dict[int, Wording] = {}
        self._new: dict[int, Wording] = {}

    def old(self, ordinal: int) -> Wording:
        wording = self._old.get(ordinal)
        if wording is None:
            wording = self._old[ordinal] = Wording(self._old_texts[ordinal])
        return wording

    def new(self, ordinal: int) -> Wording:
        wording = self._new.get(ordinal)
        if wording is None:
            wording = self._new[ordinal] = Wording(self._new_texts[ordinal])
        return wording

    def in_order(self, old: int, new: int) -> float:
        """The share of words that two paragraphs have in the same order, 0 to 1."""
        return share(common_length(self.old(old).words, self.new(new).words), self.old(old), self.new(new))


def share(common: int, old: Wording, new: Wording) -> float:
    """Dice's coefficient: how much of two wordings so many common words are; 0 where there are no words."""
    total = len(old.words) + len(new.words)
    return 2 * common / total if total else 0.0
