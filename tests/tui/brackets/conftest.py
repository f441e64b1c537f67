"""The harbour note with words in brackets: stacked, one in the other, with and without names."""

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from tests.cli.harbour import WORKING
from tests.made_once import made_once
from tests.rooms import ANA, clock, sharing_objects

from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.desk import Desk
from zerodraft.desk.positions import Opinion
from zerodraft.store.workspace import Workspace
from zerodraft.tui.brackets.table import Table, dated

NOTE = "harbour-note"
_NEXT_DAY = datetime(2021, 11, 3, 9, 0, tzinfo=timezone(timedelta(hours=12)))
DISPUTED = (
    WORKING.replace("once a year", "[once [each - VNM] year / twice a year - Fiji, Japan]")
    .replace("We honour", "We [honour][thank]")
    .replace("exchange of charts", "exchange of charts [, maps - Utopia]")
)


@pytest.fixture(scope="session")
def disputed_made(harbour_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """To be read only."""

    def make(place: Path) -> None:
        shutil.copytree(harbour_made, place)
        with Desk(Workspace.find(place), clock(_NEXT_DAY), ANA) as desk:
            desk.save(desk.open(NOTE), DISPUTED)
            desk.take_position(
                desk.open(NOTE), Opinion("IDN", Stand.SUPPORT, paragraph="2(a)", quote="twice a year", on="working")
            )

    return made_once(tmp_path_factory, "disputed", make)


@pytest.fixture
def disputed(disputed_made: Path, home: Path, tmp_path: Path) -> Path:
    """A copy of it, to write in; the drafter has a home."""
    return Path(shutil.copytree(disputed_made, tmp_path / "disputed", copy_function=sharing_objects))


@pytest.fixture(scope="session")
def brackets(disputed_made: Path) -> Iterator[Table]:
    with Desk.at(disputed_made) as desk:
        yield dated(desk, desk.open(NOTE))
