"""The first row: which text this is, what is unsaved, what is being done, and the places."""

from typing import ClassVar, NamedTuple

from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from zerodraft.core.text.visible import visible
from zerodraft.core.text.width import cells
from zerodraft.tui.actions import PLACES
from zerodraft.tui.widgets.row import Piece, Row, fitted, row, shortened, width_of
from zerodraft.tui.widgets.strips import inks_of, strip_of

_BAR_CELLS = 12
_TITLE_CELLS = 16  # what is left of a title before the version goes


class Heading(NamedTuple):
    """Which text this is, the version that it goes back to, and what is unsaved ("" for nothing)."""

    title: str
    version: str = ""
    warning: str = ""


def heading(told: Heading, room: int) -> tuple[Piece, ...]:
    """Where there is little room the title is shortened, then the words of the warning and the version are left out;
    the sign of unsaved words stays."""
    version = (Piece(f" · {told.version}", "quiet"),) if told.version else ()
    words = (Piece(f"  ● {told.warning}", "warning"),) if told.warning else ()
    sign = (Piece("  ●", "warning"),) if told.warning else ()
    name = row(Piece(" "), Piece(told.title, "strong")).head
    for tail in ((*version, *words), (*version, *sign), sign):
        rest = row(*tail).head
        if room - width_of(rest) >= min(width_of(name), _TITLE_CELLS):
            break
    return (*shortened(name, room - width_of(rest)), *rest)


class TopBar(Widget):
    """Title at the left; at the right the places, or the progress of what takes long."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"top--quiet", "top--strong", "top--here", "top--warning"}
    DEFAULT_CSS = """
    TopBar { height: 1; background: $panel; color: $foreground; }
    TopBar > .top--quiet { color: $text-muted; }
    TopBar > .top--strong { text-style: bold; }
    TopBar > .top--here { text-style: bold reverse; }
    TopBar > .top--warning { color: $text-warning; text-style: bold; }
    """

    class PlaceChosen(Message):
        """Somebody clicked on the name of a place."""

        def __init__(self, place: str) -> None:
            self.place = place
            super().__init__()

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here
        self._told = Heading("zerodraft")
        self._doing: tuple[str, float | None] | None = None
        self._targets: list[tuple[int, int, str]] = []

    def show(self, title: str, version: str = "", warning: str = "") -> None:
        """The document, the version its text goes back to, and what is unsaved."""
        told = Heading(title, version, warning)
        if told != self._told:
            self._told = told
            self.refresh()

    def show_progress(self, doing: str, share: float | None = None) -> None:
        """What takes long, and how much of it is done (0 to 1; None where nobody knows)."""
        self._doing = (visible(doing, single_line=True), share)
        self.refresh()

    def hide_progress(self) -> None:
        if self._doing is not None:
            self._doing = None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        tail = self._progress() if self._doing else self._places(width)
        room = max(width - width_of(tail), 0)
        title = fitted(Row(heading(self._told, room)), room)
        self._note_targets(width, tail)
        styles = inks_of(self, "top", ("quiet", "strong", "here", "warning"))
        return strip_of((*title, *tail), styles, self.rich_style).adjust_cell_length(width, self.rich_style)

    def _progress(self) -> tuple[Piece, ...]:
        assert self._doing
        doing, share = self._doing
        if share is None:
            return (Piece(f"{doing} … ", "warning"),)
        full = round(share * _BAR_CELLS)
        return (Piece(f"{doing} "), Piece("█" * full + "░" * (_BAR_CELLS - full)), Piece(f" {share:4.0%} "))

    def _places(self, width: int) -> tuple[Piece, ...]:
        """Names in full where there is room, else only that of this place, else figures alone."""
        title = width_of(heading(self._told, width))
        for form in (self._full, self._short, self._figure):
            pieces = tuple(
                Piece(form(number, place), "here" if place == self._here else "quiet")
                for number, place in enumerate(PLACES, 1)
            )
            if width_of(pieces) + min(title, width // 4) + 1 <= width:
                return pieces
        return pieces

    @staticmethod
    def _full(number: int, place: str) -> str:
        return f" {number} {place.capitalize()} "

    def _short(self, number: int, place: str) -> str:
        return self._full(number, place) if place == self._here else f" {number} "

    @staticmethod
    def _figure(number: int, _place: str) -> str:
        return f"{number} "

    def _note_targets(self, width: int, tail: tuple[Piece, ...]) -> None:
        self._targets = []
        if self._doing:
            return
        start = width - width_of(tail)
        for place, piece in zip(PLACES, tail, strict=True):
            end = start + cells(piece.text)
            self._targets.append((start, end, place))
            start = end

    @property
    def columns(self) -> tuple[tuple[int, str], ...]:
        """Where the name of each place begins; () while progress is shown in their stead."""
        return tuple((start, place) for start, _, place in self._targets)

    def on_click(self, event: events.Click) -> None:
        for start, end, place in self._targets:
            if start <= event.x < end:
                self.post_message(self.PlaceChosen(place))
