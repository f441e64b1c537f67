"""A drafter who does not wait for the screen."""

from pathlib import Path

from tests.tui.story.odd import crowd
from tests.tui.story.room import see, zerodraft


def test_a_filter_typed_before_the_documents_are_read_narrows_them(harbour: Path) -> None:
    crowd(harbour, 60)
    with zerodraft(harbour) as terminal:
        terminal.until("1 Home")
        terminal.type("/note 59")
        see(terminal, "Note 59 on Ports", "note 59")
        terminal.until_gone("Note 1 on Ports")
        terminal.press("enter", "enter")
        see(terminal, "We agree on port 59.")
