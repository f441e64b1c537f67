"""Keys are carried out in the order in which they were pressed, in the editor and where something is asked."""

import sys
from pathlib import Path

from tests.rooms import git
from tests.tui.terminal_driver import Terminal
from tests.tui.terminal_keys import clicks

PROGRAM = [sys.executable, "-m", "zerodraft"]
TEXT = "declarations/harbour-note/text.md"
DOWN, END, CTRL_RIGHT, BACKSPACE = b"\x1b[B", b"\x1b[F", b"\x1b[1;5C", b"\x7f"
CTRL_F, CTRL_G, CTRL_S, ESCAPE, PASTE = b"\x06", b"\x07", b"\x13", b"\x1b[27u", b"\x1b[200~%s\x1b[201~"


def opened(terminal: Terminal) -> Terminal:
    terminal.until("Harbour Note")
    terminal.press("enter")
    terminal.until("the title ·")
    return terminal


def test_letters_and_bound_keys_in_one_breath_keep_their_order(harbour: Path, tmp_path: Path) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).send(DOWN * 18 + b"one\rtwo" + BACKSPACE + b"oo" + END + b"!" + b"\r\rfour" * 3)
        terminal.until("four")
        terminal.press("ctrl+s")
        terminal.until_gone("unsaved")
    assert "one\ntwoo!\n\nfour\n\nfour\n\nfour\n" in (harbour / TEXT).read_text()


def test_an_answer_typed_in_the_same_breath_reaches_its_question(harbour: Path, tmp_path: Path) -> None:
    before = (harbour / TEXT).read_text()
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).send(CTRL_G + b"4\r")
        terminal.until("¶ 4 ")
        terminal.send(CTRL_F + b"charts\r")
        terminal.until("1 of 1")
        assert "unsaved" not in terminal.settled()
    assert (harbour / TEXT).read_text() == before
    assert git(harbour, "status", "--porcelain") == ""


def test_words_typed_behind_an_answer_reach_the_text(harbour: Path, tmp_path: Path) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).send(
            CTRL_G + b"4\rGladly, " + CTRL_F + b"charts" + ESCAPE + b"maps" + CTRL_F + b"tables\r" + ESCAPE + b"lists"
        )
        terminal.until("lists")
        terminal.press("ctrl+s")
        terminal.until_gone("unsaved")
    text = (harbour / TEXT).read_text()
    assert "Gladly, We thank the pilots who brought the ships home." in text
    assert "We support the exchange of maps and lists." in text


def test_a_key_behind_a_filter_is_meant_for_its_list(harbour: Path, tmp_path: Path) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal).press("f8", "4")
        terminal.until("by paragraph")
        terminal.send(b"/from:FJI\rr")
        terminal.until("Reply to Fiji")
        assert "from:FJIr" not in terminal.screen()


def test_a_click_and_a_paste_do_not_overtake_the_keys_before_them(harbour: Path, tmp_path: Path) -> None:
    with Terminal(PROGRAM, tmp_path, at=harbour) as terminal:
        opened(terminal)
        x, y = terminal.find("pilots")
        terminal.send(b"one two three " + clicks(x, y) + b"old " * 3 + PASTE % b"sea " + b"brave ")
        terminal.until("brave")
        terminal.press("ctrl+s")
        terminal.until_gone("unsaved")
    text = (harbour / TEXT).read_text()
    assert text.startswith("one two three # Harbour Note\n")
    assert "We thank the old old old sea brave pilots who" in text
