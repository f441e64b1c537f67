"""The worst of words on every screen and in every dialog: shown as typed, obeyed by nobody."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.tui.story import worst
from tests.tui.story.room import COMMAND, see
from tests.tui.story.worst import MARKUP, RAW
from tests.tui.terminal_driver import Terminal

WIDE = (200, 50)
MARKS = "⟦U+001B⟧]52;c;eA==⟦U+0007⟧"
PASTED = f"{MARKUP} \x9b31m\u202e now"
SHOWN_PASTED = f"{MARKUP} ⟦U+009B⟧31m⟦U+202E⟧ now"
IN_A_LINE = f"{MARKUP} 31m now"


@pytest.fixture
def room(harbour: Path) -> Path:
    return worst.build(harbour)


@contextmanager
def recorded(room: Path) -> Iterator[Terminal]:
    """The screens; every byte that they sent to the terminal is looked at in the end."""
    file = room.parent / "sent"
    with Terminal(["/bin/sh", "-c", f"read _; exec {' '.join(COMMAND)}"], room.parent, size=WIDE, at=room) as terminal:
        terminal.record(file)
        terminal.press("enter")
        yield terminal
        terminal.settled()
        sent = file.read_bytes().decode("utf-8", "replace")
    assert "Documents" in sent
    assert RAW.search(sent) is None, repr(sent[max(RAW.search(sent).start() - 60, 0) :][:120])  # type: ignore[union-attr]


def closed(terminal: Terminal) -> None:
    terminal.press("escape")
    terminal.settled()


def test_places_show_words_as_they_were_typed(room: Path) -> None:
    with recorded(room) as terminal:
        see(terminal, f"{MARKUP} {MARKS}", "Latest act", "2 of 2 on [shall] [/foo] [b]")
        terminal.press("enter")
        see(terminal, f"# {MARKUP}", f"## Focus area 1: {MARKUP}", f"We {MARKUP} keep", "▸ 1 [shall] [/foo] [b]", MARKS)
        terminal.press("ctrl+g", "1", "enter")
        see(terminal, "Comments on ¶ 1", "[shall] [/foo] [b]", "Fiji [/] replies", "⟦U+202E⟧⟦U+2066⟧")
        terminal.press("f5")
        see(terminal, f"{MARKUP} 1 → working text", f"We {MARKUP} keep", "[@click=app.quit] the crews.", MARKS)
        terminal.press("escape", "s")
        see(terminal, f"│ {MARKUP} 1 ", "│ working text", MARKS)
        terminal.press("m")
        see(terminal, f"Focus area 1: {MARKUP} {MARKS}", "1 reworded: 2")
        terminal.press("escape", "4")
        see(terminal, "Comments by paragraph", f"{MARKUP} Japan", f"on {MARKUP} 1 · {MARKUP}", MARKS)
        terminal.press("5", "p")
        see(terminal, f"{worst.SLUG}-working-text.docx", MARKUP, MARKS)


def test_dialogs_show_words_as_they_were_typed(room: Path) -> None:
    with recorded(room) as terminal:
        see(terminal, "Latest act")
        terminal.press("a")
        see(terminal, "What was done", f"{MARKUP} Japan: Thanks {MARKS}", f"Names {MARKS}")
        closed(terminal)
        terminal.press("enter")
        see(terminal, f"# {MARKUP}")
        terminal.press("ctrl+g", "1", "enter", "ctrl+t")
        see(terminal, "Comment on", f"We {MARKUP} keep", MARKS)
        terminal.type("JPN")
        see(terminal, f"{MARKUP} Japan (JPN)")
        closed(terminal)
        terminal.press("ctrl+e")
        see(terminal, f"Reply to {MARKUP} Japan on ¶ 1", MARKS)
        closed(terminal)
        terminal.press("f9")
        see(terminal, f"Issue {MARKUP} {MARKS}", f"{MARKUP} 2")
        closed(terminal)
        terminal.press("f10")
        see(terminal, " of 70: ", "U+001B")
        terminal.press("ctrl+p")
        terminal.type("worst")
        see(terminal, "Do anything", f"Open: {MARKUP}")
        closed(terminal)
        terminal.press("ctrl+p")
        terminal.type("messages")
        terminal.press("enter")
        see(terminal, "Messages of this session", "U+001B")


def test_what_is_pasted_into_a_line_is_shown_as_it_is(room: Path) -> None:
    with recorded(room) as terminal:
        see(terminal, "Latest act")
        terminal.press("/")
        terminal.paste(PASTED)
        see(terminal, IN_A_LINE, f"No document has these words: {IN_A_LINE}")
        terminal.press("escape", "enter")
        see(terminal, f"# {MARKUP}")
        terminal.paste(PASTED)
        see(terminal, f"{SHOWN_PASTED}# [shall] [/foo] [b]")
        terminal.press("ctrl+z", "ctrl+f")
        terminal.paste(PASTED)
        see(terminal, "Find ", IN_A_LINE, "not found")
        terminal.press("escape", "ctrl+g")
        terminal.paste(PASTED)
        terminal.press("enter")
        see(terminal, f"There is no paragraph {MARKUP}", "31m now.")
        terminal.press("escape", "f8", "4", "/")
        terminal.paste(f"from:{PASTED}")
        see(terminal, f"from:{IN_A_LINE}", f"from {MARKUP} Japan")
        terminal.press("escape", "3")
        see(terminal, "1 → working text")
        terminal.press("/")
        terminal.paste(PASTED)
        see(terminal, "Find ", IN_A_LINE, "not found")
        terminal.press("escape", "i")
        see(terminal, "Designation")
        terminal.paste(PASTED)
        terminal.press("enter")
        see(terminal, f"→ {IN_A_LINE}")
        terminal.press("escape", "5", "end", "enter")
        see(terminal, "Into which file?")
        terminal.paste(PASTED)
        see(terminal, IN_A_LINE)
