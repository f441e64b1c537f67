"""Which rows of two tables belong together."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from zerodraft.core.text.table import Row


def paired(old: tuple[Row, ...], new: tuple[Row, ...]) -> Iterator[tuple[Row | None, Row | None]]:
    """Rows side by side in reading order; None where a row was inserted or deleted.

    Rows that changed are paired in order when as many stand on both sides and their cells agree
    in number; else they are deleted and inserted.
    """
    for op, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        left, right = old[old_start:old_end], new[new_start:new_end]
        if op == "equal" or [len(row) for row in left] == [len(row) for row in right]:
            yield from zip(left, right, strict=True)
        else:
            yield from ((row, None) for row in left)
            yield from ((None, row) for row in right)
