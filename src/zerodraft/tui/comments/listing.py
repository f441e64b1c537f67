"""The list of comments: which, in which order, and what a row tells of one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from zerodraft.core.negotiation.delegation import comparison_key
from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.core.text.width import cells
from zerodraft.desk.selection import Wish, chosen
from zerodraft.tui.when import when
from zerodraft.tui.widgets.row import Piece, Row, row, shortened, width_of

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

STATE_STYLES = {State.OPEN: "accent", State.ANSWERED: "", State.TAKEN_UP: "good", State.RESOLVED: "quiet"}
STANDING = {"standing": "", "rewritten": "reworded since", "detached": "words are gone"}
GONE = "Their words are gone"
_NAMED = {"title": "the title"}
# A number such as 14(a)(ii) fits; a name takes a sixth of the row, and is shortened where that is too little.
_MOST_NUMBER, _MOST_NAME, _SHARE_OF_NAME = 11, 18, 6
# Below this width a row has room for the code of a delegation, not for its name.
_NARROW = 56
# Below this one the words need all the room there is.
_TINY = 40


class Order(StrEnum):
    """How the list is ordered; the detached ones always stand at its end."""

    PARAGRAPH = "by paragraph"
    DATE = "newest first"
    DELEGATION = "by delegation"

    @property
    def next(self) -> "Order":
        orders = tuple(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


@dataclass(frozen=True, slots=True)
class Listing:
    """The threads in order; those from `tray` on are detached and stand below a heading of their own."""

    threads: tuple[Thread, ...]
    tray: int
    waiting: int = 0
    """How many of them are open."""

    @property
    def heading(self) -> int | None:
        """At which item the heading stands."""
        return self.tray if self.tray < len(self.threads) else None

    @property
    def count(self) -> int:
        """The items: the threads, and the heading."""
        return len(self.threads) + (self.heading is not None)

    def thread_at(self, item: int) -> Thread | None:
        place = self._place(item)
        return self.threads[place] if item != self.heading and 0 <= place < len(self.threads) else None

    def item_of(self, comment: str) -> int | None:
        """Where the thread with this comment stands."""
        for place, thread in enumerate(self.threads):
            if any(each.id == comment for each in thread.comments):
                return place + (place >= self.tray)
        return None

    def number(self, item: int) -> int:
        """Which of the threads it is, counted from 1."""
        return self._place(item) + 1

    def _place(self, item: int) -> int:
        return item - (item > self.tray)


def listed(dossier: "Dossier", wish: Wish, order: Order) -> Listing:
    """Raises the refusal of a wish for something that is not there."""
    found = chosen(dossier, wish)
    tray = len(found)
    while tray and dossier.placed[found[tray - 1].root.id].ordinal is None:
        tray -= 1
    if order is not Order.PARAGRAPH:
        found = (*_ordered(dossier, found[:tray], order), *_ordered(dossier, found[tray:], order))
    is_all = len(found) == len(dossier.threads)
    waiting = dossier.waiting if is_all else sum(thread.state is State.OPEN for thread in found)
    return Listing(tuple(found), tray, waiting)


def _ordered(dossier: "Dossier", found: Sequence[Thread], order: Order) -> list[Thread]:
    if order is Order.DATE:
        return sorted(found, key=lambda thread: thread.root.date, reverse=True)
    names = {thread.root.delegation: comparison_key(dossier.name_of(thread.root.delegation)) for thread in found}
    return sorted(found, key=lambda thread: names[thread.root.delegation])


def number_column(dossier: "Dossier", listing: Listing) -> int:
    """The width of the column of numbers, in cells."""
    is_all = len(listing.threads) == len(dossier.threads)
    placed = dossier.placed
    cites = dossier.cites if is_all else {placed[each.root.id].cite or each.root.paragraph for each in listing.threads}
    return min(max((len(cited(cite)) for cite in cites), default=0), _MOST_NUMBER)


def name_column(dossier: "Dossier", listing: Listing, width: int) -> int:
    """That of the names, in a list of this width."""
    codes = {thread.root.delegation for thread in listing.threads}
    most = min(_MOST_NAME, max(width // _SHARE_OF_NAME, max(map(len, codes), default=0)))
    return min(max((cells(_name(dossier, code, width)) for code in codes), default=0), most)


def numbered(dossier: "Dossier", thread: Thread) -> str:
    """“¶ 14(a)”, “PP3”: its number now; of a detached one the number under which it was made."""
    return cited(dossier.placed[thread.root.id].cite or thread.root.paragraph)


def cited(cite: str) -> str:
    """A paragraph's number as it is shown: “¶ 14(a)”, “PP3”, “the title”."""
    return f"¶ {cite}" if cite[:1].isdigit() else _NAMED.get(cite, cite)


