"""The concordance of two texts in the words in which it leaves the house."""

from zerodraft.desk.concording import concordance
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.desk.laying_out import AS_IT_IS, Look, sheet_of
from zerodraft.desk.room import Room
from zerodraft.export.concordance import concordance_row
from zerodraft.export.concordance_sheet import ConcordanceSheet
from zerodraft.export.labels import labels_for
from zerodraft.export.table_labels import table_labels


def concordance_sheet(room: Room, dossier: Dossier, old: str, new: str, look: Look = AS_IT_IS) -> ConcordanceSheet:
    """Between two texts by name; those that are not named are chosen as `concordance` does."""
    found = concordance(room, dossier, old, new)
    language = look.language or dossier.settings.language
    labels = table_labels(language)

    def named(code: str) -> str:
        return dossier.delegations.name(code, language)

    def called(reading: Reading) -> str:
        return reading.version.designation if reading.version else labels_for(language).working_text.lower()

    return ConcordanceSheet(
        old=sheet_of(room, dossier, found.old, Look(look.language)),
        new=sheet_of(room, dossier, found.new, Look(look.language)),
        title=labels.concordance.format(old=called(found.old), new=called(found.new)),
        heads=labels.concordance_heads,
        rows=tuple(concordance_row(each, named, language) for each in found.entries),
    )
