"""The redline in one column: numbers in the gutter, a bar beside what changed, moves and splits told in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zerodraft.cli import voice
from zerodraft.cli.inking import PLAIN_MARKS, marked
from zerodraft.cli.redline_notes import Telling
from zerodraft.cli.redline_sections import Section, changed_only, sides
from zerodraft.cli.typeset import NO_WRAPPING, Ink, Line, hung, ink, length, padded
from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.visible import visible
from zerodraft.export.passages import Departure, Passage, Place
from zerodraft.export.sheet import RedlineSheet

BAR: Line = (Ink("▎ "),)
CLEAR: Line = (Ink("  "),)
_WIDEST_NUMBER = 16


@dataclass(frozen=True, slots=True)
class Look:
    """How a redline is shown: cells of a line, plain marks in place of styles, unchanged paragraphs too."""

    width: int
    plain: bool
    everything: bool = False


def shown_places(section: Section, look: Look) -> Iterable[Place | int]:
    """The places of a section, or only the changed ones with the counts of those between."""
    return section.places if look.everything else changed_only(section.places)


def unchanged(count: int) -> Line:
    return ink(f"… {count} paragraph{'s' if count > 1 else ''} unchanged …", voice.QUIET)


def untouched(section: Section) -> Line:
    """A section without changes, in one line."""
    count = section.paragraphs
    return (
        *ink(section.name, voice.BOLD),
        *ink(f" · {count} paragraph{'s' if count != 1 else ''}, unchanged", voice.QUIET),
    )


class RedlineView:
    """Lines of the sections of one redline."""

    def __init__(self, sheet: RedlineSheet, look: Look) -> None:
        self._sheet = sheet
        self._look = look
        self._sides = sides(sheet)
        self._tell = Telling(sheet)

    def lines(self, shown: Iterable[Section]) -> Iterator[Line]:
        for section in shown:
            yield ()
            if not section.has_changes and not self._look.everything:
                yield from hung(CLEAR, untouched(section), self._look.width, CLEAR)
                continue
            yield from self._heading(section)
            yield from self._body(section)

    def _heading(self, section: Section) -> Iterator[Line]:
        if section.heading is None:
            yield (*CLEAR, *ink(section.name, voice.BOLD))
        else:
            yield from self._passage(section.heading, (), is_first=True)

    def _body(self, section: Section) -> Iterator[Line]:
        gutter = self._gutter(section)
        for place in shown_places(section, self._look):
            yield ()
            if isinstance(place, int):
                yield (*CLEAR, Ink(" " * gutter), *unchanged(place))
            elif isinstance(place, Departure):
                number = padded(ink(place.number.cite, voice.QUIET), gutter)
                note = ink(self._tell.departure(place), voice.MOVED)
                yield from hung((*BAR, *number), note, self._look.width, BAR)
            else:
                for part, passage in enumerate(place):
                    yield from self._passage(
                        passage, padded(self._number(passage, part), gutter), is_first=not (part or passage.continues)
                    )

    def _gutter(self, section: Section) -> int:
        """Cells of the widest number of a section, and two spaces."""
        passages = (
            self._number(passage, part)
            for place in shown_places(section, self._look)
            if isinstance(place, tuple)
            for part, passage in enumerate(place)
        )
        return min(max(map(length, passages), default=0), _WIDEST_NUMBER) + 2

    def _number(self, passage: Passage, part: int) -> Line:
        return tuple(self._tell.numbers(passage, part))

    def _passage(self, passage: Passage, number: Line, *, is_first: bool) -> Iterator[Line]:
        bar = CLEAR if passage.is_kept else BAR
        head = (*bar, *number)
        note = self._tell.note(passage, self._sides)
        if note and is_first:
            yield from hung(head, ink(note, voice.MOVED), self._look.width, bar)
            head = padded(bar, length(head))
        is_block = passage.paragraph.kind in (Kind.TABLE, Kind.OPAQUE)
        width = NO_WRAPPING if is_block else self._look.width
        yield from hung(head, tuple(self._words(passage)), width, bar)

    def _words(self, passage: Passage) -> Iterator[Ink]:
        if passage.is_replaced_whole:
            yield from self._block(Op.DELETED, self._sheet.old.draft.paragraphs[passage.was[0]].text)
            yield Ink("\n")
            yield from self._block(Op.INSERTED, passage.paragraph.text)
            return
        bold = voice.BOLD if passage.paragraph.kind in (Kind.HEADING, Kind.TITLE) else ""
        for each in marked(passage.words, self._sides, plain=self._look.plain):
            yield Ink(each.text, bold + each.style)

    def _block(self, op: Op, text: str) -> Iterator[Ink]:
        """Each line of a table with its own marks."""
        opening, closing = PLAIN_MARKS[op] if self._look.plain else ("", "")
        style = voice.INSERTED if op is Op.INSERTED else voice.DELETED
        lines = visible(text).split("\n")
        yield Ink("\n".join(f"{opening}{line}{closing}" for line in lines), "" if self._look.plain else style)
