"""First stage of an alignment: paragraphs with the same words."""

from zerodraft.core.comparison.matching import UNMATCHED, Matching, class_of
from zerodraft.core.text.draft import Paragraph

_Key = tuple[str, str]


def pair_identical(matching: Matching) -> None:
    """Pair paragraphs of the same words and class: the common head and tail, those that occur once,
    their neighbours, then repeated ones in the order of the text. O(paragraphs)."""
    old = [_key(paragraph) for paragraph in matching.old]
    new = [_key(paragraph) for paragraph in matching.new]
    _pair_ends(matching, old, new)
    left_old, left_new = _places(old, matching.unmatched_old()), _places(new, matching.unmatched_new())
    for key, places in left_old.items():
        if len(places) == 1 and len(left_new.get(key, ())) == 1:
            matching.marry(places[0], left_new[key][0])
    _pair_neighbours(matching, old, new)
    left_new = _places(new, matching.unmatched_new())
    for key, places in _places(old, matching.unmatched_old()).items():
        for first, second in zip(places, left_new.get(key, ()), strict=False):
            matching.marry(first, second)


def _key(paragraph: Paragraph) -> _Key:
    return (class_of(paragraph), paragraph.text)


def _places(keys: list[_Key], ordinals: list[int]) -> dict[_Key, list[int]]:
    places: dict[_Key, list[int]] = {}
    for ordinal in ordinals:
        places.setdefault(keys[ordinal], []).append(ordinal)
    return places


def _pair_ends(matching: Matching, old: list[_Key], new: list[_Key]) -> None:
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        if matching.is_free(head, head):
            matching.marry(head, head)
        head += 1
    tail = 1
    while tail <= shorter - head and old[-tail] == new[-tail]:
        if matching.is_free(len(old) - tail, len(new) - tail):
            matching.marry(len(old) - tail, len(new) - tail)
        tail += 1


def _pair_neighbours(matching: Matching, old: list[_Key], new: list[_Key]) -> None:
    """Repeated paragraphs ("To this end,") follow the neighbour that is known, forwards and then backwards."""
    for step in (1, -1):
        for first in range(len(old))[::step]:
            second = matching.to_new[first]
            if second == UNMATCHED or not matching.is_free(first + step, second + step):
                continue
            if old[first + step] == new[second + step]:
                matching.marry(first + step, second + step)
