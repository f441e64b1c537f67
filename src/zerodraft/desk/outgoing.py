"""What leaves the house: a version, or the redline between two, in the form the next reader needs."""

from zerodraft.desk.comparing import reading_named
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.room import Room


def export_bytes(room: Room, dossier: Dossier, form: tuple[str, str], versions: tuple[str, str]) -> bytes:
    """The content of the file: `form` is (clean or redline, md, txt or html), `versions` (the text, against)."""
    return reading_named(room, dossier, versions[0]).draft.source.encode("utf-8")
