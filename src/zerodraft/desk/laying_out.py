"""A text laid out for readers: with its title block, its mark, and what was said about its words."""

from dataclasses import dataclass
from datetime import date

from zerodraft.core.text.waymark import Provenance
from zerodraft.desk.decoding import digest
from zerodraft.desk.discussing import discussed
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room
from zerodraft.desk.title_block import place_and_dates
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import WORKING_TEXT, Sheet
from zerodraft.store.countries import long_date


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is laid out. `language` is that of all words around the text, "" for the language of the text."""

    language: str = ""
    has_line_numbers: bool = False
    has_comments: bool = False


AS_IT_IS = Look()


def sheet_of(room: Room, dossier: Dossier, reading: Reading, look: Look = AS_IT_IS) -> Sheet:
    """A text with its title block."""
    settings, version = dossier.settings, reading.version
    language = look.language or settings.language
    day = version.date if version else room.clock().date()
    return Sheet(
        title=dossier.title,
        conference=settings.conference,
        place_and_dates=place_and_dates(settings, language),
        version=version.designation if version else WORKING_TEXT,
        stage=version.stage if version else "",
        date_line=long_date(day, language),
        language=settings.language,
        draft=reading.draft,
        numbers=reading.numbers,
        provenance=_provenance(dossier.slug, reading),
        has_line_numbers=look.has_line_numbers,
        labels_in=look.language,
        mark="" if _is_adopted(reading) else _mark(day, language),
        threads=discussed(room, dossier, reading, language) if look.has_comments else (),
    )


def _is_adopted(reading: Reading) -> bool:
    """As its designation or its stage says."""
    version = reading.version
    return version is not None and "adopted" in f"{version.designation} {version.stage}".casefold()


def _mark(day: date, language: str) -> str:
    """“Draft of 22 November 2026 – not for circulation”."""
    return labels_for(language).draft_mark.replace("{}", long_date(day, language))


def _provenance(slug: str, reading: Reading) -> Provenance:
    version = reading.version.name if reading.version else ""
    return Provenance(slug, version, reading.text_id, digest(reading.draft.source.encode("utf-8")))
