"""The redline in one column: numbers in the gutter, a bar beside what changed, moves and splits told in words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from zerodraft.cli import voice
from zerodraft.cli.inking import marked
from zerodraft.cli.typeset import NO_WRAPPING, Ink, Line, hung, ink, length, padded
from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.visible import visible
from zerodraft.export import telling
from zerodraft.export.passages import Departure, Passage, Place, Spot, place_at
from zerodraft.export.sections import Fold, Section, changed_only
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.shown_words import PLAIN_MARKS
from zerodraft.export.telling import Telling

BAR: Line = (Ink("▎ "),)
CLEAR: Line = (Ink("  "),)
_WIDEST_NUMBER = 16


@dataclass(frozen=True, slots=True)
class Look:
    """How a redline is shown: cells of a line, plain marks in place of styles, unchanged paragraphs too."""

    width: int
    plain: bool
    everything: bool = False


def shown_places(sheet: RedlineSheet, section: Section, look: Look) -> Iterator[Place | Fold]:
    """The places of a section, or only the changed ones with those between them folded."""
    spots = section.spots if look.everything else changed_only(sheet, section.spots)
    return (spot if isinstance(spot, Fold) else place_at(sheet, spot) for spot in spots)


def unchanged(fold: Fold) -> Line:
    return ink(telling.unchanged(len(fold.spots)), voice.QUIET)


def untouched(section: Section) -> Line:
    """A section without changes, in one line."""
    return (*ink(section.name, voice.BOLD), *ink(telling.untouched(section.paragraphs), voice.QUIET))


def heading_of(sheet: RedlineSheet, spot: Spot) -> Passage:
    """The passage of a heading, which stands alone."""
    place = place_at(sheet, spot)
    assert not isinstance(place, Departure)
    return place[0]


class RedlineView:
    """Lines of the sections of one redline."""

    def __init__(self, sheet: RedlineSheet, look: Look) -> None:
        self._sheet = sheet
        self._look = look
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
            yield from self._passage(heading_of(self._sheet, section.heading), (), is_first=True)

    def _body(self, section: Section) -> Iterator[Line]:
        places = tuple(shown_places(self._sheet, section, self._look))
        gutter = self._gutter(places)
        for place in places:
            yield ()
            if isinstance(place, Fold):
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

    def _gutter(self, places: Sequence[Place | Fold]) -> int:
        """Cells of the widest number of a section, and two spaces."""
        passages = (
            self._number(passage, part)
            for place in places
            if not isinstance(place, (Departure, Fold))
            for part, passage in enumerate(place)
        )
        return min(max(map(length, passages), default=0), _WIDEST_NUMBER) + 2

    def _number(self, passage: Passage, part: int) -> Line:
        was, now = self._tell.numbers(passage, part)
        if was:
            return Ink(f"{was} → ", voice.QUIET), Ink(now)
        return (Ink(now, "" if passage.paragraph.kind is Kind.OPERATIVE else voice.QUIET),)

    def _passage(self, passage: Passage, number: Line, *, is_first: bool) -> Iterator[Line]:
        bar = CLEAR if passage.is_kept else BAR
        head = (*bar, *number)
        note = self._tell.note(passage)
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
        for each in marked(passage.words, self._tell.sides, plain=self._look.plain):
            yield Ink(each.text, bold + each.style)

    def _block(self, op: Op, text: str) -> Iterator[Ink]:
        """Each line of a table with its own marks."""
        opening, closing = PLAIN_MARKS[op] if self._look.plain else ("", "")
        style = voice.INSERTED if op is Op.INSERTED else voice.DELETED
        lines = visible(text).split("\n")
        yield Ink("\n".join(f"{opening}{line}{closing}" for line in lines), "" if self._look.plain else style)
