"""Tables of a text: rows and cells, and which rows of two tables belong together."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

Row = tuple[str, ...]

_CELL_END = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[\s|:-]*-[\s|:-]*")


def rows(table: str) -> tuple[Row, ...]:
    """The rows of a Markdown table, the head first; the line of dashes is left out."""
    lines = [line.strip() for line in table.splitlines()]
    return tuple(_cells(line) for line in lines if line and not _RULE.fullmatch(line))


def _cells(line: str) -> Row:
    inside = line.removeprefix("|")
    if inside.endswith("|") and not inside.endswith("\\|"):
        inside = inside[:-1]
    return tuple(cell.strip() for cell in _CELL_END.split(inside))


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
