"""How near two wordings are: as a whole, as a stretch of one of them, or in a clause that both have."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from zerodraft.core.comparison.redline import changed_words
from zerodraft.core.comparison.similar import IN_PLACE
from zerodraft.core.comparison.tidy import carries_meaning
from zerodraft.core.text.words import word_spans

Stretch = tuple[int, int]
"""Half-open: from word to word, or from code point to code point."""

Gram = tuple[str, ...]

_SHORTEST_CLAUSE = 5
_LEAST_SAID = 3  # words with meaning in a clause: “in accordance with international law” has three
_MOST_OF_IT = 0.8  # a stretch stands for its paragraph when that has less than this of its likeness
_GAP = 0.5  # what a word in between takes from a clause, of what a common one gives
_MOST_ROWS = 60  # of common words; where there are more, only the whole is compared: stretches are 60 times as many


class Wording:
    """The words of a paragraph without its punctuation, in small letters, and where they stand."""

    __slots__ = ("_spans", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = [(start, end) for start, end in word_spans(text) if any(map(str.isalnum, text[start:end]))]
        self.words = [text[start:end].casefold() for start, end in self._spans]

    def grams(self) -> set[Gram]:
        """The runs of three words, and the single words that carry meaning."""
        runs = zip(self.words, self.words[1:], self.words[2:], strict=False)
        return {*runs, *((word,) for word in self.words if carries_meaning(word))}

    def places(self, words: Stretch) -> Stretch:
        """Where these words stand in the text; the marks around it belong to the whole of it."""
        first, last = words
        if last - first == len(self.words):
            return 0, len(self.text)
        return self._spans[first][0], self._spans[last - 1][1]


class Match(NamedTuple):
    """Words of two wordings that belong together; how many are `common`, in the same order, and how many of these say
    something by themselves."""

    here: Stretch
    there: Stretch
    common: int
    said: int

    @property
    def likeness(self) -> float:
        """Dice's coefficient of the two stretches, 0 to 1."""
        words = self.here[1] - self.here[0] + self.there[1] - self.there[0]
        return 2 * self.common / words if words else 0.0

    def to(self, last: "Match") -> "Match":
        """From this one to a later one; between them nothing is common."""
        return Match(
            (self.here[0], last.here[1]),
            (self.there[0], last.there[1]),
            self.common + last.common,
            self.said + last.said,
        )


def match(here: Wording, there: Wording) -> Match | None:
    """What of `there` is nearest to all of `here`; where that is little, the clause that both have, if there is one."""
    rows = _rows(here, there)
    if not rows:
        return None
    all_of_it = (0, len(here.words)), (0, len(there.words))
    whole = Match(*all_of_it, sum(row.common for row in rows), sum(row.said for row in rows))
    inside = whole if len(rows) > _MOST_ROWS else _inside(rows, len(here.words))
    near = whole if whole.likeness >= _MOST_OF_IT * inside.likeness else inside
    if near.likeness >= IN_PLACE and near.said >= IN_PLACE * sum(map(carries_meaning, here.words)):
        return near if near is whole else _trimmed(near, here, there)
    clause = _trimmed(_clause(rows), here, there)
    is_clause = clause.here[1] - clause.here[0] >= _SHORTEST_CLAUSE and clause.said >= _LEAST_SAID
    return clause if is_clause else None


def _trimmed(near: Match, here: Wording, there: Wording) -> Match:
    """Without the “and” or “of the” at its end, unless the words asked for end so too."""
    while near.there[1] > near.there[0]:
        last = there.words[near.there[1] - 1]
        if carries_meaning(last) or (last == here.words[-1] and near.here[1] == len(here.words)):
            return near
        less = near.here[1] - (near.here[1] < len(here.words))
        near = Match((near.here[0], less), (near.there[0], near.there[1] - 1), near.common - 1, near.said)
    return near


def _rows(here: Wording, there: Wording) -> list[Match]:
    """The rows of words that both have, in order."""
    found: list[Match] = []
    ends = (len(here.words),) * 2 + (len(there.words),) * 2
    here_done = there_done = 0
    for start, end, start_there, end_there in (*changed_words(here.words, there.words), ends):
        if start > here_done:
            said = sum(map(carries_meaning, here.words[here_done:start]))
            found.append(Match((here_done, start), (there_done, start_there), start - here_done, said))
        here_done, there_done = end, end_there
    return found


def _inside(rows: Sequence[Match], words: int) -> Match:
    """The stretch of the other wording that is nearest to all the words."""
    spans = (span for place in range(len(rows)) for span in accumulate(rows[place:], Match.to))
    return max((span._replace(here=(0, words)) for span in spans), key=lambda span: (span.likeness, span.common))


def _clause(rows: Sequence[Match]) -> Match:
    """The densest stretch of common words."""
    best, most = rows[0], 0.0
    current, worth = rows[0], 0.0
    for row in rows:
        between = row.here[0] - current.here[1] + row.there[0] - current.there[1]
        if worth > _GAP * between and row is not current:
            current, worth = current.to(row), worth - _GAP * between + row.common
        else:
            current, worth = row, float(row.common)
        if worth > most:
            best, most = current, worth
    return best
