"""A passage of a file as a row of signs: characters and paragraph marks, each with all that was done to it.

The oldest layer is the version itself. What the file has otherwise without a mark of anybody is a change of the sender
on it, hand 0; the tracked changes lie above. So every reading of the passage is one question: whose changes are
accepted? With nobody's it is the version, letter by letter.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.folding import has_words
from zerodraft.intake.letters import Letter
from zerodraft.intake.marked import Point

NOWHERE = -1
UNMARKED = 0
"""The hand of whoever sent the file, for what nobody marked."""

Hands = frozenset[int]
NOBODY: Hands = frozenset()


class Change(NamedTuple):
    """A sign put in or taken out by a hand. `author`, `date` and `move` are as in `Revision`."""

    op: Op
    hand: int
    author: str = ""
    date: datetime | None = None
    move: str = ""


class Sign(NamedTuple):
    """One character of a passage, or the mark that ends a paragraph.

    `letter` is what it is in the version's Markdown, or a letter from outside; it shows nothing where the version has
    nothing for it (a typed number, a second space). `raw` is what the file shows, "\\n" for a mark. `changes` are
    the oldest first. `ordinal` is the version's paragraph that it belongs to, `at` its place in the file.
    """

    letter: Letter
    raw: str
    changes: tuple[Change, ...] = ()
    ordinal: int = NOWHERE
    at: Point | None = None
    is_mark: bool = False

    def is_seen(self, accepted: Hands) -> bool:
        """Whether it is there when the changes of these hands are accepted and no others."""
        return all((change.hand in accepted) == (change.op is Op.INSERTED) for change in self.changes)


class Line(NamedTuple):
    """A paragraph of one reading: the places of its signs in the passage, and of the mark that ends it (NOWHERE for
    the last one of a file that ends without)."""

    places: tuple[int, ...]
    mark: int

    @property
    def every(self) -> tuple[int, ...]:
        """The places of its signs, the mark last."""
        return self.places if self.mark == NOWHERE else (*self.places, self.mark)

    @property
    def span(self) -> range:
        """From its first sign to its mark."""
        return range(self.every[0], self.every[-1] + 1)


Passage = Sequence[Sign]


def lines(passage: Passage, accepted: Hands) -> tuple[Line, ...]:
    """The paragraphs of a reading, those without a sign too."""
    return tuple(_lines(passage, accepted))


def _lines(passage: Passage, accepted: Hands) -> Iterator[Line]:
    known: dict[tuple[Change, ...], bool] = {(): True}
    here: list[int] = []
    for place, sign in enumerate(passage):
        is_seen = known.get(sign.changes)
        if is_seen is None:
            is_seen = known[sign.changes] = sign.is_seen(accepted)
        if not is_seen:
            continue
        if sign.is_mark:
            yield Line(tuple(here), place)
            here = []
        else:
            here.append(place)
    if here:
        yield Line(tuple(here), NOWHERE)


def shown(passage: Passage, line: Line) -> str:
    """The words of a line as the version's reader would see them."""
    return "".join([passage[place].letter.shown for place in line.places])


def says_something(passage: Passage, line: Line) -> bool:
    """Whether it holds words; an empty line, a number and a row of asterisks are no paragraphs."""
    return has_words(shown(passage, line))
