"""What a screen shows, cell by cell: read from a terminal, drawn as a picture, compared."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from zerodraft.core.text.width import cells, clusters
from zerodraft.tui.columns import FILLER

_SIGNS = re.compile(r"\x1b\[([\d;:]*)m")
_ATTRIBUTES = {1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "reverse", 9: "strike"}
_ENDED_BY = {22: ("bold", "dim"), 23: ("italic",), 24: ("underline",), 27: ("reverse",), 29: ("strike",)}
_DRAWN_ON_BLANKS = ("underline", "reverse", "strike")


class Look(NamedTuple):
    """How a cell is drawn: colours as `#rrggbb`, a number of the terminal's palette, or "" for its default."""

    colour: str = ""
    ground: str = ""
    attributes: frozenset[str] = frozenset()


class Cell(NamedTuple):
    """One cell: the character that begins there, "" for the second half of a wide one."""

    text: str
    look: Look


BLANK = Cell(" ", Look())
Row = tuple[Cell, ...]
Grid = tuple[Row, ...]


def row_of(pieces: Iterable[tuple[str, Look]], width: Callable[[str], int] = cells) -> Row:
    """The cells of a row that is made of texts, each of one look, as wide as whoever laid them out counts."""
    return tuple(cell for text, look in pieces for cell in _cells_of(text, look, width))


def plain(row: Row) -> str:
    """The characters of a row, without the spaces at its end."""
    return "".join(cell.text for cell in row).rstrip()


def captured(styled: str) -> Grid:
    """The grid that `tmux capture-pane -e` printed: the look goes on from row to row."""
    look = Look()
    rows = []
    for line in styled.splitlines():
        pieces, look = _pieces(line, look)
        rows.append(_trimmed(row_of(pieces)))
    return tuple(rows)


def _pieces(line: str, look: Look) -> tuple[list[tuple[str, Look]], Look]:
    pieces: list[tuple[str, Look]] = []
    done = 0
    for sign in _SIGNS.finditer(line):
        pieces.append((line[done : sign.start()], look))
        look, done = _after(look, sign[1]), sign.end()
    return [*pieces, (line[done:], look)], look


def _after(look: Look, codes: str) -> Look:
    """The look after a sign of the terminal for colours and attributes (SGR)."""
    numbers = iter(int(code or 0) for code in re.split("[;:]", codes))
    for number in numbers:
        if number == 0:
            look = Look()
        elif number in _ATTRIBUTES:
            look = look._replace(attributes=look.attributes | {_ATTRIBUTES[number]})
        elif number in _ENDED_BY:
            look = look._replace(attributes=look.attributes.difference(_ENDED_BY[number]))
        elif 30 <= number <= 39 or 90 <= number <= 97:
            look = look._replace(colour=_colour(number, numbers))
        elif 40 <= number <= 49 or 100 <= number <= 107:
            look = look._replace(ground=_colour(number - 10, numbers))
    return look


def _colour(number: int, following: Iterator[int]) -> str:
    if number == 39:
        return ""
    if number == 38 and next(following, 5) == 2:
        return "#" + "".join(f"{next(following, 0):02x}" for _ in range(3))
    if number == 38:
        return str(next(following, 0))
    return str(number - 30 if number < 90 else number - 82)


def _cells_of(text: str, look: Look, width: Callable[[str], int]) -> Iterator[Cell]:
    for cluster in clusters(text):
        each = cluster.of(text)
        if each == FILLER:
            # The rest of the character before it.
            yield Cell("", look)
            continue
        yield Cell(each, _seen(look) if each == " " else look)
        yield from [Cell("", look)] * (width(each) - 1)


def _seen(look: Look) -> Look:
    """A blank shows its ground, and of the rest only what is drawn through it."""
    drawn = look.attributes.intersection(_DRAWN_ON_BLANKS)
    return Look(look.colour if drawn else "", look.ground, drawn)


def _trimmed(row: Row) -> Row:
    """Without the blanks at the end: a terminal may have written them or never touched them."""
    end = len(row)
    while end and row[end - 1] == BLANK:
        end -= 1
    return row[:end]
