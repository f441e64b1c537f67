"""A word processor with tracking on: several authors edit one text, also each other's words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from random import Random

from zerodraft.core.comparison.changes import Op
from zerodraft.core.text.draft import Draft, Kind
from zerodraft.core.text.numbering import number
from zerodraft.intake.letters import letters_of, seen
from zerodraft.intake.marked import Block, Marked, Revision, Run, Shape, Sort
from zerodraft.intake.received import Submitted

MARK = "\n"
_HEADING = re.compile(r"^#{1,6} ")


@dataclass
class Item:
    """A character, or the mark of a paragraph, under its revisions; `block` tells the shape of a mark's paragraph."""

    char: str
    revisions: tuple[Revision, ...] = ()
    shape: Shape = field(default_factory=Shape)

    @property
    def is_there(self) -> bool:
        return all(revision.op is not Op.DELETED for revision in self.revisions)


class Page:
    """The text as it stands on the screen, all changes shown as accepted."""

    def __init__(self, paragraphs: Sequence[tuple[str, Shape]]) -> None:
        self.items: list[Item] = []
        self.days: dict[str, datetime] = {}
        for text, shape in paragraphs:
            self.items += [Item(char) for char in text]
            self.items.append(Item(MARK, shape=shape))

    @property
    def shown(self) -> list[int]:
        return [at for at, item in enumerate(self.items) if item.is_there]

    @property
    def text(self) -> str:
        return "".join(self.items[at].char for at in self.shown)

    def replace(self, start: int, end: int, words: str, author: str) -> None:
        """Exchange a stretch of the shown text; the last mark stays. Each author has a day of its own."""
        shown = self.shown
        end = min(end, len(shown) - 1)
        taken = shown[start:end]
        at = shown[end] if start >= end else taken[-1] + 1
        day = self.days.setdefault(author, datetime(2021, 11, 1 + len(self.days), tzinfo=UTC))
        put_in = Revision(Op.INSERTED, author, day)
        shape = self.items[shown[end]].shape
        self.items[at:at] = [Item(char, (put_in,), shape) for char in words]
        for place in reversed(taken):
            item = self.items[place]
            if item.revisions == (put_in,):
                del self.items[place]
            else:
                item.revisions = (*item.revisions, Revision(Op.DELETED, author, day))

    def marked(self) -> Marked:
        blocks: list[Block] = []
        here: list[Item] = []
        for item in self.items:
            if item.char != MARK:
                here.append(item)
                continue
            runs = tuple(
                Run("".join(each.char for each in group), revisions)
                for revisions, group in groupby(here, key=lambda each: each.revisions)
            )
            blocks.append(Block(runs, item.revisions, item.shape, item.shape))
            here = []
        return Marked(tuple(blocks))


def page_of(draft: Draft) -> Page:
    """The version as it is sent out: numbers made by the word processor, no signs of Markdown."""
    paragraphs: list[tuple[str, Shape]] = []
    for each, known in zip(draft.paragraphs, number(draft), strict=True):
        sort = Sort.HEADING if each.kind in (Kind.TITLE, Kind.HEADING) else Sort.BODY
        if known.printed:
            sort = Sort.LIST
        shape = Shape(sort, int(each.kind in (Kind.SUB, Kind.HEADING)), known.printed)
        paragraphs.append((seen(letters_of(each.text)), shape))
    return Page(paragraphs)


class Typist:
    """Edits a page by chance."""

    def __init__(self, chance: Random, words: Sequence[str]) -> None:
        self.chance = chance
        self.words = words

    def phrase(self, most: int) -> str:
        return " ".join(self.chance.choices(self.words, k=self.chance.randint(1, most)))

    def edit(self, page: Page, author: str) -> None:
        text = page.text
        starts = [0] + [at + 1 for at, char in enumerate(text[:-1]) if char in (" ", MARK)]
        start = self.chance.choice(starts)
        end = min((at for at in range(start + 1, len(text)) if text[at] in (" ", MARK)), default=len(text) - 1)
        line_end = text.index(MARK, start)
        match self.chance.choice("rrrriidsjpx"):
            case "r":
                page.replace(start, end, self.phrase(3), author)
            case "i":
                page.replace(start, start, self.phrase(3) + " ", author)
            case "d":
                page.replace(start, min(end + 1, line_end), "", author)
            case "s":
                page.replace(start, start, MARK, author)
            case "j":
                page.replace(line_end, line_end + 1, " ", author)
            case "p":
                begin = text.rfind(MARK, 0, start) + 1
                page.replace(begin, begin, self.phrase(9) + "." + MARK, author)
            case _:
                begin = text.rfind(MARK, 0, start) + 1
                page.replace(begin, line_end + 1, "", author)


def accepted(draft: Draft, proposals: Sequence[Submitted]) -> list[str]:
    """The paragraphs of a version after some proposals that don't overlap, as their words are seen."""
    before: dict[int, list[str]] = {}
    instead: dict[int, list[str]] = {each.ordinal: [each.text] for each in draft.paragraphs}
    for each in proposals:
        amendment = each.amendment
        for ordinal in range(amendment.first, amendment.last):
            instead[ordinal] = []
        if amendment.first == amendment.last or amendment.to is not None:
            place = amendment.first if amendment.to is None else amendment.to
            before.setdefault(place, []).extend(amendment.wording)
        else:
            instead[amendment.first] = list(amendment.wording)
    texts = [text for at in range(len(instead) + 1) for text in (*before.get(at, ()), *instead.get(at, ()))]
    return [seen(letters_of(_HEADING.sub("", text))) for text in texts]
