"""Home: the documents, what is new since you left, and who has answered."""

from typing import TYPE_CHECKING, ClassVar

from textual import work

from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.destination import Destination
from zerodraft.tui.home import answers, today
from zerodraft.tui.home.panels import HomePanels
from zerodraft.tui.home.today import Line
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.tui.widgets.filter_line import FilterLine


class HomeScreen(HomePanels):
    """The first screen: from here one goes to work."""

    SCOPE = Scope.HOME
    BINDINGS: ClassVar = bindings_of(SCOPE)

    def why_not(self, action: Action) -> str:
        if action.id == "home.open" and not self.shelf.is_set_up:
            return "The documents are still being read."
        if action.id == "home.open" and not self.shelf.order:
            return "There is no document yet: n begins one."
        if action.id == "home.resume" and self.spot is None:
            return "There is no place to go back to yet."
        if action.id == "home.find" and self.shelf.is_set_up and not self.shelf.order:
            return "There is nothing to filter yet."
        return super().why_not(action)

    def label_of(self, action: Action) -> str:
        return "Quit" if action.id == "everywhere.back" else super().label_of(action)

    # --- going to work -----------------------------------------------------------------------

    def do_open(self) -> None:
        """What enter does depends on the panel."""
        if self.today.has_focus:
            self.follow(self.lines[self.today.chosen])
        elif self.answers.has_focus and self.heard:
            self.read_delegation(self.heard[self.answers.chosen])
        elif self.chosen:
            self.open_document(self.chosen, Destination("draft"))

    def on_virtual_list_opened(self, _event: VirtualList.Opened) -> None:
        self.do_open()

    def read_delegation(self, line: answers.Line) -> None:
        """The comments of one delegation."""
        if line.code:
            self.open_document(self.chosen, Destination("comments", words=f"from:{line.code}"))
        elif line.name:
            self.house.tell(f"{line.name} has said nothing yet.")

    def follow(self, line: Line) -> None:
        """Where a line of the Today panel leads."""
        match line.leads_to:
            case today.RESUME:
                self.do_resume()
            case today.RECORD:
                self.do_record()
            case today.WORDS:
                self.open_document(line.slug, Destination("draft"))

    def do_resume(self) -> None:
        if spot := self.spot:
            self.house.left_at.setdefault(spot.slug, spot.cursor)
            cursor = spot.cursor if spot.screen == "draft" else None
            self.open_document(spot.slug, Destination(spot.screen, cursor=cursor, old=spot.old, new=spot.new))

    @work(exclusive=True, group="open")
    async def open_document(self, slug: str, destination: Destination) -> None:
        """Open a document, unless it is open already, and go there."""
        is_open = self.house.dossier is not None and self.house.dossier.slug == slug
        if not is_open and destination.place == "draft":
            await self.house.show_words(slug, self._title_of(slug), destination.cursor)
        if is_open or await self.house.open_declaration(slug):
            await self.house.go_to(destination)
            return
        self.house.release_keys()
        if not self.is_current and self.house.dossier is None:
            self.house.switch_mode("home")

    def _title_of(self, slug: str) -> str:
        return self.spot.title if self.spot is not None and self.spot.slug == slug else self.shelf.title_of(slug)

    def do_back(self) -> None:
        self.do_quit()

    @work(exclusive=True, group="refresh")
    async def do_refresh(self) -> None:
        self.read_documents()
        await self.house.reread()

    # --- filter ------------------------------------------------------------------------------

    def do_find(self) -> None:
        """Open the line in which the list is narrowed."""
        from zerodraft.tui.widgets.filter_line import FilterLine

        found = self.query(FilterLine)
        line = found.first() if found else FilterLine("words of the title, kind, version or stage")
        if not found:
            self.column.mount(line, before=self.documents)
        # Not by `focus`, which waits its turn: the next letter would be taken for a key of the list.
        self.set_focus(line)

    def on_input_changed(self, event: "FilterLine.Changed") -> None:
        self.shelf.narrow(event.value)
        self.show_documents()

    def on_input_submitted(self) -> None:
        """To the list: what was found is the chosen one from now on."""
        self.choose(self.chosen)
        self.documents.focus()

    def on_filter_line_closed(self) -> None:
        self.close_filter()

    def close_filter(self) -> None:
        """Show all documents again, with the cursor where it was."""
        self.query("FilterLine").remove()
        self.shelf.narrow("")
        self.show_documents()
        self.documents.focus()

    # --- panels ------------------------------------------------------------------------------

    def do_delegations(self) -> None:
        """Show or hide who has answered: over the documents where there is no room beside them."""
        is_over = self.has_class("-narrow")
        is_shown = self.answers.has_class("-over") if is_over else not self.answers.has_class("-hidden")
        self.answers.set_class(is_over and not is_shown, "-over")
        self.answers.set_class(not is_over and is_shown, "-hidden")
        self.call_after_refresh(self.show_answers)
        (self.documents if is_shown else self.answers).focus()

    def do_leave(self) -> None:
        """Close the innermost thing: the panel over the others, then the filter."""
        if self.answers.has_class("-over"):
            self.do_delegations()
        elif self.shelf.words or self.query("FilterLine"):
            self.close_filter()
        else:
            self.documents.focus()

    # --- acts --------------------------------------------------------------------------------

    @property
    def acted_on(self) -> None:
        """Home tells the latest act of all documents: that one is taken back here."""

    @work(group="asking")
    async def do_record(self) -> None:
        """Show all acts; one of another document may be taken back there."""
        from zerodraft.tui.dialogs.record import Record

        if await self.house.ask_for(Record(self.shelf.title_of)):
            self.read_documents()

    @work(group="asking")
    async def do_new(self) -> None:
        """Begin a declaration, and open it."""
        from zerodraft.tui.dialogs.beginning import begin

        if slug := await begin(self.house, self.shelf.order):
            self.choose(slug)
            self.read_documents()
            self.open_document(slug, Destination("draft"))
