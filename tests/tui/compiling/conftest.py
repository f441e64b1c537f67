"""The harbour note with proposals of four delegations, compiled."""

import pytest

from zerodraft.desk.compiling import compilation
from zerodraft.desk.dossier import Dossier
from zerodraft.tui.compiling.compiled import Compiled


@pytest.fixture(scope="session")
def note(council: Dossier) -> Compiled:
    return Compiled(council, compilation(council))
