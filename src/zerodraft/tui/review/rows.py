"""The rows of the queue: what one or two lines tell of a proposal."""

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.tui.review.competing import Crowd
from zerodraft.tui.review.listing import Queue
from zerodraft.tui.review.telling import gist, names_of, outcome_told, place_cited, status_sign
from zerodraft.tui.widgets.row import Piece, Row, row, shortened, width_of

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

NO_PLACE = "No place in the text any more"
MARK = "◆"
_MOST_CITE, _MOST_NUMBER = 16, 8
# Below this width the words need all the room there is.
_TINY = 40


class Teller:
    """Tells the rows of one queue; `width` gives that of the list, `marked` are ids of proposals."""

    def __init__(self, crowd: Crowd, queue: Queue, marked: Collection[str], width: Callable[[], int]) -> None:
        self._dossier: Dossier = crowd.dossier
        self._crowd = crowd
        self._queue = queue
        self._marked = marked
        self._width = width
        self._columns: tuple[int, int] | None = None

    @property
    def columns(self) -> tuple[int, int]:
        """Cells for the place, and for the number. Found when the first row is drawn."""
        if self._columns is None:
            found = self._queue.tabled
            cites = max((width_of((Piece(self._cite(each)),)) for each in found), default=0)
            numbers = max((len(each.proposal.number) for each in found), default=0)
            self._columns = min(cites, _MOST_CITE), min(numbers, _MOST_NUMBER)
        return self._columns

    def _cite(self, tabled: Tabled) -> str:
        return place_cited(self._dossier, tabled).replace("after ", "+ ")

    def one_row(self, item: int) -> Sequence[Row]:
        tabled = self._queue.at(item)
        if tabled is None:
            return (self._heading(),)
        cite, number = self.columns
        head = (
            *self._sign(tabled),
            *_column(Piece(self._cite(tabled), "number"), cite),
            *_column(Piece(tabled.proposal.number, "strong"), number),
            *self._toned(tabled),
        )
        is_wide = self._width() >= _TINY
        return (row(*head, tail=self._tail(tabled) if is_wide else ()),)

    def two_rows(self, item: int) -> Sequence[Row]:
        tabled = self._queue.at(item)
        if tabled is None:
            return self._heading(), row(Piece("  Shown with the words that were proposed", "quiet"))
        cite, number = self.columns
        return (
            row(
                *self._sign(tabled),
                *_column(Piece(self._cite(tabled), "number"), cite),
                *_column(Piece(tabled.proposal.number, "strong"), number),
                Piece(names_of(self._dossier, tabled)),
                tail=self._tail(tabled),
            ),
            row("   ", *self._toned(tabled), tail=self._others(tabled)),
        )

    def _heading(self) -> Row:
        count = len(self._queue.tabled) - self._queue.tray
        return row(Piece(NO_PLACE, "accent"), Piece(f" · {count}", "quiet"))

    def _sign(self, tabled: Tabled) -> tuple[Piece, ...]:
        is_marked = tabled.proposal.id in self._marked
        return (Piece(MARK if is_marked else " ", "accent"), status_sign(tabled), Piece(" "))

    def _toned(self, tabled: Tabled) -> tuple[Piece, ...]:
        """Of decided ones all words are quiet."""
        told = gist(self._dossier, tabled)
        return told if tabled.is_open else tuple(Piece(piece.text, "quiet") for piece in told)

    def _tail(self, tabled: Tabled) -> tuple[Piece, ...]:
        told = outcome_told(tabled)
        return (Piece(f"{told.text} ", told.style),) if told.text else ()

    def _others(self, tabled: Tabled) -> tuple[Piece, ...]:
        """How many other proposals wait for the same paragraph."""
        told = self._crowd.place_told(tabled)
        return (Piece(f"{told} ", "quiet"),) if told else ()


def _column(piece: Piece, width: int) -> tuple[Piece, ...]:
    """The piece in a column of so many cells, and two cells of space."""
    fitting = shortened(row(piece).head, width)
    return (*fitting, Piece(" " * (width - width_of(fitting) + 2)))
