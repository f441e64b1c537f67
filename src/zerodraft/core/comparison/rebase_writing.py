"""The words of two sides written as one text, and where they met both wordings in brackets."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from zerodraft.core.comparison.common_sequence import Hunk
from zerodraft.core.comparison.dispute import in_brackets
from zerodraft.core.comparison.merge_passage import BREAK, SIGNS, Passage
from zerodraft.core.comparison.merge_side import Three, settled
from zerodraft.core.comparison.merge_signs import is_balanced
from zerodraft.core.comparison.rebase_edits import Group
from zerodraft.core.text.words import words


class Written(NamedTuple):
    """A merged text, its paragraphs parted by `BREAK`; the hunks count the words of ours (old) and of the merged text
    (new), a `BREAK` is one. Torn is a bracket of which one sign is missing, stands in another bracket, or in another
    paragraph than the words that it was put around."""

    text: str
    hunks: tuple[Hunk, ...]
    is_torn: bool


def written(texts: Three[Passage], groups: Sequence[Group], *, is_alone: bool = False) -> Written:
    """Ours with the edits of theirs; where they met, both wordings in brackets, or theirs alone."""
    parts = _Parts(texts, is_alone=is_alone)
    for group in groups:
        parts.keep_until(group.start)
        parts.add(group)
    parts.keep_until(len(texts.base.words))
    prefix, suffix = (
        settled(Three(*ends)) for ends in zip(*((each.prefix, each.suffix) for each in texts), strict=True)
    )
    is_torn = all(is_balanced(each.words) for each in texts) and (parts.is_torn or not is_balanced(parts.words))
    crosses = parts.crosses or (_goes_over(parts.words) and not any(_goes_over(each.words) for each in texts))
    return Written(prefix + parts.text() + suffix, tuple(parts.hunks), is_torn or crosses)


class _Parts:
    """The merged text while it is written, with the places in all three texts up to which it is."""

    def __init__(self, texts: Three[Passage], *, is_alone: bool) -> None:
        self._is_alone = is_alone
        self.hunks: list[Hunk] = []
        self.words: list[str] = []
        self.is_torn = False
        self.crosses = False  # a bracket of ours goes over the end of a paragraph
        self._texts = texts
        self._at = Three(0, 0, 0)
        self._glued: set[tuple[str, str]] | None = None
        self._found: list[str] = []
        self._last = ""

    def keep_until(self, end: int) -> None:
        """Words that stand in all three texts; at once where one side left also the space between them as it was."""
        count = end - self._at.base
        if count <= 0:
            return
        self._put(self._settled_lead(), self._texts.base.words[self._at.base])
        self._go(1, 1, 1)
        if count > 1 and not self._keep_stretch(count - 1):
            for _ in range(count - 1):
                self._put(self._settled_lead(), self._texts.base.words[self._at.base])
                self._go(1, 1, 1)

    def _keep_stretch(self, count: int) -> bool:
        base, ours, theirs = (
            each.source[each.ends[at - 1] : each.ends[at + count - 1]]
            for each, at in zip(self._texts, self._at, strict=True)
        )
        if base not in (ours, theirs):
            return False
        self._found.append(theirs if ours == base else ours)
        self.words += self._texts.base.words[self._at.base : self._at.base + count]
        self._last = self.words[-1]
        self._go(count, count, count)
        return True

    def add(self, group: Group) -> None:
        size = group.end - group.start
        ours = size + sum(each.growth for each in group.ours)
        theirs = size + sum(each.growth for each in group.theirs)
        before = len(self.words)
        ours_range = range(self._at.ours, self._at.ours + ours)
        theirs_range = range(self._at.theirs, self._at.theirs + theirs)
        if group.is_collision and not self._is_alone:
            self._bracket(ours_range, theirs_range)
        elif group.ours and not group.is_collision:
            self._copy(self._texts.ours, ours_range, size > 0)
        else:
            self._copy(self._texts.theirs, theirs_range, size > 0)
        if group.theirs and not group.is_shared:
            self.hunks.append((ours_range.start, ours_range.stop, before, len(self.words)))
        self._go(size, ours, theirs)

    def text(self) -> str:
        """The parts as one text; should two words become one by standing side by side, all are set apart."""
        joined = "".join(self._found)
        if words(joined) == [word for word in self.words if word != BREAK]:
            return joined
        return " ".join(self.words).replace(f" {BREAK} ", BREAK)

    def _go(self, *steps: int) -> None:
        self._at = Three(*(at + step for at, step in zip(self._at, steps, strict=True)))

    def _settled_lead(self) -> str:
        """The white space before the next word of the base, as the sides have it."""
        return settled(Three(*(_lead(each, at) for each, at in zip(self._texts, self._at, strict=True))))

    def _copy(self, side: Passage, said: range, is_in_place: bool) -> None:
        for place in said:
            lead = self._settled_lead() if is_in_place and place == said.start else side.lead(place)
            self._put(lead, side.words[place])

    def _bracket(self, ours: range, theirs: range) -> None:
        mine, other = self._texts.ours.text(ours), self._texts.theirs.text(theirs)
        lead = self._settled_lead() if ours and theirs else " "
        my_words, other_words = self._texts.ours.some(ours), self._texts.theirs.some(theirs)
        self.is_torn |= not (is_balanced(my_words) and is_balanced(other_words))
        self.crosses |= BREAK in my_words or BREAK in other_words
        said = my_words or other_words  # what both took out alike is no collision
        self._space(lead, said[0])
        text = in_brackets(mine, other, ("", ""))
        self._found.append(text)
        self.words += words(text)
        self._last = said[-1]

    def _put(self, lead: str, word: str) -> None:
        self._space(lead, word)
        self._found.append(word)
        self.words.append(word)
        self._last = word

    def _space(self, lead: str, word: str) -> None:
        """What stands before a word. Two stand glued only if they stand so somewhere, or one of them is the sign of a
        bracket around the other."""
        if not self.words or BREAK in (word, self._last):
            return
        if not lead and self._last != SIGNS[0] and word != SIGNS[1] and not self._is_glued(self._last, word):
            lead = " "
        self._found.append(lead)

    def _is_glued(self, word: str, following: str) -> bool:
        if self._glued is None:
            self._glued = {pair for each in self._texts for pair in _glued(each)}
        return (word, following) in self._glued


def _goes_over(row: Sequence[str]) -> bool:
    """Whether a bracket goes over the end of a paragraph."""
    if BREAK not in row:
        return False
    depths = accumulate((word == SIGNS[0]) - (word == SIGNS[1]) for word in row)
    return any(depth for word, depth in zip(row, depths, strict=True) if word == BREAK)


def _lead(text: Passage, word: int) -> str:
    return text.lead(word) if word < len(text.words) else ""


def _glued(text: Passage) -> Iterator[tuple[str, str]]:
    for pair, end, start in zip(pairwise(text.words), text.ends, text.starts[1:], strict=False):
        if end == start:
            yield pair
