"""The line in which words are looked for, and replaced."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from zerodraft.tui.pasting import in_one_line
from zerodraft.tui.plain import line

_KEYS = "⏎ next · ↑ back"


class FindBar(Widget):
    """Hidden until it is asked for, and empty until then: it stands under texts that are to be seen at once. Tells its
    screen what is wanted; the screen finds it."""

    DEFAULT_CSS = """
    FindBar { height: auto; display: none; background: $panel; }
    FindBar.-open { display: block; }
    FindBar Horizontal { height: 1; }
    FindBar Input { border: none; height: 1; width: 1fr; padding: 0 1; background: $surface; }
    FindBar Input:focus { border: none; }
    FindBar .name { width: 10; padding: 0 1; text-style: bold; }
    FindBar .told { width: auto; min-width: 12; padding: 0 1; color: $text-muted; }
    FindBar .replacing { display: none; }
    FindBar.-replacing .replacing { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False),
        Binding("down", "step(1)", "Next", show=False),
        Binding("up", "step(-1)", "Previous", show=False),
        Binding("alt+a", "replace_all", "Replace all", show=False),
    ]

    class Wanted(Message):
        """Other words are looked for, while they are typed."""

        def __init__(self, words: str) -> None:
            self.words = words
            super().__init__()

    class Stepped(Message):
        """To the next place (`by` 1) or the one before (-1)."""

        def __init__(self, by: int) -> None:
            self.by = by
            super().__init__()

    class Replaced(Message):
        """The words at this place, or everywhere, are to be replaced."""

        def __init__(self, words: str, *, everywhere: bool) -> None:
            self.words = words
            self.everywhere = everywhere
            super().__init__()

    class Closed(Message):
        """Nothing is looked for any more."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = Input(id="wanted", select_on_focus=True)
        self._replacement = Input(id="replacement", select_on_focus=True)
        self._told = Static(line(_KEYS), classes="told", id="told")

    def _lines(self) -> tuple[Widget, Widget]:
        return (
            Horizontal(Static("Find", classes="name", markup=False), self._wanted, self._told),
            Horizontal(
                Static("Replace", classes="name", markup=False),
                self._replacement,
                Static(line("enter: this one · alt+a: all"), classes="told", id="all"),
                classes="replacing",
            ),
        )

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    def open(self, words: str = "", *, replacing: bool = False) -> None:
        """Show the bar with words to begin with, and take the focus."""
        self.add_class("-open")
        self.set_class(replacing, "-replacing")
        if not self.children:
            self.mount(*self._lines())
        if words:
            self._wanted.value = in_one_line(words)
        self.screen.set_focus(self._wanted)
        if self._wanted.value:
            self.post_message(self.Wanted(self._wanted.value))

    def show_position(self, told: str) -> None:
        """“3 of 41”; "" where there is none."""
        is_asked = bool(self._wanted.value.strip())
        self._told.update(line(told or ("not found" if is_asked else _KEYS)))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if event.input.id == "wanted" and self.is_open:
            self.post_message(self.Wanted(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id == "wanted":
            self.post_message(self.Stepped(1))
        else:
            self.post_message(self.Replaced(event.value, everywhere=False))

    def on_click(self, event: events.Click) -> None:
        if getattr(event.widget, "id", "") == "all":
            self.action_replace_all()

    def action_step(self, by: int) -> None:
        self.post_message(self.Stepped(by))

    def action_replace_all(self) -> None:
        if self.has_class("-replacing"):
            self.post_message(self.Replaced(self._replacement.value, everywhere=True))

    def action_close(self) -> None:
        self.remove_class("-open", "-replacing")
        self.post_message(self.Closed())
