"""Every test of the store has a home of its own, and works on real repositories."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.rooms import isolate
from tests.store.drafting_room import DraftingRoom


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and none of the caller's git variables."""
    return isolate(monkeypatch, tmp_path / "home")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[DraftingRoom]:
    """A new workspace, opened."""
    opened = DraftingRoom(tmp_path / "workspace")
    yield opened
    opened.close()
