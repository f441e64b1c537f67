"""Two texts compared at the desk, with everything that is told about them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zerodraft.core.comparison.compare import Figures
from zerodraft.desk.dossier import Dossier
from zerodraft.desk.sheets import sheet_of
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.summary import total
from zerodraft.tui.versions.pair import Pair
from zerodraft.tui.versions.summary_cards import PartCard, summary_cards

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Compared:
    """A redline with its figures and its summary; `dossier` is the declaration as it was read then."""

    dossier: Dossier
    pair: Pair
    sheet: RedlineSheet
    figures: Figures
    summary: tuple[PartCard, ...]


def compared(desk: "Desk", dossier: Dossier, pair: Pair) -> Compared:
    """The redline from the base to the chosen text; raises the desk's refusals."""
    both = desk.compare(dossier, *pair)
    sheet = sheet_of(dossier.title, both, pair)
    return Compared(dossier, pair, sheet, total(sheet), summary_cards(sheet))


def in_working_text(desk: "Desk", dossier: Dossier, version: str, ordinal: int) -> int | None:
    """The ordinal in the working text of a paragraph of a version; None where it was taken out since."""
    pairs = (change.pair for change in desk.compare(dossier, version).comparison.changes)
    return next((pair.new[0] for pair in pairs if ordinal in pair.old and pair.new), None)
