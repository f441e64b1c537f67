"""What the tests of the desk work on: a desk with a clock in a workspace with a short note."""

from pathlib import Path

from tests.rooms import ANA, NOTE, clock

from zerodraft.desk.desk import Desk
from zerodraft.desk.texts import Beginning
from zerodraft.formats.settings import Settings
from zerodraft.store.workspace import Workspace


def open_desk(root: Path) -> Desk:
    """A desk in a new workspace with one declaration, `note`."""
    desk = Desk(Workspace.create(root), clock(), ANA)
    desk.new("note", Beginning(Settings(conference="Conference of Small Harbours"), source=NOTE))
    return desk


def saved(desk: Desk, old: str, new: str, slug: str = "note") -> str:
    """Replace words of the text, record it, and give the sentence."""
    dossier = desk.open(slug)
    assert dossier.draft.source.count(old) == 1
    return desk.save(dossier, dossier.draft.source.replace(old, new)).sentence


def text_file(desk: Desk, slug: str = "note") -> Path:
    return desk.room.workspace.root / "declarations" / slug / "text.md"
