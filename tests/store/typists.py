"""Somebody who types at random, and a truth about it that knows no lines: run as a script, many of them, killed."""

import os
import random
import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from zerodraft.core.text.strokes import Stroke
from zerodraft.store.typing import Typing

BASE = "# Note\r\n\r\nWe agree [shall] to keep ports open.\r\nමිනිස් 𝒜\n\nDone.\n"
_WORDS = ("a", " ", "é", "\n", "\r\n", "[shall]", "", "𝒜𝒜", 'say "no"\\', "\u2028", "ส่วน")


def typing(seed: int) -> Iterator[tuple[Stroke, str]]:
    """Edits without end, each with the text that it leaves."""
    chance = random.Random(seed)
    text = BASE
    while True:
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.choice((0, 0, 0, 1, 2, 9)))
        words = chance.choice(_WORDS)
        yield Stroke(*place(text, start), *place(text, end), words), text[:start] + words + text[end:]
        text = text[:start] + words + text[end:]


def place(text: str, offset: int) -> tuple[int, int]:
    above = text[:offset].split("\n")
    return len(above) - 1, len(above[-1])


def type_without_end(root: Path, seed: int, told: int) -> None:
    """Each edit is told when it is kept; every thirtieth time the text of ten edits ago was saved."""
    journal = Typing(root, "note", BASE, lambda: datetime.now(UTC))
    texts = []
    for number, (stroke, text) in enumerate(typing(seed), 1):
        journal.note(stroke)
        os.write(told, b".")
        texts.append(text)
        if number % 30 == 0:
            journal.rebase(texts[-10], text)


def main(root: Path, many: int) -> None:
    """Let typists type, one after the other, kill each at a moment of chance, and print how many edits it told."""
    chance = random.Random(1)
    for seed in range(many):
        listening, told = os.pipe()
        typist = os.fork()
        if typist == 0:
            type_without_end(root, seed, told)
        os.close(told)
        heard, enough = 0, chance.randint(1, 400)
        while heard < enough:
            heard += len(os.read(listening, chance.randint(1, 40)))
        os.kill(typist, signal.SIGKILL)
        while rest := os.read(listening, 65536):
            heard += len(rest)
        os.waitpid(typist, 0)
        os.close(listening)
        print(typist, seed, heard, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
