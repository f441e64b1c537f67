"""A whole file laid on the version it answers: its passages, woven when they are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.intake.groups import Woven
from zerodraft.intake.marked import Block, Marked, Notice, Sort
from zerodraft.intake.matching import Lane, Match, match
from zerodraft.intake.received import Basis
from zerodraft.intake.roster import Roster
from zerodraft.intake.signs import NOWHERE
from zerodraft.intake.slots import File, Row, has_revisions, rows_of
from zerodraft.intake.views import base
from zerodraft.intake.weaving import weaver

_IN_A_TABLE = "It stands in a table, which only the drafter can change."
_BEFORE_THE_TEXT = "It stands before the text, as a letterhead does."
# A file that holds less of the version's paragraphs is an extract, and not a proposal to delete all others.
_MOST_ABSENT = 0.5


class Loom:
    """The rows of a file and their passages. `notices` tell what of the version was taken as it stands."""

    def __init__(self, marked: Marked, on: Basis, roster: Roster) -> None:
        view = base(marked)
        found = match(view, on.draft, on.text_id, is_markdown=marked.is_markdown)
        has_tables = any(each.kind is Kind.TABLE for each in on.draft.paragraphs)
        matches, self.notices = _without_absent(found)
        self._file = File(marked.blocks, view, matches, has_tables)
        self._weaver = weaver(self._file, on.draft, roster, is_markdown=marked.is_markdown)
        self._rows = tuple(rows_of(self._file))
        self._bare = tuple(_bare(self._file, self._rows, on.draft))
        self._woven: dict[int, Woven] = {}
        self.row_of = {block: number for number, row in enumerate(self._rows) for slot in row for block in slot.blocks}
        self.note_names = _note_names(self._file, on.draft)

    def woven(self, number: int) -> Woven:
        """The passage of a row."""
        if number not in self._woven:
            self._woven[number] = replace(self._bare[number], signs=self._weaver.woven(self._rows[number]))
        return self._woven[number]

    def changed(self) -> tuple[int, ...]:
        """The rows in which anything is to be looked at."""
        return tuple(number for number, row in enumerate(self._rows) if self._is_changed(row))

    def _is_changed(self, row: Row) -> bool:
        for slot in row:
            if slot.match != NOWHERE and self._file.matches[slot.match].fate is not Fate.KEPT:
                return True
            if has_revisions(self._file.blocks[index] for index in slot.blocks):
                return True
        return False


def _without_absent(found: Sequence[Match]) -> tuple[tuple[Match, ...], tuple[Notice, ...]]:
    """What the file leaves out is taken as it stands where the file is an extract, or has no notes or tables at all."""
    kept: list[Match] = []
    notices: list[Notice] = []
    for lane in Lane:
        own = [each for each in found if each.lane is lane]
        size = sum(len(each.version) for each in own)
        gone = sum(len(each.version) for each in own if not each.file)
        is_extract = gone > _MOST_ABSENT * size if lane is Lane.BODY else gone == size
        kept += [each for each in own if each.file or not is_extract]
        if is_extract and lane is Lane.BODY:
            sentence = f"The file holds {size - gone} of {size} paragraphs; the others are taken as they stand."
            notices.append(Notice("extract", sentence))
    return tuple(kept), tuple(notices)


def _bare(file: File, rows: Sequence[Row], draft: Draft) -> Iterator[Woven]:
    """What is known of the rows before they are woven."""
    notes = [each.ordinal for each in draft.paragraphs if each.kind is Kind.FOOTNOTE]
    first = min(
        (each.version[0] for each in file.matches if each.lane is Lane.BODY and each.file and each.version), default=0
    )
    places = {Lane.BODY: first, Lane.NOTES: notes[-1] + 1 if notes else len(draft.paragraphs), Lane.CELLS: 0}
    begun = False
    for row in rows:
        lane = file.lane(row[0])
        own = [file.matches[slot.match] for slot in row if slot.match != NOWHERE]
        is_moved = any(each.fate is Fate.MOVED and places[lane] - each.version[0] not in (0, 1) for each in own)
        begun = begun or any(each.file and each.version for each in own)
        apart = _IN_A_TABLE if lane is Lane.CELLS else _BEFORE_THE_TEXT if own and not begun and own[0].file else ""
        sureness = min((each.sureness for each in own), default=1.0)
        yield Woven((), lane, places[lane], sureness, places[lane] if is_moved else None, apart)
        stand = [each.version[-1] + 1 for each in own if each.version and each.fate is not Fate.MOVED]
        if stand and lane is Lane.BODY:
            places[lane] = stand[-1]


def _note_names(file: File, draft: Draft) -> Mapping[str, str]:
    """The footnotes of the file by the names that the version has for them; new ones get the next free numbers."""
    taken = {each.label.removeprefix("^") for each in draft.paragraphs if each.kind is Kind.FOOTNOTE}
    names: dict[str, str] = {}
    for each in file.matches:
        if each.lane is Lane.NOTES and each.file and each.version:
            name = _note_of(file.blocks[file.view[each.file[0]].last])
            names[name] = draft.paragraphs[each.version[0]].label.removeprefix("^")
    for name in (name for block in file.blocks if (name := _note_of(block)) and name not in names):
        free = next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
        names[name] = free
        taken.add(free)
    return names


def _note_of(block: Block) -> str:
    return str(block.place[0]) if block.shape.sort is Sort.NOTE and len(block.place) == 1 else ""
