"""What the tests of several rooms share: a home of their own, a drafter, a clock, a short text, and plain git."""

import os
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from zerodraft.store.acts import Person

ANA = Person("Ana Drafter", "ana@example.org")
MORNING = datetime(2021, 11, 2, 9, 0, tzinfo=UTC)
NOTE = """# Harbour Note

*Recalling* the seminar of the year before,

## Focus area 1: Ports

We agree to keep ports open to small ships.

We invite each country to report on its ports:

(a) once a year;

(b) in one language.

We decide to meet again in the autumn.

## Focus area 2: Ships

We support the exchange of charts and tables.

---

Done at the harbour.
"""


def isolate(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    """An empty home with an identity, and none of the caller's git variables."""
    home.mkdir(exist_ok=True)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(home))
    (home / ".gitconfig").write_text(f"[user]\n\tname = {ANA.name}\n\temail = {ANA.email}\n")
    return home


def clock(begin: datetime = MORNING, step: timedelta = timedelta(minutes=1)) -> Callable[[], datetime]:
    """A step later each time it is asked."""
    steps = count()
    return lambda: begin + next(steps) * step


def git(root: Path, *arguments: str, stdin: bytes = b"") -> str:
    """What plain git prints, without the last line end; a failing command fails the test."""
    done = subprocess.run(["git", *arguments], cwd=root, input=stdin, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().removesuffix("\n")


def sharing_objects(source: str, target: str) -> None:
    """Copy a file; git never writes into an object that exists, so two workspaces may share it."""
    if "/.git/objects/" in source:
        os.link(source, target)
    else:
        shutil.copy2(source, target)
