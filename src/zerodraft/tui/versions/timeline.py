"""The texts of a declaration in the order of time: the working text on top, then what was issued."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from zerodraft.desk.comparing import SAVED
from zerodraft.desk.dossier import Dossier, Version
from zerodraft.desk.title_block import since_when
from zerodraft.tui.widgets.row import Piece, Row, row

WORKING = ""
UNSAVED = "● unsaved"
_BASE = "◆"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One text that can be compared, under the name that the desk takes; "" is the working text.

    `day` is the date on its cover, "" where it bears none; `told` says the rest in some words; `warning` is "" where
    there is nothing to be warned of.
    """

    name: str
    label: str
    day: str = ""
    told: str = ""
    warning: str = ""


def entries(dossier: Dossier) -> tuple[Entry, ...]:
    """Newest first: the working text, the saved one where that is another, then the issued versions."""
    return tuple(_entries(dossier))


def _entries(dossier: Dossier) -> Iterator[Entry]:
    since = since_when(dossier).removesuffix(", not saved")
    yield Entry(WORKING, "Working text", told=since, warning=UNSAVED if dossier.unsaved else "")
    if has_saved_text(dossier):
        yield Entry(SAVED, "Saved text", told="the working text as it is recorded")
    remarks = Counter(thread.root.on for thread in dossier.threads)
    for version in reversed(dossier.versions):
        yield _issued(version, remarks[version.name])


def has_saved_text(dossier: Dossier) -> bool:
    """Whether the recorded text is another than the working text, and can be named."""
    return dossier.unsaved and bool(dossier.recorded) and all(each.name != SAVED for each in dossier.versions)


def _issued(version: Version, remarks: int) -> Entry:
    count = "" if not remarks else "1 comment" if remarks == 1 else f"{remarks} comments"
    day = f"{version.date.day} {_MONTHS[version.date.month - 1]} {version.date.year}"
    warning = "" if version.intact else "● not the text that was issued"
    return Entry(version.name, version.designation, day, " · ".join(filter(None, (version.stage, count))), warning)


def rows_of(entry: Entry, *, is_base: bool, is_tall: bool) -> tuple[Row, ...]:
    """One row, or two where there is room; the base of the comparison bears a mark and the word."""
    mark = Piece(f"{_BASE} " if is_base else "  ", "accent")
    base = (Piece("base ", "accent"),) if is_base else ()
    name = Piece(entry.label, "strong")
    day = Piece(entry.day, "quiet")
    warning = (Piece(f"  {entry.warning}", "warning"),) if entry.warning else ()
    told = Piece(entry.told, "quiet")
    if is_tall:
        return row(mark, name, *warning, tail=(day, " ")), row("  ", told, tail=base)
    between = (Piece("  "), told) if entry.told and not warning else ()
    return (row(mark, name, *warning, *between, tail=(*base, day, " ")),)
