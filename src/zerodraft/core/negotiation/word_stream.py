"""Some paragraphs as one row of words, and what proposals would make of it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, zip_longest
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.merge_passage import BREAK, reworded
from zerodraft.core.text.draft import Draft, source_span
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import words_with_space

EDGE = BREAK
"""The gap at the beginning and the end of a paragraph."""

PILCROW = "¶"
"""Written where a paragraph ends within a bracket."""


class Stream(NamedTuple):
    """`words`, with `BREAK` between two paragraphs. `gaps` are what stands before each word and after the last: "",
    " " or `EDGE`."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, lines: Sequence[str]) -> "Stream":
        """Paragraphs, one a line."""
        words: list[str] = []
        gaps: list[str] = []
        for line in lines:
            if words or line is not lines[0]:
                words.append(BREAK)
                gaps.append(EDGE)
            spaced = words_with_space(line)
            words += map(str.rstrip, spaced)
            gaps += (EDGE, *(" " if each[-1].isspace() else "" for each in spaced[:-1]))[: len(spaced)]
        return cls(tuple(words), (*gaps, EDGE))

    def part(self, start: int, end: int) -> "Stream":
        return Stream(self.words[start:end], (*self.gaps[start:end], EDGE))

    def text(self, start: int, end: int) -> str:
        """The words `start` to `end`, a pilcrow for each break."""
        told = (PILCROW if word == BREAK else word for word in self.words[start:end])
        gaps = (" " if gap == EDGE else gap for gap in self.gaps[start + 1 : end])
        return "".join(chain.from_iterable(zip(("", *gaps), told, strict=False)))

    def lead(self, start: int, end: int) -> str:
        """What stands before the words `start` to `end`; a pilcrow stands apart."""
        return " " if start < end and self.words[start] == BREAK else self.gaps[start]

    def tail(self, start: int, end: int) -> str:
        return " " if start < end and self.words[end - 1] == BREAK else self.gaps[end]


class Base(NamedTuple):
    """The paragraphs `first` to `last` of a draft. `starts` and `ends` are the places of their words in the source; a
    break has that of the end of the paragraph before it. `begins` has the index at which each paragraph begins, and
    one more as if another came."""

    first: int
    last: int
    stream: Stream
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    begins: tuple[int, ...]
    bounds: tuple[Span, ...]

    @classmethod
    def of(cls, draft: Draft, first: int, last: int) -> "Base":
        starts: list[int] = []
        ends: list[int] = []
        begins = [0]
        bounds = tuple(words_span(draft, ordinal) for ordinal in range(first, last))
        for ordinal in range(first, last):
            if ordinal > first:
                starts.append(bounds[ordinal - first - 1].end)
                ends.append(starts[-1])
            for place in _places(draft, ordinal):
                starts.append(place.start)
                ends.append(place.end)
            begins.append(len(starts) + 1)
        stream = Stream.of([draft.paragraphs[ordinal].text for ordinal in range(first, last)])
        return cls(first, last, stream, tuple(starts), tuple(ends), tuple(begins), bounds)

    def words_of(self, first: int, last: int) -> range:
        """The words of the paragraphs `first` to `last` and the breaks between them."""
        return range(self.begins[first - self.first], self.begins[last - self.first] - 1)

    def paragraph_of(self, word: int) -> int:
        """The ordinal of the paragraph in which, or before whose end, a word stands."""
        return self.first + sum(begin <= word for begin in self.begins[1:-1])


def words_span(draft: Draft, ordinal: int) -> Span:
    """From the first to the last word of a paragraph in the source, without number and the marks of a heading."""
    text = draft.paragraphs[ordinal].text
    return source_span(draft, ordinal, 0, len(text))


def _places(draft: Draft, ordinal: int) -> list[Span]:
    """Where each word of a paragraph stands in the source."""
    whole = words_span(draft, ordinal)
    spaced = words_with_space(whole.of(draft.source))
    starts = accumulate(map(len, spaced), initial=whole.start)
    found = [Span(start, start + len(each.rstrip())) for each, start in zip(spaced, starts, strict=False)]
    text = draft.paragraphs[ordinal].text
    here = words_with_space(text)
    if [each.rstrip() for each in spaced] == [each.rstrip() for each in here]:
        return found
    # A number typed inside of the words is none of them.
    places = accumulate(map(len, here), initial=0)
    return [source_span(draft, ordinal, at, at + len(each.rstrip())) for each, at in zip(here, places, strict=False)]


