"""The three panels of Home, and what is read for them."""

import asyncio
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from zerodraft.errors import Refusal
from zerodraft.tui import look
from zerodraft.tui.actions import Scope
from zerodraft.tui.home import answers, document_rows, reading, today
from zerodraft.tui.home.document import Document
from zerodraft.tui.home.shelf import Shelf
from zerodraft.tui.home.today import Line, Spot, Today
from zerodraft.tui.plain import line
from zerodraft.tui.screens.place_screen import PlaceScreen
from zerodraft.tui.widgets.row import Row
from zerodraft.tui.widgets.top_bar import TopBar
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_EMPTY = "No document yet: n begins one, from a kind, a sample or a file."
# Rows of the Today panel at most, as a share of the screen.
_TODAY_SHARE = 3

# Seconds after which the first frame is on the terminal: until then no second thread shall take of its time.
_UNTIL_SEEN = 0.02
_LOOK_AGAIN = 2.0  # seconds between two looks at what other programs do


class HomePanels(PlaceScreen):
    """Documents, what is new, who has answered."""

    SCOPE = Scope.HOME
    SCOPED_CSS = False
    DEFAULT_CSS = """
    #home { layers: default over; }
    #answers { width: 38; }
    Screen.-medium #answers { width: 36; }
    Screen.-narrow #today { background: $panel; }
    Screen.-flat #today { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        # Its styles are read when it is shown: otherwise Textual would read those of all screens once more, in 4 ms.
        self._css_update_count = self.app._css_update_count
        self.shelf = Shelf()
        self._chosen = self._open = ""
        self._today: Today | None = None
        self._way_back: Spot | None = None
        self._notices = 0
        self._mark: tuple[str, object] | None = None
        self._heard_in = ""
        self.lines: tuple[Line, ...] = ()
        self.heard: tuple[answers.Line, ...] = ()
        self._stale: set[str] = set()

    def compose_body(self) -> ComposeResult:
        self.documents = VirtualList(id="documents", height=document_rows.HEIGHT, empty="Reading the workspace …")
        self.today = VirtualList(id="today", marks_always=False)
        self.answers = VirtualList(id="answers", marks_always=False)
        for panel, classes, title in (
            (self.documents, "panel first", "Documents"),
            (self.today, "panel", "Today"),
            (self.answers, "panel side", "Delegations"),
        ):
            panel.add_class(*classes.split(), update=False)
            panel.border_title = line(title)
        with Horizontal(id="home"):
            self.column = Vertical(self.documents, self.today)
            yield self.column
            yield self.answers

    def on_mount(self) -> None:
        self.call_after_refresh(self.set_timer, _UNTIL_SEEN, self.read_documents)
        self.set_interval(_LOOK_AGAIN, self.glance)

    def on_resize(self, event: events.Resize) -> None:
        is_flat = event.size.height < look.HEIGHTS[1][0]
        self.documents.item_height = 1 if is_flat else document_rows.HEIGHT
        if self._today is not None:
            self.call_after_refresh(self.show_all)

    @property
    def chosen(self) -> str:
        """The name of the chosen document, "" where there is none."""
        return self.shelf.shown[self.documents.chosen] if self.shelf.shown else ""

    def choose(self, slug: str) -> None:
        """This document is the chosen one as soon as it is shown."""
        self._chosen = slug or self._chosen

    @property
    def spot(self) -> Spot | None:
        """Where the drafter was at the end of the last time."""
        return self._today.spot if self._today else self._way_back

    # --- reading -----------------------------------------------------------------------------

    @work(exclusive=True, group="documents")
    async def read_documents(self) -> None:
        """All documents, in pieces: the first are seen while the others are read."""
        self._stale.clear()
        try:
            if self._today is None:
                await self._read_way_back()
            order, waiting = await self.house.fetch("Reading the workspace", lambda desk, _: reading.documents(desk))
            self.shelf.set_up(order)
            self.show_documents()
            await self._read(waiting)
        except Refusal as refusal:
            self._give_up(refusal)
        finally:
            for bar in self.query(TopBar):  # none any more where the program has ended meanwhile
                bar.hide_progress()

    async def _read_way_back(self) -> None:
        """Before all else: whoever goes on with yesterday's text need not wait until the workspace is open."""
        self._way_back = await asyncio.to_thread(reading.way_back, self.house.place)
        self.show_today()
        self.show_keys()
        await self.is_drawn()

    async def _read(self, waiting: Iterator[Document]) -> None:
        read = 0
        while some := await self.house.fetch("Reading the documents", lambda _, __: reading.some(waiting)):
            self._learn(some)
            if not read:
                self.read_today()
            read += len(some)
            if read < len(self.shelf.order):
                self.top_bar.show_progress("Reading the documents", read / len(self.shelf.order))
        if not read:
            self.read_today()

    def _learn(self, documents: Sequence[Document]) -> None:
        if self.shelf.learn(documents):
            self.show_documents()
            return
        for each in documents:
            if each.slug in self.shelf.shown:
                self.documents.redraw_item(self.shelf.shown.index(each.slug))
        self.show_answers()
        self.show_today()

    def _give_up(self, refusal: Refusal) -> None:
        """A workspace that can't be read at all ends the program; one that was read before stays as it was shown."""
        if self.shelf.order:
            self.house.refuse(refusal)
        else:
            self.house.refused = refusal
            self.house.exit(refusal.exit_code)

    @work(exclusive=True, group="today")
    async def read_today(self) -> None:
        seen = self._today.seen if self._today else None
        try:
            self._today, notices = await self.house.fetch(
                "Reading what is new", lambda desk, _: (reading.today(desk, seen), desk.notices)
            )
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        for notice in notices[self._notices :]:
            self.house.tell(notice, "warning")
        self._notices = len(notices)
        self.show_today()
        self.show_keys()

    @work(exclusive=True, group="again")
    async def read_again(self) -> None:
        """Only the documents in which something was recorded."""
        slugs, self._stale = tuple(self._stale), set()
        try:
            self._learn(await self.house.fetch("Reading again", lambda desk, _: tuple(reading.these(desk, slugs))))
        except Refusal as refusal:
            self.house.refuse(refusal)
        self.read_today()

    def glance(self) -> None:
        """Look, where anybody sees it."""
        if self.is_current:
            self.look()

    @work(exclusive=True, group="looking")
    async def look(self) -> None:
        """Read again when another program recorded something, or wrote into the chosen document."""
        slug = self.chosen
        if not slug or not self.is_current or self._today is None:
            return
        mark = await self.house.clerk.ask(lambda desk: desk.folder_mark(slug))
        former, self._mark = self._mark, (slug, mark)
        if former is not None and former[0] == slug and former != self._mark:
            self.read_documents()

    def dossier_changed(self, dossier: "Dossier") -> None:
        """Another document was opened, from here or elsewhere: it is the chosen one."""
        super().dossier_changed(dossier)
        if dossier.slug != self._open:
            self._open = dossier.slug
            self.choose(dossier.slug)
            if dossier.slug in self.shelf.order:
                self.show_documents()

    def record_changed(self) -> None:
        """An act was recorded in the open declaration, or in one that nobody knows here."""
        if self.house.dossier is not None:
            self._stale.add(self.house.dossier.slug)
        if self.is_current:
            self.read_again()

    def on_screen_resume(self) -> None:
        self.house.keep_bookmark()
        if self._stale:
            self.read_again()
        elif self._today is not None:
            self.read_today()

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        if event.control is self.documents:
            self._chosen = self.chosen
            self.show_answers()

    # --- showing -----------------------------------------------------------------------------

    def show_all(self) -> None:
        self.show_documents()
        self.show_today()

    def show_documents(self) -> None:
        """Those that the filter finds; the chosen one stays so."""
        shown = self.shelf.shown
        place = shown.index(self._chosen) if self._chosen in shown else 0
        empty = f"No document has these words: {self.shelf.words}. esc shows all." if self.shelf.order else _EMPTY
        self.documents.show(len(shown), self._document_rows, chosen=place, empty=empty)
        if self._chosen not in self.shelf.order:
            self._chosen = self.chosen
        self.documents.border_subtitle = line(self.shelf.count_told)
        self.show_answers()

    def _document_rows(self, index: int) -> tuple[Row, ...]:
        slug = self.shelf.shown[index]
        is_named = self.shelf.has_namesake(slug)
        return document_rows.rows_of(slug, self.shelf.known(slug), _now(), is_named=is_named)

    def show_answers(self) -> None:
        """Who has answered in the chosen document; why it can't be opened, if so."""
        known = self.shelf.known(self.chosen)
        self.heard = answers.lines(known, self.answers.scrollable_content_region.width - 1) if known else ()
        headings = frozenset(index for index, each in enumerate(self.heard) if each.is_heading)
        rows = [(each.row,) for each in self.heard]
        first = None if self._heard_in == self.chosen else 0
        self._heard_in = self.chosen
        self.answers.show(len(rows), rows.__getitem__, chosen=first, empty="No comments yet.", headings=headings)
        self.answers.border_subtitle = line(answers.told(known) if known else "")

    def show_today(self) -> None:
        if self._today is not None:
            self.lines = today.lines(self._today, self.shelf.title_of, _now())
        elif self._way_back is not None:
            self.lines = (today.first_line(self._way_back),)
        else:
            self.today.styles.height = 3
            return
        self.today.show(len(self.lines), lambda index: (today.row_of(self.lines[index]),))
        frame = self.today.gutter.height
        self.today.styles.height = min(len(self.lines), self.size.height // _TODAY_SHARE) + frame


def _now() -> datetime:
    return datetime.now(UTC).astimezone()
