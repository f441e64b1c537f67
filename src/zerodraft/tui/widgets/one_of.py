"""One of a few words, chosen with the arrow keys, the space bar or a click."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.strip import Strip

from zerodraft.core.text.width import cells
from zerodraft.tui.widgets.choices import Choices
from zerodraft.tui.widgets.row import Piece, fitted, row
from zerodraft.tui.widgets.strips import inks_of, strip_of

_BETWEEN = 3  # cells


class OneOf(Choices, can_focus=True):
    """A field of its own: what is chosen stands out; where there is no room for all words, it stands alone."""

    DEFAULT_CSS = """
    OneOf { padding: 0 1; background: $panel; }
    OneOf:focus { background: $primary 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,space", "step(1)", "Next", show=False),
        Binding("left,up", "step(-1)", "Previous", show=False),
    ]

    @property
    def has_room(self) -> bool:
        return sum(cells(each) + _BETWEEN for each in self.words) - _BETWEEN <= self.size.width

    def render_line(self, y: int) -> Strip:
        if self.has_room:
            return super().render_line(y)
        alone = row(Piece("‹ ", "quiet"), Piece(self.chosen, "chosen"), tail=(Piece("›", "quiet"),))
        styles = inks_of(self, "choices", ("quiet", "chosen"))
        return strip_of(fitted(alone, self.size.width), styles, self.rich_style)

    def action_step(self, by: int) -> None:
        self.choose(self.stepped(self.chosen, by))

    def on_click(self, event: events.Click) -> None:
        """To the next one, where only one is seen."""
        if not self.has_room:
            event.prevent_default()
            self.action_step(1 if event.x > 1 else -1)

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.choose(event.words)
