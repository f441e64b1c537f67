"""Frames and blocks as shapes, understood from their Unicode names: fonts leave gaps between them."""

from functools import cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple
from unicodedata import name

WIDTH, HEIGHT = 8, 18  # of a cell, in pixels; a monospaced letter of 13 px is 7.8 wide
_EIGHTHS = {
    "ONE EIGHTH": 1,
    "ONE QUARTER": 2,
    "THREE EIGHTHS": 3,
    "HALF": 4,
    "FIVE EIGHTHS": 5,
    "THREE QUARTERS": 6,
    "SEVEN EIGHTHS": 7,
}
_ENDS: dict[str, tuple[str, ...]] = {end: (end,) for end in ("LEFT", "RIGHT", "UP", "DOWN")}
_ENDS |= {"HORIZONTAL": ("LEFT", "RIGHT"), "VERTICAL": ("UP", "DOWN")}
_WEIGHTS = {"LIGHT": 1, "HEAVY": 2}


class Area(NamedTuple):
    """A rectangle, in pixels from the corner of its cell or of the picture."""

    x: float
    y: float
    width: float
    height: float

    def moved(self, x: float, y: float) -> "Area":
        return Area(self.x + x, self.y + y, self.width, self.height)


@cache
def areas(char: str) -> tuple[Area, ...]:
    """What is filled for `▁`, `▎`, `█`, `─`, `┃`, `┼` and their like; nothing for other characters."""
    words = name(char, "") if len(char) == 1 else ""
    return _block(words) or _lines(words)


@cache
def arc(char: str) -> str:
    """The line of `╭`, `╮`, `╰` or `╯` as SVG path commands from the corner of the cell; "" for others."""
    words = (name(char, "") if len(char) == 1 else "").removeprefix("BOX DRAWINGS LIGHT ARC ").split(" AND ")
    if len(words) != 2 or not set(words) <= _ENDS.keys():
        return ""
    x, y = WIDTH / 2, HEIGHT / 2
    start, turn = (0, 1) if "UP" in words else (HEIGHT, -1)
    side = x if "RIGHT" in words else -x
    return f"m{x:g} {start:g}v{turn * (y - x):g}q0 {turn * x:g} {side:g} {turn * x:g}"


def merged(parts: list[Area]) -> list[Area]:
    """The same ground in fewer rectangles: neighbours of one height, then stacks of one width."""
    rows = sorted(parts, key=attrgetter("y", "height", "x"))
    wide: list[Area] = []
    for _, row in groupby(rows, attrgetter("y", "height")):
        wide += _joined(list(row), "x", "width")
    columns = sorted(wide, key=attrgetter("x", "width", "y"))
    tall: list[Area] = []
    for _, column in groupby(columns, attrgetter("x", "width")):
        tall += _joined(list(column), "y", "height")
    return sorted(tall, key=attrgetter("y", "x"))


def _joined(line: list[Area], start: str, size: str) -> list[Area]:
    done: list[Area] = []
    for area in line:
        end = getattr(done[-1], start) + getattr(done[-1], size) if done else None
        if end == getattr(area, start):
            done[-1] = done[-1]._replace(**{size: getattr(done[-1], size) + getattr(area, size)})
        else:
            done.append(area)
    return done


def _block(words: str) -> tuple[Area, ...]:
    if words == "FULL BLOCK":
        return (Area(0, 0, WIDTH, HEIGHT),)
    side, _, amount = words.removesuffix(" BLOCK").partition(" ")
    part = _EIGHTHS.get(amount, 0) / 8
    if not part or not words.endswith(" BLOCK"):
        return ()
    wide, tall = part * WIDTH, part * HEIGHT
    shapes = {
        "LOWER": Area(0, HEIGHT - tall, WIDTH, tall),
        "UPPER": Area(0, 0, WIDTH, tall),
        "LEFT": Area(0, 0, wide, HEIGHT),
        "RIGHT": Area(WIDTH - wide, 0, wide, HEIGHT),
    }
    return (shapes[side],)


def _lines(words: str) -> tuple[Area, ...]:
    """Straight lines of one weight; characters that mix two are left to the font."""
    weight, _, named = words.removeprefix("BOX DRAWINGS ").partition(" ")
    ways = named.split(" AND ") if " AND " in named else [named]
    if not words.startswith("BOX DRAWINGS ") or weight not in _WEIGHTS or not set(ways) <= _ENDS.keys():
        return ()
    thick = _WEIGHTS[weight]
    left, top = (WIDTH - thick) / 2, (HEIGHT - thick) / 2
    across, down = (WIDTH + thick) / 2, (HEIGHT + thick) / 2
    whole = {"HORIZONTAL": Area(0, top, WIDTH, thick), "VERTICAL": Area(left, 0, thick, HEIGHT)}
    halves = {
        "LEFT": Area(0, top, across, thick),
        "RIGHT": Area(left, top, across, thick),
        "UP": Area(left, 0, thick, down),
        "DOWN": Area(left, top, thick, down),
    }
    return tuple((whole | halves)[way] for way in ways)
