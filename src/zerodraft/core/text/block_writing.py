"""Blocks of Markdown as they are written the usual way: one line each, typed number first."""

from collections.abc import Sequence

BETWEEN = "\n\n"
"""What stands between two blocks."""


def heading(level: int, words: str) -> str:
    return f"{'#' * min(max(level, 1), 6)} {words}".rstrip()


def item(number: str, words: str) -> str:
    """A numbered paragraph or an item of a list; without a number the words alone."""
    return f"{number} {words}".rstrip() if number else words


def note(label: str, words: str) -> str:
    return f"[^{label}]: {words}".rstrip()


def table(rows: Sequence[Sequence[str]]) -> str:
    """The first row is the head; in cells a stroke is written with a backslash."""
    head, *body = rows
    lines = [head, ["---"] * len(head), *body]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def quotation(lines: Sequence[str]) -> str:
    return "\n".join(f"> {line}".rstrip() for line in lines)
