"""Review: what delegations propose, one after the other, and what becomes of it."""

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType

from zerodraft.desk.queue import place_of
from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.destination import Destination
from zerodraft.tui.review.deciding import VERDICTS, Deciding
from zerodraft.tui.review.telling import copied
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.widgets.card_list import CardColumn
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.desk.dossier import Dossier

_OF_A_PROPOSAL = frozenset(
    {f"review.{name}" for name in ("open", "mark", "mark-range", "mark-alike", "next-here", "previous-here", "skip")}
    | {f"review.{name}" for name in ("comment", "copy", "position")}
)

_ACTS = frozenset({*VERDICTS, "review.merge", "review.decide"})
# Their labels say on how many proposals they act.
_COUNTED = _ACTS - {"review.take", "review.merge"}


class ReviewScreen(Deciding):
    """Each act goes on to the next open proposal."""

    SCOPE = Scope.REVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)

    def __init__(self) -> None:
        super().__init__()
        self._marked_last = -1

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        if self.house.dossier is not None and action.id in _ACTS:
            return self.why_not_ruled(action.id)
        if self.house.dossier is None or action.id not in _OF_A_PROPOSAL:
            return ""
        chosen = self.chosen
        if chosen is None:
            return "No proposal is chosen."
        if action.id in ("review.next-here", "review.previous-here") and not self._here():
            return "Nothing else is proposed here."
        if action.id in ("review.mark", "review.mark-range") and not chosen.is_open:
            return f"{chosen.proposal.number} is decided already."
        return ""

    def label_of(self, action: Action) -> str:
        """In the cards enter goes on from what the cursor stands on."""
        if action.id == "review.open" and (pointed := self.pointed) is not None:
            return "Go there" if pointed.proposal else "Go to ¶"
        count = len(self.subjects) if action.id in _COUNTED else 1
        if action.id == "review.accept" and self.changes and not self.marked:
            return "Accept these changes"
        return f"{action.label} {count}" if count > 1 else super().label_of(action)

    # --- finding -----------------------------------------------------------------------------

    def do_open_only(self) -> None:
        self.toggle_open_only()

    def do_order(self) -> None:
        self.order = self.order.next
        if self.house.dossier is not None:
            self.show_list(self.house.dossier, self.chosen_id)

    def arrive_at(self, destination: Destination) -> None:
        """To a proposal, or to the first one on a paragraph; a filter that hides it is dropped."""
        if destination.words:
            self.filter_by(destination.words)
        dossier = self.house.dossier
        if dossier is not None and (sought := destination.proposal or _first_at(dossier, destination.ordinal)):
            self.choose(sought)

    # --- going on ----------------------------------------------------------------------------

    def do_skip(self) -> None:
        """To the next open one, round to the first."""
        following = self.queue.next_open(self.items.chosen)
        if following:
            self.choose(following)
        else:
            self.house.tell("No other proposal here is open.")

    def do_next_here(self) -> None:
        self._step_here(1)

    def do_previous_here(self) -> None:
        self._step_here(-1)

    def _here(self) -> tuple[str, ...]:
        """The open proposals for the same place, in order of their numbers; none where this is the only one."""
        if self.chosen is None or self.crowd is None:
            return ()
        here = self.crowd.here(self.chosen)
        return here if {*here} - {self.chosen_id} else ()

    def _step_here(self, by: int) -> None:
        here = self._here()
        if here:
            place = here.index(self.chosen_id) if self.chosen_id in here else -1
            self.choose(here[(place + by) % len(here)])

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.action_do("review.open")

    def on_card_list_opened(self, event: CardColumn.Opened) -> None:
        """A double click on a change marks it; one on another proposal goes there."""
        event.stop()
        pointed = self.pointed
        if pointed is not None and pointed.change:
            self.action_do("review.mark")
        elif pointed is not None and pointed.proposal:
            self.choose(pointed.proposal)

    def do_open(self) -> None:
        """Into the cards; from there to the proposal of the card, or to the paragraph in the text."""
        pointed = self.pointed
        if pointed is None:
            self.read()
        elif pointed.proposal:
            self.choose(pointed.proposal)
            self.page.focus()
        else:
            self._go_to_text()

    @work(exclusive=True, group="going")
    async def _go_to_text(self) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        ordinal = place_of(chosen)
        if ordinal is None:
            self.house.tell(f"{chosen.proposal.number} has no place in the text any more.", "warning")
        else:
            await self.house.go_to(Destination("draft", ordinal=ordinal))

    # --- marking -----------------------------------------------------------------------------

    def do_mark(self) -> None:
        """The change on which the cursor stands, or the chosen proposal; and on to the next."""
        pointed = self.pointed
        if pointed is not None and pointed.change:
            self.changes ^= {pointed.change}
            self.show_page()
            self.page.action_move(1)
            return
        item, id_ = self.items.chosen, self.chosen_id
        if id_ in self.marked:
            del self.marked[id_]
        else:
            self.marked[id_] = None
        self._marked_last = item
        self.items.redraw_item(item)
        self.items.action_move(1)
        self.show_page()

    def do_mark_range(self) -> None:
        """All open ones from the one marked last to the chosen one."""
        start = self._marked_last if self._marked_last >= 0 else self.items.chosen
        for each in self.queue.between(start, self.items.chosen):
            if each.is_open:
                self.marked[each.proposal.id] = None
        self._marked_last = self.items.chosen
        self.show_filtered()

    def do_mark_alike(self) -> None:
        """The chosen one and all that say the same or nearly."""
        chosen = self.chosen
        like = self.likeness.like(chosen) if chosen is not None else ()
        if chosen is None or not like:
            self.house.tell("No other open proposal says nearly the same.")
            return
        for each in (chosen, *like):
            self.marked[each.proposal.id] = None
        self.show_filtered()

    def do_leave(self) -> None:
        """esc: out of the cards, then the marks, then the filter."""
        if self.beside.has_focus:
            self.stop_reading()
        elif self.marked and not (self.is_reading or self.page.has_focus):
            self.marked.clear()
            self.show_filtered()
        else:
            super().do_leave()

    # --- words -------------------------------------------------------------------------------

    def do_copy(self) -> None:
        if self.house.dossier is not None and self.chosen is not None:
            self.house.copy(copied(self.house.dossier, self.chosen))

    @work(group="asking")
    async def do_comment(self) -> None:
        """A comment on the paragraph of the chosen proposal."""
        from zerodraft.tui.comments.speaking import comment_on

        dossier, chosen = self.house.dossier, self.chosen
        if dossier is not None and chosen is not None:
            ordinal = place_of(chosen)
            await comment_on(self.house, dossier, "" if ordinal is None else dossier.reading.numbers[ordinal].cite)


def _first_at(dossier: "Dossier", ordinal: int | None) -> str:
    """The id of the first open proposal at a paragraph; "" where there is none."""
    if ordinal is None:
        return ""
    found = (id_ for id_, each in dossier.tabled.items() if each.is_open and place_of(each) == ordinal)
    return next(found, "")
