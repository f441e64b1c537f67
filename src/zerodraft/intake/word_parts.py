"""The parts of a Word package that belong to its main document, found by how they are related to it."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from zerodraft.intake.container import Package
from zerodraft.intake.word_xml import Element, local
from zerodraft.intake.xml import parsed

_USUAL_MAIN = "word/document.xml"


class Relation(NamedTuple):
    """How one part points at another, or at something outside. `kind` is the last word of the relation's name, which
    all editions of the format have in common: "comments", "hyperlink"."""

    kind: str
    target: str
    is_external: bool


class WordParts:
    """The trees of a package, each parsed when it is asked for. Nothing outside of the package is ever looked at."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self.main = next(self._targets("", "officeDocument"), _USUAL_MAIN)

    def tree(self, name: str) -> Element:
        return parsed(self.package.part(name), self.package.called(name))

    def of(self, kind: str) -> Iterator[Element]:
        """The trees of all parts of one kind that the main document has."""
        for target in self._targets(self.main, kind):
            yield self.tree(target)

    def first(self, kind: str) -> Element | None:
        return next(self.of(kind), None)

    def first_of_package(self, kind: str) -> Element | None:
        """The tree of a part that belongs to the package and not to the document."""
        return next((self.tree(target) for target in self._targets("", kind)), None)

    @cached_property
    def outside(self) -> int:
        """How many relations lead out of the package, hyperlinks left out: those a word processor might fetch."""
        sources = [_source_of(name) for name in self.package.names if name.lower().endswith(".rels")]
        return sum(
            each.is_external and each.kind != "hyperlink" for source in sources for each in self.relations(source)
        )

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Those of one part, "" for the package."""
        if part not in self._relations:
            self._relations[part] = tuple(self._read_relations(part))
        return self._relations[part]

    def _read_relations(self, part: str) -> Iterator[Relation]:
        folder, _, name = part.rpartition("/")
        table = f"{folder}/_rels/{name}.rels".removeprefix("/")
        if table in self.package:
            yield from (_relation(each, folder) for each in self.tree(table) if local(each.tag) == "Relationship")

    def _targets(self, part: str, kind: str) -> Iterator[str]:
        for each in self.relations(part):
            if each.kind == kind and not each.is_external and each.target in self.package:
                yield each.target


def _relation(element: Element, folder: str) -> Relation:
    kind = element.get("Type", "").rpartition("/")[2]
    target, is_external = element.get("Target", ""), element.get("TargetMode") == "External"
    return Relation(kind, target if is_external else _resolved(target, folder), is_external)


def _resolved(target: str, folder: str) -> str:
    """The name of a part from a target that is relative to a folder, or to the package if it begins with a slash."""
    found: list[str] = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == ".." and found:
            found.pop()
        elif step not in ("", ".", ".."):
            found.append(step)
    return "/".join(step for step in found if step)


def _source_of(table: str) -> str:
    """The part whose relations a table holds: "word/document.xml" for "word/_rels/document.xml.rels"."""
    folder, _, name = table.rpartition("/")
    folder = folder.removesuffix("_rels").removesuffix("/")
    return f"{folder}/{name.removesuffix('.rels')}".removeprefix("/")
