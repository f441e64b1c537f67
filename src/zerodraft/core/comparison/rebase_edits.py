"""Two sides' changes to one paragraph: which of them meet, and the paragraph with those that don't."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.dispute import in_brackets
from zerodraft.core.comparison.merge_passage import SIGNS, Passage, changed
from zerodraft.core.comparison.merge_side import Three, settled
from zerodraft.core.comparison.merge_signs import is_balanced
from zerodraft.core.text.sentences import ends_sentence, sentence_starts
from zerodraft.core.text.splice import Span
from zerodraft.core.text.words import words


class Edit(NamedTuple):
    """Words `start` to `end` of the base become the words `first` to `last` of a side, which are `said`."""

    start: int
    end: int
    first: int
    last: int
    said: tuple[str, ...]

    @property
    def growth(self) -> int:
        return len(self.said) - (self.end - self.start)

    @property
    def is_insertion(self) -> bool:
        return self.start == self.end

    def is_same(self, other: "Edit") -> bool:
        return (self.start, self.end, self.said) == (other.start, other.end, other.said)


class Group(NamedTuple):
    """Edits that can only be told together: one of one side; the same of both; or some of both that meet."""

    ours: tuple[Edit, ...]
    theirs: tuple[Edit, ...]

    @property
    def start(self) -> int:
        return min(each.start for each in (*self.ours, *self.theirs))

    @property
    def end(self) -> int:
        return max(each.end for each in (*self.ours, *self.theirs))

    @property
    def is_shared(self) -> bool:
        return len(self.ours) == len(self.theirs) == 1 and self.ours[0].is_same(self.theirs[0])

    @property
    def is_collision(self) -> bool:
        return bool(self.ours and self.theirs) and not self.is_shared


class Written(NamedTuple):
    """A merged paragraph; the hunks count the words of ours (old) and of the merged paragraph (new). Torn is a bracket
    of which one sign is missing, or stands in another bracket, though all three texts have both."""

    text: str
    hunks: tuple[Hunk, ...]
    is_torn: bool


def passage(text: str) -> Passage:
    """A paragraph given by its words alone; white space around them is its prefix and suffix."""
    start = len(text) - len(text.lstrip())
    bare = Span(start, max(start, len(text.rstrip())))
    return Passage(text, Span(0, len(text)), [bare])


def edits(base: Passage, side: Passage) -> list[Edit]:
    """What a side changed, in order; between two of them stands a word of the base."""
    return [
        Edit(start, end, first, last, tuple(side.words[first:last]))
        for start, end, first, last in changed(base, side)
        if base.words[start:end] != side.words[first:last]
    ]


def grouped(base: Sequence[str], ours: Sequence[Edit], theirs: Sequence[Edit]) -> list[Group]:
    """All edits in the order of the base; those of different sides that meet are one group."""
    boundaries = _boundaries(base)
    both = sorted([*((each, True) for each in ours), *((each, False) for each in theirs)], key=lambda each: each[0][:2])
    found: list[Group] = []
    for edit, is_ours in both:
        here = Group((edit,), ()) if is_ours else Group((), (edit,))
        if found and _belongs(found[-1], edit, is_ours, boundaries):
            last = found.pop()
            here = Group(last.ours + here.ours, last.theirs + here.theirs)
        found.append(here)
    return found


def _boundaries(base: Sequence[str]) -> frozenset[int]:
    """The places between sentences, before the first and after the last."""
    return frozenset((0, *sentence_starts(base), *([len(base)] if ends_sentence(base) else ())))


def _belongs(group: Group, edit: Edit, is_ours: bool, boundaries: frozenset[int]) -> bool:
    others = group.theirs if is_ours else group.ours
    return edit.start < group.end or any(_meet(each, edit, boundaries) for each in others)


def _meet(one: Edit, other: Edit, boundaries: frozenset[int]) -> bool:
    """Whether nobody can tell in which order two edits stand, or one is about words that the other took."""
    if one.start < other.end and other.start < one.end:
        return True
    if one.end != other.start and other.end != one.start:
        return False
    if one.is_insertion and other.is_insertion:
        return True
    if not (one.is_insertion or other.is_insertion):
        return False
    put, changed_words = (one, other) if one.is_insertion else (other, one)
    if put.start in boundaries and ends_sentence(put.said):
        return False
    # A bracket goes around whatever the words have become; around no words it would say nothing.
    return not changed_words.said or any(word not in SIGNS for word in put.said)


def written(texts: Three[Passage], groups: Sequence[Group]) -> Written:
    """Ours with the edits of theirs; where they met, both wordings in brackets."""
    parts = _Parts(texts)
    for group in groups:
        parts.keep_until(group.start)
        parts.add(group)
    parts.keep_until(len(texts.base.words))
    prefix, suffix = (
        settled(Three(*ends)) for ends in zip(*((each.prefix, each.suffix) for each in texts), strict=True)
    )
    text = prefix + parts.text() + suffix
    is_torn = all(is_balanced(each.words) for each in texts) and (parts.is_torn or not is_balanced(words(text)))
    return Written(text, tuple(parts.hunks), is_torn)


class _Parts:
    """The merged paragraph while it is written, with the places in all three texts up to which it is."""

    def __init__(self, texts: Three[Passage]) -> None:
        self.hunks: list[Hunk] = []
        self.is_torn = False
        self._texts = texts
        self._at = Three(0, 0, 0)
        self._glued = {pair for each in texts for pair in _glued(each)}
        self._found: list[tuple[str, str]] = []
        self._last = ""
        self._size = 0

    def keep_until(self, end: int) -> None:
        """Words that stand in all three texts."""
        for _ in range(self._at.base, end):
            word = self._texts.base.words[self._at.base]
            self._put(self._settled_lead(), word, (word, word))
            self._go(1, 1, 1)

    def add(self, group: Group) -> None:
        size = group.end - group.start
        ours = size + sum(each.growth for each in group.ours)
        theirs = size + sum(each.growth for each in group.theirs)
        before = self._size
        ours_range = range(self._at.ours, self._at.ours + ours)
        theirs_range = range(self._at.theirs, self._at.theirs + theirs)
        if group.is_collision:
            self._bracket(ours_range, theirs_range)
        elif group.ours:
            self._copy(self._texts.ours, ours_range, size > 0)
        else:
            self._copy(self._texts.theirs, theirs_range, size > 0)
        if group.theirs and not group.is_shared:
            self.hunks.append((ours_range.start, ours_range.stop, before, self._size))
        self._go(size, ours, theirs)

    def text(self) -> str:
        """The parts as one text; should two words become one by standing side by side, all are set apart."""
        joined = "".join(lead + part for lead, part in self._found)
        expected = [word for _, part in self._found for word in words(part)]
        return joined if words(joined) == expected else " ".join(expected)

    def _go(self, *steps: int) -> None:
        self._at = Three(*(at + step for at, step in zip(self._at, steps, strict=True)))

    def _settled_lead(self) -> str:
        """The white space before the next word of the base, as the sides have it."""
        return settled(Three(*(_lead(each, at) for each, at in zip(self._texts, self._at, strict=True))))

    def _copy(self, side: Passage, said: range, is_in_place: bool) -> None:
        for place in said:
            word = side.words[place]
            lead = self._settled_lead() if is_in_place and place == said.start else side.lead(place)
            self._put(lead, word, (word, word))

    def _bracket(self, ours: range, theirs: range) -> None:
        mine, other = self._texts.ours.text(ours), self._texts.theirs.text(theirs)
        lead = self._settled_lead() if ours and theirs else " "
        my_words, other_words = self._texts.ours.some(ours), self._texts.theirs.some(theirs)
        self.is_torn |= not (is_balanced(my_words) and is_balanced(other_words))
        if said := my_words or other_words:
            self._put(lead, in_brackets(mine, other, ("", "")), (said[0], said[-1]))

    def _put(self, lead: str, text: str, ends: tuple[str, str]) -> None:
        """Words between `ends`; they stand glued to those before only if the two stand so somewhere, or one of them
        is the sign of a bracket around the other."""
        if not self._found:
            lead = ""
        elif not lead and self._last != SIGNS[0] and ends[0] != SIGNS[1] and (self._last, ends[0]) not in self._glued:
            lead = " "
        self._found.append((lead, text))
        self._last = ends[1]
        self._size += len(words(text))


def _lead(text: Passage, word: int) -> str:
    return text.lead(word) if word < len(text.words) else ""


def _glued(text: Passage) -> Iterator[tuple[str, str]]:
    for place, pair in enumerate(pairwise(text.words), 1):
        if not text.lead(place):
            yield pair


def own(groups: Iterable[Group]) -> tuple[list[Edit], list[Edit]]:
    """The edits that only one side has: ours, theirs."""
    alone = [each for each in groups if not each.is_shared]
    return [edit for each in alone for edit in each.ours], [edit for each in alone for edit in each.theirs]
