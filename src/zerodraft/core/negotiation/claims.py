"""Who says what of a wording, as a bracket prints it: `Australia, Fiji (AUS-3); Japan support`.

A claim is what some codes say together: the delegations of one proposal, or all that take one position. A semicolon
stands between two claims, so that two proposals of the same words are not taken for one of two delegations.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from zerodraft.core.comparison.dispute import readable
from zerodraft.core.text.bracket import Alternative
from zerodraft.core.text.position import Position, Stance, stance_word

_NUMBERED = re.compile(r"(.+) \(([A-Z][A-Z0-9]*-\d+)\)")
_TO = ("to ", "untuk ")


class Claim(NamedTuple):
    """Some codes with one stance on a wording. `number` is that of the proposal that they made, "" where it is not
    printed. `is_position`, told of a deletion alone, says that others propose it and these agree: `Japan to delete`."""

    codes: tuple[str, ...]
    stance: Stance = Stance.PROPOSE
    number: str = ""
    is_position: bool = False


class Plates:
    """The names under which delegations are printed, and the language of what they say. A name that could not be read
    back, or that two codes share, gives way to the code."""

    def __init__(self, names: Mapping[str, str], language: str = "en") -> None:
        self.language = language
        often = Counter(names.values())
        self._names = {
            code: name for code, name in names.items() if often[name] == 1 and name not in names and readable(name)
        }
        self._codes = {name: code for code, name in self._names.items()}

    def name(self, code: str) -> str:
        return self._names.get(code, code)

    def code(self, name: str) -> str:
        """The code of a printed name; a name that nobody here bears is its own."""
        return self._codes.get(name, name)

    def printed(self, claims: Iterable[Claim]) -> str:
        """All claims on one wording, without the dash before them."""
        return "; ".join(map(self._claim, claims))

    def _claim(self, claim: Claim) -> str:
        number = f" ({claim.number})" if claim.number else ""
        to = _TO[self.language == "id"] if claim.is_position and claim.stance is Stance.DELETE else ""
        stance = "" if claim.stance is Stance.PROPOSE else f" {to}{stance_word(claim.stance, self.language)}"
        return ", ".join(map(self.name, claim.codes)) + number + stance

    def read(self, source: str, alternative: Alternative) -> tuple[Claim, ...]:
        """The claims on one alternative of a bracket of `source`."""
        return tuple(self._read(source, group) for group in _grouped(source, alternative.positions))

    def _read(self, source: str, group: Sequence[Position]) -> Claim:
        *names, last = [each.name for each in group]
        numbered = _NUMBERED.fullmatch(last)
        name, number = numbered.groups() if numbered else (last, "")
        end = group[-1].span.end
        codes = tuple(map(self.code, (*names, name)))
        return Claim(codes, group[0].stance, number, source[end:].lstrip().startswith(_TO))


def _grouped(source: str, positions: Sequence[Position]) -> Iterator[Sequence[Position]]:
    """Positions between which only a comma stands are of one claim."""
    start = 0
    for place, (before, after) in enumerate(pairwise(positions), 1):
        if source[before.span.end : after.span.start].strip() != ",":
            yield positions[start:place]
            start = place
    if positions:
        yield positions[start:]
