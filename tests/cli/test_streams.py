"""The program at the end of a pipe, in a poor locale, on a terminal: as a process of its own."""

import os
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
