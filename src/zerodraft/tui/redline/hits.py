"""Finding words in a redline: in what stands on the screen, deleted words too."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.tui.redline.blocks import Blocks
from zerodraft.tui.redline.pieces import words_of


class Hit(NamedTuple):
    """A stretch of the words of a block, half-open."""

    block: int
    start: int
    end: int


def hits(blocks: Blocks, query: str) -> tuple[Hit, ...]:
    """Where the words of a query stand, in reading order; large and small letters and line ends are the same."""
    wanted = r"\s+".join(map(re.escape, query.split()))
    if not wanted:
        return ()
    return tuple(_found(blocks, re.compile(wanted, re.IGNORECASE)))


def _found(blocks: Blocks, pattern: re.Pattern[str]) -> Iterator[Hit]:
    for index in range(len(blocks)):
        for found in pattern.finditer(words_of(blocks[index].pieces)):
            yield Hit(index, *found.span())


def of_block(found: Sequence[Hit], index: int) -> list[tuple[int, int]]:
    """The stretches of one block."""
    first, last = (bisect_left(found, (place, 0, 0)) for place in (index, index + 1))
    return [(hit.start, hit.end) for hit in found[first:last]]
