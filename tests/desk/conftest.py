"""What the tests of the desk share: a home of their own, and a desk with a drafter and a clock."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.desk.council import open_desk

from zerodraft.desk.desk import Desk


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and none of the caller's git variables."""
    place = tmp_path / "home"
    place.mkdir()
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(place))
    (place / ".gitconfig").write_text("[user]\n\tname = Ana Drafter\n\temail = ana@example.org\n")
    return place


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk in a new workspace, in which `note` has begun."""
    with open_desk(tmp_path / "workspace") as opened:
        yield opened
