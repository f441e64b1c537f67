"""The program at the end of a pipe, in a poor locale, on a terminal: as a process of its own."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "zerodraft"]


@pytest.mark.parametrize("arguments", [["show", "bali-message"], ["list"]])
def test_a_reader_that_goes_away_is_no_failure(demonstration_made: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [*PROGRAM, *arguments], cwd=demonstration_made, stdout=pipe, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_locale_without_the_characters_gets_their_numbers(harbour_made: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "diff", "harbour-note"],
        cwd=harbour_made,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Rev.1 \\u2192 working text" in done.stdout


def test_a_reading_verb_leaves_the_workspace_as_it_was(harbour: Path) -> None:
    before = {path: path.read_bytes() for path in harbour.rglob("*") if path.is_file()}
    for verb in ("show", "diff", "comments", "versions", "log", "check"):
        subprocess.run([*PROGRAM, verb, "harbour-note"], cwd=harbour, capture_output=True, check=True)
    assert {path: path.read_bytes() for path in harbour.rglob("*") if path.is_file()} == before


def on_a_terminal(arguments: list[str], workspace: Path) -> str:
    """What a person reads of both streams."""
    master, terminal = pty.openpty()
    try:
        subprocess.run(
            [*PROGRAM, *arguments], cwd=workspace, stdin=terminal, stdout=terminal, stderr=terminal, check=True
        )
        return os.read(master, 65_536).decode()
    finally:
        os.close(terminal)
        os.close(master)


def test_the_name_of_what_was_recorded_is_read_once_on_a_terminal(harbour: Path) -> None:
    arguments = ["comment", "harbour-note", "2", "--from", "JPN", "We agree."]
    shown = on_a_terminal(arguments, harbour)
    id_ = re.findall(r"jpn-[0-9a-f]{4,}", shown)
    assert len(id_) == 1
    piped = subprocess.run([*PROGRAM, *arguments], cwd=harbour, capture_output=True, check=True, text=True)
    assert re.fullmatch(r"jpn-[0-9a-f]{4,}\n", piped.stdout)
