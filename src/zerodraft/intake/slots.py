"""Which paragraphs of a file must be looked at together: all over which one change, or one difference, can go."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.marked import Block, Revision
from zerodraft.intake.matching import Lane, Match, lane_of
from zerodraft.intake.signs import NOWHERE
from zerodraft.intake.views import Seen


@dataclass(frozen=True, slots=True)
class Slot:
    """A paragraph of the base view with its blocks; a block that the base view doesn't have; or paragraphs that only
    the version has (no blocks).

    `seen` is the index in the view, `match` that of its match; `NOWHERE` for none, as for a paragraph without words.
    """

    blocks: tuple[int, ...] = ()
    seen: int = NOWHERE
    match: int = NOWHERE


Row = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class File:
    """The blocks of a file, its base view, and what was found for it in the version."""

    blocks: Sequence[Block]
    view: Sequence[Seen]
    matches: Sequence[Match]
    has_tables: bool

    def lane(self, slot: Slot) -> Lane:
        if not slot.blocks:
            return self.matches[slot.match].lane
        return lane_of(self.blocks[slot.blocks[-1]].shape.sort, has_tables=self.has_tables)

    def is_alone(self, slot: Slot) -> bool:
        """Whether only one side has it, and it has words."""
        return slot.match != NOWHERE and not (self.matches[slot.match].file and self.matches[slot.match].version)


def rows_of(file: File) -> Iterator[Row]:
    """All slots in the order of the file, lane by lane; in one row those that must be looked at together.

    What only the version has stands behind what it followed there.
    """
    every = _slots(file)
    for lane in Lane:
        own = _with_absent([slot for slot in every if file.lane(slot) is lane], file, lane)
        ends = {slot.match: place for place, slot in enumerate(own) if slot.match != NOWHERE}
        row: list[Slot] = []
        reach = NOWHERE
        for place, slot in enumerate(own):
            if row and place > reach and not _are_tied(file, row[-1], slot):
                yield tuple(row)
                row = []
            row.append(slot)
            reach = max(reach, ends.get(slot.match, place))
        if row:
            yield tuple(row)


def _slots(file: File) -> list[Slot]:
    by_paragraph = {index: number for number, match in enumerate(file.matches) for index in match.file}
    slots = [
        Slot(tuple(dict.fromkeys(piece.block for piece in each.pieces)), index, by_paragraph.get(index, NOWHERE))
        for index, each in enumerate(file.view)
    ]
    known = {block for slot in slots for block in slot.blocks}
    slots += [Slot((block,)) for block in range(len(file.blocks)) if block not in known]
    return sorted(slots, key=lambda slot: slot.blocks)


def _with_absent(slots: Iterable[Slot], file: File, lane: Lane) -> list[Slot]:
    """The slots of a lane, and in their places those that only the version has."""
    absent = _absent_after(file.matches, lane)
    found = [Slot(match=number) for number in absent.pop(NOWHERE, ())]
    for slot in slots:
        found.append(slot)
        if slot.match != NOWHERE and file.matches[slot.match].file[-1] == slot.seen:
            found += [Slot(match=number) for number in absent.pop(slot.match, ())]
    return found


def _absent_after(matches: Sequence[Match], lane: Lane) -> dict[int, list[int]]:
    """The matches without a paragraph of the file, by the match that they follow."""
    found: dict[int, list[int]] = {}
    last = NOWHERE
    for number, match in enumerate(matches):
        if match.lane is lane and match.file:
            last = number
        elif match.lane is lane:
            found.setdefault(last, []).append(number)
    return found


def _are_tied(file: File, before: Slot, after: Slot) -> bool:
    if file.is_alone(before) and file.is_alone(after):
        return True
    if not (before.blocks and after.blocks):
        return False
    last, first = file.blocks[before.blocks[-1]], file.blocks[after.blocks[0]]
    return bool(last.mark) and last.place == first.place


def has_revisions(blocks: Iterable[Block]) -> bool:
    return any(block.mark or any(run.revisions for run in block.runs) for block in blocks)


class Char(NamedTuple):
    """One character of a block. `is_in_base` tells whether it was there before anybody's changes."""

    at: int
    char: str
    revisions: tuple[Revision, ...]
    is_in_base: bool


def chars_of(block: Block) -> Iterator[Char]:
    done = 0
    for run in block.runs:
        kept = all(revision.op is not Op.INSERTED for revision in run.revisions)
        yield from (Char(done + at, char, run.revisions, kept) for at, char in enumerate(run.text))
        done += len(run.text)


def by_ordinal(matches: Iterable[Match]) -> Mapping[int, Match]:
    """The match of each paragraph of the version, cells left out."""
    return {ordinal: match for match in matches if match.lane is not Lane.CELLS for ordinal in match.version}
