"""The rows of the list of brackets."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from zerodraft.tui.brackets.table import Table
from zerodraft.tui.brackets.telling import offered, place_told, since_told, whose_told
from zerodraft.tui.widgets.row import Piece, Row, row, shortened, width_of

if TYPE_CHECKING:
    from zerodraft.desk.resolving import BracketRow

_MOST_PLACE = 14  # cells
_INNER = "└ "
_TINY = 40  # cells below which the words need all the room there is


class Teller:
    """Tells rows of one table; `places` are those that are shown, `width` gives that of the list, `now` is the moment
    from which dates are told."""

    def __init__(self, table: Table, places: Sequence[int], width: Callable[[], int], now: datetime) -> None:
        self._table = table
        self._dossier = table.dossier
        self._places = places
        self._width = width
        self._now = now
        told = (width_of((Piece(place_told(self._dossier, table.rows[place].bracket)),)) for place in places)
        self._column = min(max(told, default=0), _MOST_PLACE)

    def one_row(self, item: int) -> Sequence[Row]:
        found = self._table.rows[self._places[item]]
        tail = self._since(found) if self._width() >= _TINY else ()
        return (row(*self._place(found), offered(found.bracket.options), tail=tail),)

    def two_rows(self, item: int) -> Sequence[Row]:
        found = self._table.rows[self._places[item]]
        whose = whose_told(self._dossier, found.bracket)
        first = row(*self._place(found), offered(found.bracket.options), tail=self._since(found))
        return first, row(" " * (self._column + 2), Piece(whose, "quiet"))

    def _place(self, found: "BracketRow") -> tuple[Piece, ...]:
        told = row(Piece(place_told(self._dossier, found.bracket), "number")).head
        fitting = shortened(told, self._column)
        inner = _INNER if found.bracket.depth > 1 else ""
        return (*fitting, Piece(" " * (self._column - width_of(fitting) + 2)), Piece(inner, "quiet"))

    def _since(self, found: "BracketRow") -> tuple[Piece, ...]:
        told = since_told(self._dossier, found, self._now, is_dated=self._table.is_dated)
        return (Piece(f"{told.removeprefix('since ')} ", "quiet"),) if told else ()
