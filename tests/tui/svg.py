"""A grid of cells as a compact SVG: each text at its column, lines and blocks as shapes, nothing from outside.

The same grid gives the same bytes. Grounds, then lines and blocks, then texts, one row of the screen a line.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from html import escape
from itertools import count, takewhile
from typing import NamedTuple

from tests.tui.box_drawing import HEIGHT, WIDTH, Area, arc, areas, merged
from tests.tui.cells import Cell, Grid, Look, Row, plain

_CELL = Area(0, 0, WIDTH, HEIGHT)
_BASELINE = 13.5  # of a letter of 13 px in a cell
_DEFAULT_COLOUR, _DEFAULT_GROUND = "#e0e0e0", "#121212"
# The first sixteen of a terminal's palette; the others are computed.
_PALETTE = (
    *("#000000", "#cd3131", "#0dbc79", "#b5a000", "#2472c8", "#bc3fbc", "#11a8cd", "#cccccc"),
    *("#767676", "#f14c4c", "#23d18b", "#f5f543", "#3b8eea", "#d670d6", "#29b8db", "#ffffff"),
)
_FONT = "font:13px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;white-space:pre"
_CSS = {
    "bold": "font-weight:bold",
    "dim": "opacity:.66",
    "italic": "font-style:italic",
}
_LINES = {"underline": "underline", "strike": "line-through"}
# Letters and signs that every monospaced font has at one width; others are placed one by one.
_STEADY = ((0x20, 0x2FF), (0x1E00, 0x206F))
_LONGEST_BRIDGE = 8  # blanks; an element of its own is as long


class _Run(NamedTuple):
    """Cells of one row and one look from a column on."""

    column: int
    text: str
    length: int
    rule: str


def svg(grid: Grid, title: str) -> str:
    """The picture of a grid; its title and its plain text are in it for readers and for comparing."""
    columns = max(map(len, grid))
    width, height = columns * WIDTH, len(grid) * HEIGHT
    base = Counter(_ground(cell.look) for row in grid for cell in row).most_common(1)[0][0]
    texts, classes = _texts(grid)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<desc>{escape(chr(10).join(map(plain, grid)))}</desc>",
            f"<style>text{{{_FONT}}}{classes}</style>",
            f'<rect width="{width}" height="{height}" fill="{base}"/>',
            *_grounds(grid, base),
            *_shapes(grid),
            *texts,
            "</svg>\n",
        ]
    )


def _grounds(grid: Grid, base: str) -> Iterator[str]:
    filled: dict[str, list[Area]] = defaultdict(list)
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            if (colour := _ground(cell.look)) != base:
                filled[colour].append(_CELL.moved(x * WIDTH, y * HEIGHT))
    return _filled(filled)


def _shapes(grid: Grid) -> Iterator[str]:
    """Frames and blocks."""
    filled: dict[str, list[Area]] = defaultdict(list)
    drawn: dict[str, list[str]] = defaultdict(list)
    for y, row in enumerate(grid):
        for x, cell in enumerate(row):
            colour = _colour(cell.look)
            for area in areas(cell.text):
                filled[colour].append(area.moved(x * WIDTH, y * HEIGHT))
            if line := arc(cell.text):
                drawn[colour].append(f"M{x * WIDTH} {y * HEIGHT}{line}")
    yield from _filled(filled)
    for colour in sorted(drawn):
        yield f'<path fill="none" stroke="{colour}" d="{"".join(drawn[colour])}"/>'


def _filled(filled: dict[str, list[Area]]) -> Iterator[str]:
    """One path a colour."""
    for colour in sorted(filled):
        shapes = [f"M{x:g} {y:g}h{w:g}v{h:g}h{-w:g}z" for x, y, w, h in merged(filled[colour])]
        yield f'<path fill="{colour}" shape-rendering="crispEdges" d="{"".join(shapes)}"/>'


def _texts(grid: Grid) -> tuple[list[str], str]:
    """The text elements, one line a row, and the rules of their classes in the order of their first use."""
    rules: dict[str, str] = {}
    names = map(_class_name, count())
    lines = []
    for y, row in enumerate(grid):
        elements = []
        for run in _runs(row):
            if run.rule not in rules:
                rules[run.rule] = next(names)
            place = f'x="{run.column * WIDTH}" y="{y * HEIGHT + _BASELINE:g}" class="{rules[run.rule]}"'
            elements.append(f'<text {place} textLength="{run.length * WIDTH}">{escape(run.text, quote=False)}</text>')
        if elements:
            lines.append("".join(elements))
    return lines, "".join(f".{name}{{{rule}}}" for rule, name in rules.items())


def _runs(row: Row) -> Iterator[_Run]:
    """What is written: neighbours of one look in one run with the blanks between them, unsteady characters alone."""
    run: _Run | None = None
    for column, cell in enumerate(row):
        if not _is_written(cell):
            continue
        length = 1 + sum(1 for _ in takewhile(lambda each: each.text == "", row[column + 1 :]))
        new = _Run(column, cell.text, length, _rule(cell.look))
        if run is not None and (gap := _bridge(row, run, new)) is not None:
            run = run._replace(text=run.text + gap + new.text, length=column + length - run.column)
            continue
        if run is not None:
            yield run
        run = new
    if run is not None:
        yield run


def _bridge(row: Row, run: _Run, new: _Run) -> str | None:
    """The blanks between two runs that can be one; none when they can't."""
    between = row[run.column + run.length : new.column]
    is_one = run.rule == new.rule and _is_steady(run.text[-1]) and _is_steady(new.text)
    if not is_one or len(between) > _LONGEST_BRIDGE or any(cell.text != " " for cell in between):
        return None
    return None if between and "text-decoration" in run.rule else " " * len(between)


def _is_written(cell: Cell) -> bool:
    """Not a blank, not the second half of a wide character, not drawn as a shape."""
    if cell.text == " ":
        return bool(cell.look.attributes & {"underline", "strike"})
    return cell.text != "" and not areas(cell.text) and not arc(cell.text)


def _is_steady(text: str) -> bool:
    return len(text) == 1 and any(first <= ord(text) <= last for first, last in _STEADY)


def _rule(look: Look) -> str:
    """The style of a text, as CSS."""
    lines = " ".join(line for name, line in _LINES.items() if name in look.attributes)
    rules = [f"fill:{_colour(look)}", *(rule for name, rule in _CSS.items() if name in look.attributes)]
    return ";".join([*rules, f"text-decoration:{lines}"] if lines else rules)


def _colour(look: Look) -> str:
    return _painted(look.ground, _DEFAULT_GROUND) if "reverse" in look.attributes else _front(look)


def _ground(look: Look) -> str:
    return _front(look) if "reverse" in look.attributes else _painted(look.ground, _DEFAULT_GROUND)


def _front(look: Look) -> str:
    return _painted(look.colour, _DEFAULT_COLOUR)


def _painted(colour: str, default: str) -> str:
    """A colour as `#rrggbb`; a number is one of the terminal's 256."""
    if not colour or colour.startswith("#"):
        return colour or default
    number = int(colour)
    if number < 16:
        return _PALETTE[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    parts = divmod(number - 16, 36)[0], (number - 16) % 36 // 6, (number - 16) % 6
    return "#" + "".join(f"{55 + 40 * part if part else 0:02x}" for part in parts)


def _class_name(number: int) -> str:
    letter = chr(ord("a") + number % 26)
    return letter if number < 26 else f"{letter}{number // 26}"