def _name(dossier: "Dossier", code: str, width: int) -> str:
    return dossier.name_of(code) if width >= _NARROW else code


class Teller:
    """Tells the rows of one list; `width` gives that of the list, which is not known before it is drawn."""

    def __init__(self, dossier: "Dossier", listing: Listing, now: datetime, width: Callable[[], int]) -> None:
        self._dossier = dossier
        self._listing = listing
        self._now = now
        self._known_width = width
        self._numbers: int | None = None
        self._names: tuple[int, int] | None = None

    @property
    def _width(self) -> int:
        return self._known_width()

    @property
    def _number_column(self) -> int:
        if self._numbers is None:
            self._numbers = number_column(self._dossier, self._listing)
        return self._numbers

    @property
    def _name_column(self) -> int:
        width = self._width
        if self._names is None or self._names[0] != width:
            self._names = width, name_column(self._dossier, self._listing, width)
        return self._names[1]

    def one_row(self, item: int) -> Sequence[Row]:
        thread = self._listing.thread_at(item)
        if thread is None:
            return (self._heading(),)
        head = (*self._sign(thread), *self._number(thread), *self._who(thread), Piece(beginning(thread), _tone(thread)))
        tail = (*self._standing(thread), *self._replies(thread), self._date(thread))
        return (row(*head, tail=tail if self._width >= _TINY else ()),)

    def two_rows(self, item: int) -> Sequence[Row]:
        thread = self._listing.thread_at(item)
        if thread is None:
            return self._heading(), row(Piece("  Shown with the words they were made on", "quiet"))
        name = Piece(self._dossier.name_of(thread.root.delegation), "strong")
        return (
            row(*self._sign(thread), *self._number(thread), name, tail=(*self._replies(thread), self._date(thread))),
            row(Piece(f"  {beginning(thread)}", _tone(thread)), tail=self._standing(thread)),
        )

    def _heading(self) -> Row:
        count = len(self._listing.threads) - self._listing.tray
        return row(Piece(GONE, "accent"), Piece(f" · {count}", "quiet"))

    def _sign(self, thread: Thread) -> tuple[Piece, ...]:
        return (Piece(thread.state.sign, STATE_STYLES[thread.state]), Piece(" "))

    def _number(self, thread: Thread) -> tuple[Piece, ...]:
        return _column(Piece(numbered(self._dossier, thread), "number"), self._number_column)

    def _who(self, thread: Thread) -> tuple[Piece, ...]:
        return _column(Piece(_name(self._dossier, thread.root.delegation, self._width), "strong"), self._name_column)

    def _standing(self, thread: Thread) -> tuple[Piece, ...]:
        """Of detached ones the heading tells."""
        is_reworded = self._dossier.placed[thread.root.id].standing == "rewritten"
        return (Piece("reworded ", "warning"),) if is_reworded else ()

    def _replies(self, thread: Thread) -> tuple[Piece, ...]:
        return (Piece(f"↳ {len(thread.replies)}  ", "quiet"),) if thread.replies else ()

    def _date(self, thread: Thread) -> Piece:
        return Piece(f"{when(thread.root.date, self._now)} ", "quiet")


def beginning(thread: Thread) -> str:
    """The beginning of what was said, in one line."""
    return " ".join(thread.root.body[:400].split())


def _tone(thread: Thread) -> str:
    return "quiet" if thread.state in (State.RESOLVED, State.TAKEN_UP) else ""


def _column(piece: Piece, width: int) -> tuple[Piece, ...]:
    """The piece in a column of so many cells, and two cells of space."""
    fitting = shortened(row(piece).head, width)
    return (*fitting, Piece(" " * (width - width_of(fitting) + 2)))
