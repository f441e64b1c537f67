"""The comments on one paragraph, beside its text."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType

from zerodraft.tui.actions import BY_ID
from zerodraft.tui.widgets.card_list import CardColumn

# The panel stands beside words that are to be seen first: what a card is made of is loaded with the first one.
if TYPE_CHECKING:
    from zerodraft.core.negotiation.thread import Thread
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.house import House

_COMMENT = BY_ID["draft.comment"]


class CommentPanel(CardColumn):
    """A card for each thread. While the panel has the focus, `r` or a double click replies to the chosen one, `x`
    settles it, `y` copies it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r,enter", "reply", "Reply", show=False),
        Binding("x", "resolve", "Resolve", show=False),
        Binding("y", "copy", "Copy", show=False),
    ]

    KEYS_TOLD: ClassVar[str] = "r reply · x settle · y copy"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._dossier: Dossier | None = None
        self._standing: Mapping[int, Sequence[Thread]] = {}
        self._threads: tuple[Thread, ...] = ()

    @property
    def house(self) -> "House":
        return cast("House", self.app)

    def show(self, dossier: "Dossier", ordinal: int | None, detached: bool = False) -> None:
        """Show what stands at a paragraph of the working text; or, with `detached`, what stands nowhere any more. The
        chosen card stays chosen while it is shown."""
        from zerodraft.desk.selection import standing_at
        from zerodraft.tui.comments.thread_cards import thread_card

        if dossier is not self._dossier:
            self._dossier = dossier
            self._standing = standing_at(dossier, dossier.reading)
        former = self.chosen_thread
        if detached:
            self._threads = tuple(each for each in dossier.threads if dossier.placed[each.root.id].ordinal is None)
        else:
            self._threads = tuple(self._standing.get(-1 if ordinal is None else ordinal, ()))
        now = datetime.now().astimezone()
        ids = [each.root.id for each in self._threads]
        chosen = ids.index(former.root.id) if former is not None and former.root.id in ids else 0
        cards = [thread_card(dossier, each, now) for each in self._threads]
        self.lay_out(cards, chosen=chosen, empty=self._nothing(dossier, ordinal, detached))

    def _nothing(self, dossier: "Dossier", ordinal: int | None, detached: bool) -> str:
        if detached:
            return "No comment has lost its words."
        if ordinal is None:
            return "No paragraph is chosen."
        from zerodraft.tui.comments.listing import cited

        key = self.house.keys_of(_COMMENT)
        how = f" {key[0]} records one." if key else ""
        return f"No comments on {cited(dossier.reading.numbers[ordinal].cite)}.{how}"

    @property
    def chosen_thread(self) -> "Thread | None":
        return self._threads[self.chosen] if self.chosen < len(self._threads) else None

    def choose(self, comment: str) -> None:
        """Choose the card with this comment or reply; none where it isn't shown."""
        for index, thread in enumerate(self._threads):
            if any(each.id == comment for each in thread.comments):
                self.chosen = index

    # --- acts --------------------------------------------------------------------------------

    def action_reply(self) -> None:
        self.speak(resolves=False)

    def on_card_list_opened(self, event: CardColumn.Opened) -> None:
        event.stop()
        self.action_reply()

    def action_resolve(self) -> None:
        self.speak(resolves=True)

    @work(group="asking")
    async def speak(self, *, resolves: bool) -> None:
        """Reply to the chosen thread; the card after it is chosen then."""
        dossier, thread = self._dossier, self.chosen_thread
        if dossier is None or thread is None:
            return
        from zerodraft.tui.comments.speaking import reply_to

        following = self._threads[self.chosen + 1 : self.chosen + 2]
        done = await reply_to(self.house, dossier, thread, resolves=resolves)
        if done is not None and following:
            self.choose(following[0].root.id)

    def action_copy(self) -> None:
        if self._dossier is not None and self.chosen_thread is not None:
            from zerodraft.tui.comments.thread_cards import copied

            self.house.copy(copied(self._dossier, self.chosen_thread))
