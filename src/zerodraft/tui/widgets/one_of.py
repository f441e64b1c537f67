"""One of a few words, chosen with the arrow keys, the space bar or a click."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from zerodraft.tui.widgets.choices import Choices


class OneOf(Choices, can_focus=True):
    """A field of its own: what is chosen stands out."""

    DEFAULT_CSS = """
    OneOf { padding: 0 1; background: $panel; }
    OneOf:focus { background: $primary 25%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,space", "step(1)", "Next", show=False),
        Binding("left,up", "step(-1)", "Previous", show=False),
    ]

    def action_step(self, by: int) -> None:
        self.choose(self.stepped(self.chosen, by))

    def on_choices_taken(self, event: Choices.Taken) -> None:
        event.stop()
        self.choose(event.words)
