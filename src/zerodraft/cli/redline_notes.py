"""What became of a paragraph, in words and numbers: new, deleted, moved from where to where, split, joined."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zerodraft.cli import voice
from zerodraft.cli.inking import is_form_only
from zerodraft.cli.typeset import Ink
from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.export.labels import ENGLISH
from zerodraft.export.passages import Departure, Passage
from zerodraft.export.sheet import RedlineSheet, Sheet


@dataclass(frozen=True, slots=True)
class Telling:
    """Speaks of the paragraphs of one redline."""

    sheet: RedlineSheet

    def numbers(self, passage: Passage, part: int) -> Iterator[Ink]:
        """The number; where it was another, the old one and an arrow before it."""
        if passage.paragraph.kind is Kind.TITLE:
            return
        now = passage.number.cite
        was = self._was(passage)
        if part or not was or passage.fate is Fate.DELETED or was == now:
            yield Ink(now, "" if passage.paragraph.kind is Kind.OPERATIVE else voice.QUIET)
            return
        yield Ink(f"{was} → ", voice.QUIET)
        yield Ink(now)

    def _was(self, passage: Passage) -> str:
        return self.sheet.old.numbers[passage.was[0]].cite if passage.was else ""

    def note(self, passage: Passage, sides: Mapping[Op, Draft]) -> str:
        """ "" where the marks on the words say it all."""
        match passage.fate:
            case Fate.MOVED:
                return f"moved here from {self._origin(passage)}"
            case Fate.REWORDED if is_form_only(passage.words, sides):
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
