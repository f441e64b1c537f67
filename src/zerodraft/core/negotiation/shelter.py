"""Words as they can stand in a bracket beside others: what would be read as several, or as names, gets its own bracket.

[and so on / [ports / ships] - Japan]     Japan's wording is “ports / ships”
"""

import re

from zerodraft.core.text.bracket import Sort, brackets
from zerodraft.core.text.splice import Span

_TELLING = re.compile(r"[\[\]/\\`<!–—-]|agreed|ad\s+ref", re.IGNORECASE)


def sheltered(wording: str) -> str:
    """The words in one more bracket where they need it."""
    return f"[{wording}]" if needs_shelter(_core(wording)) else wording


def bare(printed: str) -> str:
    """What was sheltered."""
    return printed[1:-1] if printed.startswith("[") and needs_shelter(_core(printed)) else printed


def needs_shelter(wording: str) -> bool:
    """Whether the words would not be read back from a bracket, with a name or among others."""
    if not _TELLING.search(wording):
        return False
    named, among = f"[{wording} - X]", f"[x / {wording} / x - X]"
    return _read(named) != [wording] or _read(among) != ["x", wording, "x"]


def is_several_alone(wording: str) -> bool:
    """Whether the words, with nothing else in the bracket, would be read as several, as `and/to` is."""
    return _TELLING.search(wording) is not None and _read(f"[{wording}]") != [wording]


def _core(wording: str) -> str:
    """The words without the brackets around all of them."""
    while _is_one_bracket(wording):
        wording = wording[1:-1]
    return wording


def _is_one_bracket(wording: str) -> bool:
    if not (wording.startswith("[") and wording.endswith("]")):
        return False
    found = brackets(wording).found
    return bool(found) and found[0].span == Span(0, len(wording))


def _read(source: str) -> list[str]:
    """The wordings of a source that should be one bracket, of which the last alone may bear the name X."""
    found = brackets(source).found
    if not found or found[0].span != Span(0, len(source)) or found[0].sort is not Sort.DISPUTED:
        return []
    names = ["".join(position.name for position in each.positions) for each in found[0].alternatives]
    wanted = "X" if source.endswith(" - X]") else ""
    is_named_so = names == [*[""] * (len(names) - 1), wanted]
    return [each.text for each in found[0].alternatives] if is_named_so else []
