"""What stands in the frame of a part of the screen: written without drawing what the frame holds."""

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget

from zerodraft.tui.drawing import redraw
from zerodraft.tui.plain import line


def name_frame(widget: Widget, *, title: str | None = None, subtitle: str | None = None) -> None:
    """Write title and subtitle, each as it was where it is None.

    Textual's own way draws the widget and all that it holds anew: 11 kB to the terminal with each key in a text.
    """
    for name, words, row in (("_border_title", title, -1), ("_border_subtitle", subtitle, widget.size.height)):
        if words is None:
            continue
        told: Content = line(words)
        if told != getattr(widget, name):
            setattr(widget, name, told)
            redraw(widget, Region(-1, row, widget.outer_size.width, 1))
