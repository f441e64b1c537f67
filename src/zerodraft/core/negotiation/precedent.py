"""Agreed language: where other texts say nearly the same.

A paragraph is found by runs of three words, and by words, that it shares with those asked for; what every text says
("We encourage each country to") counts little, what stands in one paragraph only counts much.
"""

from collections.abc import Iterable
from heapq import nlargest
from math import log
from typing import NamedTuple

from zerodraft.core.comparison.changes import Run
from zerodraft.core.comparison.redline import redline
from zerodraft.core.negotiation.nearness import Gram, Match, Stretch, Wording, match
from zerodraft.core.text.draft import Draft, Kind

_NO_LANGUAGE = (Kind.TITLE, Kind.HEADING, Kind.TABLE, Kind.OPAQUE)
_CANDIDATES = 24  # looked at word by word


class Shelved(NamedTuple):
    """A text in which precedents are looked for, by any name."""

    name: str
    draft: Draft


class Precedent(NamedTuple):
    """Words of another text that are near to those asked for.

    `there` is a stretch of the text of paragraph `ordinal`, `here` the stretch of the words asked for that is compared
    with it, in code points. `likeness` is the share of words that both have in the same order, 0 to 1. `runs` lead from
    the agreed words to those asked for.
    """

    name: str
    ordinal: int
    there: Stretch
    here: Stretch
    likeness: float
    runs: tuple[Run, ...]


class _Place(NamedTuple):
    """A paragraph of a text."""

    name: str
    ordinal: int
    wording: Wording


class Precedents:
    """The paragraphs of some texts, to be asked many times."""

    def __init__(self, texts: Iterable[Shelved]) -> None:
        self._places = [
            _Place(text.name, paragraph.ordinal, Wording(paragraph.text))
            for text in texts
            for paragraph in text.draft.paragraphs
            if paragraph.kind not in _NO_LANGUAGE
        ]
        self._grams: dict[Gram, list[int]] = {}
        for number, place in enumerate(self._places):
            for gram in place.wording.grams():
                self._grams.setdefault(gram, []).append(number)

    def nearest(self, words: str, most: int) -> tuple[Precedent, ...]:
        """At most so many, the nearest first: by the words and by the rare language that they share with those asked
        for; of equals the one of the text that was named first."""
        asked = Wording(words)
        weights = self._weights(asked)
        found: list[tuple[float, Precedent]] = []
        for number in nlargest(_CANDIDATES, weights, key=lambda number: (weights[number], -number)):
            place = self._places[number]
            matched = match(asked, place.wording)
            if matched:
                near = 2 * matched.common / (len(asked.words) + matched.there[1] - matched.there[0])
                found.append((near + weights[number], _precedent(asked, place, matched)))
        found.sort(key=lambda each: -each[0])
        return tuple(precedent for _, precedent in found[:most])

    def _weights(self, asked: Wording) -> dict[int, float]:
        """What each paragraph has of the grams asked for, the rare ones counting more: 1 for all of them."""
        grams = sorted(asked.grams())
        worth = {gram: log((1 + len(self._places)) / max(1, len(self._grams.get(gram, ())))) for gram in grams}
        total = sum(worth.values()) or 1.0
        found: dict[int, float] = {}
        for gram in grams:
            for number in self._grams.get(gram, ()):
                found[number] = found.get(number, 0.0) + worth[gram] / total
        return found


def _precedent(asked: Wording, place: _Place, matched: Match) -> Precedent:
    here, there = asked.places(matched.here), place.wording.places(matched.there)
    runs = redline(place.wording.text[slice(*there)], asked.text[slice(*here)])
    return Precedent(place.name, place.ordinal, there, here, matched.likeness, runs)
