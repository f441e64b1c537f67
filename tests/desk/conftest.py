"""What the tests of the desk share: a home of their own, and a desk with a drafter and a clock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.council import open_desk
from tests.rooms import isolate

from zerodraft.desk.desk import Desk


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return isolate(monkeypatch, tmp_path / "home")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk in a new workspace, in which `note` has begun."""
    with open_desk(tmp_path / "workspace") as opened:
        yield opened
