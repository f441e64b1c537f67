"""The page beside the timeline: the redline in one column or two, its summary, and the words looked for in it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult

from zerodraft.desk.comparing import SAVED
from zerodraft.errors import Refusal
from zerodraft.tui.destination import Destination
from zerodraft.tui.redline.cursor import BlockCursor
from zerodraft.tui.redline.side_by_side import SideBySide
from zerodraft.tui.redline.view import RedlineView
from zerodraft.tui.screens.list_and_page import ListAndPage
from zerodraft.tui.versions.comparing import Compared, in_working_text
from zerodraft.tui.versions.headline import footing, headline
from zerodraft.tui.versions.summary_cards import PartCard
from zerodraft.tui.versions.timeline import WORKING
from zerodraft.tui.widgets.card_list import CardList
from zerodraft.tui.widgets.find_bar import FindBar

if TYPE_CHECKING:
    from textual.widget import Widget

_BROAD = "-broad"


class RedlinePage(ListAndPage):
    """`compared` is the redline that is shown, None while there is none."""

    DEFAULT_CSS = """
    RedlinePage RedlineView, RedlinePage CardList { height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.compared: Compared | None = None
        self._summing = False

    def compose_page(self) -> ComposeResult:
        yield RedlineView(id="redline")
        columns = SideBySide(id="columns")
        columns.display = False
        yield columns
        cards = CardList(id="summary")
        cards.display = False
        yield cards
        yield FindBar()

    # --- what is shown -----------------------------------------------------------------------

    @property
    def redline(self) -> RedlineView:
        """The redline in the form that was chosen."""
        return self.query_one("#columns" if self.has_class(_BROAD) else "#redline", RedlineView)

    @property
    def cards(self) -> CardList:
        return self.query_one("#summary", CardList)

    @property
    def page(self) -> "Widget":
        return self.cards if self._summing else self.redline

    @property
    def parts(self) -> Sequence[PartCard]:
        return self.compared.summary if self.compared else ()

    def show_compared(self, compared: Compared) -> None:
        """Show a redline; of the same two versions the cursor stays on its paragraph."""
        same = self.compared is not None and self.compared.pair == compared.pair
        self.compared = compared
        self.redline.show(compared.sheet, only_changes=self.redline.only_changes, keep_cursor=same)
        first = next((index for index, part in enumerate(self.parts) if part.card.body), 0)
        self.cards.show([part.card for part in self.parts], chosen=self.cards.chosen if same else first)
        self._show_summary(self._summing and bool(self.parts))
        self.name_page()

    def show_nothing(self, title: str, sentence: str) -> None:
        """A sentence in place of a redline."""
        self.compared = None
        self.redline.show_nothing(sentence)
        self._show_summary(False)
        self.page_panel.name_it(title)
        self.show_keys()

    def name_page(self) -> None:
        """Which texts these are, where the cursor is, how much changed."""
        if self.compared is not None:
            told = footing("" if self._summing else self.redline.position, self.compared.figures)
            self.page_panel.name_it(headline(self.compared.sheet), told)

    def on_block_cursor_cursor_moved(self, _event: BlockCursor.CursorMoved) -> None:
        self.name_page()

    def _show_summary(self, shown: bool) -> None:
        self._summing = shown
        self.cards.display = shown
        for view in self.query(RedlineView):
            view.display = view is self.redline and not shown
        self.name_page()
        self.show_keys()

    # --- moving ------------------------------------------------------------------------------

    def do_next(self) -> None:
        self._leave_summary()
        if not self.redline.next_change():
            self.house.tell("This is the last change.")

    def do_previous(self) -> None:
        self._leave_summary()
        if not self.redline.previous_change():
            self.house.tell("This is the first change.")

    def do_side_by_side(self) -> None:
        """The other form, with the cursor on the same paragraph."""
        self._leave_summary()
        former = self.redline
        self.toggle_class(_BROAD)
        if self.compared is not None:
            self.redline.show(self.compared.sheet, only_changes=former.only_changes, keep_cursor=False)
            self.redline.go_to(former.cursor)
        self._show_summary(False)
        self.read()

    def do_only_changes(self) -> None:
        self._leave_summary()
        self.redline.toggle_only_changes()
        self.name_page()

    def do_copy(self) -> None:
        if words := self.redline.copy_text():
            self.house.copy(words)

    # --- the summary -------------------------------------------------------------------------

    def do_summary(self) -> None:
        """Count what changed; once more for the redline."""
        self._show_summary(not self._summing)
        self.read()

    def _leave_summary(self) -> None:
        if self._summing:
            had_focus = self.cards.has_focus
            self._show_summary(False)
            if had_focus:
                self.house.go_into(self.redline)

    def on_card_list_opened(self, event: CardList.Opened) -> None:
        event.stop()
        self._open_part()

    def _open_part(self) -> None:
        """From a part of the summary to the first change in it."""
        ordinal = self.parts[self.cards.chosen].ordinal
        self._show_summary(False)
        self.read()
        if ordinal is not None:
            self.go_to_paragraph(ordinal)

    def go_to_paragraph(self, ordinal: int) -> None:
        """To a paragraph of the new text, when the page has found its size."""
        self.call_after_refresh(lambda: self.redline.go_to_paragraph(ordinal))

    # --- finding -----------------------------------------------------------------------------

    def do_find(self) -> None:
        self._leave_summary()
        self.query_one(FindBar).open()

    def on_find_bar_wanted(self, event: FindBar.Wanted) -> None:
        self.redline.find(event.words)
        self._tell_found()

    def on_find_bar_stepped(self, event: FindBar.Stepped) -> None:
        if event.by > 0:
            self.redline.find_next()
        else:
            self.redline.find_previous()
        self._tell_found()

    def on_find_bar_closed(self, _event: FindBar.Closed) -> None:
        self.redline.clear_find()
        self.read()

    def _tell_found(self) -> None:
        self.query_one(FindBar).show_position(self.redline.found)

    # --- in and out --------------------------------------------------------------------------

    def do_open(self) -> None:
        """From the list into the redline; from a part of the summary to its first change; from a paragraph of the
        redline to the same in the text."""
        if self.cards.has_focus:
            self._open_part()
        elif self.redline.has_focus:
            self.do_edit()
        else:
            self.read()

    def on_block_cursor_opened(self, _event: BlockCursor.Opened) -> None:
        self.do_edit()

    def do_leave(self) -> None:
        if self._summing:
            self._leave_summary()
        else:
            super().do_leave()

    @work(exclusive=True, group="edit")
    async def do_edit(self) -> None:
        """To the paragraph in the working text."""
        compared, ordinal = self.compared, self.redline.cursor_ordinal
        if compared is None or ordinal is None:
            await self.house.go_to(Destination("draft"))
            return
        name = compared.pair.base if self.redline.cursor_is_in_old_text else compared.pair.chosen
        try:
            now = await self._now(name, ordinal)
        except Refusal as refusal:
            self.house.refuse(refusal)
            return
        if now is None:
            self.house.tell("This paragraph is not in the working text.", "warning")
            return
        await self.house.go_to(Destination("draft", ordinal=now))

    async def _now(self, name: str, ordinal: int) -> int | None:
        """Where a paragraph of one of the two texts stands in the working text."""
        dossier = self.house.dossier
        if name == WORKING or dossier is None:
            return ordinal
        if name == SAVED and not dossier.unsaved:
            return ordinal
        return await self.house.fetch("Looking", lambda desk, _: in_working_text(desk, dossier, name, ordinal))
