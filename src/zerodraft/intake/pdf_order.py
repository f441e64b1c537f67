"""Glyphs in the order in which they are read: words from right to left are painted from left to right.

A stretch of one direction is painted where it stands, and the stretches follow each other as they are read: the place
falls back where the next stretch stands to the left. Glyphs that share their letters each tell all of them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional, combining

_LINE = 5.0
"""Points: marks above and below letters stand no further from their line."""


_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Painted(NamedTuple):
    """Glyphs painted together, from left to right, and where; `is_reversed` if they say that they are read from the
    right."""

    x: float
    y: float
    glyphs: tuple[str, ...]
    is_reversed: bool = False


class _Way(NamedTuple):
    """How some glyphs are read: from the right, or from the left; neither for signs and figures."""

    right: bool
    left: bool


def in_order(pieces: Sequence[Painted | str]) -> str:
    """The words; texts among them stand where they are."""
    painted = "".join(each if isinstance(each, str) else "".join(each.glyphs) for each in pieces)
    if not _FROM_RIGHT.search(painted):
        return painted
    ways = [_way(each) for each in pieces]
    is_right_to_left = next((way.right for way in ways if way.right or way.left), False)
    return "".join(each for group in _groups(pieces) for each in _read(group, is_right_to_left))


def _way(piece: Painted | str) -> _Way:
    if isinstance(piece, str):
        return _Way(right=False, left=False)
    kinds = {bidirectional(char) for glyph in piece.glyphs for char in glyph}
    right = piece.is_reversed or bool(kinds & {"R", "AL"})
    return _Way(right, not right and "L" in kinds)


class _Group(NamedTuple):
    """What stands on one line, each piece further to the right than the one before. `falls_back`: it stands to the left
    of what was painted before on that line; `is_left_of`: what is painted next on that line stands to its left."""

    pieces: list[Painted | str]
    falls_back: bool
    is_left_of: bool = False


def _groups(pieces: Iterable[Painted | str]) -> list[_Group]:
    found: list[_Group] = []
    for piece in pieces:
        last = found[-1].pieces[-1] if found else None
        is_beside = isinstance(piece, Painted) and isinstance(last, Painted) and abs(piece.y - last.y) < _LINE
        if is_beside and isinstance(piece, Painted) and isinstance(last, Painted) and piece.x >= last.x - 0.01:
            found[-1].pieces.append(piece)
            continue
        if is_beside:
            found[-1] = found[-1]._replace(is_left_of=True)
        found.append(_Group([piece], is_beside))
    return found


def _read(group: _Group, is_right_to_left: bool) -> Iterator[str]:
    """Stretches between words from the left."""
    for is_left, found in groupby(group.pieces, key=lambda each: isinstance(each, str) or _way(each).left):
        stretch = list(found)
        painted = [each for each in stretch if isinstance(each, Painted)]
        if is_left or not any(_way(each).right for each in painted):
            yield from (each if isinstance(each, str) else "".join(each.glyphs) for each in stretch)
            continue
        is_first = stretch[0] is group.pieces[0]
        start, end = (0, len(painted)) if is_right_to_left else _ends(painted, group, is_first)
        yield from ("".join(each.glyphs) for each in painted[:start])
        yield from _from_right(painted[start:end])
        yield from ("".join(each.glyphs) for each in painted[end:])


def _ends(painted: Sequence[Painted], group: _Group, is_first: bool) -> tuple[int, int]:
    """In a text from the left, signs at the ends of a stretch belong to what is around it, but for those on whose other
    side a figure stands."""
    ways = [_way(each).right for each in painted]
    start, end = ways.index(True), len(ways) - ways[::-1].index(True)
    if is_first and group.falls_back:
        is_space = end < len(painted) and not "".join(painted[end].glyphs).strip()
        return 0, end + is_space
    is_joined = start and group.is_left_of and not any(char.isdigit() for char in "".join(painted[start - 1].glyphs))
    return (start - 1 if is_joined else start), end


def _from_right(painted: Sequence[Painted]) -> Iterator[str]:
    last = ""
    for each in reversed(painted):
        for glyph in reversed(each.glyphs) if _way(each).right else each.glyphs:
            if glyph != last or not any(map(combining, glyph)):
                yield glyph
            last = glyph
