"""One paragraph of a Word file: collected while its story is walked, a block of the marked text in the end."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from zerodraft.errors import UnreadableInput
from zerodraft.intake.counting import Item
from zerodraft.intake.marked import BOX, Block, Run, Sort
from zerodraft.intake.word_revisions import CHANGES, Revisions, Stack, laid
from zerodraft.intake.word_shapes import Shapes
from zerodraft.intake.word_xml import Element, child, children, text_of

Place = tuple[int | str, ...]
Items = tuple[Item | None, Item | None]

MOST_PARAGRAPHS = 60_000  # cells of tables among them; so many take 2.5 s and 80 MB
_BEGINNINGS = (b"<w:p>", b"<w:p ", b"<w:p/>")
_LEADING = " \t"
OFFERED = "Offered"
"""How the styles begin of what a compilation of ours offers and the text doesn't have."""
_FILLER = "\N{ZERO WIDTH JOINER}"
"""What LibreOffice puts into the first cell of an inserted row that is empty, to have something to mark."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is read: its index among all, its words so far, the revisions around it and on its mark.

    `is_opening`: the sign of a note has just been passed, and the white space that parts it from the words is left out.
    """

    index: int
    place: Place
    around: Stack
    is_opening: bool = False
    properties: Element | None = None
    bookmarks: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    mark: Stack = ()

    def add(self, text: str, stack: Stack, *, is_offered: bool = False) -> None:
        if self.is_opening:
            text = text.lstrip(_LEADING)
            self.is_opening = False
        if text:
            self.runs.append(Run(text, stack, is_offered or self._is_offered))
            self.length += len(text)

    @property
    def _is_offered(self) -> bool:
        return text_of(child(self.properties, "pStyle")).startswith(OFFERED)

    def end(self, revisions: Revisions, what: str) -> None:
        """The paragraph is over: its mark is what now stands in the text."""
        marked = children(child(self.properties, "rPr"), *CHANGES)
        self.mark = laid(self.around, map(revisions.of, marked), what)
        if self.length == 1 and self.runs[0].text == _FILLER and _sort(self.place) is Sort.CELL:
            self.runs, self.length = [], 0

    def block(self, shapes: Shapes, revisions: Revisions) -> tuple[Block, Items]:
        """The block, its printed number left out, and the list items that it is now and was before."""
        sort = _sort(self.place)
        look = shapes.look(self.properties, sort)
        former, reshaped = look, None
        changed = shapes.former(self.properties, sort) if self.properties is not None else None
        if changed is not None and changed[0] != look:
            former, reshaped = changed[0], revisions.of_shape(changed[1])
        block = Block(
            _merged(self.runs),
            self.mark,
            look.shape,
            former.shape,
            self.place,
            tuple(self.bookmarks),
            reshaped=reshaped,
        )
        return block, (look.item, former.item)


def _sort(place: Place) -> Sort:
    """What the place makes of a paragraph. A box is like the body."""
    if not place or place[-2:-1] == (BOX,):
        return Sort.BODY
    return Sort.NOTE if isinstance(place[-1], str) else Sort.CELL


def _merged(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours under the same revisions as one run."""
    together = groupby(runs, attrgetter("revisions", "is_offered"))
    return tuple(Run("".join(run.text for run in same), *kind) for kind, same in together)


def refuse_too_many(raw: bytes, what: str) -> None:
    """Refuse a part with more paragraphs than any text has before a tree of it takes memory.

    Only the usual prefix is looked for; whoever uses another one is refused while the story is walked.
    """
    if sum(map(raw.count, _BEGINNINGS)) > MOST_PARAGRAPHS:
        raise too_many(what)


def too_many(what: str) -> UnreadableInput:
    """How a file with more than `MOST_PARAGRAPHS` is refused."""
    return UnreadableInput(
        f"{what} has more than {MOST_PARAGRAPHS:,} paragraphs.",
        "Word never gets that far; ask whoever sent the file where it comes from.",
    )
