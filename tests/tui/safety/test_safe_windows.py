"""Two windows on one text: whoever is second is asked, and what both wrote can stand."""

import sys
from pathlib import Path

from tests.tui.safety.scene import TEXT
from tests.tui.terminal_driver import Terminal

PROGRAM = [sys.executable, "-m", "zerodraft"]


def room(tmp_path: Path, name: str) -> Path:
    place = tmp_path / name
    place.mkdir()
    return place


def opened(terminal: Terminal) -> Terminal:
    terminal.until("Harbour Note")
    terminal.press("enter")
    terminal.until("PP1")
    return terminal


def go_to(terminal: Terminal, paragraph: str) -> Terminal:
    terminal.press("ctrl+g")
    terminal.until("Go to which")
    terminal.type(f"{paragraph}\n")
    terminal.until(f"¶ {paragraph} ")
    return terminal


def test_the_second_of_two_windows_is_asked_and_both_texts_can_stand(harbour: Path, tmp_path: Path) -> None:
    with (
        Terminal(PROGRAM, room(tmp_path, "first"), at=harbour, size=(110, 36)) as first,
        Terminal(PROGRAM, room(tmp_path, "second"), at=harbour, size=(110, 36)) as second,
    ):
        go_to(opened(first), "1").type("Hear hear! ")
        first.until("unsaved")
        go_to(opened(second), "4").type("Gladly, ")
        second.until("● unsaved")
        first.press("ctrl+s")
        first.until_gone("● unsaved")
        second.until("The text was changed elsewhere while you typed")
        second.settled(quiet=1.0)
        second.press("b")
        second.until("Hear hear!")
        second.press("ctrl+s")
        second.until_gone("● unsaved")
        first.until("Gladly, ")
    text = (harbour / TEXT).read_text()
    assert "Hear hear! We agree" in text
    assert "Gladly, We thank the pilots" in text


def test_whoever_opens_a_text_is_told_of_unsaved_words_in_another_window(harbour: Path, tmp_path: Path) -> None:
    with (
        Terminal(PROGRAM, room(tmp_path, "first"), at=harbour, size=(110, 36)) as first,
        Terminal(PROGRAM, room(tmp_path, "second"), at=harbour, size=(110, 36)) as second,
    ):
        go_to(opened(first), "1").type("Hear hear! ")
        first.until("unsaved")
        opened(second).until("Another window has unsaved words")
        assert "Hear hear!" not in second.screen()
        first.press("ctrl+s")
        second.until("Another program changed the text")
        second.until("Hear hear! We agree")
