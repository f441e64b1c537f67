"""A text that came back with changes and remarks marked in it, whatever kind of file it was.

Each run of words carries the revisions that were laid over it, the oldest first: `[inserted by A, deleted by B]` is
what A put in and B took out again. The mark that ends a paragraph carries its own: a deleted mark joins the paragraph
to the next one, an inserted one parts two. A view of the text is one question asked of each revision: is it accepted?
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.intake.counting import Numbering


class Revision(NamedTuple):
    """One tracked insertion or deletion, or a change of a paragraph's shape (`KEPT`: the words stay).

    `author` is the name that the file gives, "" for none; `date` is aware, None where the file tells none. `move` is
    the same on both halves of a move, "" otherwise.
    """

    op: Op
    author: str
    date: datetime | None = None
    move: str = ""


class Run(NamedTuple):
    """Words under the same revisions, the oldest first: insertions before deletions, as nothing is deleted before it is
    there. Words that `is_offered` stand in a compilation of ours and are not in the text."""

    text: str
    revisions: tuple[Revision, ...] = ()
    is_offered: bool = False


class Sort(StrEnum):
    """What a block is."""

    BODY = "paragraph"
    HEADING = "heading"
    LIST = "list item"
    CELL = "table cell"
    NOTE = "footnote"


class Shape(NamedTuple):
    """How a block looks: its sort, the level (of a heading from 1, of a list from 0), and the number that the word
    processor made for it as it is printed ("3", "(a)", "" for none)."""

    sort: Sort = Sort.BODY
    level: int = 0
    label: str = ""


_PLAIN = Shape()

BOX = "box"
"""In the place of a block: what follows is the number of a text box, counted from 0 through the whole file."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph with its mark.

    `shape` is that of the final text, `former` that of the base text, each with its number there ("" for a paragraph
    that is not in it); `reshaped` is the change of format that lies between the two, None for none. `place` tells where
    it stands: `()` in the body, `(table, row, column)` counted from 0, or `(name of the note,)`; a table in a cell adds
    three more, a text box `BOX` and its number. Where a note is cited, the text has `[^name]`. `bookmarks` are the
    hidden names that our own export gave it.
    """

    runs: tuple[Run, ...]
    mark: tuple[Revision, ...] = ()
    shape: Shape = _PLAIN
    former: Shape = _PLAIN
    place: tuple[int | str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    reshaped: Revision | None = None

    @property
    def text(self) -> str:
        """All words, deleted ones too."""
        return "".join(run.text for run in self.runs)


class Point(NamedTuple):
    """A place between two characters: the block's index, and the offset in `Block.text`."""

    block: int
    offset: int


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment in the margin. `start` and `end` None: it has no words in the body. `reply_to` is the `id` of another
    remark; `is_guessed` says that this was concluded from its place. `resolved` is what the file says of the thread."""

    id: str
    author: str
    date: datetime | None
    body: str
    start: Point | None = None
    end: Point | None = None
    reply_to: str = ""
    is_guessed: bool = False
    resolved: bool = False


class Notice(NamedTuple):
    """Something in the file that is no words of a delegation, with a sentence for the drafter: changes of format that
    were passed over, macros that were not read."""

    code: str
    sentence: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Marked:
    """Everything that a file holds, in reading order, notes last.

    `properties` are those that our own export wrote: the declaration's name, the version and the digest of its text.
    `people` tells for an author's name the address or account that the file gives for it. `numbering` counts the
    automatic numbers of a view. `is_markdown`: the words are Markdown as it was written, not as it is printed.
    `continued` are the places of cells that are one with the cell above.
    """

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...] = ()
    notices: tuple[Notice, ...] = ()
    properties: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    numbering: Numbering = field(default_factory=Numbering)
    is_markdown: bool = False
    continued: frozenset[tuple[int | str, ...]] = frozenset()

    @property
    def has_revisions(self) -> bool:
        return any(block.mark or any(run.revisions for run in block.runs) for block in self.blocks)
