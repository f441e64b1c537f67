"""Two sides' changes to some paragraphs: which of them meet. The end of a paragraph is a word like any other."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.merge_passage import BREAK, SIGNS, Passage, changed
from zerodraft.core.text.sentences import ends_sentence, sentence_starts
from zerodraft.core.text.splice import Span


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


def passage(*paragraphs: str) -> Passage:
    """Paragraphs given by their words alone, with a `BREAK` between two; white space around the first is the prefix
    of all, that around the last the suffix. No paragraph has no words, as one that is empty."""
    spans: list[Span] = []
    done = 0
    for text in paragraphs or ("",):
        start = done + len(text) - len(text.lstrip())
        spans.append(Span(start, max(start, done + len(text.rstrip()))))
        done += len(text) + len(BREAK)
    source = BREAK.join(paragraphs)
    return Passage(source, Span(0, len(source)), spans)


def edits(base: Passage, side: Passage) -> list[Edit]:
    """What a side changed, in order; between two of them stands a word of the base."""
    return [
        Edit(start, end, first, last, tuple(side.words[first:last]))
        for start, end, first, last in changed(base, side)
        if base.words[start:end] != side.words[first:last]
    ]


def grouped(boundaries: frozenset[int], ours: Sequence[Edit], theirs: Sequence[Edit]) -> list[Group]:
    """All edits in the order of the base; those of different sides that meet are one group."""
    both = sorted([*((each, True) for each in ours), *((each, False) for each in theirs)], key=lambda each: each[0][:2])
    found: list[Group] = []
    for edit, is_ours in both:
        here = Group((edit,), ()) if is_ours else Group((), (edit,))
        if found and _belongs(found[-1], edit, is_ours, boundaries):
            last = found.pop()
            here = Group(last.ours + here.ours, last.theirs + here.theirs)
        found.append(here)
    return found


def boundaries(base: Sequence[str]) -> frozenset[int]:
    """The places between sentences, before the first and after the last; also before the end of a paragraph."""
    ends = [place for place, word in enumerate(base) if word == BREAK]
    return frozenset((0, *sentence_starts(base), *ends, *([len(base)] if ends_sentence(base) else ())))


def _belongs(group: Group, edit: Edit, is_ours: bool, boundaries: frozenset[int]) -> bool:
    others = group.theirs if is_ours else group.ours
    return edit.start < group.end or any(_meet(each, edit, boundaries) for each in others)


def _meet(one: Edit, other: Edit, boundaries: frozenset[int]) -> bool:
    """Whether two edits touch and nobody can tell in which order they stand, or one is about what the other took."""
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


def own(groups: Iterable[Group]) -> tuple[list[Edit], list[Edit]]:
    """The edits that only one side has: ours, theirs."""
    alone = [each for each in groups if not each.is_shared]
    return [edit for each in alone for edit in each.ours], [edit for each in alone for edit in each.theirs]
