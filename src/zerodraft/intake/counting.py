"""Automatic numbers of lists: a file says which list and level a paragraph belongs to, what is printed is counted.

With a paragraph inserted or deleted the others have other numbers, so the count is made for one view at a time.
Rules and names of the numerals are those of the WordprocessingML standard.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_LEVELS = 9
LONGEST_TEMPLATE = 100
"""Characters. A printed number has a few; one of a million before each paragraph would be an attack."""

_PLACEHOLDER = re.compile(r"%([1-9])")
_UNPRINTED = {"bullet", "none"}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999
_MOST_LETTERS = 780
"""Thirty times the alphabet: "zzz…". Beyond it, and beyond the Roman numerals, a number is printed in digits."""


class Level(NamedTuple):
    """How one level of a list counts.

    `template` is the number as it is printed, "%1.%2)" for example, each placeholder the number of one level from 1.
    The count begins again after an item of a level smaller than `restart`; levels are counted from 0. `is_legal`: the
    numbers of all levels in digits.
    """

    start: int = 1
    numerals: str = "decimal"
    template: str = ""
    restart: int = 0
    is_legal: bool = False


class ListKind(NamedTuple):
    """A list. Lists with one `counter` go on counting where the other stopped, except at the levels that have a start
    of their own in `starts`: these begin again at the list's first item."""

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def begin(self, level: int) -> int:
        return self.starts.get(level, self.levels[level].start)


class Item(NamedTuple):
    """The list that a paragraph belongs to, by name, and its level in it, from 0."""

    list: str
    level: int


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a file by name, and for each block its item as it is and as it was before a change of format."""

    lists: Mapping[str, ListKind] = field(default_factory=dict)
    items: tuple[tuple[Item | None, Item | None], ...] = ()

    def labels(self, paragraphs: Iterable[tuple[int, bool]]) -> Iterator[str]:
        """The printed number of each paragraph of one view in reading order, "" for none.

        A paragraph is the index of the block whose mark ends it, and whether its change of format is accepted.
        """
        count = _Count()
        for block, is_reshaped in paragraphs:
            now, formerly = self.items[block]
            item = now if is_reshaped else formerly
            kind = self.lists.get(item.list) if item else None
            yield count.next(item, kind) if item and kind and item.level in kind.levels else ""


class _Count:
    """The numbers reached so far, by counter and level."""

    def __init__(self) -> None:
        self._reached: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, item: Item, kind: ListKind) -> str:
        reached = self._reached.setdefault(kind.counter, {})
        if item.list not in self._begun:
            self._begun.add(item.list)
            for level in kind.starts:
                reached.pop(level, None)
        for level in [deeper for deeper in reached if deeper > item.level]:
            if level in kind.levels and kind.levels[level].restart > item.level:
                del reached[level]
        for level in range(item.level):
            if level in kind.levels and level not in reached:
                reached[level] = kind.begin(level)
        reached[item.level] = reached[item.level] + 1 if item.level in reached else kind.begin(item.level)
        return _label(kind.levels, item.level, reached)


def _label(levels: Mapping[int, Level], at: int, reached: Mapping[int, int]) -> str:
    level = levels[at]
    if level.numerals in _UNPRINTED:
        return ""

    def number(placeholder: re.Match[str]) -> str:
        which = int(placeholder[1]) - 1
        if which > at or which not in levels or which not in reached:
            return ""
        numerals = levels[which].numerals
        return printed(reached[which], "decimal" if level.is_legal and numerals != "none" else numerals)

    return _PLACEHOLDER.sub(number, level.template[:LONGEST_TEMPLATE])


def printed(number: int, numerals: str) -> str:
    """One number in the numerals of a list. What is not known here is printed in digits."""
    match numerals:
        case "none" | "bullet":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if 0 < number <= _MOST_LETTERS:
            repeats, letter = divmod(number - 1, 26)
            return _cased(chr(ord("a") + letter) * (repeats + 1), numerals)
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            return _cased(_roman(number), numerals)
        case "ordinal":
            return f"{number}{_ordinal_ending(number)}"
    return str(number)


def _cased(letters: str, numerals: str) -> str:
    return letters.upper() if numerals.startswith("upper") else letters


def _roman(number: int) -> str:
    signs = []
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        signs.append(sign * times)
    return "".join(signs)


def _ordinal_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
