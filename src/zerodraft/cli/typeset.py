"""Lines of a terminal: words with a style, wrapped to cells, with a gutter before them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zerodraft.cli.voice import Pen
from zerodraft.core.text.splice import Span
from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells, wrap

NO_WRAPPING = 1_000_000  # a width that no line reaches
MEASURE = 100  # a longer line is hard to follow back to its beginning


@dataclass(frozen=True, slots=True)
class Ink:
    """Words in one style (an SGR sequence, "" for none)."""

    text: str
    style: str = ""


Line = tuple[Ink, ...]


def ink(text: str, style: str = "") -> Line:
    """Words of a user as they may be shown, in one style."""
    return (Ink(visible(text), style),)


def wrapped(inks: Sequence[Ink], width: int) -> Iterator[Line]:
    """The inks in lines of at most `width` cells."""
    text = "".join(each.text for each in inks)
    first, before = 0, 0
    for span in wrap(text, max(1, width)):
        while first < len(inks) and before + len(inks[first].text) <= span.start:
            before += len(inks[first].text)
            first += 1
        yield tuple(_within(inks[first:], before, span))


def _within(inks: Iterable[Ink], place: int, span: Span) -> Iterator[Ink]:
    """The parts of `inks` that stand in `span`; the first of them stands at `place`."""
    for each in inks:
        if place >= span.end:
            return
        part = each.text[max(0, span.start - place) : span.end - place]
        if part:
            yield Ink(part, each.style)
        place += len(each.text)


def length(line: Iterable[Ink]) -> int:
    return sum(cells(each.text) for each in line)


def padded(line: Line, width: int) -> Line:
    """A line filled up with spaces."""
    return (*line, Ink(" " * (width - length(line))))


def hung(head: Line, body: Sequence[Ink], width: int, later: Line = ()) -> Iterator[Line]:
    """`body` beside a gutter: `head` on the first line, `later` on the others, filled up to the same width."""
    indent = length(head)
    for count, line in enumerate(wrapped(body, width - indent)):
        yield (*(padded(later, indent) if count else head), *line)


def indented(lines: Iterable[Line], indent: Line) -> Iterator[Line]:
    """Each line behind the same gutter; an empty one stays empty."""
    return ((*indent, *line) if line else line for line in lines)


def painted(line: Iterable[Ink], pen: Pen) -> str:
    """A line as it is written, without spaces at its end."""
    drawn = list(line)
    while drawn and not drawn[-1].text.strip(" ") and not drawn[-1].style:
        drawn.pop()
    return "".join(pen(each.text, each.style) if each.style else each.text for each in drawn).rstrip(" ")
