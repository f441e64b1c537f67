"""Two texts of a declaration as the export room takes them."""

from zerodraft.desk.comparing import SAVED, Compared
from zerodraft.desk.dossier import Reading
from zerodraft.export.sheet import RedlineSheet, Sheet


def sheet_of(title: str, compared: Compared, names: tuple[str, str] = ("", "")) -> RedlineSheet:
    """Two texts to be laid out for people; `names` are those under which they were asked for."""
    old, new = (
        Sheet(title, "", "", _label(each, name), "", "", "en", each.draft, each.numbers)
        for each, name in zip((compared.old, compared.new), names, strict=True)
    )
    return RedlineSheet(old, new, compared.comparison)


def _label(reading: Reading, name: str) -> str:
    return "saved text" if name == SAVED and reading.version is None else reading.label
