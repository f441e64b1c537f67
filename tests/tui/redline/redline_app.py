"""A small app with one redline, for tests on a real terminal.

    python -m tests.tui.redline.redline_app [side] [many | scripts]

ctrl+l draws everything anew; f2 changes the theme, f3 searches, f4 shows other texts, f5 opens or closes a panel,
f6 puts plain marks.
"""

import sys
from collections.abc import Sequence
from random import Random
from typing import ClassVar

from tests.export.sheets import NEW, OLD, redline_sheet
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.driver import Driver
from textual.filter import LineFilter
from textual.widgets import Static

from zerodraft.export.sheet import RedlineSheet
from zerodraft.tui import columns, look
from zerodraft.tui.guard import Guard
from zerodraft.tui.redline.side_by_side import SideBySide
from zerodraft.tui.redline.view import RedlineView

_WORDS = (
    *("the", "of", "and", "to", "in", "cooperation", "regional", "maritime", "security", "shall", "should"),
    *("progress", "ports", "ships", "officials", "[shall/should]", "*Recalling*", "“open”", "états", "港湾"),
)
SCRIPTS = (
    ("Khmer", "ភាសាខ្មែរ ជាភាសា មួយ", "ភាសាខ្មែរ ជាភាសា ពីរ"),
    ("Burmese", "မြန်မာနိုင်ငံ တွင် ဆိပ်ကမ်း", "မြန်မာနိုင်ငံ တွင် သင်္ဘော"),
    ("Tamil", "தமிழ் மொழி துறைமுகம்", "தமிழ் மொழி கப்பல்"),
    ("Arabic", "ندعو إلى السلام بين الموانئ", "ندعو إلى التعاون بين الموانئ"),
    ("Thai", "ท่าเรือที่เปิดอยู่", "ท่าเรือที่ปิดอยู่"),
    ("Chinese", "我们同意保持港口开放", "我们同意保持所有港口开放"),
    ("Signs", "We agree 👩‍👩‍👧 on ❤️ ports", "We agree 👍🏽 on ❤️ ports"),
)


def paragraph(chance: Random, length: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(length)) + "."


def many(seed: int, count: int = 60) -> RedlineSheet:
    """Short and long paragraphs; each third was reworded, one moved, one put in and one taken out.

    Few enough to be measured at once: later the scroll bar would move by itself.
    """
    chance = Random(seed)
    old = [paragraph(chance, chance.randint(3, 70)) for _ in range(count)]
    new = list(old)
    for place in range(0, count, 3):
        words = new[place].split()
        words[len(words) // 2 : len(words) // 2 + 2] = ["new", "words"]
        new[place] = " ".join(words)
    new.insert(5, new.pop(count // 2))
    del new[count // 4]
    new.insert(count // 3, paragraph(chance, 300))
    return redline_sheet(_headed(old), _headed(new))


def _headed(paragraphs: Sequence[str]) -> str:
    parts = [
        f"## Focus area {place // 20 + 1}: Part {place}\n\n{each}" if place % 20 == 0 else each
        for place, each in enumerate(paragraphs)
    ]
    return "# Harbour Note\n\n" + "\n\n".join(parts) + "\n"


def scripts() -> RedlineSheet:
    old, new = ("\n\n".join(f"{name}: {(was, now)[side]} end." for name, was, now in SCRIPTS) for side in (0, 1))
    return redline_sheet(f"# Scripts\n\n## One\n\n{old}\n", f"# Scripts\n\n## One\n\n{new}\n")


class RedlineApp(App[None]):
    CSS = """
    #panel { width: 20; height: 100%; background: $panel; }
    #line { height: 1; dock: bottom; }
    RedlineView { width: 1fr; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+l", "redraw", priority=True),
        Binding("f2", "theme", priority=True),
        Binding("f3", "search", priority=True),
        Binding("f4", "other", priority=True),
        Binding("f5", "panel", priority=True),
        Binding("f6", "marks", priority=True),
    ]

    def __init__(self, sheet: RedlineSheet, *, side: bool = False) -> None:
        super().__init__()
        self.view = SideBySide() if side else RedlineView()
        self.line = Static(Content("line"), id="line")
        self.sheet = sheet
        self.shown = 0
        self.heard: list[str] = []
        for theme in look.THEMES:
            self.register_theme(theme)
        self.theme = look.DARK.name

    def get_driver_class(self) -> type[Driver]:
        return columns.steady(super().get_driver_class())

    def get_line_filters(self) -> Sequence[LineFilter]:
        return (*super().get_line_filters(), Guard())

    def compose(self) -> ComposeResult:
        panel = Static(Content("panel"), id="panel")
        panel.styles.dock = "right"
        panel.display = False
        yield panel
        yield self.line
        yield self.view

    def on_mount(self) -> None:
        self.view.show(self.sheet)
        self.view.focus()

    def on_block_cursor_cursor_moved(self, event: RedlineView.CursorMoved) -> None:
        self.heard.append(f"moved to {event.index}")
        self.line.update(Content(f"{event.view.position} · block {event.index}"))

    def on_block_cursor_opened(self, event: RedlineView.Opened) -> None:
        self.heard.append(f"opened {event.block.new}")

    def action_redraw(self) -> None:
        self.view.forget_drawn()
        self.refresh(layout=True)

    def action_theme(self) -> None:
        self.theme = look.LIGHT.name if self.theme == look.DARK.name else look.DARK.name

    def action_search(self) -> None:
        if self.view.found:
            self.view.find_next()
        else:
            self.view.find("the ports")

    def action_other(self) -> None:
        self.shown = (self.shown + 1) % 3
        if self.shown == 2:
            self.view.show_nothing("The two texts say the same.")
        else:
            self.view.show((self.sheet, many(9, 40))[self.shown])

    def action_marks(self) -> None:
        self.view.toggle_plain_marks()

    def action_panel(self) -> None:
        panel = self.query_one("#panel")
        panel.display = not panel.display


if __name__ == "__main__":
    sheets = {"many": lambda: many(1), "scripts": scripts}
    wanted = next((sheets[word] for word in sys.argv[1:] if word in sheets), lambda: redline_sheet(OLD, NEW))
    RedlineApp(wanted(), side="side" in sys.argv[1:]).run()
