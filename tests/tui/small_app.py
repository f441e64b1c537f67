"""A small Textual app for the tests of the instruments: an editor, a line that tells what happened, and defects.

    python -m tests.tui.small_app [stale]

With `stale` the line below lags behind after each third key, as a widget with a bad cache does.
"""

import sys
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static, TextArea


class Tally(Widget):
    """Counts key presses; a stale one shows the count before at each third, until it forgets what it drew."""

    DEFAULT_CSS = "Tally { height: 1; background: $panel; }"

    def __init__(self, is_stale: bool) -> None:
        super().__init__()
        self.is_stale, self.count, self.drawn = is_stale, 0, 0

    def add(self) -> None:
        self.count += 1
        if not (self.is_stale and self.count % 3 == 0):
            self.forget()

    def forget(self) -> None:
        self.drawn = self.count
        self.refresh()

    def render_line(self, y: int) -> Strip:
        words = Content(f"{self.drawn} keys").render_segments(self.visual_style)
        return Strip(words).adjust_cell_length(self.size.width, self.visual_style.rich_style)


class SmallApp(App[int]):
    """Press, click, drag, copy; ctrl+l draws everything anew, ctrl+q leaves with 7."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "redraw", priority=True),
        Binding("f2", "copy_words", priority=True),
        Binding("f3", "fail", priority=True),
        Binding("ctrl+q", "leave", priority=True),
    ]

    def __init__(self, is_stale: bool = False) -> None:
        super().__init__()
        self.tally = Tally(is_stale)

    def compose(self) -> ComposeResult:
        yield Static(Content("Ready [shall]"), id="told")
        editor = TextArea("Ports stay open.\n港は開く open\n" + "\n".join(f"line {n}" for n in range(40)), id="editor")
        editor.cursor_blink = False
        yield editor
        yield self.tally

    def on_mount(self) -> None:
        self.query_one(TextArea).focus()

    def tell(self, words: str) -> None:
        self.query_one("#told", Static).update(Content(words))

    def on_key(self, event: events.Key) -> None:
        self.tally.add()
        self.tell(f"key {event.key}")

    def on_text_area_changed(self) -> None:
        self.tally.add()

    def on_paste(self, event: events.Paste) -> None:
        self.tell(f"pasted {event.text}")

    def on_click(self, event: events.Click) -> None:
        self.tell(f"click {event.chain} at {event.screen_x},{event.screen_y} {'shift' if event.shift else ''}")

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.tell(f"wheel at {event.screen_x},{event.screen_y}")

    def on_resize(self, event: events.Resize) -> None:
        self.tell(f"size {event.size.width}x{event.size.height}")

    def action_redraw(self) -> None:
        self.tally.forget()
        self.refresh(layout=True)

    def action_copy_words(self) -> None:
        self.copy_to_clipboard("[shall] or 港")

    def action_fail(self) -> None:
        raise RuntimeError("as asked")

    def action_leave(self) -> None:
        self.exit(return_code=7)


if __name__ == "__main__":
    app = SmallApp("stale" in sys.argv[1:])
    app.run()
    sys.exit(app.return_code)
