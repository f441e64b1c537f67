"""A redline in sections: each heading with what changed below it, so that the rest can be told in a line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from zerodraft.core.comparison.changes import Fate, Op
from zerodraft.core.text.draft import Draft, Kind, Part
from zerodraft.desk.comparing import SAVED, Compared
from zerodraft.desk.dossier import Reading
from zerodraft.export.labels import ENGLISH
from zerodraft.export.passages import Departure, Passage, Place, laid_out
from zerodraft.export.sheet import RedlineSheet, Sheet


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a redline below one heading.

    `name` is the heading's text and `heading` its passage; None before the first heading and for
    the closing. `area` is the number of the focus area of the new text, None outside of all.
    """

    name: str
    heading: Passage | None
    area: int | None
    places: tuple[Place, ...]

    @property
    def paragraphs(self) -> int:
        """How many paragraphs there are, the title not counted."""
        return sum(isinstance(place, tuple) and not _is_title(place) for place in self.places)

    @property
    def has_changes(self) -> bool:
        whole = self.places if self.heading is None else (*self.places, (self.heading,))
        return not all(is_kept(place) for place in whole)


def is_kept(place: Place) -> bool:
    return not isinstance(place, Departure) and place[0].is_kept


def _is_title(place: tuple[Passage, ...]) -> bool:
    return place[0].paragraph.kind is Kind.TITLE


def sides(sheet: RedlineSheet) -> Mapping[Op, Draft]:
    """The draft in which the words of each fate stand."""
    return {Op.KEPT: sheet.new.draft, Op.INSERTED: sheet.new.draft, Op.DELETED: sheet.old.draft}


def sheet_of(title: str, compared: Compared, names: tuple[str, str] = ("", "")) -> RedlineSheet:
    """Two texts as the export room lays them out; `names` are those under which they were asked for."""
    old, new = (
        Sheet(title, "", "", _label(each, name), "", "", "en", each.draft, each.numbers)
        for each, name in zip((compared.old, compared.new), names, strict=True)
    )
    return RedlineSheet(old, new, compared.comparison)


def _label(reading: Reading, name: str) -> str:
    return "saved text" if name == SAVED and reading.version is None else reading.label


def sections(sheet: RedlineSheet) -> tuple[Section, ...]:
    """All sections in reading order."""
    found: list[Section] = []
    places: list[Place] = []
    name, heading, part = ENGLISH.preamble, None, Part.PREAMBLE
    for place in laid_out(sheet):
        opened = _opened(place, part)
        if opened is None:
            places.append(place)
            continue
        found.append(_section(sheet, name, heading, places))
        name, heading, part = opened
        places = [] if heading else [place]
    found.append(_section(sheet, name, heading, places))
    return tuple(section for section in found if section.heading or section.paragraphs or section.has_changes)


def _section(sheet: RedlineSheet, name: str, heading: Passage | None, places: Iterable[Place]) -> Section:
    area = sheet.new.draft.area_of(heading.paragraph.ordinal) if heading else None
    return Section(name, heading, area.number if area else None, tuple(places))


def _opened(place: Place, part: Part) -> tuple[str, Passage | None, Part] | None:
    """Name, heading and part of the section that a place opens; a deleted heading opens none."""
    if isinstance(place, Departure) or place[0].fate is Fate.DELETED:
        return None
    paragraph = place[0].paragraph
    if paragraph.kind is Kind.HEADING:
        return paragraph.text, place[0], paragraph.part
    if paragraph.part is not part and paragraph.kind is not Kind.TITLE:
        name = {Part.CLOSING: ENGLISH.closing, Part.OPERATIVE: ENGLISH.operative_part, Part.PREAMBLE: ENGLISH.preamble}
        return name[paragraph.part], None, paragraph.part
    return None


def changed_only(places: Iterable[Place]) -> Iterator[Place | int]:
    """The places that changed; in place of those between them, how many there are. Titles don't count."""
    unchanged = 0
    for place in places:
        if is_kept(place):
            unchanged += isinstance(place, tuple) and not _is_title(place)
            continue
        if unchanged:
            yield unchanged
        unchanged = 0
        yield place
    if unchanged:
        yield unchanged
