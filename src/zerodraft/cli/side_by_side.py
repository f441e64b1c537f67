"""The redline in two columns: the old text with what was deleted, the new one with what was inserted."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from zerodraft.cli import voice
from zerodraft.cli.inking import marked
from zerodraft.cli.redline_view import Look, heading_of, shown_places, unchanged, untouched
from zerodraft.cli.typeset import Ink, Line, hung, ink, padded
from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Kind
from zerodraft.core.text.numbering import Number
from zerodraft.export.passages import Departure, Passage
from zerodraft.export.sections import Fold, Section
from zerodraft.export.sheet import RedlineSheet
from zerodraft.export.telling import Telling

_SAME = Ink(" │ ", voice.QUIET)
_CHANGED = Ink(" ▎ ")
_GUTTER = 9


class SideBySide:
    """Lines of the sections of one redline, in two columns of the same width."""

    def __init__(self, sheet: RedlineSheet, look: Look) -> None:
        self._sheet = sheet
        self._look = look
        self._tell = Telling(sheet)
        self._column = (look.width - 3) // 2

    def lines(self, shown: Iterable[Section]) -> Iterator[Line]:
        """A line with the names of the two texts, then the sections."""
        old, new = (ink(each.version, voice.BOLD) for each in (self._sheet.old, self._sheet.new))
        yield from self._beside((old,), (new,), _SAME)
        for section in shown:
            yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Line]:
        yield ()
        if not section.has_changes and not self._look.everything:
            yield from hung((), untouched(section), self._look.width)
            return
        if section.heading is None:
            yield ink(section.name, voice.BOLD)
        else:
            yield from self._passage(heading_of(self._sheet, section.heading), is_first=True)
        for place in shown_places(self._sheet, section, self._look):
            yield ()
            if isinstance(place, Fold):
                yield unchanged(place)
            elif isinstance(place, Departure):
                yield from self._departure(place)
            else:
                for part, passage in enumerate(place):
                    yield from self._passage(passage, is_first=not (part or passage.continues))

    def _departure(self, departure: Departure) -> Iterator[Line]:
        note = ink(self._tell.departure(departure), voice.MOVED)
        yield from self._beside(self._cell(departure.number, note), (), _CHANGED)

    def _passage(self, passage: Passage, *, is_first: bool) -> Iterator[Line]:
        joint = _SAME if passage.is_kept else _CHANGED
        note = self._tell.note(passage)
        if note and is_first and passage.fate not in (Fate.INSERTED, Fate.DELETED):
            yield from self._beside((), self._cell(None, ink(note, voice.MOVED)), joint)
        old = () if passage.fate is Fate.INSERTED else self._old(passage, is_first=is_first)
        new = () if passage.fate is Fate.DELETED else self._cell(passage.number, self._words(passage, Op.DELETED))
        yield from self._beside(old, new, joint)

    def _old(self, passage: Passage, *, is_first: bool) -> Iterator[Line]:
        """What the old text has of a passage; of a divided paragraph, its share."""
        number = self._sheet.old.numbers[passage.was[0]] if is_first else None
        if passage.is_replaced_whole:
            return self._cell(number, ink(self._sheet.old.draft.paragraphs[passage.was[0]].text))
        return self._cell(number, self._words(passage, Op.INSERTED))

    def _words(self, passage: Passage, without: Op) -> Line:
        if passage.is_replaced_whole:
            return ink(passage.paragraph.text)
        bold = voice.BOLD if passage.paragraph.kind in (Kind.HEADING, Kind.TITLE) else ""
        words = [each for each in passage.words if each.op is not without]
        shown = [each for each in marked(words, self._tell.sides, plain=self._look.plain) if each.text]
        if shown:  # the second part of a divided paragraph begins with the space that parted the two
            shown[0] = Ink(shown[0].text.lstrip(" "), shown[0].style)
        return tuple(Ink(each.text, bold + each.style) for each in shown)

    def _cell(self, number: Number | None, words: Line) -> Iterator[Line]:
        cited = "" if number is None or number.cite == "title" else number.cite
        head = padded(ink(cited, voice.QUIET), max(_GUTTER, len(cited) + 1))
        return hung(head, words, self._column)

    def _beside(self, old: Iterable[Line], new: Iterable[Line], joint: Ink) -> Iterator[Line]:
        for left, right in zip_longest(old, new, fillvalue=()):
            yield (*padded(left, self._column), joint, *right)
