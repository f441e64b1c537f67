"""What the tests of the command line share: a home of their own, workspaces, and a way to ask."""

import shutil
from pathlib import Path

import pytest
from tests.cli.asking import Answer, Ask
from tests.cli.harbour import build
from tests.cli.negotiation import negotiate
from tests.made_once import demonstration_at, made_once
from tests.rooms import isolate, sharing_objects

from zerodraft.cli.main import run


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


@pytest.fixture(scope="session")
def demonstration_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration; to be read only."""
    return made_once(tmp_path_factory, "demonstration", demonstration_at)


@pytest.fixture(scope="session")
def harbour_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace of `harbour.py`; to be read only."""
    return made_once(tmp_path_factory, "harbour", build)


@pytest.fixture
def bali(demonstration_made: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration, to write in."""
    return Path(shutil.copytree(demonstration_made, tmp_path / "bali", copy_function=sharing_objects))


@pytest.fixture
def harbour(harbour_made: Path, tmp_path: Path) -> Path:
    """A copy of the small workspace, to write in."""
    return Path(shutil.copytree(harbour_made, tmp_path / "harbour", copy_function=sharing_objects))


@pytest.fixture(scope="session")
def negotiation_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The harbour in the middle of its negotiation; to be read only."""
    return made_once(tmp_path_factory, "negotiation", negotiate)


@pytest.fixture
def negotiation(negotiation_made: Path, tmp_path: Path) -> Path:
    """A copy of it, to write in."""
    return Path(shutil.copytree(negotiation_made, tmp_path / "negotiation", copy_function=sharing_objects))
