"""The driver of real terminals, tried on a small app."""

import re
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.tui.idleness import is_alive
from tests.tui.terminal_driver import Terminal

ROOT = Path(__file__).resolve().parents[2]
APP = (sys.executable, "-m", "tests.tui.small_app")
LETTER_ROW = 2  # of the first line in the small app's editor


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    with Terminal(APP, tmp_path, at=ROOT, size=(60, 12)) as opened:
        opened.until("0 keys")
        yield opened


def python(room: Path, code: str) -> Terminal:
    return Terminal([sys.executable, "-c", code], room, size=(40, 5))


def told(terminal: Terminal) -> str:
    """The line in which the small app tells what it was sent."""
    return terminal.settled().splitlines()[0]


@pytest.mark.parametrize(
    "key",
    [
        *("escape", "f1", "f12", "shift+f5", "ctrl+s", "alt+x", "ctrl+right", "alt+up", "shift+tab", "shift+down"),
        *("ctrl+home", "ctrl+pageup", "ctrl+underscore"),
    ],
)
def test_a_key_arrives_by_its_name(terminal: Terminal, key: str) -> None:
    terminal.press(key)
    assert told(terminal) == f"key {key}"


def test_letters_and_signs_arrive_as_typed(terminal: Terminal) -> None:
    terminal.press("home", "a", ";", "{", "-", "~", "é", "港", "enter")
    assert "a;{-~é港" in terminal.settled()


def test_escape_and_a_letter_at_once_stay_two_keys(terminal: Terminal) -> None:
    terminal.press("escape", "x")
    assert told(terminal) == "key escape"
    assert "xPorts stay open." in terminal.screen()


def test_a_text_is_typed_with_its_line_ends(terminal: Terminal) -> None:
    terminal.type("[shall]; we\n#{x} 港")
    screen = terminal.settled()
    assert "▊ [shall]; we  " in screen
    assert "▊ #{x} 港Ports stay open.  " in screen


def test_a_pasted_text_arrives_in_one_piece(terminal: Terminal) -> None:
    terminal.paste("one\ntwo")
    assert told(terminal).startswith("pasted one")


def test_a_click_hits_the_cell_that_is_named(terminal: Terminal) -> None:
    terminal.click(5, 3, "shift")
    assert told(terminal) == "click 1 at 5,3 shift"


def test_a_double_click_is_one(terminal: Terminal) -> None:
    terminal.double_click(7, 4)
    assert told(terminal) == "click 2 at 7,4"


def test_a_click_on_a_text_hits_its_middle_behind_wide_characters(terminal: Terminal) -> None:
    terminal.click_on("open\n"[:4] + " ")  # the second `open` stands after five wide characters
    assert told(terminal).startswith("click 1 at")
    assert terminal.find("open.") == (13, LETTER_ROW)
    assert terminal.find("く open") == (8, LETTER_ROW + 1)


def test_a_drag_selects(terminal: Terminal) -> None:
    terminal.drag((2, LETTER_ROW), (8, LETTER_ROW))
    terminal.settled()
    terminal.press("delete")
    assert "▊ stay open." in terminal.settled().replace("  ", " ")


def test_the_wheel_scrolls(terminal: Terminal) -> None:
    terminal.wheel(5, 4, 3)
    terminal.until_gone("Ports stay open.")
    terminal.wheel(5, 4, -9)
    terminal.until("Ports stay open.")


def test_another_size_reaches_the_program(terminal: Terminal) -> None:
    terminal.resize(50, 9)
    terminal.until("size 50x9")
    assert len(terminal.screen().splitlines()) == 9


def test_what_was_copied_is_on_the_clipboard(terminal: Terminal) -> None:
    terminal.press("f2")
    terminal.settled()
    assert terminal.clipboard() == "[shall] or 港"


def test_typing_leaves_the_clipboard_alone(terminal: Terminal) -> None:
    terminal.press("f2")
    terminal.type("typed")
    terminal.settled()
    assert terminal.clipboard() == "[shall] or 港"


def test_the_exit_code_is_told(terminal: Terminal) -> None:
    terminal.press("ctrl+q")
    assert terminal.exit_status() == 7


def test_a_signal_ends_with_its_number(terminal: Terminal) -> None:
    terminal.kill(signal.SIGKILL)
    assert terminal.exit_status() == -signal.SIGKILL


def test_closing_the_window_ends_the_program(terminal: Terminal) -> None:
    terminal.hang_up()
    assert not is_alive(terminal.process)


def test_leaving_the_block_ends_the_program_and_the_terminal(tmp_path: Path) -> None:
    stubborn = "import signal, time; signal.signal(signal.SIGHUP, signal.SIG_IGN); print('there'); time.sleep(600)"
    with python(tmp_path, stubborn) as terminal:
        terminal.until("there")
        assert is_alive(terminal.process)
    assert not is_alive(terminal.process)


