"""First stage of an alignment: paragraphs with the same words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from zerodraft.core.comparison.matching import UNMATCHED, Matching, class_of
from zerodraft.core.text.draft import Paragraph

_Key = tuple[str, str]


def pair_identical(matching: Matching) -> None:
    """Pair paragraphs of the same words and class: the common head and tail, those that occur once,
    their neighbours, then repeated ones in the order of the text. O(paragraphs)."""
    old, new = _keys(matching.old), _keys(matching.new)
    _pair_ends(matching, old, new)
    there = _once(new, matching.unmatched_new())
    for key, ordinal in _once(old, matching.unmatched_old()).items():
        if key in there:
            matching.marry(ordinal, there[key])
    left = set(map(new.__getitem__, matching.unmatched_new()))
    repeated = [ordinal for ordinal in matching.unmatched_old() if old[ordinal] in left]
    if repeated:
        _pair_repeated(matching, repeated, (old, new))


def _keys(paragraphs: Sequence[Paragraph]) -> list[_Key]:
    return [(class_of(paragraph), paragraph.text) for paragraph in paragraphs]


def _once(keys: Sequence[_Key], ordinals: Sequence[int]) -> dict[_Key, int]:
    """Those that occur once among these, in the order of the text."""
    places = {keys[ordinal]: ordinal for ordinal in ordinals}
    if len(places) == len(ordinals):
        return places
    times = Counter(keys[ordinal] for ordinal in ordinals)
    return {key: ordinal for key, ordinal in places.items() if times[key] == 1}


def _pair_ends(matching: Matching, old: Sequence[_Key], new: Sequence[_Key]) -> None:
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


def _pair_repeated(matching: Matching, left: Sequence[int], keys: tuple[Sequence[_Key], Sequence[_Key]]) -> None:
    """Repeated paragraphs ("To this end,") follow the neighbour that is known, forwards and then backwards;
    what is left then is paired in order."""
    old, new = keys
    for step, ordinals in ((1, left), (-1, left[::-1])):
        for ordinal in ordinals:
            if 0 <= ordinal - step < len(old) and matching.to_new[ordinal - step] != UNMATCHED:
                goal = matching.to_new[ordinal - step] + step
                if matching.is_free(ordinal, goal) and old[ordinal] == new[goal]:
                    matching.marry(ordinal, goal)
    there = _places(new, matching.unmatched_new())
    for key, places in _places(old, matching.unmatched_old()).items():
        for first, second in zip(places, there.get(key, ()), strict=False):
            matching.marry(first, second)


def _places(keys: Sequence[_Key], ordinals: Iterable[int]) -> dict[_Key, list[int]]:
    places: dict[_Key, list[int]] = {}
    for ordinal in ordinals:
        places.setdefault(keys[ordinal], []).append(ordinal)
    return places
