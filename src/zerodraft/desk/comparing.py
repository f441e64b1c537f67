"""Which text a person means, and two of them compared."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zerodraft.core.comparison.changes import Comparison
from zerodraft.desk.dossier import Dossier, Reading, Version
from zerodraft.desk.room import Room
from zerodraft.errors import NotThere

WORKING = ("", "working", "now")
SAVED = "saved"
LAST = "last"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts of a declaration and every change between them."""

    old: Reading
    new: Reading
    comparison: Comparison


def reading_named(room: Room, dossier: Dossier, name: str) -> Reading:
    """An issued version by name or designation; `last` the last issued, `saved` the recorded working text,
    "" or `working` the working text as it lies in the folder."""
    if name in WORKING:
        return dossier.reading
    if name == LAST:
        if dossier.last_issued is None:
            hint = f"None is issued yet; `zerodraft diff {dossier.slug} saved` shows what is not saved."
            raise NotThere(f"version of {dossier.slug} called", name, hint=hint)
        return room.archive.reading(dossier.slug, dossier.last_issued)
    if name == SAVED and all(version.name != SAVED for version in dossier.versions):
        return room.archive.saved_reading(dossier)
    named = room.archive.version_named(dossier.slug, loosely_named(name, dossier.versions), dossier.versions)
    return room.archive.reading(dossier.slug, named)


def loosely_named(name: str, versions: Sequence[Version]) -> str:
    """The version that `rev1` or `REV 1` means, when only one is spelled so but for the signs; else the name itself."""
    wanted = _without_signs(name)
    found = [version.name for version in versions if _without_signs(version.name) == wanted]
    return found[0] if len(found) == 1 else name


def _without_signs(name: str) -> str:
    """Between two figures a sign stays: `rev-1-1` is not `rev-11`."""
    return re.sub(r"(?<!\d)-|-(?!\d)", "", re.sub(r"[\W_]+", "-", name.casefold()))
