"""A compilation with what the screen asks of it again and again: what stands where, and what is open there."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from zerodraft.core.negotiation.compilation import Compilation
from zerodraft.core.negotiation.compilation_rows import InlineRow, inline_rows
from zerodraft.core.negotiation.disputes import marks
from zerodraft.core.negotiation.stands import Entry
from zerodraft.tui.draft.outline import Stretch, stretches

if TYPE_CHECKING:
    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Dossier


class Wish(NamedTuple):
    """What of it is to be seen: `hidden` are indexes of parts; with `open_only` the paragraphs where something is open,
    below their headings."""

    hidden: frozenset[int] = frozenset()
    open_only: bool = False


class Compiled:
    """Of one dossier. `here` are the proposals in place by the paragraph on which, or after which, they begin (0 where
    that is the first of all); `open_at` the paragraphs that a proposal is about or a bracket stands in."""

    def __init__(self, dossier: "Dossier", compilation: Compilation) -> None:
        self.dossier = dossier
        self.compilation = compilation
        self.stretches: tuple[Stretch, ...] = tuple(stretches(dossier.draft))
        self._begins = [each.first for each in self.stretches]
        disputes = marks(dossier.draft).disputes
        self.brackets_at = tuple(each.first for each in disputes)
        self.here: Mapping[int, tuple[Entry, ...]] = _by_paragraph(compilation.entries)
        touched = {ordinal for each in compilation.entries for ordinal in _paragraphs(each)}
        self.open_at = touched.union(*(range(each.first, each.last + 1) for each in disputes))
        self._inline: dict[bool, tuple[InlineRow, ...]] = {}

    def inline(self, *, attributed: bool) -> tuple[InlineRow, ...]:
        """All rows of the text with its brackets; read once, where nobody waits for a key."""
        if attributed not in self._inline:
            self._inline[attributed] = tuple(inline_rows(self.compilation, attributed=attributed))
        return self._inline[attributed]

    def part_of(self, ordinal: int) -> int:
        """The index of the part in which a paragraph stands."""
        return max(0, bisect_right(self._begins, ordinal) - 1)

    def is_shown(self, ordinal: int, wish: Wish) -> bool:
        """Whether a paragraph is to be seen; headings stay with `open_only` where something below them is open."""
        part = self.part_of(ordinal)
        if part in wish.hidden:
            return False
        return not wish.open_only or ordinal in self.open_at or ordinal in self._headings_above(part)

    def _headings_above(self, part: int) -> frozenset[int]:
        stretch = self.stretches[part]
        is_open = any(ordinal in self.open_at for ordinal in range(stretch.first, stretch.last))
        return frozenset({stretch.first}) if stretch.number and is_open else frozenset()


def compiled(desk: "Desk", dossier: "Dossier") -> Compiled:
    return Compiled(dossier, desk.compilation(dossier))


def read(found: Compiled, *, attributed: bool) -> Compiled:
    """The same, with its rows at hand."""
    found.inline(attributed=attributed)
    return found


def place_of(entry: Entry) -> int:
    """The paragraph at which a proposal is told."""
    amendment = entry.amendment
    return max(0, amendment.first - (amendment.first == amendment.last))


def _paragraphs(entry: Entry) -> Iterable[int]:
    amendment = entry.amendment
    return range(amendment.first, amendment.last) or (place_of(entry),)


def _by_paragraph(entries: Iterable[Entry]) -> Mapping[int, tuple[Entry, ...]]:
    found: dict[int, list[Entry]] = {}
    for each in entries:
        found.setdefault(place_of(each), []).append(each)
    return {ordinal: tuple(found[ordinal]) for ordinal in sorted(found)}
