"""The proposals and brackets of one paragraph, below its comments."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from zerodraft.tui.widgets.card_list import CardColumn
from zerodraft.tui.widgets.frame import name_frame

# As for the comments: what a card is made of is loaded with the first one.
if TYPE_CHECKING:
    from zerodraft.core.negotiation.tabled import Tabled
    from zerodraft.desk.dossier import Dossier
    from zerodraft.tui.draft.beside import Beside


class ProposalPanel(CardColumn):
    """Not shown where there are none. The chosen one is what is supported or retained."""

    DEFAULT_CSS = """
    ProposalPanel { height: auto; max-height: 50%; border-top: solid $secondary; border-title-color: $text-primary;
                    border-title-style: bold; border-subtitle-color: $text-muted; }
    ProposalPanel:focus { border-top: solid $accent; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "review", "Review", show=False),
        Binding("s", "stand('support')", "Supports", show=False),
        Binding("r", "stand('retain')", "Retains", show=False),
    ]

    class Asked(Message):
        """Something is to be done with the chosen one: `review`, `support` or `retain`."""

        def __init__(self, wish: str) -> None:
            self.wish = wish
            super().__init__()

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._dossier: Dossier | None = None
        self._open: Mapping[int, Sequence[Tabled]] = {}
        self._shown: tuple[Beside, ...] = ()
        self._wanted = ""
        self._ordinal: int | None = None
        self.display = False

    def show(self, dossier: "Dossier", ordinal: int | None) -> None:
        """Show what is on the table for a paragraph of the working text; the chosen one stays so while it is shown."""
        from zerodraft.tui.draft.beside import cards_at, open_at

        if ordinal != self._ordinal:
            self._ordinal, self._wanted = ordinal, ""
        if dossier is not self._dossier:
            self._dossier = dossier
            self._open = open_at(dossier.tabled.values())
        former = self.chosen_one
        proposals = self._open.get(-1 if ordinal is None else ordinal, ())
        self._shown = tuple(cards_at(dossier, ordinal, proposals)) if ordinal is not None else ()
        self.display = bool(self._shown)
        name_frame(self, title=f"Proposals {len(proposals)}" if proposals else "Brackets")
        keys = [(each.proposal, each.words) for each in self._shown]
        kept = (former.proposal, former.words) if former else None
        self.lay_out([each.card for each in self._shown], chosen=keys.index(kept) if kept in keys else 0)
        self.choose(self._wanted)

    @property
    def chosen_one(self) -> "Beside | None":
        """What is chosen, or is to be chosen as soon as it is shown: who made a proposal and presses the next key at
        once means that one."""
        from zerodraft.tui.draft.beside import proposed_as

        if self._wanted:
            return proposed_as(self._wanted)
        return self._shown[self.chosen] if self.chosen < len(self._shown) else None

    def choose(self, number: str) -> None:
        """The card of a proposal, as soon as it is shown."""
        self._wanted = number
        for index, each in enumerate(self._shown):
            if each.proposal == number:
                self.chosen = index
                self._wanted = ""

    def action_review(self) -> None:
        self.post_message(self.Asked("review"))

    def on_card_list_opened(self, event: CardColumn.Opened) -> None:
        event.stop()
        self.action_review()

    def action_stand(self, stand: str) -> None:
        self.post_message(self.Asked(stand))
