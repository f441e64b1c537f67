"""The lineage of a text: which paragraph of each version is which, inferred from the words alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from zerodraft.core.comparison.alignment import align
from zerodraft.core.comparison.changes import Fate, Pair
from zerodraft.core.text.draft import Draft


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a lineage; `text_id` is git's blob id."""

    text_id: str
    draft: Draft


class Join(NamedTuple):
    """A drafter's correction: paragraph `old` of the version before is `new` of `version`; all count from 0."""

    version: int
    old: int
    new: int


@dataclass(frozen=True, slots=True)
class Strand:
    """One identity: the one it was split from (None for most), and where it was last seen."""

    parent: int | None
    version: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """Versions in order, oldest first, and what became of each paragraph on the way.

    `identities[v][o]` is the identity of paragraph `o` of version `v`; `steps[v]` leads from
    version `v` to `v + 1`; `strands[i]` is identity `i`. Where two versions have the same text, the
    later one stands for both: a `text_id` names the latest.
    """

    versions: tuple[Version, ...] = ()
    identities: tuple[tuple[int, ...], ...] = ()
    steps: tuple[tuple[Pair, ...], ...] = ()
    strands: tuple[Strand, ...] = ()


def trace(versions: Iterable[Version], joins: Iterable[tuple[int, int, int]] = ()) -> Lineage:
    """The lineage of all versions, oldest first. Adding a version never changes an earlier identity."""
    corrections = tuple(joins)
    lineage = Lineage()
    for version in versions:
        lineage = extend(lineage, version, corrections)
    return lineage


def extend(lineage: Lineage, version: Version, joins: Iterable[tuple[int, int, int]] = ()) -> Lineage:
    """The lineage with one more version; `joins` of other versions are passed over.

    A kept, reworded or moved paragraph keeps its identity. Of a split one the largest piece keeps
    it, the others get new ones and remember their parent. A joined one takes that of its largest
    part. An inserted one is new, unless it has the very words of one that went: then it is that one again.
    """
    number = len(lineage.versions)
    if number == 0:
        return _first(version)
    before = lineage.versions[-1].draft
    pairs = align(before, version.draft, [(old, new) for where, old, new in joins if where == number])
    identities, strands = _inherited(lineage, version.draft, pairs)
    for ordinal, identity in enumerate(identities):
        strands[identity] = Strand(strands[identity].parent, number, ordinal)
    return Lineage(
        (*lineage.versions, version), (*lineage.identities, tuple(identities)), (*lineage.steps, pairs), tuple(strands)
    )


def _first(version: Version) -> Lineage:
    ordinals = tuple(range(len(version.draft.paragraphs)))
    return Lineage((version,), (ordinals,), (), tuple(Strand(None, 0, ordinal) for ordinal in ordinals))


def _inherited(lineage: Lineage, draft: Draft, pairs: Sequence[Pair]) -> tuple[list[int], list[Strand]]:
    """The identities of the new draft, and all strands, new ones at the end in the order of the text."""
    before = lineage.versions[-1].draft
    identities = [-1] * len(draft.paragraphs)
    parents: dict[int, int] = {}
    for pair in pairs:
        if pair.fate is Fate.INSERTED or pair.fate is Fate.DELETED:
            continue
        identity = lineage.identities[-1][_largest(before, pair.old)]
        heir = _largest(draft, pair.new)
        identities[heir] = identity
        parents.update((piece, identity) for piece in pair.new if piece != heir)
    strands = list(lineage.strands)
    gone = _Gone(lineage)
    for ordinal, identity in enumerate(identities):
        if identity >= 0:
            continue
        again = gone.take(draft.paragraphs[ordinal].text) if ordinal not in parents else None
        identities[ordinal] = len(strands) if again is None else again
        if again is None:
            strands.append(Strand(parents.get(ordinal), len(lineage.versions), ordinal))
    return identities, strands


def _largest(draft: Draft, ordinals: Sequence[int]) -> int:
    """The longest of some paragraphs, the first of equals."""
    if len(ordinals) == 1:
        return ordinals[0]
    return max(ordinals, key=lambda ordinal: (len(draft.paragraphs[ordinal].text), -ordinal))


class _Gone:
    """The paragraphs that are in no version any more, by their last words; looked up only when asked."""

    def __init__(self, lineage: Lineage) -> None:
        self._lineage = lineage
        self._by_text: dict[str, list[int]] | None = None

    def take(self, text: str) -> int | None:
        """The identity that went with these words, the latest first; each is given once."""
        if self._by_text is None:
            self._by_text = self._read()
        left = self._by_text.get(text)
        return left.pop() if left else None

    def _read(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        last = len(self._lineage.versions) - 1
        for identity, strand in enumerate(self._lineage.strands):
            if strand.version < last:
                words = self._lineage.versions[strand.version].draft.paragraphs[strand.ordinal].text
                found.setdefault(words, []).append(identity)
        return found
