"""What the tests of the comments share: the harbour note as it is read, without writing in it."""

from pathlib import Path

import pytest

from zerodraft.desk.desk import Desk
from zerodraft.desk.dossier import Dossier


@pytest.fixture(scope="session")
def note(harbour_made: Path) -> Dossier:
    """Japan and Fiji on paragraph 1, reworded since; Viet Nam on 2(a), resolved; Fiji on 3, whose words are gone."""
    with Desk.at(harbour_made) as desk:
        return desk.open("harbour-note")
