"""The closed vocabulary of a comparison: runs of words, pairs of paragraphs, changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.text.draft import Draft


class Op(StrEnum):
    KEPT = "kept"
    DELETED = "deleted"
    INSERTED = "inserted"


class Run(NamedTuple):
    """Words with the white space between them that share one fate."""

    op: Op
    text: str


class Fate(StrEnum):
    """What became of a paragraph between two texts. A moved one may be reworded too: its runs tell."""

    KEPT = "kept"
    REWORDED = "reworded"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"
    INSERTED = "inserted"
    DELETED = "deleted"


class Pair(NamedTuple):
    """Ordinals that belong together: one to one, one old to several new (split), several old to
    one new (joined), or one side empty (inserted, deleted). Each side rises."""

    fate: Fate
    old: tuple[int, ...]
    new: tuple[int, ...]


class Change(NamedTuple):
    """A pair with its word redline. The runs of a split or joined pair run over the texts of its
    paragraphs joined by "\\n"; `KEPT` pairs have one kept run."""

    pair: Pair
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts and every change between them, in reading order: the order of the new text,
    a deleted paragraph after the one that it followed in the old text."""

    old: Draft
    new: Draft
    changes: tuple[Change, ...]


def before(runs: Iterable[Run]) -> str:
    """The old text of a redline."""
    return "".join(run.text for run in runs if run.op is not Op.INSERTED)


def after(runs: Iterable[Run]) -> str:
    """The new text of a redline."""
    return "".join(run.text for run in runs if run.op is not Op.DELETED)
