"""What the tests of the review share: the harbour note with proposals of four delegations on the table."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.made_once import made_once
from tests.rooms import ANA, clock, sharing_objects
from tests.tui.review.table import tabled_at

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier
from zerodraft.store.workspace import Workspace


@pytest.fixture(scope="session")
def table_made(harbour_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small workspace with proposals; to be read only."""

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
