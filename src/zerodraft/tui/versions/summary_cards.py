"""What changed, a card for each part of the text: which paragraphs were reworded, are new, deleted or moved."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Change, Fate
from zerodraft.export.labels import ENGLISH
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.summary import PartSummary, summary, total
from zerodraft.tui.versions.headline import words_in_short
from zerodraft.tui.widgets.card import Card, Para, para
from zerodraft.tui.widgets.row import Piece, row

_NAMES = {
    Fate.REWORDED: "reworded",
    Fate.INSERTED: "new",
    Fate.DELETED: "deleted",
    Fate.MOVED: "moved",
    Fate.SPLIT: "split",
    Fate.JOINED: "joined",
}


class PartCard(NamedTuple):
    """A card and where it leads: the ordinal in the new text of the first paragraph that changed, or of the part's
    heading; None where it leads nowhere."""

    card: Card
    ordinal: int | None


def summary_cards(sheet: RedlineSheet) -> tuple[PartCard, ...]:
    """All parts, those without changes too, and at the end the whole text."""
    parts = summary(sheet, ENGLISH)
    if not any(part.changed for part in parts):
        return ()
    return (*(_part(sheet, part) for part in parts), _total(sheet))


def _part(sheet: RedlineSheet, part: PartSummary) -> PartCard:
    if not part.changed:
        return PartCard(Card(row(Piece(part.name, "quiet"), tail=(Piece("unchanged", "quiet"),)), ()), part.heading)
    words = Piece(f"{words_in_short(part.figures)} words", "quiet")
    card = Card(row(Piece(part.name, "strong"), tail=(words,)), tuple(_fates(sheet, part.changed)))
    return PartCard(card, _first(part))


def _fates(sheet: RedlineSheet, changes: Sequence[Change]) -> Iterator[Para]:
    for fate, name in _NAMES.items():
        cites = [_cite(sheet, change) for change in changes if change.pair.fate is fate]
        if cites:
            yield para(f"{len(cites)} {name}: ", Piece(", ".join(cites), "number"), indent=2)


def _cite(sheet: RedlineSheet, change: Change) -> str:
    """The number now, of a deleted paragraph the one that it had; of a moved one both: “23 → 9”."""
    if not change.pair.new:
        return sheet.old.numbers[change.pair.old[0]].cite
    now = sheet.new.numbers[change.pair.new[0]].cite
    was = sheet.old.numbers[change.pair.old[0]].cite if change.pair.fate is Fate.MOVED else now
    return now if was == now else f"{was} → {now}"


def _first(part: PartSummary) -> int | None:
    return next((change.pair.new[0] for change in part.changed if change.pair.new), part.heading)


def _total(sheet: RedlineSheet) -> PartCard:
    figures = total(sheet)
    words = Piece(f"{words_in_short(figures)} words", "quiet")
    told = ENGLISH.count_changed(figures.paragraphs_changed)
    return PartCard(Card(row(Piece("Total", "strong"), tail=(words,)), (para(told, indent=2),)), None)
