"""What is typed on a screen: edits by line and column, played again on the text in which they were made."""

from collections.abc import Iterable
from typing import NamedTuple

# Characters that may be copied; an hour of typing in a line of 400,000 characters copies 8,000,000,000. More is
# no typing, and would keep whoever opens it waiting for minutes.
_MOST_WORK = 20_000_000_000


class Stroke(NamedTuple):
    """One edit: from here to there stands `text` now.

    Lines count from 0 and end at "\\n" alone; columns are code points from 0, a "\\r" before the line end included.
    """

    start_line: int
    start_column: int
    end_line: int
    end_column: int
    text: str


class Replayed(NamedTuple):
    """A text after some strokes; `strokes` says how many of them fitted, one after the other from the first on."""

    text: str
    strokes: int


def replay(source: str, strokes: Iterable[Stroke]) -> Replayed:
    """The text after all strokes, each made on what the one before left; the first that doesn't fit ends it."""
    lines = source.split("\n")
    done = work = 0
    for stroke in strokes:
        if not _fits(stroke, lines):
            break
        first, last = lines[stroke.start_line], lines[stroke.end_line]
        changed = f"{first[: stroke.start_column]}{stroke.text}{last[stroke.end_column :]}".split("\n")
        work += len(first) + len(last) + len(stroke.text)
        if len(changed) == 1 and stroke.start_line == stroke.end_line:
            lines[stroke.start_line] = changed[0]
        else:
            work += len(lines)
            lines[stroke.start_line : stroke.end_line + 1] = changed
        if work > _MOST_WORK:
            break
        done += 1
    return Replayed("\n".join(lines), done)


def _fits(stroke: Stroke, lines: list[str]) -> bool:
    start_line, start_column, end_line, end_column, _ = stroke
    return (
        0 <= start_line <= end_line < len(lines)
        and 0 <= start_column <= len(lines[start_line])
        and 0 <= end_column <= len(lines[end_line])
        and (start_line, start_column) <= (end_line, end_column)
    )


def stroke_between(old: str, new: str) -> Stroke:
    """The one edit that makes `new` of `old`: all between what both begin and end with."""
    shorter = min(len(old), len(new))
    start = _common(old, new, shorter)
    tail = _common(old[::-1], new[::-1], shorter - start)
    end = len(old) - tail
    return Stroke(*_place(old, start), *_place(old, end), new[start : len(new) - tail])


def _common(first: str, second: str, most: int) -> int:
    """How many characters both begin with, `most` at the most; by halves, for slices compare 1,000 times faster."""
    known, limit = 0, most
    while known < limit:
        middle = (known + limit + 1) // 2
        if first[known:middle] == second[known:middle]:
            known = middle
        else:
            limit = middle - 1
    return known


def _place(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset), offset - (text.rfind("\n", 0, offset) + 1)
