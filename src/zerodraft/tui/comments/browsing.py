"""The list of comments, and the thread beside it: what is shown, and where the cursor is."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult

from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.desk.selection import Wish
from zerodraft.errors import Refusal
from zerodraft.tui.comments.completing import COMPLETING
from zerodraft.tui.comments.filtering import described, understood, with_state
from zerodraft.tui.comments.listing import Listing, Order, Teller, listed, numbered
from zerodraft.tui.comments.thread_cards import Passage, cards_of
from zerodraft.tui.narrowing.completing import Completing
from zerodraft.tui.narrowing.terms import Filter
from zerodraft.tui.screens.filtered_list import FilteredList
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_COMMENTS = "/comments/"


class Browsing(FilteredList):
    """`listing` is what the list shows."""

    LIST = "threads"
    PLACEHOLDER = "words, from:JPN, area:2, para:36, state:open, standing:gone"
    COMPLETING: ClassVar[Completing] = COMPLETING

    def __init__(self) -> None:
        super().__init__()
        self.listing = Listing((), 0)
        self.order = Order.PARAGRAPH
        self._heading = "Comments"
        self._missing = 0
        self._then: dict[str, str] = {}
        """By comment: its paragraph as it read when the comment was made."""

    def compose_page(self) -> ComposeResult:
        yield CardList(id="thread", empty="The chosen comment is shown here.", marks_always=False)

    @property
    def threads(self) -> VirtualList:
        return self.items

    @property
    def page(self) -> CardList:
        return self.query_one("#thread", CardList)

    @property
    def chosen_thread(self) -> Thread | None:
        return self.listing.thread_at(self.threads.chosen)

    @property
    def chosen_id(self) -> str:
        thread = self.chosen_thread
        return thread.root.id if thread else ""

    def understood(self, line: str, dossier: "Dossier") -> Filter[Wish]:
        return understood(line, dossier)

    # --- the list ----------------------------------------------------------------------------

    def another_document(self) -> None:
        self._then.clear()
        self.listing = Listing((), 0)

    def dossier_changed(self, dossier: "Dossier") -> None:
        self._missing = sum(_COMMENTS in f"{each.path}/" for each in dossier.unreadable)
        super().dossier_changed(dossier)

    def show_list(self, dossier: "Dossier", chosen: str = "") -> None:
        """The cursor stands on the thread of a comment."""
        wanted = self.understood(self.filter_line.value, dossier)
        self.listing = listed(dossier, wanted.wish, self.order)
        item = self.listing.item_of(chosen) if chosen else 0
        self.tell_hint(dossier, wanted)
        self._draw_list(dossier, item)
        filtered = described(wanted.wish, dossier)
        self._heading = f"Comments {self.order.value}{f' · {filtered}' if filtered else ''}"
        self.show_page()

    def _draw_list(self, dossier: "Dossier", item: int | None = None) -> None:
        threads = self.threads
        teller = Teller(
            dossier, self.listing, datetime.now().astimezone(), lambda: threads.scrollable_content_region.width
        )
        threads.item_height = 2 if self.is_tall else 1
        rows = teller.two_rows if self.is_tall else teller.one_row
        heading = self.listing.heading
        headings = () if heading is None else (heading,)
        threads.show(self.listing.count, rows, chosen=item, empty=self._nothing(dossier), headings=headings)

    def _nothing(self, dossier: "Dossier") -> str:
        if dossier.threads:
            return f"None of the {len(dossier.threads)} comments is like this. esc shows all of them again."
        return "Nobody has commented yet. c records a comment that a delegation made."

    def room_changed(self) -> None:
        if self.house.dossier is not None:
            self._draw_list(self.house.dossier)

    def toggle_open_only(self) -> None:
        line = self.filter_line.value
        dossier = self.house.dossier
        is_on = dossier is not None and self.understood(line, dossier).wish.state is State.OPEN
        self.filter_by(with_state(line, None if is_on else State.OPEN))

    # --- the thread --------------------------------------------------------------------------

    def show_page(self) -> None:
        """The chosen thread beside the list, where in the list that is, and what can be done with it."""
        dossier, thread = self.house.dossier, self.chosen_thread
        if dossier is None:
            return
        self.show_keys()
        count = len(self.listing.threads)
        place = f"{self.listing.number(self.threads.chosen)} of {count}" if count else "none"
        missing = f" · {self._missing} can't be read" if self._missing else ""
        self.list_panel.name_it(self._heading, f"{place} · {self.listing.waiting} open{missing}")
        if thread is None:
            self.page_panel.name_it("Thread")
            self.page.show(())
            return
        self._show_cards(dossier, thread)
        if dossier.placed[thread.root.id].standing != "standing" and thread.root.id not in self._then:
            self.read_then(dossier, thread)

    def _show_cards(self, dossier: "Dossier", thread: Thread) -> None:
        then = self._then.get(thread.root.id, "")
        who = dossier.name_of(thread.root.delegation)
        self.page_panel.name_it(f"{numbered(dossier, thread)} · {who}", f"{thread.state.sign} {thread.state.words}")
        size = self.page.size
        cards = cards_of(dossier, thread, datetime.now().astimezone(), Passage(then, size.width * size.height // 4))
        self.page.show(cards)

    @work(exclusive=True, group="then")
    async def read_then(self, dossier: "Dossier", thread: Thread) -> None:
        """The paragraph as it read when the comment was made, where it reads otherwise now."""
        root = thread.root
        try:
            self._then[root.id] = await self.house.fetch("Reading", lambda desk, _: desk.words_then(root))
        except Refusal:
            # The quoted words and their context are shown; of the rest nobody knows any more.
            self._then[root.id] = ""
        if self.chosen_thread is thread:
            self._show_cards(dossier, thread)
