"""Live capture: what delegations propose and support in the room, fast enough to follow a debate."""

import asyncio
from typing import TYPE_CHECKING

from textual import work

from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.positions import Opinion
from zerodraft.tui.destination import Destination
from zerodraft.tui.draft.proposal_panel import ProposalPanel
from zerodraft.tui.draft.speaking import Speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Done, Dossier
    from zerodraft.desk.proposing import Offer
    from zerodraft.tui.draft.beside import Beside

_UNSAVED = "Words here are not saved: ctrl+s first, so that what is proposed is about words that others can read."
_MOST_RECENT = 20


class Capturing(Speaking):
    """`recent` are the codes of those who spoke here, the last one first."""

    def __init__(self) -> None:
        super().__init__()
        self.recent: list[str] = []
        self._recording = asyncio.Lock()
        self._making: asyncio.Future[str] | None = None
        """The number of the proposal that is being recorded."""

    @property
    def proposals_beside(self) -> ProposalPanel:
        return self.query_one(ProposalPanel)

    @property
    def _recorded(self) -> "Dossier":
        """The declaration after the last act; `dossier` may still lack what was recorded a moment ago."""
        assert self.seen is not None
        return self.seen

    def _heard(self, code: str) -> None:
        self.recent = [code, *(each for each in self.recent if each != code)][:_MOST_RECENT]

    def _can_capture(self) -> bool:
        if self.ordinal is None:
            self.house.tell("There is no paragraph here.", "warning")
            return False
        if self.has_unsaved_words:
            self.house.tell(_UNSAVED, "warning")
            return False
        return True

    # --- what is proposed --------------------------------------------------------------------

    @work(group="asking")
    async def do_propose(self) -> None:
        """Words of a delegation for the paragraph of the cursor."""
        from zerodraft.tui.dialogs.capturing import CaptureDialog

        ordinal = self.ordinal
        if not self._can_capture() or ordinal is None:
            return
        dossier = self._recorded
        body = dossier.draft.paragraphs[ordinal].body
        place = max(self.area.offset_of(self.area.cursor) - body.start, 0)
        number, offer = "", None
        while not number:
            dialog = CaptureDialog(dossier, (ordinal, place), self.recent, offer)
            offer = await self.house.ask_for(dialog)
            if offer is None:
                self.area.focus()
                return
            number = await self._made(offer)
        await dialog.forget_words()
        self.area.focus()

    async def _made(self, offer: "Offer") -> str:
        """The number of the proposal, "" where it was refused. Whoever supports it meanwhile waits for the number."""
        self._heard(offer.delegations[0])
        self._making = asyncio.get_running_loop().create_future()
        done = None
        try:
            async with self._recording:
                done = await self.house.act("Recording the proposal", _proposing(self._recorded, offer))
        finally:
            self._making.set_result(done.name if done else "")
        if done is not None:
            self.proposals_beside.choose(done.name)
        return done.name if done else ""

    # --- who stands for it -------------------------------------------------------------------

    def do_support(self) -> None:
        self.take_stand(Stand.SUPPORT)

    def do_retain(self) -> None:
        self.take_stand(Stand.RETAIN)

    @work(group="asking")
    async def take_stand(self, stand: Stand) -> None:
        """A position on the alternative in which the cursor stands, or on the proposal that is chosen beside it."""
        from zerodraft.tui.dialogs.capturing import WhoDialog
        from zerodraft.tui.draft.beside import proposed_as

        if not self._can_capture():
            return
        making = self._making if self._making and not self._making.done() else None
        target = None if making else self._stood_for()
        if target is None and making is None:
            self.house.tell("Nothing is proposed or bracketed here; alt+p records a proposal.", "warning")
            return
        # At once, also while what it is about is still being recorded: letters typed now are a name.
        named = target.named if target else "what was proposed just now"
        code = await self.house.ask_for(WhoDialog(self._recorded, f"Who: {stand.value} {named}", "", self.recent))
        if making is not None:
            target = proposed_as(await making)
        if code and target is not None:
            self._heard(code)
            await self._stands(self._opinion(code, stand, target))
        self.area.focus()

    async def _stands(self, opinion: Opinion) -> None:
        async with self._recording:
            dossier = self._recorded
            await self.house.act("Recording the position", lambda desk: desk.take_position(dossier, opinion))

    def _stood_for(self) -> "Beside | None":
        from zerodraft.tui.draft.beside import alternative_at, words_of_it

        ordinal = self.ordinal
        if ordinal is None:
            return None
        if not self.proposals_beside.has_focus:
            words = alternative_at(self.dossier.draft, ordinal, self.area.offset_of(self.area.cursor))
            if words:
                return words_of_it(words)
        return self.proposals_beside.chosen_one

    def _opinion(self, code: str, stand: Stand, target: "Beside") -> Opinion:
        if target.proposal:
            return Opinion(code, stand, proposal=target.proposal)
        cite = self.dossier.reading.numbers[self.ordinal or 0].cite
        return Opinion(code, stand, paragraph=cite, quote=target.words, on="working")

    # --- beside the text ---------------------------------------------------------------------

    def on_proposal_panel_asked(self, event: ProposalPanel.Asked) -> None:
        event.stop()
        if event.wish == "review":
            self._go_to_review()
        else:
            self.take_stand(Stand(event.wish))

    @work(exclusive=True, group="going")
    async def _go_to_review(self) -> None:
        chosen = self.proposals_beside.chosen_one
        named = self.dossier.proposal_named(chosen.proposal) if chosen and chosen.proposal else None
        await self.house.go_to(Destination("review", proposal=named.proposal.id if named else "", ordinal=self.ordinal))


def _proposing(dossier: "Dossier", offer: "Offer") -> "Callable[[Desk], Done]":
    return lambda desk: desk.propose(dossier, offer)
