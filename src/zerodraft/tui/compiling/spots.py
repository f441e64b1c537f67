"""What follows what in a compilation that is read from top to bottom, in either of its two forms."""

from collections.abc import Iterator
from typing import NamedTuple

from zerodraft.core.negotiation.compilation import Unplaced
from zerodraft.core.negotiation.stands import Entry
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.tui.compiling.compiled import Compiled, Wish


class Spot(NamedTuple):
    """One item: the words of a paragraph, or a proposal by itself.

    `ordinal` is the paragraph, or the one at which the proposal is told; -1 for one without a place. `is_new` says of
    words that they are a paragraph that is proposed. `reason` is why a proposal stands in no bracket.
    """

    ordinal: int
    words: str = ""
    is_new: bool = False
    entry: Entry | None = None
    unplaced: Unplaced | None = None

    @property
    def tabled(self) -> Tabled | None:
        """The proposal that stands here by itself."""
        if self.entry is not None:
            return self.entry.tabled
        return self.unplaced.tabled if self.unplaced is not None else None


def inline(compiled: Compiled, wish: Wish, *, attributed: bool) -> Iterator[Spot]:
    """The text with its brackets."""
    for each in compiled.inline(attributed=attributed):
        ordinal = max(0, each.before - 1) if each.ordinal is None else each.ordinal
        if compiled.is_shown(ordinal, wish):
            yield Spot(ordinal, each.words, is_new=each.ordinal is None)
    yield from _unplaced(compiled)


def by_paragraph(compiled: Compiled, wish: Wish) -> Iterator[Spot]:
    """Each paragraph as it stands, then the proposals on it or for what comes after it."""
    for paragraph in compiled.dossier.draft.paragraphs:
        if compiled.is_shown(paragraph.ordinal, wish):
            yield Spot(paragraph.ordinal, paragraph.text)
            yield from (Spot(paragraph.ordinal, entry=each) for each in compiled.here.get(paragraph.ordinal, ()))
    yield from _unplaced(compiled)


def _unplaced(compiled: Compiled) -> Iterator[Spot]:
    """Hidden never: nobody would miss them."""
    yield from (Spot(-1, unplaced=each) for each in compiled.compilation.unplaced)


def nearest(spots: tuple[Spot, ...], sought: Spot) -> int:
    """Where the same proposal or paragraph stands; else the first place at or after the paragraph."""
    if sought.tabled is not None:
        for place, each in enumerate(spots):
            if each.tabled is not None and each.tabled.proposal.id == sought.tabled.proposal.id:
                return place
    if sought.ordinal < 0:
        return len(spots) - 1
    at = (place for place, each in enumerate(spots) if each.ordinal >= sought.ordinal or each.ordinal < 0)
    first = next(at, len(spots) - 1)
    is_told = sought.is_new and first + 1 < len(spots) and spots[first + 1].is_new
    return first + 1 if is_told else first


def is_open(compiled: Compiled, spot: Spot) -> bool:
    """Whether something waits for a decision there."""
    return spot.is_new or spot.tabled is not None or spot.ordinal in compiled.open_at
