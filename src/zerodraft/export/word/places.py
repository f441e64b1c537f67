"""Where the characters of a text stand in a Word document that shows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.table import rows
from zerodraft.export.word.document import OFFERED, Block, Changes, Content, Paragraph, Place, Table, Words
from zerodraft.export.word.shown import Atom, atoms, atoms_of

Standing = Mapping[int, Sequence[int]]
"""By ordinal of a text the indexes of the blocks that show it: one, or several where paragraphs were joined."""


class Extent(NamedTuple):
    start: Place
    end: Place


class _Part(NamedTuple):
    """A paragraph, or a cell of a table: where it begins in the paragraph's Markdown, its own Markdown, and what shows
    it, each with its place; `atoms` are what is shown of the Markdown."""

    at: int
    text: str
    shown: Sequence[tuple[Content, Place]]
    atoms: Sequence[Atom]


class _Piece(NamedTuple):
    """The characters `first` to `last` of what is shown, and where they begin in the document."""

    first: int
    last: int
    place: Place

    def after(self, count: int) -> Place:
        """The place between two characters, of which `count` come before."""
        return self.place._replace(offset=self.place.offset + count - self.first)


class Places:
    """Of one text; what is struck out in the document, or only offered, is not of it."""

    def __init__(self, draft: Draft, blocks: Sequence[Block], standing: Standing) -> None:
        self._draft = draft
        self._blocks = blocks
        self._standing = standing
        self._notes = {each.label.removeprefix("^") for each in draft.paragraphs if each.kind is Kind.FOOTNOTE}
        self._known: dict[int, tuple[_Part, ...]] = {}

    def extent(self, ordinal: int, start: int, end: int) -> Extent | None:
        """Where characters `start` to `end` of a paragraph's Markdown stand, None if no block shows it."""
        if ordinal not in self._known:
            self._known[ordinal] = tuple(self._parts(ordinal))
        parts = self._known[ordinal]
        touched = [part for part in parts if part.at <= end and start <= part.at + len(part.text)] or parts
        extents = [self._within(part, start - part.at, end - part.at) for part in touched]
        return Extent(extents[0].start, extents[-1].end) if extents else None

    def _parts(self, ordinal: int) -> Iterator[_Part]:
        paragraph = self._draft.paragraphs[ordinal]
        standing = [(at, self._blocks[at]) for at in self._standing.get(ordinal, ())]
        paragraphs = [(each.content, Place(at, 0)) for at, each in standing if isinstance(each, Paragraph)]
        if paragraphs:
            yield _Part(0, paragraph.text, paragraphs, tuple(atoms_of(paragraph)))
        for at, block in standing:
            if isinstance(block, Table):
                shown = [(number, row) for number, row in enumerate(block.rows) if not _is_struck(row.changes)]
                for (number, row), cells in zip(shown, _cells(paragraph.text), strict=True):
                    for column, (content, (start, words)) in enumerate(zip(row.cells, cells, strict=False)):
                        place = Place(at, 0, (number, column))
                        yield _Part(start, words, [(content, place)], tuple(atoms(words)))

    def _within(self, part: _Part, start: int, end: int) -> Extent:
        pieces = list(_pieces(part.shown))
        first, last = self._shown(part.atoms, start), self._shown(part.atoms, end)
        begins = (each.after(first) for each in pieces if first < each.last)
        ends = (each.after(last) for each in pieces if last <= each.last)
        start_at = next(begins, pieces[-1].after(pieces[-1].last) if pieces else part.shown[0][1])
        return Extent(start_at, next(ends, start_at) if last > first else start_at)

    def _shown(self, atoms: Sequence[Atom], offset: int) -> int:
        """How many characters are shown before an offset of Markdown; the sign of a footnote counts as one."""
        shown = 0
        for atom in atoms:
            if atom.start >= offset:
                break
            if offset < atom.end and not atom.note and len(atom.text) == atom.end - atom.start:
                return shown + offset - atom.start
            shown += 1 if atom.note in self._notes else len(atom.text)
        return shown


def _pieces(shown: Iterable[tuple[Content, Place]]) -> Iterator[_Piece]:
    done = 0
    for content, place in shown:
        for piece in content:
            length = len(piece.text) if isinstance(piece, Words) else 1
            is_offered = isinstance(piece, Words) and piece.role in OFFERED
            if not (is_offered or _is_struck(piece.changes)):
                yield _Piece(done, done + length, place)
                done += length
            place = place._replace(offset=place.offset + length)


def _is_struck(changes: Changes) -> bool:
    return any(change.op is Op.DELETED for change in changes)


def _cells(table: str) -> Iterator[Sequence[tuple[int, str]]]:
    """For each row of a Markdown table where its cells begin, and their words."""
    done = 0
    for line in table.splitlines(keepends=True):
        found, at = [], done
        for cell in next(iter(rows(line)), ()):
            at = table.index(cell, at)
            found.append((at, cell))
            at += len(cell)
        if found:
            yield found
        done += len(line)
