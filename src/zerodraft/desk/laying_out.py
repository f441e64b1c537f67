"""A text laid out for readers: with its title block, its mark, and what was said about its words."""

from dataclasses import dataclass
from datetime import date

from zerodraft.core.text.waymark import Provenance
from zerodraft.desk.decoding import digest
from zerodraft.desk.discussing import discussed
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.legal_naming import legal_naming
from zerodraft.desk.room import Room
from zerodraft.desk.title_block import place_and_dates
from zerodraft.export.adoption_labels import adoption_labels
from zerodraft.export.labels import labels_for
from zerodraft.export.sheet import WORKING_TEXT, Sheet
from zerodraft.store.countries import long_date


@dataclass(frozen=True, slots=True)
class Look:
    """How a text is laid out. `language` is that of all words around the text, "" for the language of the text.
    `is_marked` None marks a text as a draft until it is adopted, True marks an adopted one too. `is_named` adds what
    Akoma Ntoso says of a text."""

    language: str = ""
    has_line_numbers: bool = False
    has_comments: bool = False
    is_marked: bool | None = None
    is_named: bool = False
    has_typed_numbers: bool = False


AS_IT_IS = Look()


def sheet_of(room: Room, dossier: Dossier, reading: Reading, look: Look = AS_IT_IS) -> Sheet:
    """A text with its title block."""
    settings, version = dossier.settings, reading.version
    language = look.language or settings.language
    day = version.date if version else room.clock().date()
    adopted = is_adopted(dossier, reading)
    is_marked = not adopted if look.is_marked is None else look.is_marked
    return Sheet(
        title=dossier.title,
        conference=settings.conference,
        place_and_dates=place_and_dates(settings, language),
        version=version.designation if version else WORKING_TEXT,
        stage=_stage(dossier, reading, language),
        date_line=long_date(day, language),
        language=settings.language,
        draft=reading.draft,
        numbers=reading.numbers,
        provenance=_provenance(dossier.slug, reading),
        has_line_numbers=look.has_line_numbers,
        has_typed_numbers=look.has_typed_numbers,
        labels_in=look.language,
        mark=_mark(day, language) if is_marked else "",
        fingerprint=room.archive.fingerprint(reading.text_id) if adopted else "",
        threads=discussed(room, dossier, reading, language) if look.has_comments else (),
        day=day,
        naming=legal_naming(room, dossier, reading, language) if look.is_named else None,
    )


def is_adopted(dossier: Dossier, reading: Reading) -> bool:
    """Whether a version has words that were adopted: the first ones, or those of a corrigendum."""
    if dossier.adopted is None or reading.version is None:
        return False
    return reading.version.name in dict(dossier.adopted.versions)


def _stage(dossier: Dossier, reading: Reading, language: str) -> str:
    """As it was issued; of adopted words how they were adopted, in the language of the page."""
    if dossier.adopted and is_adopted(dossier, reading):
        return adoption_labels(language).adopted_by[dossier.adopted.manner]
    return reading.version.stage if reading.version else ""


def _mark(day: date, language: str) -> str:
    """“Draft of 22 November 2026 – not for circulation”."""
    return labels_for(language).draft_mark.replace("{}", long_date(day, language))


def _provenance(slug: str, reading: Reading) -> Provenance:
    version = reading.version.name if reading.version else ""
    return Provenance(slug, version, reading.text_id, digest(reading.draft.source.encode("utf-8")))
