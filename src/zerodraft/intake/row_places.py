"""Which paragraphs a row of a table is about: by their number, by the text that it quotes, by the focus area."""

import re
from functools import cached_property
from typing import NamedTuple

from zerodraft.intake.citation import Places
from zerodraft.intake.comment_table import TableRow
from zerodraft.intake.folding import folded
from zerodraft.intake.grid import quoted_name
from zerodraft.intake.received import Basis
from zerodraft.intake.rewording import likeness, shown_words

_GENERAL = re.compile(r"\W*(?:ge|gen|general|umum)\b", re.IGNORECASE)
_ALIKE = 0.5
_LONG_ENOUGH = 12
"""Characters: a shorter quotation stands in many paragraphs, or may be there by chance."""


class RowPlace(NamedTuple):
    """Ordinals of the paragraphs, rising. None: `reason` says why. `doubt` says why a drafter must say yes first."""

    ordinals: tuple[int, ...] = ()
    reason: str = ""
    doubt: str = ""


class RowPlaces:
    """The places of one version for the rows of one table."""

    def __init__(self, basis: Basis) -> None:
        self.places = Places(basis.draft, basis.numbers)
        self._basis = basis

    def of(self, row: TableRow) -> RowPlace:
        """Where a row belongs."""
        if row.paragraph:
            return self._cited(row)
        quoted = self._quoting(row.quoted)
        if len(quoted) == 1:
            return RowPlace(quoted)
        if row.area:
            return self._in_area(row.area)
        if _GENERAL.match(row.type):
            found = self.places.whole_text()
            return RowPlace(found.ordinals, found.reason)
        return RowPlace(reason="It does not say which paragraph it is about.")

    def is_whole(self, ordinal: int, quoted: str) -> bool:
        """Whether a quotation is the whole paragraph, however it was printed."""
        return folded(quoted) == self._texts[ordinal]

    @cached_property
    def _texts(self) -> tuple[str, ...]:
        return tuple(folded(shown_words(each.text)) for each in self._basis.draft.paragraphs)

    def _quoting(self, quoted: str) -> tuple[int, ...]:
        """The paragraphs in which the words stand."""
        sought = folded(quoted)
        if len(sought) < _LONG_ENOUGH:
            return ()
        return tuple(ordinal for ordinal, text in enumerate(self._texts) if sought in text)

    def _cited(self, row: TableRow) -> RowPlace:
        found = self.places.cited(row.paragraph)
        if found.ordinals:
            return RowPlace(found.ordinals, doubt=self._doubt(row, found.ordinals))
        quoted = self._quoting(row.quoted)
        if len(quoted) == 1:
            return RowPlace(quoted, doubt=f"{found.reason} The words that it quotes stand in {self._cite(quoted[0])}.")
        return RowPlace(reason=found.reason)

    def _doubt(self, row: TableRow, ordinals: tuple[int, ...]) -> str:
        """Where focus area or quotation say something else than the number."""
        area = self.places.area(row.area) if row.area else None
        own = self._basis.draft.area_of(ordinals[0])
        if area is not None and area != own:
            stands = f"in focus area {own.number}" if own else "in no focus area"
            return f"The row names focus area {area.number}, and paragraph {self._cite(ordinals[0])} stands {stands}."
        sought = folded(row.quoted)
        if not sought or any(sought in self._texts[ordinal] for ordinal in ordinals):
            return ""
        if any(likeness(sought, [self._basis.draft.paragraphs[ordinal].text]) >= _ALIKE for ordinal in ordinals):
            return ""
        elsewhere = self._quoting(row.quoted)
        instead = f"; it stands in {self._cite(elsewhere[0])}" if len(elsewhere) == 1 else ""
        return f"The text that the row quotes does not stand in paragraph {self._cite(ordinals[0])}{instead}."

    def _in_area(self, written: str) -> RowPlace:
        if _GENERAL.match(written):
            found = self.places.whole_text()
            return RowPlace(found.ordinals, found.reason)
        area = self.places.area(written)
        if area is None:
            return RowPlace(reason=f"There is no focus area {quoted_name(written)} in the version.")
        return RowPlace((area.first,))

    def _cite(self, ordinal: int) -> str:
        return self._basis.numbers[ordinal].cite
