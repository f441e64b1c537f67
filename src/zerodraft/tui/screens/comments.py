"""Comments: what delegations said about the text, where it stands now, and what waits for an answer."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from zerodraft.core.negotiation.thread import State, Thread
from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.comments.browsing import Browsing
from zerodraft.tui.comments.speaking import comment_on, reply_to
from zerodraft.tui.comments.thread_cards import copied
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_OF_A_THREAD = frozenset({"comments.open", "comments.reply", "comments.resolve", "comments.copy", "comments.read"})


class CommentsScreen(Browsing):
    """Everything said about one document. After an act the cursor goes on to the next thread."""

    SCOPE = Scope.COMMENTS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        thread, dossier = self.chosen_thread, self.house.dossier
        if action.id not in _OF_A_THREAD or dossier is None:
            return ""
        if thread is None:
            return "No comment is chosen."
        if action.id == "comments.open" and dossier.placed[thread.root.id].ordinal is None:
            return "The words of this comment are gone: there is no paragraph to go to."
        if action.id == "comments.resolve" and thread.state is State.RESOLVED:
            return "This matter is settled already."
        return ""

    # --- finding -----------------------------------------------------------------------------

    def do_open_only(self) -> None:
        self.toggle_open_only()

    def do_order(self) -> None:
        self.order = self.order.next
        dossier, chosen = self.house.dossier, self.chosen_thread
        if dossier is not None:
            self.show_list(dossier, chosen.root.id if chosen else "")

    def arrive_at(self, destination: Destination) -> None:
        """To a comment, or to the first one on a paragraph; a filter that hides it is dropped."""
        if destination.words:
            self.filter_by(destination.words)
        dossier = self.house.dossier
        if dossier is None or (not destination.comment and destination.ordinal is None):
            return
        sought = destination.comment or _first_at(dossier, destination.ordinal)
        if sought and self.listing.item_of(sought) is None:
            self.filter_by("")
        if sought:
            self.show_list(dossier, sought)

    # --- going on ----------------------------------------------------------------------------

    def on_virtual_list_opened(self, _event: VirtualList.Opened) -> None:
        self.action_do("comments.open")

    @work(exclusive=True, group="going")
    async def do_open(self) -> None:
        dossier, thread = self.house.dossier, self.chosen_thread
        if dossier is not None and thread is not None:
            ordinal = dossier.placed[thread.root.id].ordinal
            await self.house.go_to(Destination("draft", ordinal=ordinal, comment=thread.root.id))

    def do_copy(self) -> None:
        if self.house.dossier is not None and self.chosen_thread is not None:
            self.house.copy(copied(self.house.dossier, self.chosen_thread))

    # --- acts --------------------------------------------------------------------------------

    def do_reply(self) -> None:
        self.speak(resolves=False)

    def do_resolve(self) -> None:
        self.speak(resolves=True)

    @work(group="asking")
    async def speak(self, *, resolves: bool) -> None:
        """Reply to the chosen thread, and go on to the next."""
        dossier, thread = self.house.dossier, self.chosen_thread
        if dossier is None or thread is None:
            return
        following = self._following()
        if await reply_to(self.house, dossier, thread, resolves=resolves) and following is not None:
            self.go_on_to(following)

    def _following(self) -> Thread | None:
        item = self.threads.chosen
        return self.listing.thread_at(item + 1) or self.listing.thread_at(item + 2)

    def go_on_to(self, thread: Thread) -> None:
        item = self.listing.item_of(thread.root.id)
        if item is not None:
            self.threads.chosen = item

    @work(group="asking")
    async def do_add(self) -> None:
        """A comment on the paragraph of the chosen one, or on another."""
        dossier, thread = self.house.dossier, self.chosen_thread
        if dossier is not None:
            cite = dossier.placed[thread.root.id].cite if thread is not None else ""
            await comment_on(self.house, dossier, cite)


def _first_at(dossier: "Dossier", ordinal: int | None) -> str:
    """The id of the first comment that stands at a paragraph; "" where none does."""
    found = (thread.root.id for thread in dossier.threads if dossier.placed[thread.root.id].ordinal == ordinal)
    return next(found, "")
