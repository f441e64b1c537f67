"""Rows as Textual's strips: exactly as wide as they should be, on every terminal.

Terminals disagree on how wide joined emoji are and the marks of Burmese, Khmer or Tamil. A row that
holds such characters is erased first, then written, and then the cursor is set behind it by the count
of this house: whatever a terminal makes of them, what stands to their right keeps its column.
"""

import re
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import Strip

from zerodraft.core.text.width import cells, is_narrow
from zerodraft.tui.editor.gutter import Run
from zerodraft.tui.editor.inks import Inks

_UNCERTAIN = re.compile(r"[\u1100-\u11ff\u200d\ufe0f\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff]")
_MOVES = ((ControlType.CURSOR_FORWARD, 0),)


def strip_of(runs: Iterable[Run], inks: Inks, width: int, edge: Run) -> Strip:
    """A row of `width` cells, the last of which is the edge; what doesn't fit into so few is cut off."""
    segments: list[Segment] = []
    for text, style in _joined(runs, inks):
        segments.append(Segment(text, style))
    words = "".join(segment.text for segment in segments)
    used = cells(words)
    if used >= width:
        return Strip(segments).adjust_cell_length(width, inks.base)
    if not is_narrow(words) and _is_uncertain(words):
        segments = _held(segments, used, width, inks.base)
    segments += [Segment(" " * (width - 1 - used), inks.base), Segment(edge.text, inks.of(edge.styles))]
    return Strip(_merged(segments), width)


def _joined(runs: Iterable[Run], inks: Inks) -> Iterable[tuple[str, Style]]:
    return ((text, inks.of(names)) for text, names in runs if text)


def _merged(segments: Iterable[Segment]) -> list[Segment]:
    """Neighbours of one style as one: each change of style costs 40 bytes on the way to the terminal."""
    found: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        if found and found[-1].style == segment.style and not (segment.control or found[-1].control):
            found[-1] = Segment(found[-1].text + segment.text, segment.style)
        else:
            found.append(segment)
    return found


def _is_uncertain(words: str) -> bool:
    return cell_len(words) != cells(words) or _UNCERTAIN.search(words) is not None


def _held(segments: Sequence[Segment], used: int, width: int, base: Style) -> list[Segment]:
    """Erase (ECH), save the cursor (DECSC), write, restore it (DECRC), go forward (CUF).

    The whole row is erased: half of an ideograph that is left of it would take the next cell along.
    """
    return [
        Segment(f"\x1b[{width}X", base, _MOVES),
        Segment("\x1b7", None, _MOVES),
        *segments,
        Segment(f"\x1b8\x1b[{used}C", None, _MOVES),
    ]


class Sparing(LineFilter):
    """A filter that leaves control segments alone; Textual's own forget that they are none of the words."""

    def __init__(self, inner: LineFilter) -> None:
        super().__init__()
        self.inner = inner

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if not any(segment.control for segment in segments):
            return self.inner.apply(segments, background)
        spared: list[Segment] = []
        for segment in segments:
            spared += [segment] if segment.control else self.inner.apply([segment], background)
        return spared
