"""Which text a person means, and two of them compared."""

from dataclasses import dataclass

from zerodraft.core.comparison.changes import Comparison
from zerodraft.desk.dossier import Dossier, Reading
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
    return room.archive.reading(dossier.slug, room.archive.version_named(dossier.slug, name, dossier.versions))
