"""Pieces of text made into strips, the rows that Textual sends to the terminal."""

from collections.abc import Iterable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.core.text.width import cells
from zerodraft.tui.columns import filled
from zerodraft.tui.widgets.row import Piece


def strip_of(pieces: Sequence[Piece], styles: Mapping[str, Style], base: Style) -> Strip:
    """One row; each text takes as many cells as terminals give it, whatever Textual counts (see `columns`)."""
    segments: list[Segment] = []
    column = 0
    for text, name in pieces:
        if not text:
            continue
        style = base + styles[name] if name else base
        segments.append(Segment(filled(text), style))
        column += cells(text)
    return Strip(segments, column)


class Inks(dict[str, Style]):
    """What the component classes `prefix--name` of a widget set, by name; found out when the name is first used.

    Several names with spaces between are all of them, the last one counting most.
    """

    def __init__(self, widget: Widget, prefix: str) -> None:
        super().__init__()
        self._widget = widget
        self._prefix = prefix

    def __missing__(self, name: str) -> Style:
        if " " in name:
            style = sum((self[each] for each in name.split()), Style.null())
        else:
            style = _ink(self._widget, f"{self._prefix}--{name}")
        self[name] = style
        return style


def inks_of(widget: Widget, prefix: str, names: Iterable[str]) -> dict[str, Style]:
    """The same for some names, all at once."""
    return {name: _ink(widget, f"{prefix}--{name}") for name in names}


def _ink(widget: Widget, name: str) -> Style:
    """What a component class sets itself. Its colours are those blended with the ground below: the partial style
    has lost their transparency, and shows quiet words brighter than all others."""
    own = widget.get_component_rich_style(name, partial=True)
    blended = widget.get_component_rich_style(name)
    return own + Style(color=blended.color if own.color else None, bgcolor=blended.bgcolor if own.bgcolor else None)
