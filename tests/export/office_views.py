"""LibreOffice as another reader of the Word files that are written: rejected and accepted, paragraph by paragraph."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from tests.intake.office import bridged

_SCRIPT = Path(__file__).with_name("office_views_script.py")
_LONGEST = 600


class Views(NamedTuple):
    """The words of the paragraphs, in their order."""

    rejected: list[str]
    accepted: list[str]


def views(files: Sequence[bytes], folder: Path) -> list[Views]:
    """What LibreOffice makes of each file."""
    paths = [folder / f"{number}.docx" for number in range(len(files))]
    for path, content in zip(paths, files, strict=True):
        path.write_bytes(content)
    found = json.loads(bridged(_SCRIPT, json.dumps([path.as_uri() for path in paths]), folder, _LONGEST))
    return [Views(*each) for each in found]
