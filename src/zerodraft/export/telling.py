"""What became of a paragraph, in words and numbers: new, deleted, moved from where to where, split, joined."""

from dataclasses import dataclass, field

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.text.draft import Kind
from zerodraft.export.labels import ENGLISH
from zerodraft.export.passages import Departure, Passage
from zerodraft.export.sheet import RedlineSheet, Sheet
from zerodraft.export.shown_words import Sides, is_form_only, sides


@dataclass(frozen=True, slots=True)
class Telling:
    """Speaks of the paragraphs of one redline."""

    sheet: RedlineSheet
    sides: Sides = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", sides(self.sheet))

    def numbers(self, passage: Passage, part: int) -> tuple[str, str]:
        """The old number and the new one of the passage that is `part` of those that stand together.

        The old one is "" where it says nothing new; a title has neither. That of a deleted paragraph is the second.
        """
        if passage.paragraph.kind is Kind.TITLE:
            return "", ""
        now = passage.number.cite
        was = self._was(passage)
        return ("" if part or passage.fate is Fate.DELETED or was == now else was), now

    def _was(self, passage: Passage) -> str:
        return self.sheet.old.numbers[passage.was[0]].cite if passage.was else ""

    def note(self, passage: Passage) -> str:
        """ "" where the marks on the words say it all."""
        match passage.fate:
            case Fate.MOVED:
                return f"moved here from {self._origin(passage)}"
            case Fate.REWORDED if is_form_only(passage.words, self.sides):
                return ENGLISH.form_only
            case Fate.SPLIT:
                return f"split: {self._cited(passage)} was divided"
            case fate:
                return ENGLISH.note(fate, self._cited(passage))

    def departure(self, departure: Departure) -> str:
        """What stands where a paragraph left."""
        if departure.to_number.cite != departure.number.cite:
            return f"stood here; moved to {ENGLISH.cited(departure.to_number)}"
        return f"stood here; moved to {self._place(self.sheet.new, departure.to)}"

    def _origin(self, passage: Passage) -> str:
        """The old number where it was another; between two issues a moved paragraph keeps its number."""
        if self._was(passage) != passage.number.cite:
            return self._cited(passage)
        return self._place(self.sheet.old, passage.was[0])

    def _cited(self, passage: Passage) -> str:
        return " and ".join(ENGLISH.cited(self.sheet.old.numbers[ordinal]) for ordinal in passage.was)

    def _place(self, sheet: Sheet, ordinal: int) -> str:
        """“after paragraph 7”, or below which heading."""
        before = ordinal - 1
        if before < 0:
            return "the beginning"
        if sheet.draft.paragraphs[before].kind in (Kind.HEADING, Kind.TITLE):
            return f"the head of {sheet.numbers[before].cite}"
        return f"after {ENGLISH.cited(sheet.numbers[before])}"


def unchanged(count: int) -> str:
    """Stands for paragraphs that are folded away."""
    return f"… {count} paragraph{'s' if count > 1 else ''} unchanged …"


def untouched(count: int) -> str:
    """Stands beside the name of a section without changes."""
    return f" · {count} paragraph{'s' if count != 1 else ''}, unchanged"
