"""Agreed language: what the other declarations of the workspace say in their last issued text."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from zerodraft.core.negotiation.precedent import Precedent, Precedents, Shelved
from zerodraft.desk.archive import Archive
from zerodraft.desk.dossier import Reading, Version
from zerodraft.errors import Refusal
from zerodraft.formats.names import split_tag


@dataclass(frozen=True, slots=True)
class Quotation:
    """Agreed words: of which declaration, in which version, in which paragraph. `is_whole` when they are all of it."""

    slug: str
    title: str
    version: Version
    cite: str
    words: str
    is_whole: bool
    precedent: Precedent

    def likeness_told(self, asked: str) -> str:
        """“95 % of the words”, of a clause of the words asked for “a clause, 100 % of its words”."""
        share = f"{round(100 * self.precedent.likeness)} % of"
        return f"{share} the words" if self.precedent.here == (0, len(asked)) else f"a clause, {share} its words"


class AgreedLanguage:
    """Of one workspace; the texts are read once, until another is issued."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._known: tuple[tuple[str, ...], Precedents] = (), Precedents(())

    def shelf(self, slug: str) -> tuple[tuple[str, Version], ...]:
        """The last issued version of each declaration but this one: its predecessor, that one's, and so on; then the
        others, the last issued first. One that was never issued agreed nothing."""
        issued = {name: version for name, version in self._issued() if name != slug}
        before = [name for name in self._predecessors(slug) if name in issued]
        others = sorted(issued.keys() - {*before}, key=lambda name: (issued[name].date, name), reverse=True)
        return tuple((name, issued[name]) for name in (*before, *others))

    def nearest(self, slug: str, words: str, most: int) -> tuple[Quotation, ...]:
        """Where the other declarations come nearest to some words of this one, the nearest first."""
        shelf = dict(self.shelf(slug))
        readings = {name: self._archive.reading(name, version) for name, version in shelf.items()}
        found = self._precedents(readings).nearest(words, most)
        return tuple(self._quotation(each, readings[each.name]) for each in found)

    def _precedents(self, readings: dict[str, Reading]) -> Precedents:
        key = tuple(f"{name} {reading.text_id}" for name, reading in readings.items())
        if self._known[0] != key:
            self._known = key, Precedents(Shelved(name, reading.draft) for name, reading in readings.items())
        return self._known[1]

    def _quotation(self, found: Precedent, reading: Reading) -> Quotation:
        text = reading.draft.paragraphs[found.ordinal].text
        title = ""
        with suppress(Refusal):
            title = self._archive.settings(found.name).title
        assert reading.version is not None  # it was issued
        return Quotation(
            slug=found.name,
            title=title or reading.draft.title or found.name,
            version=reading.version,
            cite=reading.numbers[found.ordinal].cite,
            words=text[slice(*found.there)],
            is_whole=found.there == (0, len(text)),
            precedent=found,
        )

    def _issued(self) -> Iterator[tuple[str, Version]]:
        """Each declaration with its last issued version."""
        last: dict[str, Version] = {}
        for tag in self._archive.workspace.tags():
            with suppress(Refusal):
                if version := self._archive.version(tag):
                    last[split_tag(tag.name)[0]] = version
        present = {*self._archive.workspace.slugs()}
        return ((name, version) for name, version in last.items() if name in present)

    def _predecessors(self, slug: str) -> list[str]:
        found: list[str] = []
        with suppress(Refusal):
            while (slug := self._archive.settings(slug).predecessor) and slug not in found:
                found.append(slug)
        return found
