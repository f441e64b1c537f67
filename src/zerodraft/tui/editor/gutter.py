"""The columns beside the text: a bar for what changed, the paragraph's number, its comments."""

from typing import NamedTuple

from zerodraft.tui.editor.marks import Bar, LineMark

# Below these widths of the whole area the text needs the cells more than the comments, and the numbers.
WITH_COMMENTS, WITH_NUMBERS = 60, 30
_WIDEST, _NARROWEST, _SQUEEZED = 9, 3, 5
_BARS = {Bar.NONE: " ", Bar.ISSUED: "┆", Bar.UNSAVED: "▎"}
_STYLES = {Bar.NONE: "", Bar.ISSUED: "issued", Bar.UNSAVED: "unsaved"}
_COUNT = 3


class Run(NamedTuple):
    """Characters that are shown in one style: the names of those that lie over each other, the last on top."""

    text: str
    styles: tuple[str, ...] = ()


class Gutter(NamedTuple):
    """How many cells the numbers have, 0 for none, and whether comments are counted."""

    number: int
    has_comments: bool

    @classmethod
    def fitting(cls, width: int, widest_number: int) -> "Gutter":
        """The gutter for an area that is `width` cells wide, with numbers of at most so many characters."""
        if width < WITH_NUMBERS:
            return cls(0, False)
        if width < WITH_COMMENTS:
            return cls(max(_NARROWEST, min(widest_number, _SQUEEZED)), False)
        return cls(max(_NARROWEST, min(widest_number, _WIDEST)), True)

    @property
    def cells(self) -> int:
        return 2 + self.number + (_COUNT + 1 if self.has_comments else 0)

    def counts(self, cell: int) -> bool:
        """Whether a cell is one of those that count comments."""
        return self.has_comments and 0 <= cell - (1 + self.number) <= _COUNT

    def runs(self, mark: LineMark, *, is_first: bool) -> tuple[Run, ...]:
        """The gutter beside the first row of a line, or beside a later one."""
        bar = Run(_BARS[mark.bar], (_STYLES[mark.bar],) if _STYLES[mark.bar] else ())
        if not is_first:
            return (bar, Run(" " * (self.cells - 1)))
        styles = ("gutter-number",) if mark.number else ()
        number = Run(shortened(mark.number, self.number).rjust(self.number), styles)
        count = (Run(" "), _count(mark)) if self.has_comments else ()
        return (bar, number, *count, Run(" "))


def shortened(number: str, cells: int) -> str:
    """A cite that is too long keeps its end: `12(a)(ii)(b)` is `…)(ii)(b)`."""
    return number if len(number) <= cells else "…"[:cells] + number[len(number) - cells + 1 :]


def _count(mark: LineMark) -> Run:
    if not mark.comments:
        return Run(" " * _COUNT)
    if mark.open_comments:
        return Run(f"{min(mark.open_comments, 99)}●".rjust(_COUNT), ("open-comments",))
    return Run(f"{min(mark.comments, 99)}○".rjust(_COUNT), ("comments",))
