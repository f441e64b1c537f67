"""Which block follows which, known for a whole redline before any of its words are looked at."""

from collections.abc import Iterable
from typing import NamedTuple

from zerodraft.core.comparison.changes import Fate
from zerodraft.core.text.draft import Kind
from zerodraft.export import telling
from zerodraft.export.passages import Gap, Spot
from zerodraft.export.sections import Fold, Section, changed_only, sections
from zerodraft.export.sheet import RedlineSheet


class Standing(NamedTuple):
    """The passage that is `part` of those at a spot; `aside` says how much did not change below a heading."""

    spot: Spot
    part: int
    aside: str = ""


class Named(NamedTuple):
    """The name of a part of the text that has no heading of its own."""

    name: str
    aside: str


Entry = Standing | Named | Gap | Fold


class Order:
    """The entries of a redline in reading order; with `only_changes` what did not change is folded.

    `lengths` are about the characters of each entry: those of its paragraph. `changes` are the places
    at which the changes begin, one for each paragraph that changed, so that they are as many as the
    summary counts. `areas` are the places of the headings at which a focus area begins, or a part outside of all.
    """

    def __init__(self, sheet: RedlineSheet, *, only_changes: bool) -> None:
        self.lengths: list[int] = []
        self.changes: list[int] = []
        self.areas: list[int] = []
        # A spot stands for the only passage there: most do, and 5,000 passages take 2 ms.
        self._entries: list[Entry | Spot] = []
        self._sheet = sheet
        self._known = sheet.comparison.changes
        self._only_changes = only_changes
        area: int | None = None
        for section in sections(sheet):
            if only_changes and section.is_title_alone:
                continue
            if section.area is None or section.area != area:
                self.areas.append(len(self._entries))
            area = section.area
            self._enter(section)

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, index: int) -> Entry:
        entry = self._entries[index]
        return Standing(entry, 0) if isinstance(entry, Spot) else entry

    def _enter(self, section: Section) -> None:
        aside = telling.untouched(section.paragraphs) if self._only_changes and not section.has_changes else ""
        self._head(section, aside)
        if not aside:
            self._stand(changed_only(self._sheet, section.spots) if self._only_changes else section.spots)

    def _head(self, section: Section, aside: str) -> None:
        """The heading of a section, or its name where it has none; the title of the text is heading enough."""
        if section.heading is None:
            if self._only_changes or not self._begins_with_title(section):
                self._append(Named(section.name, aside))
        elif aside:
            self._append(Standing(section.heading, 0, aside))
        else:
            self._stand((section.heading,))

    def _begins_with_title(self, section: Section) -> bool:
        first = section.spots[0]
        new = self._known[first.change].pair.new if isinstance(first, Spot) else ()
        return bool(new) and self._sheet.new.draft.paragraphs[new[0]].kind is Kind.TITLE

    def _append(self, entry: Entry, length: int = 0) -> None:
        self._entries.append(entry)
        self.lengths.append(length)

    def _stand(self, spots: Iterable[Spot | Gap | Fold]) -> None:
        entries, lengths, known, kept = self._entries, self.lengths, self._known, Fate.KEPT
        old, new = self._sheet.old.draft.paragraphs, self._sheet.new.draft.paragraphs
        for spot in spots:
            if not isinstance(spot, Spot):
                self._append(spot)
                continue
            fate, was, now = known[spot.change].pair
            if fate is not kept and spot.first == 0:
                self.changes.append(len(entries))
            if spot.last - spot.first == 1:
                entries.append(spot)
                lengths.append(len(new[now[spot.first]].text if now else old[was[0]].text))
            else:
                for part in range(spot.last - spot.first):
                    self._append(Standing(spot, part), len(new[now[spot.first + part]].text))
