"""What the tests of the command line share: a home of their own, workspaces, and a way to ask."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from tests.cli.asking import Answer, Ask
from tests.cli.harbour import build
from tests.rooms import isolate, sharing_objects

from zerodraft.cli.main import run
from zerodraft.desk import demonstration


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home with an identity, none of the caller's git variables, a pipe of 80 columns for a terminal."""
    for name in ("FORCE_COLOR", "NO_COLOR", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return isolate(monkeypatch, tmp_path / "home")


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Call the program in this process."""

    def asked(*arguments: str, at: Path) -> Answer:
        monkeypatch.chdir(at)
        monkeypatch.setattr("sys.argv", ["zerodraft", *arguments])
        capsys.readouterr()
        code = run()
        heard = capsys.readouterr()
        return Answer(code, heard.out, heard.err)

    return asked


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One test process at a time; the others wait for what it makes."""
    with lock.open("w") as opened:
        flock(opened, LOCK_EX)
        yield


def _made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that all test processes of one run share; nobody writes into it."""
    root = factory.getbasetemp()
    root = root.parent if os.environ.get("PYTEST_XDIST_WORKER") else root
    place, ready = root / name, root / f"{name}.ready"
    with _alone(root / f"{name}.lock"):
        if not ready.exists():
            make(place)
            ready.touch()
    return place


@pytest.fixture(scope="session")
def demonstration_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration; to be read only."""
    return _made_once(tmp_path_factory, "demonstration", lambda place: list(demonstration.replay(place)))


@pytest.fixture(scope="session")
def harbour_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace of `harbour.py`; to be read only."""
    return _made_once(tmp_path_factory, "harbour", build)


@pytest.fixture
def bali(demonstration_made: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration, to write in."""
    return Path(shutil.copytree(demonstration_made, tmp_path / "bali", copy_function=sharing_objects))


@pytest.fixture
def harbour(harbour_made: Path, tmp_path: Path) -> Path:
    """A copy of the small workspace, to write in."""
    return Path(shutil.copytree(harbour_made, tmp_path / "harbour", copy_function=sharing_objects))
