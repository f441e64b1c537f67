"""Acts on proposals: each is recorded at once, can be taken back, and goes on to the next open one."""

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

from zerodraft.core.negotiation.decision import Verdict
from zerodraft.core.negotiation.tabled import Tabled
from zerodraft.desk.deciding import Ruling
from zerodraft.tui.review.showing import Showing
from zerodraft.tui.review.subjects import (
    became_open,
    is_mergeable,
    made_one,
    partners,
    rest_of,
    subjects,
    why_not_ruled,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from zerodraft.desk.desk import Desk
    from zerodraft.desk.dossier import Done, Dossier
    from zerodraft.desk.positions import Opinion
    from zerodraft.tui.dialogs.saying import Saying

VERDICTS = {
    "review.accept": Verdict.ACCEPT,
    "review.reject": Verdict.REJECT,
    "review.bracket": Verdict.BRACKET,
    "review.edit": Verdict.AS_EDITED,
    "review.take": Verdict.IN_PART,
}
_MOST_OFFERED = 9


class Deciding(Showing):
    """A key acts on what was chosen when it was pressed: one that is pressed again before the record has it does
    nothing, so that nobody decides on what was not seen."""

    def __init__(self) -> None:
        super().__init__()
        self._recording = asyncio.Lock()
        self._leaving: frozenset[str] = frozenset()
        self._following = ""

    @property
    def subjects(self) -> tuple[Tabled, ...]:
        """On which proposals a key acts."""
        return subjects(self.crowd, self.chosen, self.marked) if self.crowd is not None else ()

    def why_not_ruled(self, name: str) -> str:
        """Why an act can't be done on what is chosen; "" when it can."""
        found, chosen = self.subjects, self.chosen
        if not found:
            return f"{chosen.proposal.number} is decided; u takes that back." if chosen else "No proposal is chosen."
        if name == "review.take" and chosen is not None and len(chosen.changes) < 2:
            return f"{chosen.proposal.number} has one change only: a accepts it."
        if name == "review.merge":
            return self._why_not_merged(found)
        return why_not_ruled(found, VERDICTS[name]) if name in VERDICTS else ""

    def _why_not_merged(self, found: Sequence[Tabled]) -> str:
        if len(self.marked) > 1 and not all(map(is_mergeable, found)):
            return "Only new words for the same paragraph can be made one."
        if len(self.marked) > 1:
            return why_not_ruled(found, Verdict.AS_EDITED)
        if self.crowd is None or not (is_mergeable(found[0]) and partners(self.crowd, found[0])):
            return "Nothing else proposes words for this paragraph."
        return ""

    # --- the record --------------------------------------------------------------------------

    def show_list(self, dossier: "Dossier", chosen: str = "") -> None:
        """From a proposal that was decided just now on to the next."""
        if chosen in self._leaving and not dossier.tabled[chosen].is_open:
            chosen = self._following or chosen
        super().show_list(dossier, chosen)

    def _are_open(self, found: Sequence[Tabled]) -> bool:
        """Whether nobody decided on one of them in the meantime."""
        dossier = self.house.dossier
        now = (dossier.tabled.get(each.proposal.id) for each in found) if dossier is not None else (None,)
        return all(each is not None and each.is_open for each in now)

    async def rule(self, ruling: Ruling, found: Sequence[Tabled]) -> bool:
        """Record a decision and go on to the next proposal; whether it was recorded."""
        ids = frozenset(each.proposal.id for each in found)
        async with self._recording:
            dossier = self.house.dossier
            if dossier is None or not self._are_open(found):
                return False
            self._leaving, self._following = ids, self.queue.next_open(self.items.chosen, ids)
            done = await self.house.act("Recording the decision", lambda desk: desk.decide(dossier, ruling))
            self._leaving = frozenset()
        if done is not None:
            for id_ in ids:
                self.marked.pop(id_, None)
            self.changes.clear()
            self.show_page()
        return done is not None

    def _rule_at_once(self, verdict: Verdict) -> None:
        found = self.subjects
        self._rule_in_turn(Ruling(verdict, tuple(each.proposal.number for each in found)), found)

    @work(group="act")
    async def _rule_in_turn(self, ruling: Ruling, found: Sequence[Tabled]) -> None:
        await self.rule(ruling, found)

    # --- acts of one key ---------------------------------------------------------------------

    def do_accept(self) -> None:
        """All of it; where changes are marked, these."""
        if self.changes and not self.marked:
            self._take(tuple(sorted(self.changes)))
        else:
            self._rule_at_once(Verdict.ACCEPT)

    def do_reject(self) -> None:
        self._rule_at_once(Verdict.REJECT)

    def do_bracket(self) -> None:
        self._rule_at_once(Verdict.BRACKET)

    def do_take(self) -> None:
        """The change on which the cursor stands, or those that are marked; else go to where one is chosen."""
        pointed = self.pointed
        if self.changes:
            self._take(tuple(sorted(self.changes)))
        elif pointed is not None and pointed.change:
            self._take((pointed.change,))
        else:
            self.go_to_changes()
            self.house.tell("Choose a change: t takes it alone, space marks several.")

    def _take(self, changes: tuple[int, ...]) -> None:
        chosen = self.chosen
        if chosen is None:
            return
        is_whole = not rest_of(chosen, changes) and not chosen.standing.changes
        number = (chosen.proposal.number,)
        ruling = Ruling(Verdict.ACCEPT, number) if is_whole else Ruling(Verdict.IN_PART, number, changes)
        self._rule_in_turn(ruling, (chosen,))

    # --- acts that ask -----------------------------------------------------------------------

    @work(group="asking")
    async def do_edit(self) -> None:
        """The wording as proposed, to be edited and accepted."""
        dossier, found = self.house.dossier, self.subjects
        if dossier is not None and found:
            first = found[0]
            today = tuple(each.text for each in dossier.draft.paragraphs[first.first : first.last])
            await self._reword(dossier, found, first.wording or today)

    @work(group="asking")
    async def do_merge(self) -> None:
        """The marked ones, or the chosen one with another; with several others somebody says which."""
        dossier, found = self.house.dossier, self.subjects
        if dossier is None or not found:
            return
        if len(self.marked) < 2:
            partner = await self._partner(dossier, found[0])
            if partner is None:
                return
            found = (found[0], partner)
        await self._reword(dossier, found, made_one(dossier, found))

    async def _partner(self, dossier: "Dossier", chosen: Tabled) -> Tabled | None:
        from zerodraft.tui.dialogs.choice import Choice, Way
        from zerodraft.tui.review.telling import gist, names_of

        others = partners(self.crowd, chosen) if self.crowd is not None else ()
        if len(others) < 2:
            return others[0] if others else None
        ways = [
            Way(str(figure), each.proposal.id, f"{each.proposal.number} {names_of(dossier, each)}: {told}")
            for figure, each in enumerate(others[:_MOST_OFFERED], 1)
            if (told := "".join(piece.text for piece in gist(dossier, each)))
        ]
        answer = await self.house.ask_for(Choice(f"Make {chosen.proposal.number} one with which?", "", ways))
        return dossier.tabled[answer] if answer else None

    async def _reword(self, dossier: "Dossier", found: Sequence[Tabled], words: Sequence[str]) -> None:
        from zerodraft.tui.dialogs.rewording import RewordDialog

        await self._ask_to_rule(lambda begun: RewordDialog(dossier, found, words, begun), found)

    @work(group="asking")
    async def do_decide(self) -> None:
        """A decision with its reason."""
        from zerodraft.tui.dialogs.ruling import RulingDialog

        dossier, found = self.house.dossier, self.subjects
        if dossier is not None and found:
            await self._ask_to_rule(lambda begun: RulingDialog(dossier, found, begun), found)

    async def _ask_to_rule(self, asking: "Callable[[Ruling | None], Saying[Ruling]]", found: Sequence[Tabled]) -> None:
        """Ask for a decision and record it, again while the record refuses it."""
        ruling: Ruling | None = None
        while self._are_open(found):
            dialog = asking(ruling)
            ruling = await self.house.ask_for(dialog)
            if ruling is None:
                return
            if await self.rule(ruling, found):
                await dialog.forget_words()
                return
        self.house.tell(f"{found[0].proposal.number} was decided meanwhile.", "warning")

    @work(group="asking")
    async def do_position(self) -> None:
        """Where another delegation stands on the chosen proposal."""
        from zerodraft.tui.dialogs.position import PositionDialog

        dossier, chosen = self.house.dossier, self.chosen
        if dossier is None or chosen is None:
            return
        done, opinion = None, None
        while done is None:
            dialog = PositionDialog(dossier, chosen, opinion)
            opinion = wanted = await self.house.ask_for(dialog)
            if wanted is None:
                return
            done = await self.house.act("Recording the position", _opining(dossier, wanted))
        await dialog.forget_words()

    # --- back --------------------------------------------------------------------------------

    @work(group="act")
    async def do_undo(self) -> None:
        """Take back the decision on the chosen proposal; on an open one whatever was done last. The cursor goes to
        what is open again."""
        from zerodraft.tui.dialogs.taking_back import take_back

        async with self._recording:
            before, chosen = self.house.dossier, self.chosen
            if before is None:
                return
            if chosen is not None and not chosen.is_open:
                number = chosen.proposal.number
                await self.house.act("Taking back", lambda desk: desk.undo_named(before.slug, number))
            else:
                await take_back(self.house, before.slug)
            after = self.house.dossier
            if after is not None and (reopened := next(became_open(before.tabled, after.tabled), "")):
                self.choose(reopened)

    def go_to_changes(self) -> None:
        """The cursor on the first change that is not accepted yet."""
        taken = self.chosen.standing.changes if self.chosen else ()
        place = next((place for place, each in enumerate(self.told) if each.change and each.change not in taken), None)
        self.read()
        if place is not None:
            self.page.chosen = place


def _opining(dossier: "Dossier", opinion: "Opinion") -> "Callable[[Desk], Done]":
    return lambda desk: desk.take_position(dossier, opinion)
