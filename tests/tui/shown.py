"""What a Textual app shows while a pilot drives it: its grid of cells, its text, its picture.

The compositor is Textual's own and may change with its next minor version; only this module looks into it.
"""

from rich.cells import cell_len
from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from tests.tui.cells import Grid, Look, Row, plain, row_of
from tests.tui.svg import svg
from textual.app import App, ReturnType
from textual.strip import Strip

_ATTRIBUTES = ("bold", "dim", "italic", "underline", "reverse", "strike")


def shown(app: App[ReturnType]) -> Grid:
    """The cells of the screen on top, with the screens that it lets through."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    return tuple(_row(strips) for strips in update.strips)  # type: ignore[union-attr]


def text_of(app: App[ReturnType]) -> str:
    """The rows of the screen, without the spaces at their ends."""
    return "\n".join(plain(row) for row in shown(app))


def picture_of(app: App[ReturnType], title: str) -> str:
    """The screen as an SVG; the title is read out to whoever can't see it."""
    return svg(shown(app), title)


def _row(strips: list[Strip]) -> Row:
    segments = [segment for strip in strips for segment in strip if not segment.control]
    return row_of([(segment.text, _look(segment)) for segment in segments], cell_len)


def _look(segment: Segment) -> Look:
    style = segment.style or Style.null()
    attributes = frozenset(name for name in _ATTRIBUTES if getattr(style, name))
    return Look(_colour(style.color), _colour(style.bgcolor), attributes)


def _colour(colour: Color | None) -> str:
    match colour:
        case None | Color(type=ColorType.DEFAULT):
            return ""
        case Color(triplet=None):
            return str(colour.number)
        case _:
            return colour.get_truecolor().hex
