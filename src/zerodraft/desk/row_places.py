"""Where a row of a table stands: focus area and number as they are printed, and the names beside them."""

import re
from collections.abc import Iterable, Mapping

from zerodraft.core.text.draft import Kind, Part, belonging
from zerodraft.desk.dossier import Dossier, Reading
from zerodraft.export.labels import labels_for
from zerodraft.export.page_labels import page_labels_for
from zerodraft.export.requested import shown
from zerodraft.export.table_labels import TableLabels, table_labels

_NUMBERED = re.compile(r"([^:]{0,30}\d[^:]{0,5}):\s")


def _short(title: str) -> str:
    """“Focus area 2” of “Focus area 2: Crisis management”."""
    found = _NUMBERED.match(title)
    return found[1] if found else title


class RowPlaces:
    """The places of one text, in the words of one language."""

    def __init__(self, dossier: Dossier, reading: Reading, language: str) -> None:
        self.dossier = dossier
        self.reading = reading
        self.labels: TableLabels = table_labels(language)
        self.language = self.labels.language
        self.outcomes = page_labels_for(language).outcomes
        self._closing = labels_for(language).closing
        self._areas = {each.number: _short(shown(each.title)) for each in reading.draft.focus_areas}
        self._designations: Mapping[str, str] = {each.name: each.designation for each in dossier.versions}

    def name(self, code: str) -> str:
        """As a delegation is called in the language of the table."""
        return self.dossier.delegations.name(code, self.language)

    def names(self, codes: Iterable[str]) -> str:
        return "; ".join(map(self.name, codes))

    def by_name(self, codes: Iterable[str]) -> tuple[str, ...]:
        return self.dossier.delegations.by_name(codes, self.language)

    def area(self, ordinal: int | None) -> str:
        """The focus area, “Focus area 2” where its heading says so, else the whole heading; outside of all the part
        of the text; "" for the title, and for no place."""
        if ordinal is None:
            return ""
        paragraph = self.reading.draft.paragraphs[ordinal]
        area = self.reading.draft.area_of(ordinal)
        if area is not None:
            return self._areas[area.number]
        if paragraph.kind is Kind.TITLE:
            return ""
        return {Part.PREAMBLE: self.labels.preamble, Part.CLOSING: self._closing}.get(paragraph.part, "")

    def is_title(self, ordinal: int | None) -> bool:
        return ordinal is not None and self.reading.draft.paragraphs[ordinal].kind is Kind.TITLE

    def cited(self, first: int, last: int) -> str:
        """“12”, “12–14” for paragraphs that don't end with what belongs to the first, “General” for the title."""
        if self.is_title(first):
            return self.labels.general
        numbers = self.reading.numbers
        ends = belonging(self.reading.draft, first)[-1] + 1
        return numbers[first].cite if last <= ends else f"{numbers[first].cite}–{numbers[last - 1].cite}"

    def cited_then(self, cite: str, on: str) -> str:
        """“12 (Rev.1)”: of a paragraph whose words are gone, as it was read; `on` is the name of the version."""
        version = self._designations.get(on, on)
        return self.labels.in_version.format(cite=cite, version=version) if version and cite else cite

    def before(self, place: int, then: str) -> int:
        """The paragraph after which words stand that are put in at a place: the one before, or one above it that ends
        there too; the one whose number is as deep as `then`, if there is one."""
        draft, numbers = self.reading.draft, self.reading.numbers
        ending: list[int] = []
        for ordinal in range(place - 1, -1, -1):
            if belonging(draft, ordinal)[-1] + 1 == place:
                ending.append(ordinal)
            if draft.paragraphs[ordinal].kind is not Kind.SUB:
                break
        alike = (each for each in ending if numbers[each].cite.count("(") == then.count("("))
        return next(alike, ending[0] if ending else max(0, place - 1))
