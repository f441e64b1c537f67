"""A redline as a row of blocks: headings, paragraphs, places that a paragraph left, folds of what did not change.

What stands where is known at once; the words of a block are laid out when somebody looks at it.
"""

from bisect import bisect_right
from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from zerodraft.core.comparison.changes import Change, Fate, Op
from zerodraft.core.text.draft import Kind
from zerodraft.export import telling
from zerodraft.export.passages import Departure, Gap, Passage, Spot, place_at
from zerodraft.export.sections import Fold
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.telling import Telling
from zerodraft.tui.redline.order import Entry, Named, Order, Standing
from zerodraft.tui.redline.pieces import Piece, pieces_of

_KEPT_AT_HAND = 2048  # blocks whose words are laid out: twenty screens, 10 MB


class Sort(StrEnum):
    HEADING = "heading"
    PASSAGE = "passage"
    DEPARTURE = "departure"
    FOLD = "fold"


@dataclass(frozen=True, slots=True)
class Block:
    """One block: the numbers of its paragraph in both texts ("" where it has none), and its words.

    `note` tells above the words what became of it. `aside` are words of ours after them: how many
    paragraphs a fold holds, where a paragraph went. `level` is the depth of a sub-paragraph.
    """

    sort: Sort
    old: str = ""
    new: str = ""
    note: str = ""
    pieces: tuple[Piece, ...] = ()
    aside: str = ""
    level: int = 0
    is_changed: bool = False
    fate: Fate = Fate.KEPT

    @property
    def number(self) -> str:
        """`7`, or `7 → 8` where the number changed."""
        if self.old and self.new and self.old != self.new:
            return f"{self.old} → {self.new}"
        return self.new or self.old


class Blocks:
    """The blocks of one redline in reading order, made when they are asked for. Invariant: as many as `order` has."""

    def __init__(self, sheet: RedlineSheet, *, only_changes: bool = False) -> None:
        self.sheet = sheet
        self.only_changes = only_changes
        self.order = Order(sheet, only_changes=only_changes)
        self._tell = Telling(sheet)
        self._made: dict[int, Block] = {}
        self._kept: dict[Hashable, dict[int, Any]] = {}

    def _change(self, spot: Spot) -> Change:
        return self.sheet.comparison.changes[spot.change]

    def __len__(self) -> int:
        return len(self.order)

    def __getitem__(self, index: int) -> Block:
        if index not in self._made:
            if len(self._made) >= _KEPT_AT_HAND:
                self._made.clear()
            self._made[index] = self._block(self.order[index])
        return self._made[index]

    def kept_for_all_widths(self, form: Hashable) -> dict[int, Any]:
        """Where a form keeps by block what is the same in each width."""
        return self._kept.setdefault(form, {})

    # --- a block -----------------------------------------------------------------------------

    def _block(self, entry: Entry) -> Block:
        match entry:
            case Standing():
                return self._passage(entry)
            case Named(name, aside):
                return Block(Sort.HEADING, pieces=(Piece(name, Op.KEPT, start=0),), aside=aside)
            case Gap():
                return self._departure(entry)
            case Fold(spots):
                return Block(Sort.FOLD, aside=telling.unchanged(len(spots)))

    def _passage(self, entry: Standing) -> Block:
        place = place_at(self.sheet, entry.spot)
        assert not isinstance(place, Departure)
        passage = place[entry.part]
        old, new = self._numbers(passage, is_first=entry.part == 0)
        is_first = not (entry.part or passage.continues)
        return Block(
            Sort.HEADING if passage.orients else Sort.PASSAGE,
            old,
            new,
            self._tell.note(passage) if is_first else "",
            pieces_of(self.sheet, passage, self._tell.sides),
            entry.aside,
            passage.paragraph.level if passage.paragraph.kind is Kind.SUB else 0,
            not passage.is_kept,
            passage.fate,
        )

    def _numbers(self, passage: Passage, *, is_first: bool) -> tuple[str, str]:
        """Of both texts; a later piece of a divided paragraph has none in the old one."""
        if passage.orients:
            return "", ""
        now = passage.number.cite
        if passage.fate is Fate.DELETED:
            return now, ""
        was = self.sheet.old.numbers[passage.was[0]].cite if passage.was and is_first and not passage.continues else ""
        return was, now

    def _departure(self, gap: Gap) -> Block:
        departure = place_at(self.sheet, gap)
        assert isinstance(departure, Departure)
        told = self._tell.departure(departure)
        return Block(Sort.DEPARTURE, departure.number.cite, aside=told, is_changed=True, fate=Fate.MOVED)

    # --- what is known without any words -------------------------------------------------------

    def change_at(self, index: int) -> int | None:
        """Which of the changes a block belongs to, counted from 0; None for an unchanged one."""
        entry = self.order[index]
        if isinstance(entry, (Standing, Gap)):
            return self._ranks.get(entry.spot.change if isinstance(entry, Standing) else entry.change)
        return None

    @cached_property
    def _ranks(self) -> dict[int, int]:
        """By index in the comparison, the rank of each change in reading order."""
        found: dict[int, int] = {}
        for rank, index in enumerate(self.order.changes):
            entry = self.order[index]
            if isinstance(entry, Standing):
                found[entry.spot.change] = rank
        return found

    def ordinal(self, index: int) -> int | None:
        """The ordinal of a block's paragraph in the new draft; in the old one where it was deleted or left.

        None for the name of a part, and for a fold the first paragraph in it.
        """
        match self.order[index]:
            case Standing(spot, part):
                pair = self._change(spot).pair
                return pair.new[spot.first + part] if pair.new else pair.old[0]
            case Fold(spots):
                return self._change(spots[0]).pair.new[0]
            case Gap(ordinal):
                return ordinal
            case Named():
                return None

    def is_of_old_text(self, index: int) -> bool:
        """Whether `ordinal` counts in the old draft."""
        entry = self.order[index]
        return isinstance(entry, Gap) or (isinstance(entry, Standing) and not self._change(entry.spot).pair.new)

    def index_of(self, ordinal: int, *, in_old: bool = False) -> int | None:
        """The block of a paragraph of the new draft, or of a deleted one of the old; None where it is folded away."""
        return self._by_ordinal.get((ordinal, in_old))

    @cached_property
    def _by_ordinal(self) -> dict[tuple[int, bool], int]:
        standing = (index for index in range(len(self)) if isinstance(self.order[index], (Standing, Gap)))
        found = {(self.ordinal(index), self.is_of_old_text(index)): index for index in standing}
        return {(ordinal, in_old): index for (ordinal, in_old), index in found.items() if ordinal is not None}

    def nearest(self, ordinal: int, *, in_old: bool) -> int:
        """The block of a paragraph; of a folded one its fold, of one that is in neither draft the place before it."""
        index = self.index_of(ordinal, in_old=in_old)
        if index is not None:
            return index
        begins = self._begins
        found = bisect_right(begins, ordinal, key=lambda each: each[0])
        return begins[found - 1][1] if found else 0

    @cached_property
    def _begins(self) -> list[tuple[int, int]]:
        """Ordinal of the new draft and index of each block that begins with a paragraph of it."""
        known = ((self.ordinal(index), index) for index in range(len(self)) if not self.is_of_old_text(index))
        return [(ordinal, index) for ordinal, index in known if ordinal is not None]
