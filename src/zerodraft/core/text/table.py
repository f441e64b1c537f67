"""The rows and cells of a Markdown table."""

import re

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
