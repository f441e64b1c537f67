"""The title block of a declaration: where and when it is negotiated, and which text this is."""

from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.formats.settings import Settings
from zerodraft.store.countries import long_date, long_dates


def place_and_dates(settings: Settings, language: str = "") -> str:
    """“Bali, held virtually, 16 November 2021”, in `language`, else in that of the text; "" when neither is known."""
    return ", ".join(filter(None, (settings.place, long_dates(settings.dates, language or settings.language))))


def which_text(dossier: Dossier, reading: Reading) -> str:
    """“Rev.2, SOM, 8 November 2021”, or “working text, changed since Rev.2”."""
    if version := reading.version:
        return ", ".join(filter(None, (version.designation, version.stage, long_date(version.date, "en"))))
    if reading.text_id != dossier.reading.text_id:
        return "saved text"
    return f"{reading.label}, {since_when(dossier)}"


def since_when(dossier: Dossier) -> str:
    """What the working text is to the last issued version: “changed since Rev.2, not saved”."""
    is_now = dossier.reading.text_id
    if (last := dossier.last_issued) is None:
        since = "nothing issued yet"
    else:
        since = f"{'the same as' if last.text_id == is_now else 'changed since'} {last.designation}"
    return since + (", not saved" if dossier.unsaved else "")
