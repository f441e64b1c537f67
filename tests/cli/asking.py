"""The program asked in this process, and what it answers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class Answer:
    """Exit code, stdout, stderr."""

    code: int
    out: str
    err: str


class Ask(Protocol):
    """`ask("show", "bali-message", at=folder)`."""

    def __call__(self, *arguments: str, at: Path) -> Answer: ...
