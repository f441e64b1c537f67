"""Automatic numbers: the main list 1. (a) (i) a. i. that belongs to the forms, and lists that depart from it."""

from collections.abc import Sequence

from zerodraft.export.word.body import FIRST_LIST, STEP
from zerodraft.export.word.document import ITEMS, Fixed, Listing, Restart
from zerodraft.export.word.xml import Element, put, root
from zerodraft.export.xml_words import carried

DEEPEST = 8
"""The last level that Word knows, from 0."""
_MAIN = 1


def template(level: int) -> str:
    """How a number is printed, `%2` the number of the second level: 1. and (a) and (i), below them a. and i."""
    return f"(%{level + 1})" if level in (1, 2) else f"%{level + 1}."


def numerals(level: int) -> str:
    if not level:
        return "decimal"
    return "lowerLetter" if level % 2 else "lowerRoman"


def numbering(lists: Sequence[Listing]) -> Element:
    """The part with all lists."""
    part = root("numbering")
    _definition(part, _MAIN, None)
    fixed = {index: each for index, each in enumerate(lists) if isinstance(each, Fixed)}
    for index, each in fixed.items():
        _definition(part, FIRST_LIST + index, each)
    put(put(part, "num", numId=_MAIN), "abstractNumId", val=_MAIN)
    for index, listing in enumerate(lists):
        name = FIRST_LIST + index
        own = put(part, "num", numId=name)
        put(own, "abstractNumId", val=name if index in fixed else _MAIN)
        if isinstance(listing, Restart):
            put(put(own, "lvlOverride", ilvl=listing.level), "startOverride", val=listing.start)
    return part


def _definition(part: Element, name: int, fixed: Fixed | None) -> None:
    definition = put(part, "abstractNum", abstractNumId=name)
    put(definition, "multiLevelType", val="multilevel")
    for level in range(DEEPEST + 1):
        own = put(definition, "lvl", ilvl=level)
        put(own, "start", val=1)
        put(own, "numFmt", val=numerals(level))
        if fixed is None and level < len(ITEMS):
            put(own, "pStyle", val=ITEMS[level])
        is_fixed = fixed is not None and fixed.level == level
        put(own, "lvlText", val=carried(fixed.label) if fixed and is_fixed else template(level))
        put(own, "lvlJc", val="left")
        margin = put(own, "pPr")
        put(margin, "ind", left=STEP * (level + 1), hanging=STEP)
