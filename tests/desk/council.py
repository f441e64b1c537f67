"""What the tests of the desk work on: a short note, a desk with a clock, and a look at git from outside."""

import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from zerodraft.desk.desk import Desk
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings
from zerodraft.store.acts import Person
from zerodraft.store.workspace import Workspace

ANA = Person("Ana Drafter", "ana@example.org")
NOTE = """# Harbour Note

*Recalling* the seminar of last year,

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


def open_desk(root: Path) -> Desk:
    """A desk in a new workspace with one declaration, `note`."""
    desk = Desk(Workspace.create(root), clock(), ANA)
    desk.new("note", Beginning(Settings(conference="Conference of Small Harbours"), source=NOTE))
    return desk


def clock() -> Callable[[], datetime]:
    """A minute later each time it is asked."""
    minutes = count()
    return lambda: datetime(2021, 11, 2, 9, 0, tzinfo=UTC) + timedelta(minutes=next(minutes))


def git(root: Path, *arguments: str) -> str:
    """What plain git prints, without the last line end."""
    done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, text=True, check=True)
    return done.stdout.removesuffix("\n")


def saved(desk: Desk, old: str, new: str, slug: str = "note") -> str:
    """Replace words of the text, record it, and give the sentence."""
    dossier = desk.open(slug)
    assert dossier.draft.source.count(old) == 1
    return desk.save(dossier, dossier.draft.source.replace(old, new)).sentence


def text_file(desk: Desk, slug: str = "note") -> Path:
    return desk.room.workspace.root / "declarations" / slug / "text.md"
