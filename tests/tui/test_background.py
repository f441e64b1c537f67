"""The terminal is asked for its background; what it answers is understood, and nothing of it reaches the screens."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from zerodraft.tui.background import is_light, light_by_answer, light_by_environment

ASKER = """
import os, sys, termios
from zerodraft.tui.background import Background
with Background(os.environ) as background:
    light = background.is_light()
file = sys.stdin.fileno()
print("light" if light else "dark", bool(termios.tcgetattr(file)[3] & termios.ECHO), flush=True)
print("rest", repr(sys.stdin.readline()), flush=True)
"""
PATIENCE = 20.0


class Asked(NamedTuple):
    process: subprocess.Popen[bytes]
    terminal: int

    def heard(self, wanted: bytes) -> bytes:
        """What the program has written, up to some bytes."""
        found = b""
        while wanted not in found:
            assert select.select([self.terminal], [], [], PATIENCE)[0], found
            found += os.read(self.terminal, 1024)
        return found


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[Asked]:
    terminal, end = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLORFGBG": ""}
    process = subprocess.Popen([sys.executable, "-c", ASKER], stdin=end, stdout=end, stderr=end, env=environment)
    os.close(end)
    yield Asked(process, terminal)
    process.kill()
    process.wait()
    os.close(terminal)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c", True),
        (b"\x1b]11;rgb:00/2b/36\x07\x1b[?6c", False),
        (b"\x1b]11;rgba:fdfd/f6f6/e3e3/ffff\x1b\\", True),
        (b"\x1b]11;rgb:f/f/f\x07", True),
        (b"\x1b[?62;22c", None),
        (b"hello", None),
        (b"", None),
    ],
)
def test_an_answer_in_any_of_its_forms_is_understood(answer: bytes, expected: bool | None) -> None:
    assert light_by_answer(answer) is expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [("15;0", False), ("0;15", True), ("0;default;15", True), ("12;8", False), ("0;7", True), ("", None)],
)
def test_the_environment_may_tell(value: str, expected: bool | None) -> None:
    assert light_by_environment({"COLORFGBG": value}) is expected


def test_green_is_brighter_than_blue() -> None:
    assert is_light(0, 1, 0)
    assert not is_light(0, 0, 1)


def test_the_answer_is_taken_whole_and_what_follows_is_left(asked: Asked) -> None:
    asked.heard(b"\x1b]11;?\x1b\\\x1b[c")
    os.write(asked.terminal, b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c")
    assert b"light True" in asked.heard(b"True\r\n")
    os.write(asked.terminal, b"typed\n")
    assert b"rest 'typed\\n'" in asked.heard(b"\\n'")


def test_a_terminal_that_knows_only_its_kind_is_not_waited_for(asked: Asked) -> None:
    asked.heard(b"\x1b[c")
    os.write(asked.terminal, b"\x1b[?1;2c")
    assert b"dark True" in asked.heard(b"True\r\n")


def test_a_terminal_that_says_nothing_is_dark(asked: Asked) -> None:
    assert b"dark True" in asked.heard(b"True\r\n")
