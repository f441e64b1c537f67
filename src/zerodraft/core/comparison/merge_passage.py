"""A passage: some paragraphs of one text as their words, each with the place where it stands."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from operator import add

from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.merge_side import Side
from zerodraft.core.comparison.redline import changed_words
from zerodraft.core.comparison.similar import IN_PLACE
from zerodraft.core.comparison.tidy import tidied
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import words_with_space

BREAK = "\n"
"""Stands among the words between two paragraphs, and before each line of a table. It has no signs of its own; what
stands before it parts the two, typed number included."""

SIGNS = ("[", "]")


class Passage:
    """`words` stand at `starts` to `ends`; `prefix` is what comes before the first of them (a number, the marks of
    a heading), `suffix` what comes after the last. A passage by lines is a table, or a block like one."""

    __slots__ = ("by_lines", "ends", "prefix", "raw", "source", "starts", "suffix", "words")

    def __init__(self, source: str, whole: Span, worded: Sequence[Span], by_lines: bool = False) -> None:
        self.source = source
        self.by_lines = by_lines
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in worded:
            if by_lines or self.words or span is not worded[0]:
                self._break_at(span.start)
            self._read(span)
        self.raw = whole.of(source)
        self.prefix = source[whole.start : worded[0].start]
        self.suffix = source[worded[-1].end : whole.end]

    @classmethod
    def of(cls, side: Side, units: range) -> "Passage":
        by_lines = any(map(side.is_block, units))
        return cls(side.source, side.span(units), [side.words_of(unit) for unit in units], by_lines)

    def _read(self, span: Span) -> None:
        spaced = words_with_space(span.of(self.source))
        words = list(map(str.rstrip, spaced))
        starts = list(accumulate(map(len, spaced), initial=span.start))
        if self.by_lines:
            for word, space, start in zip(words, spaced, starts, strict=False):
                self._add([word], [start])
                if BREAK in space and start + len(space) < span.end:
                    self._break_at(start + len(space))
        else:
            self._add(words, starts[:-1])

    def _add(self, words: Sequence[str], starts: Sequence[int]) -> None:
        self.words += words
        self.starts += starts
        self.ends += map(add, starts, map(len, words))

    def _break_at(self, place: int) -> None:
        self.words.append(BREAK)
        self.starts.append(place)
        self.ends.append(place)

    @property
    def bounds(self) -> Span:
        """From the first word to the last; empty where there is none."""
        return Span(self.starts[0], self.ends[-1]) if self.words else Span(0, 0)

    @property
    def bare(self) -> str:
        return self.bounds.of(self.source)

    def lead(self, word: int) -> str:
        """What stands between a word and the one before it; before the first nothing does."""
        return self.source[self.ends[word - 1] : self.starts[word]] if word else ""

    def glued(self, word: int, most: int) -> list[str]:
        """A word and those before it without space between, so many at most."""
        first = word + 1
        while first and word + 1 - first < most and self.words[first - 1] != BREAK:
            first -= 1
            if self.lead(first):
                break
        return self.words[first : word + 1]

    def text(self, words: range) -> str:
        """Some words and what stands between them, as they were typed."""
        return self.source[self.starts[words[0]] : self.ends[words[-1]]] if words else ""

    def some(self, words: range) -> list[str]:
        return self.words[words.start : words.stop]


def changed(old: Passage, new: Passage) -> list[Hunk]:
    """The words that differ, as the redline marks them; a text in the place of another one differs wholly.

    In a table lines are sought first, so that a new row is one hunk from its break on.
    """
    if old.by_lines:
        return list(_changed_lines(old.words, new.words))
    return reworded(old.words, new.words)


def reworded(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """The same for the words of paragraphs alone."""
    found = changed_words(old, new)
    kept = len(old) - sum([hunk[1] - hunk[0] for hunk in found])
    if found and 2 * kept < IN_PLACE * (len(old) + len(new)):
        return [(0, len(old), 0, len(new))]
    return list(_signs_moved(tidied(found, old, new), old, new))


def _signs_moved(hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """The hunks; where words went over a bracket, the bracket goes over the words: they stayed, as the room sees it."""
    here: Hunk | None = None
    for hunk in hunks:
        moved = _over_the_words(here, hunk, old, new) if here else None
        if moved:
            yield moved[0]
            here = moved[1]
        else:
            if here:
                yield here
            here = hunk
    if here:
        yield here


def _over_the_words(first: Hunk, second: Hunk, old: Sequence[str], new: Sequence[str]) -> tuple[Hunk, Hunk] | None:
    start, signs_start, new_start, new_signs_start = first
    signs_end, end, new_signs_end, new_end = second
    if not all(word in SIGNS for word in old[signs_start:signs_end]):
        return None
    if start == signs_start and new_signs_end == new_end and old[signs_end:end] == new[new_start:new_signs_start]:
        return (start, signs_end, new_start, new_start), (end, end, new_signs_start, new_end)
    if new_start == new_signs_start and signs_end == end and old[start:signs_start] == new[new_signs_end:new_end]:
        return (start, start, new_start, new_signs_end), (signs_start, end, new_end, new_end)
    return None


def _changed_lines(old: Sequence[str], new: Sequence[str]) -> Iterable[Hunk]:
    old_starts, new_starts = _line_starts(old), _line_starts(new)
    for old_line, old_end, new_line, new_end in changed_words(_lines(old, old_starts), _lines(new, new_starts)):
        if old_end - old_line != new_end - new_line:
            yield old_starts[old_line], old_starts[old_end], new_starts[new_line], new_starts[new_end]
            continue
        for was, is_now in zip(range(old_line, old_end), range(new_line, new_end), strict=True):
            before, after = old_starts[was], new_starts[is_now]
            for hunk in changed_words(old[before : old_starts[was + 1]], new[after : new_starts[is_now + 1]]):
                yield before + hunk[0], before + hunk[1], after + hunk[2], after + hunk[3]


def _line_starts(words: Sequence[str]) -> list[int]:
    """Where each line begins, and where the last ends."""
    return [*(place for place, word in enumerate(words) if word == BREAK), len(words)]


def _lines(words: Sequence[str], starts: Sequence[int]) -> list[str]:
    return [" ".join(words[start:end]) for start, end in pairwise(starts)]