def test_modes_are_those_that_the_program_set(terminal: Terminal) -> None:
    assert {"alternate screen", "mouse"} <= terminal.modes()
    terminal.press("ctrl+q")
    terminal.exit_status()
    assert terminal.modes() == frozenset()


def test_colours_are_the_ones_that_were_asked_for(tmp_path: Path) -> None:
    with python(tmp_path, r"print('\x1b[38;2;1;2;3mexact'); input()") as terminal:
        terminal.until("exact")
        assert "\x1b[38;2;1;2;3mexact" in terminal.styled()


def test_the_cursor_stands_where_the_program_put_it(tmp_path: Path) -> None:
    with python(tmp_path, r"print('\x1b[3;9H', end='there', flush=True); input()") as terminal:
        terminal.until("there")
        assert terminal.cursor() == (13, 2)


def test_the_home_is_an_empty_one_with_an_identity(tmp_path: Path) -> None:
    with python(tmp_path, "import os; print(os.path.expanduser('~')); input()") as terminal:
        screen = terminal.until(lambda screen: bool(screen.strip()))
        assert "".join(screen.split("\n")).strip() == str(tmp_path / "home")
    assert [path.name for path in (tmp_path / "home").iterdir()] == [".gitconfig"]


def test_a_variable_of_the_environment_is_passed_on(tmp_path: Path) -> None:
    code = "import os; print(os.environ['NO_COLOR'], os.environ['TERM']); input()"
    with Terminal([sys.executable, "-c", code], tmp_path, env={"NO_COLOR": "yes"}) as terminal:
        terminal.until("yes tmux-256color")


def test_a_wait_in_vain_shows_the_screen(terminal: Terminal) -> None:
    with pytest.raises(AssertionError, match=r"waited 0 s for 'Rev\.1'(.|\n)*Ports stay open"):
        terminal.until("Rev.1", seconds=0.2)
    with pytest.raises(AssertionError, match=r"'Ports' stayed for 0 s(.|\n)*Ports stay open"):
        terminal.until_gone("Ports", seconds=0.2)
    with pytest.raises(AssertionError, match=r"'Rev\.1' is not shown(.|\n)*Ports stay open"):
        terminal.find("Rev.1")


def test_a_wait_ends_with_the_program(tmp_path: Path) -> None:
    with python(tmp_path, "print('going'); raise SystemExit(3)") as terminal:
        terminal.until("going")
        with pytest.raises(AssertionError, match="the command ended with 3"):
            terminal.until("never")


def test_a_screen_that_moves_never_settles(tmp_path: Path) -> None:
    code = "import itertools, time\nfor n in itertools.count(): print(n); time.sleep(0.01)"
    with python(tmp_path, code) as terminal, pytest.raises(AssertionError, match="not settled within 1 s"):
        terminal.settled(seconds=0.6)


def test_a_program_that_works_without_showing_anything_has_not_settled(tmp_path: Path) -> None:
    code = (
        "import time; input(); now = time.monotonic\nend = now() + 1\nwhile now() < end: pass\nprint('done'); input()"
    )
    with python(tmp_path, code) as terminal:
        terminal.press("enter")
        assert "done" in terminal.settled()


def test_a_program_that_has_not_read_its_keys_has_not_settled(tmp_path: Path) -> None:
    code = "import time; time.sleep(0.8); print('read', input()); input()"
    with python(tmp_path, code) as terminal:
        terminal.type("keys\n")
        assert "read keys" in terminal.settled()


def test_a_machine_without_tmux_skips_visibly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(pytest.skip.Exception, match="tmux is not installed"), python(tmp_path, "pass"):
        pass


def test_a_deep_folder_is_no_hindrance(tmp_path: Path) -> None:
    room = tmp_path / ("deep" * 20) / ("er" * 40)
    room.mkdir(parents=True)
    with python(room, "print('there'); input()") as terminal:
        terminal.until("there")


def test_the_programs_last_words_stay_readable(tmp_path: Path) -> None:
    with python(tmp_path, "raise SystemExit('Error: no room')") as terminal:
        assert terminal.exit_status() == 1
        assert re.match(r"Error: no room\n*$", terminal.screen())


def test_what_the_program_writes_is_recorded_byte_for_byte(tmp_path: Path) -> None:
    with python(tmp_path, r"input(); print('\x1b]52;c;eA==\x07\x9b31m', flush=True); input()") as terminal:
        terminal.record(tmp_path / "it's all")
        terminal.press("enter")
        terminal.until(lambda _: (tmp_path / "it's all").exists() and b"31m" in (tmp_path / "it's all").read_bytes())
    assert "\x1b]52;c;eA==\x07\x9b31m".encode() in (tmp_path / "it's all").read_bytes()
