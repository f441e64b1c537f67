"""The queue of proposals, the chosen one, and what competes with it: what is shown, and where the cursor is."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Container

from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.queue import OPEN, Sought
from zerodraft.errors import Refusal
from zerodraft.tui.actions import BY_ID, shown_key
from zerodraft.tui.look import THREE_COLUMNS
from zerodraft.tui.narrowing.completing import Completing
from zerodraft.tui.narrowing.terms import Filter
from zerodraft.tui.review.competing import Crowd
from zerodraft.tui.review.filtering import COMPLETING, described, understood, with_state
from zerodraft.tui.review.likeness import NOTHING_ALIKE, Likeness
from zerodraft.tui.review.listing import Order, Queue, listed
from zerodraft.tui.review.proposal_cards import HEADING_BESIDE, Sight, Told, cards_beside, cards_of, more_beside
from zerodraft.tui.review.rows import Teller
from zerodraft.tui.review.telling import names_of, status_told
from zerodraft.tui.screens.filtered_list import FilteredList
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.panel import Panel

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_PROPOSALS = "/proposals/"


class Showing(FilteredList):
    """`queue` is what the list shows. Marks and filter are kept for each document until the program ends.

    From 132 columns on the competing proposals have a panel of their own; on smaller screens they stand below.
    """

    LIST = "queue"
    PLACEHOLDER = "words, from:JPN, area:2, para:36, state:open, outcome:collision"
    COMPLETING: ClassVar[Completing] = COMPLETING
    DEFAULT_CSS = """
    Showing.-wide .list { width: 32%; }
    Showing .beside { width: 1fr; }
    Showing #page-panel { width: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.queue = Queue()
        self.order = Order.PARAGRAPH
        self.crowd: Crowd | None = None
        self.likeness = NOTHING_ALIKE
        self.marked: dict[str, None] = {}
        """Ids of the marked proposals, in the order in which they were marked."""
        self.changes: set[int] = set()
        """Numbers of the marked changes of the chosen proposal."""
        self.told: tuple[Told, ...] = ()
        """What the columns of cards show."""
        self.told_beside: tuple[Told, ...] = ()
        self._shown = ""
        self._heading = "Proposals"
        self._missing = 0

    def compose_body(self) -> ComposeResult:
        with Container(id="body"):
            with Panel(id="list-panel", classes="list"):
                yield from self.compose_list()
            with Panel(id="page-panel", classes="page"):
                yield CardList(id="proposal", empty="The chosen proposal is shown here.", marks_always=False)
            with Panel(id="beside-panel", classes="side right beside"):
                yield CardList(id="beside", empty="Nothing else is proposed here.", marks_always=False)

    @property
    def page(self) -> CardList:
        return self.query_one("#proposal", CardList)

    @property
    def beside(self) -> CardList:
        return self.query_one("#beside", CardList)

    @property
    def chosen(self) -> Tabled | None:
        """The proposal on which the cursor of the queue stands."""
        return self.queue.at(self.items.chosen)

    @property
    def chosen_id(self) -> str:
        chosen = self.chosen
        return chosen.proposal.id if chosen else ""

    @property
    def pointed(self) -> Told | None:
        """The card on which the cursor stands, while it stands in one of the columns of cards."""
        for column, told in ((self.page, self.told), (self.beside, self.told_beside)):
            if column.has_focus and column.chosen < len(told):
                return told[column.chosen]
        return None

    def understood(self, line: str, dossier: "Dossier") -> Filter[Sought]:
        return understood(line, dossier)

    # --- the queue ---------------------------------------------------------------------------

    def another_document(self) -> None:
        self.queue = Queue()
        self.marked.clear()

    def dossier_changed(self, dossier: "Dossier") -> None:
        self._missing = sum(_PROPOSALS in f"{each.path}/" for each in dossier.unreadable)
        self.crowd = Crowd(dossier)
        self.likeness = NOTHING_ALIKE
        for id_ in [id_ for id_ in self.marked if id_ not in dossier.tabled or not dossier.tabled[id_].is_open]:
            del self.marked[id_]
        super().dossier_changed(dossier)
        self.find_likeness(dossier)

    @work(exclusive=True, group="likeness")
    async def find_likeness(self, dossier: "Dossier") -> None:
        """Which proposals say the same or nearly; it takes a moment, and nobody waits for it."""
        if not dossier.tabled:
            return
        with suppress(Refusal):
            found = await self.house.fetch("Comparing", lambda desk, _: desk.likes(dossier))
            if dossier is self.house.dossier:
                self.likeness = Likeness(found)
                self.show_page()

    def show_list(self, dossier: "Dossier", chosen: str = "") -> None:
        """At first the cursor stands on the first open proposal."""
        wanted = self.understood(self.filter_line.value, dossier)
        self.queue = listed(dossier, wanted.wish, self.order)
        sought = chosen or self.queue.first_open()
        self.tell_hint(dossier, wanted)
        self._draw_list(dossier, self.queue.item_of(sought) if sought else 0)
        filtered = described(wanted.wish, dossier)
        self._heading = f"Proposals {self.order.value}{f' · {filtered}' if filtered else ''}"
        self.show_page()

    def _draw_list(self, dossier: "Dossier", item: int | None = None) -> None:
        queue, crowd = self.items, self.crowd
        if crowd is None:
            return
        teller = Teller(crowd, self.queue, self.marked, lambda: queue.scrollable_content_region.width)
        queue.item_height = 2 if self.is_tall else 1
        heading = self.queue.heading
        queue.show(
            self.queue.count,
            teller.two_rows if self.is_tall else teller.one_row,
            chosen=item,
            empty=self._nothing(dossier),
            headings=() if heading is None else (heading,),
        )

    def _nothing(self, dossier: "Dossier") -> str:
        if dossier.tabled:
            return f"None of the {len(dossier.tabled)} proposals is like this. esc shows all of them again."
        return f"Nobody has proposed anything yet. {self._ways_in()}"

    def _ways_in(self) -> str:
        """How a proposal comes here, with the keys as the drafter has them."""
        ways = (("draft", "goes to the text, where one is taken down"), ("take-in", "takes in a file"))
        keys = ((self.house.keys_of(BY_ID[f"everywhere.{name}"]), told) for name, told in ways)
        return "; ".join(f"{shown_key(found[0])} {told}" for found, told in keys if found) + "."

    def room_changed(self) -> None:
        if self.house.dossier is not None:
            self._draw_list(self.house.dossier)
            self.show_page()

    def show_plain_marks(self, wish: bool) -> None:
        super().show_plain_marks(wish)
        self.show_page()

    def toggle_open_only(self) -> None:
        dossier, line = self.house.dossier, self.filter_line.value
        is_on = dossier is not None and self.understood(line, dossier).wish.states == OPEN
        self.filter_by(with_state(line, "" if is_on else "open"))

    def choose(self, proposal: str) -> None:
        """The cursor on a proposal; a filter that hides it is dropped."""
        if proposal and self.queue.item_of(proposal) is None:
            self.filter_by("")
        if (item := self.queue.item_of(proposal)) is not None:
            self.items.chosen = item

    # --- the chosen one ----------------------------------------------------------------------

    def show_page(self) -> None:
        dossier, tabled = self.house.dossier, self.chosen
        if dossier is None or self.crowd is None:
            return
        if self.chosen_id != self._shown:
            self._shown = self.chosen_id
            self.changes.clear()
            self.page.chosen = self.beside.chosen = 0
        self._name_list()
        if tabled is None:
            self._show_cards((), ())
            self.page_panel.name_it("Proposal")
        else:
            sight = Sight(datetime.now().astimezone(), self._is_plain, self.changes, self.likeness)
            others = self.crowd.compared(tabled) if tabled.is_open else ()
            count = len(self.crowd.others(tabled)) if others else 0
            beside = (*cards_beside(dossier, others, sight), *more_beside(count - len(others)))
            self._show_cards(tuple(cards_of(dossier, tabled, sight)), beside)
            here = self.crowd.place_told(tabled)
            told = status_told(tabled).text
            self.page_panel.name_it(
                f"{tabled.proposal.number} · {names_of(dossier, tabled)}", f"{here} · ] next · {told}" if here else told
            )
            self.query_one("#beside-panel", Panel).name_it("Competing", str(count) if count else "none")
        self.show_keys()

    @property
    def _is_plain(self) -> bool:
        return self.house.plain_marks or self.house.no_color

    def _name_list(self) -> None:
        queue = self.queue
        place = f"{queue.number(self.items.chosen)} of {len(queue.tabled)}" if queue.tabled else "none"
        decided = f" · {queue.decided} of {queue.total} decided" if queue.total else ""
        missing = f" · {self._missing} can't be read" if self._missing else ""
        marked = f" · {len(self.marked)} marked" if self.marked else ""
        self.list_panel.name_it(self._heading, f"{place}{decided}{marked}{missing}")

    def _show_cards(self, told: Sequence[Told], beside: Sequence[Told]) -> None:
        """Below each other, or in two columns."""
        is_wide = self.size.width >= THREE_COLUMNS
        between = (HEADING_BESIDE,) if beside else ()
        self.told = (*told,) if is_wide else (*told, *between, *beside)
        self.told_beside = (*beside,) if is_wide else ()
        for column, cards in ((self.page, self.told), (self.beside, self.told_beside)):
            column.show([each.card for each in cards], chosen=column.chosen)
