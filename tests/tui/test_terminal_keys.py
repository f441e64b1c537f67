"""What is sent to a terminal for keys and the mouse."""

import pytest
from tests.tui.terminal_keys import clicks, drags, sequence_of, tmux_name, wheels


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("a", "a"),
        ("Z", "Z"),
        ("+", "+"),
        (";", "\\;"),
        ("港", "港"),
        ("enter", "Enter"),
        ("pagedown", "NPage"),
        ("f12", "F12"),
        ("ctrl+s", "C-s"),
        ("alt+up", "M-Up"),
        ("shift+right", "S-Right"),
        ("ctrl+shift+left", "C-S-Left"),
    ],
)
def test_textuals_names_become_tmuxs(key: str, name: str) -> None:
    assert tmux_name(key) == name


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("hello", "a text is typed with type()"),
        ("f13", "no key is called 'f13'"),
        ("super+a", "no modifier is called 'super'"),
        ("shift+a", "press 'A'"),
    ],
)
def test_a_key_that_no_terminal_sends_is_refused(key: str, told: str) -> None:
    with pytest.raises(ValueError, match=told.replace("(", "[(]").replace(")", "[)]")):
        tmux_name(key)


def test_escape_and_alt_need_no_pause_to_be_understood() -> None:
    assert sequence_of("escape") == b"\x1b[27u"
    assert sequence_of("alt+x") == b"\x1b[120;3u"
    assert sequence_of("alt+up") == b""
    assert sequence_of("a") == b""


def test_the_mouse_counts_from_one() -> None:
    assert clicks(0, 3) == b"\x1b[<0;1;4M\x1b[<0;1;4m"
    assert clicks(0, 3, times=2) == clicks(0, 3) * 2
    assert clicks(0, 3, held=["shift", "ctrl"]) == b"\x1b[<20;1;4M\x1b[<20;1;4m"


def test_a_drag_moves_with_the_button_held() -> None:
    assert drags((0, 0), (10, 4)) == b"\x1b[<0;1;1M\x1b[<32;6;3M\x1b[<32;11;5M\x1b[<0;11;5m"


def test_the_wheel_turns_down_and_up() -> None:
    assert wheels(2, 2, 2) == b"\x1b[<65;3;3M" * 2
    assert wheels(2, 2, -1) == b"\x1b[<64;3;3M"
