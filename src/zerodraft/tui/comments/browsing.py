"""The list of comments with its filter, and the thread beside it: what is shown, and where the cursor is."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.errors import Refusal
from zerodraft.tui.comments.completing import completed, hint
from zerodraft.tui.comments.filtering import Filter, described, understood, with_state
from zerodraft.tui.comments.listing import Listing, Order, Teller, listed, numbered
from zerodraft.tui.comments.thread_cards import Passage, cards_of
from zerodraft.tui.plain import plain
from zerodraft.tui.screens.list_and_page import ListAndPage
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.completion import Completion
from zerodraft.tui.widgets.filter_line import FilterLine
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_COMMENTS = "/comments/"
_PLACEHOLDER = "words, from:JPN, area:2, para:36, state:open, standing:gone"


class Browsing(ListAndPage):
    """`listing` is what the list shows; the filter line is what narrows it, and is kept for each document until the
    program ends."""

    DEFAULT_CSS = """
    Browsing .list { width: 45%; max-width: 84; }
    Browsing.-medium .list { width: 45%; }
    Browsing.-narrow .list { width: 100%; max-width: 100%; height: 45%; max-height: 45%; }
    Browsing.-narrow .list > VirtualList { height: 1fr; }
    Browsing #filter, Browsing #hint { display: none; }
    Browsing #filter.-used, Browsing #hint.-used { display: block; }
    Browsing #hint { height: auto; max-height: 3; padding: 0 1; color: $text-muted; background: $surface; }
    Browsing #hint.-wrong { color: $text-warning; text-style: bold; }
    Browsing CardList { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.listing = Listing((), 0)
        self.order = Order.PARAGRAPH
        self._slug = ""
        self._heading = "Comments"
        self._missing = 0
        self._lines: dict[str, str] = {}
        """The filter of each document."""
        self._then: dict[str, str] = {}
        """By comment: its paragraph as it read when the comment was made."""

    def compose_list(self) -> ComposeResult:
        yield FilterLine(_PLACEHOLDER, id="filter")
        yield Static(plain(""), id="hint")
        threads = VirtualList(id="threads")
        threads.update_classes({"first": True}, update=False)
        threads.disable_messages(VirtualList.Chosen)
        yield threads

    def compose_page(self) -> ComposeResult:
        yield CardList(id="thread", empty="The chosen comment is shown here.", marks_always=False)

    def on_mount(self) -> None:
        self.filter_line.suggester = Completion(self._completed)
        # At once and not by message: list and thread are drawn in one go then.
        self.watch(self.threads, "chosen", self.show_thread, init=False)

    @property
    def threads(self) -> VirtualList:
        return self.query_one("#threads", VirtualList)

    @property
    def page(self) -> CardList:
        return self.query_one("#thread", CardList)

    @property
    def filter_line(self) -> FilterLine:
        return self.query_one("#filter", FilterLine)

    @property
    def chosen_thread(self) -> Thread | None:
        return self.listing.thread_at(self.threads.chosen)

    # --- the list ----------------------------------------------------------------------------

    def dossier_changed(self, dossier: "Dossier") -> None:
        super().dossier_changed(dossier)
        chosen = self.chosen_thread
        if dossier.slug != self._slug:
            self._lines[self._slug] = self.filter_line.value
            self._slug = dossier.slug
            self._then.clear()
            self.listing, chosen = Listing((), 0), None
            with self.prevent(Input.Changed):
                self.filter_line.value = self._lines.get(dossier.slug, "")
        self._missing = sum(_COMMENTS in f"{each.path}/" for each in dossier.unreadable)
        self.show_list(dossier, chosen.root.id if chosen else "")

    def show_list(self, dossier: "Dossier", comment: str = "") -> None:
        """Show the threads that are wished for, with the cursor on the thread of a comment; where that isn't listed
        any more, the cursor stays in its row."""
        wanted = understood(self.filter_line.value, dossier)
        self.listing = listed(dossier, wanted.wish, self.order)
        item = self.listing.item_of(comment) if comment else 0
        self._tell_hint(dossier, wanted)
        self._draw_list(dossier, item)
        filtered = described(wanted.wish, dossier)
        self._heading = f"Comments {self.order.value}{f' · {filtered}' if filtered else ''}"
        self.show_thread()

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

    # --- the filter --------------------------------------------------------------------------

    def _completed(self, line: str) -> str:
        return completed(line, self.house.dossier) if self.house.dossier is not None else ""

    def _tell_hint(self, dossier: "Dossier", wanted: Filter) -> None:
        """Below the line: what of it is not understood, else what can be written; while nobody writes, nothing."""
        line = self.filter_line
        problem = wanted.problem or ("" if line.has_focus else wanted.unfinished)
        told = self.query_one("#hint", Static)
        line.set_class(line.has_focus or bool(line.value), "-used")
        told.set_class(line.has_focus or bool(problem), "-used")
        told.set_class(bool(problem), "-wrong")
        told.update(plain(problem or hint(line.value, dossier)))

    def filter_by(self, line: str) -> None:
        """Put a line into the filter, as if it had been typed."""
        field, completion = self.filter_line, self.filter_line.suggester
        field.suggester = None
        with self.prevent(Input.Changed):
            field.value = line
        field.suggester = completion
        field.cursor_position = len(line)
        self.show_filtered()

    def on_input_changed(self, _event: Input.Changed) -> None:
        self.show_filtered()

    def show_filtered(self) -> None:
        """The list as the filter line wants it, with the cursor where it was."""
        dossier, chosen = self.house.dossier, self.chosen_thread
        if dossier is not None:
            self.show_list(dossier, chosen.root.id if chosen else "")

    def on_input_submitted(self, _event: Input.Submitted) -> None:
        self.threads.focus()

    def on_filter_line_closed(self, _event: FilterLine.Closed) -> None:
        self.filter_by("")
        self.threads.focus()

    def on_descendant_focus(self) -> None:
        super().on_descendant_focus()
        if self.house.dossier is not None:
            self._tell_hint(self.house.dossier, understood(self.filter_line.value, self.house.dossier))

    def toggle_open_only(self) -> None:
        line = self.filter_line.value
        dossier = self.house.dossier
        is_on = dossier is not None and understood(line, dossier).wish.state is State.OPEN
        self.filter_by(with_state(line, None if is_on else State.OPEN))

    # --- the thread --------------------------------------------------------------------------

    def show_thread(self) -> None:
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

    # --- out ---------------------------------------------------------------------------------

    def do_leave(self) -> None:
        """esc: out of the thread, then out of the filter."""
        if self.is_reading or self.page.has_focus or not self.filter_line.value:
            super().do_leave()
        else:
            self.filter_by("")
