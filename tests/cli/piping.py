"""What the tests of the acting verbs share: a pipe, an editor, a person at the terminal."""

import io
import sys
from pathlib import Path

import pytest


def pipe(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    """Let `content` come through the pipe of the next command."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """An editor that does what `script` says; `$1` is the file."""
    program = folder / "editor.sh"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("EDITOR", str(program))


def person(monkeypatch: pytest.MonkeyPatch, answers: str) -> None:
    """Somebody sits at the terminal and types these answers, one a line."""
    from zerodraft.cli import typing_in

    pipe(monkeypatch, answers.encode())
    monkeypatch.setattr(typing_in, "can_ask", lambda: True)


def head(workspace: Path) -> str:
    """What the branch stands on; changes with every act."""
    return (workspace / ".git" / "refs" / "heads" / "main").read_text()


def text(workspace: Path, slug: str = "harbour-note") -> str:
    return (workspace / "declarations" / slug / "text.md").read_bytes().decode()


def kept(workspace: Path) -> list[str]:
    """The words that wait to be recorded."""
    return sorted(path.read_text() for path in (workspace / ".git" / "zerodraft" / "edits").glob("*.md"))
