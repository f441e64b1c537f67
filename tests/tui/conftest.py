"""What the tests of the screens share: no wishes about colours, a home of their own, workspaces to be opened."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.harbour import build
from tests.made_once import demonstration_at, made_once
from tests.rooms import ANA, clock, isolate, sharing_objects
from tests.tui.review.table import tabled_at

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.store.workspace import Workspace


@pytest.fixture(autouse=True)
def no_wishes_about_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home with an identity, and none of the caller's git variables."""
    return isolate(monkeypatch, tmp_path / "home")


@pytest.fixture(scope="session")
def harbour_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace of `tests/cli/harbour.py`; to be read only."""
    return made_once(tmp_path_factory, "harbour", build)


@pytest.fixture
def harbour(harbour_made: Path, home: Path, tmp_path: Path) -> Path:
    """A copy of the small workspace, to write in; the drafter has a home."""
    return Path(shutil.copytree(harbour_made, tmp_path / "harbour", copy_function=sharing_objects))


@pytest.fixture(scope="session")
def demonstration_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration; to be read only."""
    return made_once(tmp_path_factory, "demonstration", demonstration_at)


@pytest.fixture
def bali(demonstration_made: Path, home: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration, to write in; the drafter has a home."""
    return Path(shutil.copytree(demonstration_made, tmp_path / "bali", copy_function=sharing_objects))


@pytest.fixture(scope="session")
def table_made(harbour_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with proposals of four delegations; to be read only."""

    def make(place: Path) -> None:
        shutil.copytree(harbour_made, place)
        with Desk(Workspace.find(place), clock(), ANA) as desk:
            tabled_at(desk)

    return made_once(tmp_path_factory, "table", make)


@pytest.fixture
def table(table_made: Path, home: Path, tmp_path: Path) -> Path:
    """A copy of it, to write in; the drafter has a home."""
    return Path(shutil.copytree(table_made, tmp_path / "table", copy_function=sharing_objects))


@pytest.fixture(scope="session")
def council(table_made: Path) -> Iterator[Dossier]:
    """The note as it is read."""
    with Desk.at(table_made) as desk:
        yield desk.open("harbour-note")
