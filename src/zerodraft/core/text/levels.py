"""Levels of sub-paragraphs: (a), then (i) inside it, then the next."""

from collections.abc import Sequence

from zerodraft.core.text.draft import ASIDE, Kind
from zerodraft.core.text.label import Label, Style, readings
from zerodraft.core.text.pieces import Piece

# Editorial manuals know four levels: (a), (i), a., i.
_DEEPEST = 4


# Members that every paragraph is asked about: through the class each costs 74 ns in Python 3.11, by a name 5.
_TITLE, _HEADING, _SUB = Kind.TITLE, Kind.HEADING, Kind.SUB


class Levels:
    """The counts that are open below the current paragraph, outermost first.

    (i) after (h) is the ninth letter, and after (a) the first roman numeral inside it.
    """

    def __init__(self) -> None:
        self._open: list[tuple[Style, int]] = []

    def place(self, piece: Piece, kind: Kind) -> tuple[int, str]:
        """Level and cited label of the next piece."""
        label = piece.label
        if kind is _HEADING or kind is _TITLE:
            self._open.clear()
            return piece.level, ""
        if kind is not _SUB or label is None:
            if kind not in ASIDE:
                self._open.clear()
            return 0, label.text if label else ""
        if label.style is Style.BULLET:
            self._bullet(piece.level)
        else:
            self._lettered(label)
        return len(self._open), label.text

    def _bullet(self, level: int) -> None:
        while self._open and self._open[-1][0] is Style.BULLET:
            self._open.pop()
        self._open += [(Style.BULLET, 0)] * max(1, level)

    def _lettered(self, label: Label) -> None:
        options = readings(label.text.strip("()")) or ((label.style, label.value),)
        for depth in range(len(self._open), 0, -1):
            style, value = self._open[depth - 1]
            if (style, value + 1) in options:
                self._open[depth - 1 :] = [(style, value + 1)]
                return
        if first := next((option for option in options if option[1] == 1), None):
            self._begin(first)
            return
        self._out_of_order(options)

    def _begin(self, first: tuple[Style, int]) -> None:
        """A count begins inside the innermost open one, or in its place when that counts alike."""
        if self._open and (self._open[-1][0] is first[0] or len(self._open) >= _DEEPEST):
            self._open.pop()
        self._open.append(first)

    def _out_of_order(self, options: Sequence[tuple[Style, int]]) -> None:
        """A gap: the nearest open count goes on, unless the counter is nearer to the begin of another.

        (ii) after (c) is the second roman numeral; after (hh) it would be the 243rd letter.
        """
        styles = {style for style, _ in self._open}
        gaps = [
            (abs(value - last), depth, (style, value))
            for style, value in options
            for depth, (open_style, last) in enumerate(self._open)
            if open_style is style
        ]
        inside = min(len(self._open), _DEEPEST - 1)
        gaps += [(value, inside, (style, value)) for style, value in options if style not in styles]
        _, depth, option = min(gaps)
        self._open[depth:] = [option]
