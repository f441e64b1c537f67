"""A Word document as values: what stands in it, before any of it is XML.

Changes are tracked as Word tracks them: words carry the changes laid over them, the oldest first; the mark that ends a
paragraph carries its own. A deleted mark joins the paragraph to the next one, an inserted one parts two.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.inline import Style
from zerodraft.export.hands import Hand


class Change(NamedTuple):
    """A tracked insertion or deletion. `move` is the same on both halves of a move, "" for none."""

    op: Op
    hand: Hand
    move: str = ""


Changes = tuple[Change, ...]
"""Laid over the same words, the oldest first: insertions before deletions."""


class Restyled(NamedTuple):
    """A tracked change of the words' form: what it was before."""

    former: Style
    hand: Hand


class Role(StrEnum):
    """What words are in a text that is not agreed; the value is the id of their style. What is `OFFERED` is not in the
    text itself, and neither are the signs and names around it, nor a number that is typed."""

    TEXT = ""
    SIGN = "BracketSign"
    NAMES = "Attribution"
    OFFERED = "OfferedWords"
    OFFERED_SIGN = "OfferedSign"
    OFFERED_NAMES = "OfferedAttribution"
    ADDED = "OfferedInsertion"
    STRUCK = "OfferedDeletion"
    NUMBER = "OfferedNumber"


OFFERED = frozenset({Role.OFFERED, Role.OFFERED_SIGN, Role.OFFERED_NAMES, Role.NUMBER})


class Words(NamedTuple):
    """Words of one form under the same changes. `style` is read for emphasis, raised and lowered words and code alone.
    `href` is the address of a link; "" for none."""

    text: str
    style: Style = Style.PLAIN
    changes: Changes = ()
    href: str = ""
    restyled: Restyled | None = None
    role: Role = Role.TEXT


class Cited(NamedTuple):
    """The sign that cites a footnote: its index in `Document.notes`. Each note is cited once."""

    note: int
    changes: Changes = ()


Content = tuple[Words | Cited, ...]


class Form(StrEnum):
    """The styles of paragraphs; the value is the id under which Word knows them. Numbers belong to the main list."""

    TITLE = "Title"
    HEADING_1 = "Heading1"
    HEADING_2 = "Heading2"
    HEADING_3 = "Heading3"
    HEADING_4 = "Heading4"
    HEADING_5 = "Heading5"
    HEADING_6 = "Heading6"
    PLAIN = "Normal"
    PREAMBULAR = "PreambularParagraph"
    NUMBERED = "NumberedParagraph"
    ITEM_1 = "SubParagraph1"
    ITEM_2 = "SubParagraph2"
    ITEM_3 = "SubParagraph3"
    ITEM_4 = "SubParagraph4"
    QUOTED = "QuotedBlock"
    CELL = "TableText"
    OFFERED = "OfferedParagraph"


ITEMS = (Form.NUMBERED, Form.ITEM_1, Form.ITEM_2, Form.ITEM_3, Form.ITEM_4)
"""The forms that bear a number, by their level in a list."""
HEADINGS = (Form.HEADING_1, Form.HEADING_2, Form.HEADING_3, Form.HEADING_4, Form.HEADING_5, Form.HEADING_6)


class Restart(NamedTuple):
    """A list that goes on in the main count, at one level from another number."""

    level: int
    start: int


class Fixed(NamedTuple):
    """A list of its own in which one level prints fixed words, "5 bis."; what stands below is counted."""

    level: int
    label: str


Listing = Restart | Fixed


class Item(NamedTuple):
    """A number that is not the one of the paragraph's form: the index of a list in `Document.lists`, and the level."""

    listing: int
    level: int


TYPED = -2
"""In the place of the list: no number is counted, it stands among the words."""


class Look(NamedTuple):
    """How a paragraph is set."""

    form: Form = Form.PLAIN
    item: Item | None = None


PLAIN = Look()


class Reshaped(NamedTuple):
    """A tracked change of a paragraph's look: what it was before."""

    former: Look
    hand: Hand


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its mark, on which lies at most one insertion and one deletion. `bookmark` is a hidden name,
    "" for none, and `later` another one: that of the later text of a redline."""

    content: Content
    look: Look = PLAIN
    mark: Changes = ()
    reshaped: Reshaped | None = None
    bookmark: str = ""
    later: str = ""


class Row(NamedTuple):
    """A row of a table, all of it under the same changes; each cell is one paragraph. A head comes on every page."""

    cells: tuple[Content, ...]
    changes: Changes = ()
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`widths` are those of the columns in twentieths of a point; () for columns of one width."""

    rows: tuple[Row, ...]
    widths: tuple[int, ...] = ()


Block = Paragraph | Table


class Place(NamedTuple):
    """A place between two characters: the index of the block, and how many characters of it come before, deleted ones
    too; the sign of a footnote counts as one. In a table `cell` is its row and column, and the offset counts in it."""

    block: int
    offset: int
    cell: tuple[int, int] = (0, 0)


class Remark(NamedTuple):
    """One comment; line ends part its paragraphs."""

    hand: Hand
    text: str


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and its replies, set on words of one block or several. Invariant: `remarks` is not empty."""

    remarks: tuple[Remark, ...]
    start: Place
    end: Place
    is_resolved: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the text. `opening` are the lines above it on the first page, `running` what stands left and
    right above the other pages, `notice` a line above each of them; `foot` is a line below every page, and `page` says
    how pages are counted, "Page {} of {}"."""

    title: str = ""
    opening: tuple[str, ...] = ()
    running: tuple[str, str] = ("", "")
    page: str = "{} / {}"
    notice: str = ""
    foot: str = ""


NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class Document:
    """All of it. `language` is BCP 47. `properties` are names and values for programs. With `is_tracking` Word tracks
    whatever a reader changes. A wide one lies on turned pages."""

    blocks: tuple[Block, ...]
    notes: tuple[Content, ...] = ()
    lists: tuple[Listing, ...] = ()
    threads: tuple[Thread, ...] = ()
    frame: Frame = NO_FRAME
    properties: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    has_line_numbers: bool = False
    is_tracking: bool = False
    is_wide: bool = False
