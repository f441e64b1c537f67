"""An app with nothing but a text area in a frame, for tests with keys, mouse and a real terminal.

    python -m tests.tui.editor.room

ctrl+l draws the whole screen anew.
"""

from collections.abc import Awaitable, Callable
from typing import ClassVar

from tests.tui.editor.scripts import ARABIC, BURMESE, CHINESE, FAMILY, KHMER, THAI, VIETNAMESE
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Static

from zerodraft.tui.editor.area import DraftArea
from zerodraft.tui.editor.marks import Bar, LineMark
from zerodraft.tui.editor.messages import CommentsAsked, Copied, CursorMoved, Edited, EditRefused

WORDS = "We resolve to strengthen cooperation [on **ports** and [small] ships], recalling *our* seminar. "
SCRIPTS = (THAI * 6, CHINESE * 12, VIETNAMESE * 9, BURMESE * 9, ARABIC * 9, f"{FAMILY} 👍🏽 🇯🇵🇰🇷 ❤\ufe0f " * 6)
HOSTILE = "a\u202eb\tc\x1b[31md\u200be \u0301f " * 4


def every_script() -> str:
    """English paragraphs and one in each script, with headings, a bracket over paragraphs, and hidden signs."""
    paragraphs = [f"{number + 1}. {WORDS * 3}".rstrip() for number in range(12)]
    paragraphs[3] += " [and"
    paragraphs[5] += " so on]"
    others = [*SCRIPTS, KHMER * 9, "한국 " * 20, HOSTILE]
    mixed = [each for pair in zip(paragraphs, others, strict=False) for each in pair]
    return "\n\n".join(("# Harbour Note", "## Focus area 1: Ports", *mixed, *paragraphs[len(others) :])) + "\n"


class Room(App[None]):
    """The area, and what it told."""

    CSS = "Vertical { border: round $secondary; } Static { height: 1; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+l", "redraw", priority=True)]

    def __init__(self, source: str = "", *, marked: bool = False) -> None:
        super().__init__()
        self.area = DraftArea(source, id="area")
        self.heard: list[Message] = []
        self._is_marked = marked

    def compose(self) -> ComposeResult:
        with Vertical():
            yield self.area
        yield Static(Content("Ready"))

    def on_mount(self) -> None:
        self.area.focus()
        if self._is_marked:
            lines = self.area.manuscript.buffer.line_count
            bars = tuple(Bar)
            self.area.set_marks(
                {line: LineMark(str(line), bars[line % 3], line % 4, line % 2) for line in range(0, lines, 2)}
            )
            self.area.set_ranges([(40, 60, "comment"), (400, 430, "finding")])

    def action_redraw(self) -> None:
        self.refresh(layout=True)
        for widget in self.query(Widget):
            widget.refresh()

    def action_help_quit(self) -> None:
        """Nothing: a notice that goes away by itself would look like a row that was forgotten."""

    def on_edited(self, message: Edited) -> None:
        self.heard.append(message)

    def on_cursor_moved(self, message: CursorMoved) -> None:
        self.heard.append(message)

    def on_copied(self, message: Copied) -> None:
        self.heard.append(message)

    def on_comments_asked(self, message: CommentsAsked) -> None:
        self.heard.append(message)

    def on_edit_refused(self, message: EditRefused) -> None:
        self.heard.append(message)


async def visit(
    source: str, deeds: Callable[[Room, Pilot[None]], Awaitable[None]], size: tuple[int, int] = (60, 12)
) -> Room:
    """Do something in a room; the room afterwards."""
    room = Room(source)
    async with room.run_test(size=size) as pilot:
        await pilot.pause()
        await deeds(room, pilot)
        await pilot.pause()
    return room


if __name__ == "__main__":
    Room(every_script(), marked=True).run()
