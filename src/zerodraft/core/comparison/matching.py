"""Which paragraph belongs to which, while an alignment is being made."""

from collections.abc import Sequence

from zerodraft.core.comparison.subsequence import heaviest_rising
from zerodraft.core.text.draft import Kind, Paragraph

UNMATCHED = -1

_CLASSES = {
    Kind.TITLE: "heading",
    Kind.HEADING: "heading",
    Kind.FOOTNOTE: "footnote",
    Kind.TABLE: "table",
    Kind.OPAQUE: "table",
}


def class_of(paragraph: Paragraph) -> str:
    """Only paragraphs of one class are ever paired: headings, footnotes, tables, and all others ("prose")."""
    return _CLASSES.get(paragraph.kind, "prose")


class Matching:
    """The state of an alignment: for each ordinal its mate on the other side, or `UNMATCHED`.

    A mate is mutual for the main pairs. A further piece of a split paragraph points to the old
    one, which points to its largest piece; and so the other way round for joined ones.
    """

    __slots__ = ("new", "old", "to_new", "to_old")

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self.old = old
        self.new = new
        self.to_new = [UNMATCHED] * len(old)
        self.to_old = [UNMATCHED] * len(new)

    def marry(self, old: int, new: int) -> None:
        self.to_new[old] = new
        self.to_old[new] = old

    def unmatched_old(self) -> list[int]:
        return [old for old, new in enumerate(self.to_new) if new == UNMATCHED]

    def unmatched_new(self) -> list[int]:
        return [new for new, old in enumerate(self.to_old) if old == UNMATCHED]

    def class_of_old(self, ordinal: int) -> str:
        return class_of(self.old[ordinal])

    def class_of_new(self, ordinal: int) -> str:
        return class_of(self.new[ordinal])

    def spine(self) -> list[tuple[int, int]]:
        """The main pairs that kept their order: of those that rise on both sides the heaviest by their words."""
        mates = self.mates()
        values = [new for _, new in mates]
        if values == sorted(values):
            return mates
        weights = [len(self.new[new].text) + 1 for new in values]
        return [mates[index] for index in heaviest_rising(values, weights)]

    def moved(self) -> set[int]:
        """The old ordinals of the main pairs that are off the spine."""
        return {old for old, _ in self.mates()}.difference([old for old, _ in self.spine()])

    def mates(self) -> list[tuple[int, int]]:
        """The main pairs, old side rising."""
        return [(old, new) for old, new in enumerate(self.to_new) if new != UNMATCHED and self.to_old[new] == old]

    def is_free(self, old: int, new: int) -> bool:
        """Whether both are there and have no mate yet."""
        return (
            0 <= old < len(self.old)
            and 0 <= new < len(self.new)
            and self.to_new[old] == UNMATCHED
            and self.to_old[new] == UNMATCHED
        )
