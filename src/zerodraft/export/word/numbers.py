"""Which list each paragraph of a text belongs to, so that Word counts by itself what the text prints.

Where Word would count otherwise – a gap, 5 bis, a text that types other numbers – a paragraph begins a list that
departs from the main one.
"""

from collections.abc import Iterable, Iterator

from zerodraft.core.text.draft import ASIDE, Kind, Paragraph
from zerodraft.core.text.label import roman_or_number
from zerodraft.core.text.numbering import Number
from zerodraft.export.word.document import (
    HEADINGS,
    ITEMS,
    TYPED,
    Changes,
    Content,
    Fixed,
    Form,
    Item,
    Listing,
    Look,
    Restart,
    Role,
    Words,
)
from zerodraft.export.word.lists import DEEPEST, numerals, template

_MAIN = -1
_COUNTED = (Kind.OPERATIVE, Kind.SUB)
_HIGHEST = 200
"""A paragraph may be the 1,007th, but no list of letters goes as far."""


class Lists:
    """The lists of a document. Several texts may share them: the two sides of a redline do."""

    def __init__(self, *, is_typed: bool = False) -> None:
        self._known: dict[tuple[Listing, int], int] = {}
        self._is_typed = is_typed

    @property
    def all(self) -> tuple[Listing, ...]:
        return tuple(listing for listing, _ in self._known)

    def looks(self, paragraphs: Iterable[Paragraph], numbers: Iterable[Number]) -> Iterator[Look | None]:
        """For each paragraph of one text the look of a numbered one; None for one that bears no number."""
        count = _Count(self._known)
        for paragraph, number in zip(paragraphs, numbers, strict=True):
            if paragraph.kind in _COUNTED and number.printed:
                level = 0 if paragraph.kind is Kind.OPERATIVE else paragraph.level
                yield _typed(level) if self._is_typed else count.look(level, number.printed)
                continue
            if paragraph.kind not in ASIDE:
                count.ends_lists()
            yield None


def _typed(level: int) -> Look:
    return Look(ITEMS[min(level, len(ITEMS) - 1)], Item(TYPED, min(level, DEEPEST)))


def typed_number(look: Look, number: Number, changes: Changes = ()) -> Content:
    """The number of a paragraph as words, where its look says that it is typed."""
    is_typed = look.item is not None and look.item.listing == TYPED
    return (Words(f"{number.printed}\t", changes=changes, role=Role.NUMBER),) if is_typed else ()


class _Count:
    """What Word has counted so far in one text."""

    def __init__(self, known: dict[tuple[Listing, int], int]) -> None:
        self._known = known
        self._lists: dict[int, Listing] = {index: listing for (listing, _), index in known.items()}
        self._times: dict[Listing, int] = {}
        self._reached: dict[int, dict[int, int]] = {}
        self._above: dict[int, int] = {}
        """The list of the last item at each level."""

    def ends_lists(self) -> None:
        """A paragraph that bears no number ends the sub-paragraphs before it."""
        self._above = {0: self._above[0]} if 0 in self._above else {}

    def look(self, level: int, printed: str) -> Look:
        level = min(level, DEEPEST)
        near = [self._above[each] for each in range(level, -1, -1) if each in self._above]
        for listing in dict.fromkeys((*near, _MAIN)):
            if self._next(listing, level) == printed:
                return self._take(listing, level)
        return self._take(self._new(level, printed), level)

    def _next(self, listing: int, level: int) -> str:
        """What Word would print before the next item."""
        kind = self._lists.get(listing)
        if isinstance(kind, Fixed) and kind.level == level:
            return kind.label
        return _printed(level, self._counted(listing).get(level, 0) + 1)

    def _counted(self, listing: int) -> dict[int, int]:
        """A list of fixed words counts by itself, all others together."""
        counter = listing if isinstance(self._lists.get(listing), Fixed) else _MAIN
        return self._reached.setdefault(counter, {})

    def _take(self, listing: int, level: int) -> Look:
        reached = self._counted(listing)
        for above in range(level):
            reached.setdefault(above, 1)
        reached[level] = reached.get(level, 0) + 1
        if len(reached) > level + 1:
            for deeper in [each for each in reached if each > level]:
                del reached[deeper]
        self._above = {each: name for each, name in self._above.items() if each < level} | {level: listing}
        form = ITEMS[min(level, len(ITEMS) - 1)]
        is_usual = listing == _MAIN and level < len(ITEMS)
        return Look(form, None if is_usual else Item(listing, level))

    def _new(self, level: int, printed: str) -> int:
        start = _value(level, printed)
        listing: Listing = Fixed(level, printed) if start is None else Restart(level, start)
        time = 0 if start is None else self._times.get(listing, 0)
        self._times[listing] = time + 1
        index = self._known.setdefault((listing, time), len(self._known))
        self._lists[index] = listing
        if start is not None:
            self._counted(index)[level] = start - 1
        return index


def _printed(level: int, value: int) -> str:
    return template(level).replace(f"%{level + 1}", numeral(numerals(level), value))


def numeral(kind: str, value: int) -> str:
    """A number as Word prints it: after z comes aa, then bb."""
    if kind == "lowerLetter":
        return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else str(value)
    return roman_or_number(value) if kind == "lowerRoman" and value > 0 else str(value)


def _value(level: int, printed: str) -> int | None:
    """The number that Word would have to print; None if it can't."""
    if level == 0:
        digits = printed.removesuffix(".")
        is_number = printed != digits and digits.isdecimal() and digits.isascii() and str(int(digits)) == digits
        return int(digits) if is_number else None
    return next((value for value in range(1, _HIGHEST) if _printed(level, value) == printed), None)


def form_of(paragraph: Paragraph) -> Form:
    """The form of a paragraph that bears no number."""
    match paragraph.kind:
        case Kind.TITLE:
            return Form.TITLE
        case Kind.HEADING:
            return HEADINGS[min(max(paragraph.level, 1), len(HEADINGS)) - 1]
        case Kind.PREAMBULAR:
            return Form.PREAMBULAR
        case Kind.OPAQUE:
            return Form.QUOTED
        case _:
            return Form.PLAIN
