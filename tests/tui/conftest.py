"""What the tests of the screens share: no wishes about colours, a home of their own, workspaces to be opened."""

import shutil
from pathlib import Path

import pytest
from tests.cli.harbour import build
from tests.made_once import demonstration_at, made_once
from tests.rooms import isolate, sharing_objects


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
