"""Which words of some paragraphs are in dispute: the changes of all proposals to them, brought into brackets.

A bracket holds words of the text, or the place between two, and how each proposal words them. Brackets stand beside
each other or one in the other: two that would cross are one. A change to a few words stands inside of the bracket that
another proposal puts around the sentence.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from zerodraft.core.comparison.merge_passage import BREAK, SIGNS
from zerodraft.core.negotiation.word_stream import EDGE, Base, Rival, Stream

_OPENING, _CLOSING = SIGNS
# What would make a bracket beside it, without a space between, another thing: a stack, a link, an image.
_BEFORE, _AFTER = frozenset((_CLOSING, "!", "\\")), frozenset((_OPENING, "("))

Ends = tuple[int, int]
"""Words of the base, half-open; the same twice is the place before a word."""


class Disputed(NamedTuple):
    """The words `start` to `end` of the base. `wordings` is how each rival words them, by its index, in order of the
    rivals; "" takes them out. `lead` and `tail` are what stands before and after each of them: "", " " or `EDGE`.
    `inner` are the brackets within the words as they stand."""

    start: int
    end: int
    wordings: Mapping[int, str]
    lead: str
    tail: str
    inner: tuple["Disputed", ...]


class Inseparable(Exception):
    """No bracket can hold what these rivals make of the words."""

    def __init__(self, rivals: Iterable[int]) -> None:
        super().__init__()
        self.rivals = frozenset(rivals)


def disputed(base: Base, rivals: Sequence[Rival]) -> tuple[Disputed, ...]:
    """The outermost brackets in the order of the text. Raises `Inseparable`."""
    bench = _Bench(base, rivals)
    while bench.settle():
        pass
    return bench.tree()


class _Bench:
    """The brackets while they are found: for the ends of each the rivals that have a wording of its own."""

    def __init__(self, base: Base, rivals: Sequence[Rival]) -> None:
        self._base = base.stream
        self._rivals = rivals
        self._held: dict[Ends, set[int]] = {}
        for index, rival in enumerate(rivals):
            for hunk in rival.hunks:
                self._held.setdefault(hunk[:2], set()).add(index)

    def settle(self) -> bool:
        """Bring two brackets together, or widen one; False when all stand as they can be read."""
        return self._uncross() or self._absorb() or self._widen() or self._part()

    def tree(self) -> tuple[Disputed, ...]:
        return tuple(self._nested(sorted(self._held, key=_as_printed)))

    def _nested(self, ordered: Sequence[Ends]) -> Iterator[Disputed]:
        place = 0
        while place < len(ordered):
            start, end = ordered[place]
            stop = place + 1
            while stop < len(ordered) and ordered[stop][0] < end:
                stop += 1
            said = {index: self._said(index, (start, end)) for index in sorted(self._held[start, end])}
            lead, tail = self._around((start, end))
            wordings = {index: self._rivals[index].stream.text(*ends) for index, ends in said.items()}
            yield Disputed(start, end, wordings, lead, tail, tuple(self._nested(ordered[place + 1 : stop])))
            place = stop

    # --- brackets that meet -------------------------------------------------------------------

    def _uncross(self) -> bool:
        open_ones: list[Ends] = []
        for ends in sorted(self._held, key=_outer_first):
            open_ones = [each for each in open_ones if each[1] > ends[0]]
            crossed = [each for each in open_ones if each[0] < ends[0] and each[1] < ends[1]]
            if crossed:
                self._join(crossed[0], ends)
                return True
            open_ones.append(ends)
        return False

    def _join(self, first: Ends, second: Ends) -> None:
        self._move(first, (min(first[0], second[0]), max(first[1], second[1])))
        self._move(second, (min(first[0], second[0]), max(first[1], second[1])))

    def _move(self, ends: Ends, to: Ends) -> None:
        if ends != to and ends in self._held:
            self._held.setdefault(to, set()).update(self._held.pop(ends))

    def _absorb(self) -> bool:
        """What a rival changes within a bracket where it has its own wording is in that wording."""
        open_ones: list[Ends] = []
        for ends in sorted(self._held, key=_outer_first):
            open_ones = [each for each in open_ones if each[1] >= ends[0]]
            for outer in open_ones:
                if outer[1] >= ends[1]:
                    self._held[ends] -= self._held[outer]
            if self._held[ends]:
                open_ones.append(ends)
            else:
                del self._held[ends]
                return True
        return False

    def _part(self) -> bool:
        """Two brackets without a space between them would be read as one."""
        by_start = groupby(sorted(self._held), key=itemgetter(0))
        beginning = {start: tuple(group) for start, group in by_start}
        for first in sorted(self._held):
            for second in beginning.get(first[1], ()):
                if first != second and not self._stand_apart(first, second):
                    self._join(first, second)
                    return True
        return False

    def _stand_apart(self, first: Ends, second: Ends) -> bool:
        if any(self._puts_in(index, first[1]) for index in self._held[first] & self._held[second]):
            return False
        if self._is_break(first) or self._is_break(second):
            return True
        if first[0] == first[1]:
            return self._around(first)[1] == " "
        return self._around(second)[0] == " "

    def _puts_in(self, index: int, place: int) -> bool:
        """Whether a rival puts words in there, which would be in both brackets."""
        return any(hunk[:2] == (place, place) for hunk in self._rivals[index].hunks)

    # --- brackets that can't be read as they are ----------------------------------------------

    def _widen(self) -> bool:
        for ends in sorted(self._held):
            left, right = self._wanted(ends)
            if left or right:
                wider = (ends[0] - left, ends[1] + right)
                if wider[0] < 0 or wider[1] > len(self._base.words):
                    raise Inseparable(self._unreadable(ends) or self._held[ends])
                self._move(ends, wider)
                return True
        return False

    def _wanted(self, ends: Ends) -> tuple[bool, bool]:
        """Whether the bracket must hold one more word before, and after."""
        sides = [(self._base, ends), *self._wordings(ends)]
        signs = [_strays(stream.words[start:end]) for stream, (start, end) in sides]
        if any(map(any, signs)):
            return any(left for left, _ in signs), any(right for _, right in signs)
        if self._is_break(ends):
            return (True, True) if any(map(_is_glued, sides[1:])) else (False, False)
        words = self._base.words
        starts_break = ends[0] < ends[1] and words[ends[0]] == BREAK
        ends_break = ends[0] < ends[1] and words[ends[1] - 1] == BREAK
        if starts_break or ends_break:
            return starts_break, ends_break
        return self._mismatch(ends)

    def _mismatch(self, ends: Ends) -> tuple[bool, bool]:
        """White space can stand on each side of a bracket only once, whichever wording is chosen."""
        start, end = ends
        said = [(stream, words) for stream, words in self._wordings(ends) if words[0] < words[1]]
        leads = {stream.lead(*words) for stream, words in said}
        tails = {stream.tail(*words) for stream, words in said}
        if start < end:
            leads.add(self._base.gaps[start])
            tails.add(self._base.gaps[end])
            gone = {stream.gaps[words[0]] for stream, words in self._wordings(ends) if words[0] == words[1]}
            if self._base.gaps[end] != EDGE and gone - {self._base.gaps[end], EDGE}:
                return (False, True)
        elif self._base.gaps[start] == " " and " " not in leads | tails:
            return (True, False)
        before, after = self._base.words[max(0, start - 1) : start], self._base.words[end : end + 1]
        left = len(leads) > 1 or ("" in leads and not _BEFORE.isdisjoint(before))
        right = len(tails) > 1 or ("" in tails and not _AFTER.isdisjoint(after))
        return left, right

    def _unreadable(self, ends: Ends) -> set[int]:
        """The rivals whose own wording tears a bracket."""
        torn = [any(_strays(stream.words[start:end])) for stream, (start, end) in self._wordings(ends)]
        return {index for index, is_torn in zip(sorted(self._held[ends]), torn, strict=True) if is_torn}

    # --- what they hold -----------------------------------------------------------------------

    def _said(self, index: int, ends: Ends) -> Ends:
        """Without the breaks that paragraphs left behind which a rival takes out at either end."""
        said, words = self._rivals[index].said(*ends), self._rivals[index].stream.words
        start, end = said.start, said.stop
        while start < end and words[start] == BREAK and self._is_edge(ends[0] - 1):
            start += 1
        while start < end and words[end - 1] == BREAK and self._is_edge(ends[1]):
            end -= 1
        return start, end

    def _is_edge(self, word: int) -> bool:
        return not 0 <= word < len(self._base.words) or self._base.words[word] == BREAK

    def _wordings(self, ends: Ends) -> list[tuple[Stream, Ends]]:
        return [(self._rivals[index].stream, self._said(index, ends)) for index in sorted(self._held[ends])]

    def _around(self, ends: Ends) -> tuple[str, str]:
        """What stands before and after the words, whichever wording is chosen."""
        start, end = ends
        if start < end:
            return self._base.gaps[start], self._base.gaps[end]
        stream, words = self._wordings(ends)[0]
        return stream.lead(*words), stream.tail(*words)

    def _is_break(self, ends: Ends) -> bool:
        return self._base.words[ends[0] : ends[1]] == (BREAK,)


def _outer_first(ends: Ends) -> Ends:
    return ends[0], -ends[1]


def _as_printed(ends: Ends) -> tuple[int, bool, int]:
    """What is put in before a word stands before the bracket that begins with the word."""
    return ends[0], ends[0] < ends[1], -ends[1]


def _strays(words: Sequence[str]) -> tuple[bool, bool]:
    """Whether among the words one closes a bracket that began before them, and one opens a bracket that ends after."""
    depth = deepest = 0
    for word in words:
        depth += (word == _OPENING) - (word == _CLOSING)
        deepest = min(deepest, depth)
    return deepest < 0, depth > deepest


def _is_glued(side: tuple[Stream, Ends]) -> bool:
    """Whether the words in the place of a break, or those around it where there are none, stand without a space."""
    stream, (start, end) = side
    if start == end:
        return stream.gaps[start] != " "
    return (stream.lead(start, end), stream.tail(start, end)) != (" ", " ")
