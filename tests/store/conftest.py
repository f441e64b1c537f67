"""Every test of the store has a home of its own, and works on real repositories."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.store.drafting_room import DraftingRoom, isolate


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and none of the caller's git variables."""
    isolate(monkeypatch, tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DraftingRoom]:
    """A new workspace, opened."""
    opened = DraftingRoom(tmp_path / "workspace")
    yield opened
    opened.close()
