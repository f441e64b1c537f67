"""Automatic numbers of an OpenDocument text: the main list 1. (a) (i) a. i. and lists with a fixed number."""

from collections.abc import Sequence
from typing import NamedTuple

from zerodraft.export.odt.xml import Element, put
from zerodraft.export.word.document import ITEMS, Fixed, Listing, Look, Restart
from zerodraft.export.word.lists import DEEPEST, numerals, template
from zerodraft.export.xml_words import carried

MAIN = "Numbered"
_FORMATS = {"decimal": "1", "lowerLetter": "a", "lowerRoman": "i"}


class Spot(NamedTuple):
    """Where a paragraph stands in which list: the list's style, the level from 0, and the number from which it counts
    anew, None where it goes on."""

    style: str
    level: int
    start: int | None


class Spots:
    """Follows the lists of one text."""

    def __init__(self, lists: Sequence[Listing]) -> None:
        self._lists = lists
        self._begun: set[int] = set()

    def spot(self, look: Look) -> Spot | None:
        """Asked of each paragraph in its order; None for one that bears no number."""
        if look.item is None:
            return Spot(MAIN, ITEMS.index(look.form), None) if look.form in ITEMS else None
        index, level = look.item
        listing = self._lists[index] if index >= 0 else None
        if isinstance(listing, Fixed):
            return Spot(fixed_name(index), level, None)
        is_first = isinstance(listing, Restart) and index not in self._begun
        self._begun.add(index)
        return Spot(MAIN, level, listing.start if is_first and isinstance(listing, Restart) else None)


def fixed_name(index: int) -> str:
    return f"Fixed{index + 1}"


def list_styles(parent: Element, lists: Sequence[Listing]) -> None:
    """The main list, and one for each number that is no count."""
    _style(parent, MAIN, None)
    for index, listing in enumerate(lists):
        if isinstance(listing, Fixed):
            _style(parent, fixed_name(index), listing)


def _style(parent: Element, name: str, fixed: Fixed | None) -> None:
    style = put(parent, "text:list-style", {"style:name": name})
    for level in range(DEEPEST + 1):
        before, _, after = template(level).partition(f"%{level + 1}")
        values: dict[str, str | int] = {"text:level": level + 1}
        if fixed and fixed.level == level:
            label = carried(fixed.label)
            values |= {"style:num-format": "", "style:num-suffix": label, "loext:num-list-format": label}
        else:
            kind = _FORMATS[numerals(level)]
            values |= {"style:num-prefix": before} if before else {}
            values |= {"style:num-suffix": after, "style:num-format": kind}
            values |= {"style:num-letter-sync": "true"} if kind == "a" else {}
        own = put(style, "text:list-level-style-number", values)
        place = put(own, "style:list-level-properties", {"text:list-level-position-and-space-mode": "label-alignment"})
        indent = {"fo:text-indent": "-1cm", "fo:margin-left": f"{level + 1}cm"}
        tab = {"text:label-followed-by": "listtab", "text:list-tab-stop-position": f"{level + 1}cm"}
        put(place, "style:list-level-label-alignment", tab | indent)
