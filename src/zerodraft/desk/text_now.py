"""The text of a declaration as it leaves the house when no version is named."""

from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room


def text_now(room: Room, dossier: Dossier) -> Reading:
    """What has just been issued leaves under its designation, and not as a working text that nobody may see."""
    last = dossier.last_issued
    if last is None or last.text_id != dossier.reading.text_id:
        return dossier.reading
    return room.archive.reading(dossier.slug, last)
