"""What leaves the house: a version, or the redline between two, in the form the next reader needs."""

from dataclasses import dataclass, replace
from pathlib import Path

from zerodraft.core.comparison.compare import compare
from zerodraft.core.text.waymark import Provenance
from zerodraft.desk.attributing import hands_between
from zerodraft.desk.comparing import reading_named
from zerodraft.desk.decoding import digest
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.room import Room
from zerodraft.desk.title_block import place_and_dates
from zerodraft.errors import NotThere, Refusal
from zerodraft.export.sheet import WORKING_TEXT, RedlineSheet, Sheet
from zerodraft.store.countries import long_date
from zerodraft.store.outside import hand_out

CLEAN, REDLINE = "clean", "redline"
WORD = "docx"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted: `form` is `clean` or `redline`, `to` is `md`, `txt`, `html` or `docx`. `version` "" is the text
    as it is now: the last issued version while nothing has changed since, else the working text. `against` "" is the
    version that was issued before it; a clean text is against nothing. Lines are numbered in Word alone."""

    form: str
    to: str
    version: str = ""
    against: str = ""
    has_line_numbers: bool = False


def export_bytes(room: Room, dossier: Dossier, order: Order) -> bytes:
    """The content of the file."""
    from zerodraft.export import forms

    known = forms.REDLINE if order.form == REDLINE else forms.CLEAN
    if order.to not in known or order.form not in (CLEAN, REDLINE):
        raise Refusal(f"A text can't leave as {order.form} {order.to}.", f"There are: {', '.join(known)}.")
    new = _new(room, dossier, order)
    page = replace(sheet_of(room, dossier, new), has_line_numbers=order.has_line_numbers)
    if order.form == CLEAN:
        return forms.CLEAN[order.to](page)
    old = _old(room, dossier, order, new)
    hands = hands_between(room, dossier, old, new) if order.to == WORD else None
    redline = RedlineSheet(sheet_of(room, dossier, old), page, compare(old.draft, new.draft), hands=hands)
    return forms.REDLINE[order.to](redline)


def preview(room: Room, dossier: Dossier, order: Order, width: int) -> str:
    """What the file will hold, as words; a plain text no wider than it can be read. Of a Word file the plain text."""
    order = replace(order, to="txt") if order.to == WORD else order
    if (order.form, order.to) != (CLEAN, "txt"):
        return export_bytes(room, dossier, order).decode("utf-8")
    from zerodraft.export.columns import WIDTH
    from zerodraft.export.text_clean import clean_text

    return clean_text(sheet_of(room, dossier, _new(room, dossier, order)), min(width, WIDTH)).decode("utf-8")


def deliver(room: Room, dossier: Dossier, order: Order, path: Path, *, replace: bool) -> str:
    """Write the file wholly or not at all; what it holds: “The redline from Rev.2 to Rev.3”."""
    hand_out(path, export_bytes(room, dossier, order), replace=replace)
    new = _new(room, dossier, order)
    if order.form == REDLINE:
        return f"The redline from {_called(_old(room, dossier, order, new))} to {_called(new)}"
    told = _called(new)
    return told[0].upper() + told[1:]


def _called(reading: Reading) -> str:
    """A text within a sentence."""
    return reading.label if reading.version else f"the {reading.label}"


def _new(room: Room, dossier: Dossier, order: Order) -> Reading:
    return reading_named(room, dossier, order.version) if order.version else text_now(room, dossier)


def _old(room: Room, dossier: Dossier, order: Order, new: Reading) -> Reading:
    return reading_named(room, dossier, order.against) if order.against else _issued_before(room, dossier, new)


def sheet_of(room: Room, dossier: Dossier, reading: Reading) -> Sheet:
    """A text with its title block, in its own language."""
    settings, version = dossier.settings, reading.version
    day = version.date if version else room.clock().date()
    return Sheet(
        title=dossier.title,
        conference=settings.conference,
        place_and_dates=place_and_dates(settings),
        version=version.designation if version else WORKING_TEXT,
        stage=version.stage if version else "",
        date_line=long_date(day, settings.language),
        language=settings.language,
        draft=reading.draft,
        numbers=reading.numbers,
        provenance=_provenance(dossier.slug, reading),
    )


def _provenance(slug: str, reading: Reading) -> Provenance:
    version = reading.version.name if reading.version else ""
    return Provenance(slug, version, reading.text_id, digest(reading.draft.source.encode("utf-8")))


def text_now(room: Room, dossier: Dossier) -> Reading:
    """What has just been issued leaves under its designation, and not as a working text that nobody may see."""
    last = dossier.last_issued
    if last is None or last.text_id != dossier.reading.text_id:
        return dossier.reading
    return room.archive.reading(dossier.slug, last)


def _issued_before(room: Room, dossier: Dossier, reading: Reading) -> Reading:
    """The version before this one; before the working text, the last issued one."""
    names = [version.name for version in dossier.versions]
    place = names.index(reading.version.name) if reading.version else len(names)
    if not place:
        raise NotThere(
            f"version of {dossier.slug} before",
            reading.label,
            hint="Name the text to compare with: --against VERSION, or `--form clean`.",
        )
    return room.archive.reading(dossier.slug, dossier.versions[place - 1])
