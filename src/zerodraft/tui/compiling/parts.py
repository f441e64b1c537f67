"""The parts of the text in a list, to be ticked: what is open in each."""

from collections import Counter
from typing import NamedTuple

from zerodraft.tui.compiling.compiled import Compiled
from zerodraft.tui.widgets.row import Piece, Row, row

_TICKED, _CLEARED = "☑", "☐"
BRACKETS, PROPOSALS = "[]", "●"


class Open(NamedTuple):
    """How much is open in a part."""

    proposals: int
    brackets: int


def open_in(compiled: Compiled) -> tuple[Open, ...]:
    """One a part."""
    proposals: Counter[int] = Counter()
    for ordinal, entries in compiled.here.items():
        proposals[compiled.part_of(ordinal)] += len(entries)
    brackets = Counter(compiled.part_of(ordinal) for ordinal in compiled.brackets_at)
    return tuple(Open(proposals[part], brackets[part]) for part in range(len(compiled.stretches)))


def part_row(compiled: Compiled, opened: tuple[Open, ...], part: int, *, is_hidden: bool) -> Row:
    """`☑ 2 Crisis management   3 [] 10 ●`."""
    stretch = compiled.stretches[part]
    counts = ((opened[part].brackets, BRACKETS), (opened[part].proposals, PROPOSALS))
    tail = tuple(Piece(f"{count} {sign} ", "quiet" if is_hidden else "accent") for count, sign in counts if count)
    number = (Piece(f"{stretch.number} ", "number"),) if stretch.number else ()
    mark = _CLEARED if is_hidden else _TICKED
    return row(Piece(f"{mark} "), *number, Piece(stretch.name, "quiet" if is_hidden else ""), tail=tail)
