"""The outline: which part of a document begins where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zerodraft.core.text.draft import Part
from zerodraft.core.text.label import Style
from zerodraft.core.text.markdown import Shape
from zerodraft.core.text.pieces import Piece

_LEADING_END = re.compile(r"[,;:](?:[*_ \u00a0]|\[\^[^\]\s\[^]{1,40}\])*$")
_SECTION_NAMES = {
    Part.PREAMBLE: frozenset({"preamble", "pembukaan", "mukadimah"}),
    Part.CLOSING: frozenset({"closing", "conclusion", "conclusions", "penutup"}),
}


@dataclass(frozen=True, slots=True)
class Outline:
    """Indexes of pieces: the title, the headings of sections, where the operative part and the closing begin."""

    title: int
    sections: tuple[int, ...]
    areas: frozenset[int]
    operative: int
    closing: int
    typed: bool

    @classmethod
    def of(cls, pieces: Sequence[Piece]) -> "Outline":
        heading = Shape.HEADING
        headings = [index for index, piece in enumerate(pieces) if piece.shape is heading]
        title = _title(pieces, headings)
        rest = [index for index in headings if index != title]
        top = min((pieces[index].level for index in rest), default=0)
        sections = tuple(index for index in rest if pieces[index].level == top)
        named = {index: named_part(pieces[index].text) for index in sections}
        areas = frozenset(index for index in sections if named[index] is None)
        typed = any(piece.counted for piece in pieces)
        operative = _operative_start(pieces, title, areas, typed)
        last_area = max(areas, default=-1)
        closing = next((each for each in sections if named[each] is Part.CLOSING and each > last_area), None)
        if closing is None:
            closing = _closing_start(pieces, operative, typed, last_area)
        return cls(title, sections, areas, operative, closing, typed)


def _title(pieces: Sequence[Piece], headings: Sequence[int]) -> int:
    first = [index for index in headings if pieces[index].level == 1]
    if first and (len(first) == 1 or first[0] == 0) and first[0] == headings[0]:
        return first[0]
    return -1


def named_part(heading: str) -> Part | None:
    """The part that a section heading names; None for a focus area."""
    name = heading.strip("*_ .:").casefold()
    return next((part for part, names in _SECTION_NAMES.items() if name in names), None)


def _operative_start(pieces: Sequence[Piece], title: int, areas: frozenset[int], typed: bool) -> int:
    first_counted = next((index for index, piece in enumerate(pieces) if piece.counted), -1) if typed else -1
    starts = [index for index in (min(areas, default=-1), first_counted) if index >= 0]
    if starts:
        return min(starts)
    for index, piece in enumerate(pieces):
        if index > title and piece.shape is Shape.PARAGRAPH and not leads_on(piece.text):
            return index
    return len(pieces)


def leads_on(words: str) -> bool:
    """Whether a paragraph ends as those of a preamble do, with a comma, semicolon or colon, before a footnote too."""
    return _LEADING_END.search(words) is not None


def _closing_start(pieces: Sequence[Piece], operative: int, typed: bool, last_area: int) -> int:
    last = next((index for index in range(len(pieces) - 1, -1, -1) if _is_sub(pieces[index])), -1)
    after = max(operative, last_area, last if typed else -1) + 1
    if typed:
        return after
    rules = (index for index in range(after, len(pieces)) if pieces[index].shape is Shape.RULE)
    return next(rules, len(pieces))


def _is_sub(piece: Piece) -> bool:
    return piece.label is not None and piece.label.style is not Style.NOTE