class Rival(NamedTuple):
    """The base as one proposal would have it: `hunks` count words of the base (old) and of `stream` (new), rising."""

    stream: Stream
    hunks: tuple[Hunk, ...]

    @classmethod
    def of(cls, base: Base, taken: range, wording: Sequence[str]) -> "Rival":
        """The base with the paragraphs of `wording` in the place of the words `taken`."""
        start, end = taken.start, taken.stop
        whole = base.stream
        if not wording:
            return cls(
                _joined(whole.part(0, start), Stream((), (EDGE,)), whole.part(end, len(whole.words))),
                ((start, end, start, start),) if taken else (),
            )
        new = Stream.of(wording)
        old = whole.words[start:end]
        found = [_shifted(hunk, start) for hunk in _by_paragraphs(reworded(old, new.words), old, new.words)]
        stream = _joined(whole.part(0, start), new, whole.part(end, len(whole.words)))
        return _with_whole_paragraphs(base, cls(stream, tuple(found)))

    def said(self, start: int, end: int) -> range:
        """Where the words `start` to `end` of the base stand here; what is put in at either end is among them."""
        before = sum(_growth(each) for each in self.hunks if each[1] <= start and each[:2] != (start, start))
        until = sum(_growth(each) for each in self.hunks if each[1] <= end)
        return range(start + before, end + until)


def _joined(*parts: Stream) -> Stream:
    words = tuple(chain.from_iterable(each.words for each in parts))
    gaps = list(chain.from_iterable(each.gaps[:-1] for each in parts))
    return Stream(words, (*gaps, EDGE))


def _growth(hunk: Hunk) -> int:
    return hunk[3] - hunk[2] - (hunk[1] - hunk[0])


def _shifted(hunk: Hunk, by: int) -> Hunk:
    return (hunk[0] + by, hunk[1] + by, hunk[2] + by, hunk[3] + by)


def _by_paragraphs(hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """The hunks; the full stop that is kept is that of the paragraph that stays, not of the one that comes or goes."""
    for each, following in zip_longest(hunks, hunks[1:]):
        start, end, new_start, new_end = each
        stop = old[end] if end < (following[0] if following else len(old)) - bool(following) else ""
        at = _break_after(stop, old, (start, end))
        new_at = _break_after(stop, new, (new_start, new_end))
        if at:
            first, second = (start, at - 1, new_start, new_end), (at, end + 1, new_end + 1, new_end + 1)
        elif new_at:
            first, second = (start, end, new_start, new_at - 1), (end + 1, end + 1, new_at, new_end + 1)
        else:
            yield each
            continue
        if first[0] < first[1] or first[2] < first[3]:
            yield first
        yield second


def _break_after(word: str, words: Sequence[str], ends: tuple[int, int]) -> int:
    """Where the last break of a stretch is, if this word stands before it there; 0 for nowhere."""
    start, end = ends
    place = next((place for place in range(end - 1, start, -1) if words[place] == BREAK), 0)
    return place if word and place and words[place - 1] == word else 0


def _with_whole_paragraphs(base: Base, rival: Rival) -> Rival:
    """A paragraph that goes with the break beside it goes alone: so the words of the bracket are the paragraph's."""
    words, gaps = list(rival.stream.words), list(rival.stream.gaps)
    found: list[Hunk] = []
    for each in rival.hunks:
        start, end, new_start, new_end = _shifted_new(each, len(words) - len(rival.stream.words))
        taken = base.stream.words[start:end]
        if new_start == new_end and len(taken) > 1:
            if taken[0] == BREAK and _ends_paragraph(base, end):
                start, new_start, new_end = start + 1, new_start + 1, new_end + 1
                _break_at(words, gaps, new_start - 1)
            elif taken[-1] == BREAK and _ends_paragraph(base, start - 1):
                end -= 1
                _break_at(words, gaps, new_start)
        found.append((start, end, new_start, new_end))
    return Rival(Stream(tuple(words), tuple(gaps)), tuple(found))


def _ends_paragraph(base: Base, word: int) -> bool:
    """Whether no word of a paragraph stands there."""
    return not 0 <= word < len(base.stream.words) or base.stream.words[word] == BREAK


def _break_at(words: list[str], gaps: list[str], place: int) -> None:
    words.insert(place, BREAK)
    gaps.insert(place, EDGE)


def _shifted_new(hunk: Hunk, by: int) -> Hunk:
    return (hunk[0], hunk[1], hunk[2] + by, hunk[3] + by)
