"""The words of a paragraph, counted; made only for paragraphs that are not the same on both sides."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from zerodraft.core.text.draft import Paragraph
from zerodraft.core.text.words import words


class Wording:
    """The words of one text, and how often each occurs."""

    def __init__(self, text: str) -> None:
        self.words = words(text)

    @cached_property
    def counts(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for word in self.words:
            counts[word] = counts.get(word, 0) + 1
        return counts

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
        total = len(self.words) + len(other.words)
        return 2 * self.common(other) / total if total else 0.0


class Wordings:
    """The wordings of two drafts, each made when first asked for."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self._old_paragraphs = old
        self._new_paragraphs = new
        self._old: dict[int, Wording] = {}
        self._new: dict[int, Wording] = {}

    def old(self, ordinal: int) -> Wording:
        wording = self._old.get(ordinal)
        if wording is None:
            wording = self._old[ordinal] = Wording(self._old_paragraphs[ordinal].text)
        return wording

    def new(self, ordinal: int) -> Wording:
        wording = self._new.get(ordinal)
        if wording is None:
            wording = self._new[ordinal] = Wording(self._new_paragraphs[ordinal].text)
        return wording
