"""Segments that keep the frame: each takes as many cells as we count, whatever Rich or the terminal counts.

Rich counts a mark beside its letter (Khmer, Burmese, Tamil) as nothing where xterm, VTE and tmux give it a cell,
and a joined emoji as two cells where most terminals take six. Around such a character the terminal is told to
remember the column, and to go on so many cells after it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

from zerodraft.core.text.width import cells, clusters

_REMEMBER, _RETURN = "\x1b7", "\x1b8"


class Drawn(NamedTuple):
    """A segment, and how many characters of the text it shows; none for one that only keeps the frame."""

    segment: Segment
    characters: int


def steady(text: str, style: Style) -> Iterator[Drawn]:
    """One text as segments that Rich counts as we do."""
    if text.isascii() or cell_len(text) == cells(text):
        yield Drawn(Segment(text, style), len(text))
        return
    done = 0
    for cluster in clusters(text):
        char = cluster.of(text)
        if cell_len(char) == cells(char):
            continue
        if done < cluster.start:
            yield Drawn(Segment(text[done : cluster.start], style), cluster.start - done)
        yield from _held(char, style)
        done = cluster.end
    if done < len(text):
        yield Drawn(Segment(text[done:], style), len(text) - done)


def _held(char: str, style: Style) -> Iterator[Drawn]:
    """One character in exactly its cells; those that a terminal may leave empty are filled before."""
    wanted = cells(char)
    parts = [char] if cell_len(char) < wanted else list(char)
    drawn = sum(map(cell_len, parts))
    if drawn < wanted:
        yield _control(_REMEMBER + _forward(drawn))
        yield Drawn(Segment(" " * (wanted - drawn), style), 0)
        yield _control(_RETURN)
    yield _control(_REMEMBER)
    yield from (Drawn(Segment(part, style), len(part)) for part in parts)
    yield _control(_RETURN + _forward(wanted))


def _forward(count: int) -> str:
    return f"\x1b[{count}C" if count else ""


def _control(codes: str) -> Drawn:
    return Drawn(Segment(codes, None, [(ControlType.CURSOR_FORWARD, 0)]), 0)


class Steadying(LineFilter):
    """The filters of an app as one, kept from the control segments, which most of them take for text."""

    def __init__(self, within: Sequence[LineFilter]) -> None:
        super().__init__()
        self.within = list(within)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(segment.control for segment in segments):
            return self._filtered(segments, background)
        texts = iter(self._filtered([segment for segment in segments if not segment.control], background))
        return [segment if segment.control else next(texts) for segment in segments]

    def _filtered(self, segments: list[Segment], background: Color) -> list[Segment]:
        for each in self.within:
            segments = each.apply(segments, background)
        return segments
