"""Brackets: all words that are not agreed, whose they are, and what settles them."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType

from zerodraft.core.negotiation.position import Stand
from zerodraft.desk.positions import Opinion
from zerodraft.desk.resolving import Settlement
from zerodraft.errors import Refusal
from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.brackets.bracket_cards import Told, cards_of
from zerodraft.tui.brackets.rows import Teller
from zerodraft.tui.brackets.table import COMPLETING, Sought, Table, dated, described, undated, understood
from zerodraft.tui.brackets.telling import copied, place_told
from zerodraft.tui.destination import Destination
from zerodraft.tui.narrowing.completing import Completing
from zerodraft.tui.narrowing.terms import Filter
from zerodraft.tui.screens.filtered_list import FilteredList
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.widgets.card_list import CardColumn, CardList
from zerodraft.tui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from zerodraft.core.negotiation.resolving import Option
    from zerodraft.desk.dossier import Dossier
    from zerodraft.desk.resolving import BracketRow

_OF_A_BRACKET = frozenset(
    f"brackets.{name}" for name in ("open", "edit", "read", "text", "proposals", "copy", "support", "retain")
)


class BracketsScreen(FilteredList):
    """What is settled leaves the list, and the cursor is on the next one."""

    SCOPE = Scope.BRACKETS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)
    LIST = "brackets"
    PLACEHOLDER = "words, from:JPN, area:2, para:36"
    COMPLETING: ClassVar[Completing] = COMPLETING

    def __init__(self) -> None:
        super().__init__()
        self.table: Table | None = None
        self.shown: tuple[int, ...] = ()
        """The places in the table of what the list shows."""
        self._told: tuple[Told, ...] = ()
        self._heading = "Brackets"
        self._page_of = ""
        self._spoke_last: tuple[str, ...] = ()
        self._before: tuple[str, ...] | None = None
        """The ids of the brackets before something was taken back."""

    def compose_page(self) -> ComposeResult:
        yield CardList(id="bracket", empty="The chosen bracket is shown here.", marks_always=False)

    @property
    def page(self) -> CardList:
        return self.query_one("#bracket", CardList)

    @property
    def chosen(self) -> "BracketRow | None":
        """The bracket on which the cursor stands."""
        place = self._place()
        return self.table.rows[place] if self.table is not None and place is not None else None

    @property
    def chosen_id(self) -> str:
        place = self._place()
        return self.table.ids[place] if self.table is not None and place is not None else ""

    def _place(self) -> int | None:
        item = self.items.chosen
        return self.shown[item] if item < len(self.shown) else None

    @property
    def option(self) -> int:
        """The number of the alternative on which the cursor stands in the page; 0 for none."""
        place = self.page.chosen
        return self._told[place].option if self.page.has_focus and place < len(self._told) else 0

    # --- the list ----------------------------------------------------------------------------

    def understood(self, line: str, dossier: "Dossier") -> Filter[Sought]:
        return understood(line, dossier)

    def another_document(self) -> None:
        self.table, self.shown = None, ()

    def show_list(self, dossier: "Dossier", chosen: str = "") -> None:
        """What was read before stays until the brackets of this dossier are known."""
        if self.table is None or self.table.dossier is not dossier:
            self._read(dossier, chosen)
        else:
            self._show(self.table, chosen)

    @work(exclusive=True, group="brackets")
    async def _read(self, dossier: "Dossier", chosen: str) -> None:
        """At once what the text has; then since when."""
        try:
            self._show(await self.house.fetch("Reading the brackets", lambda _, __: undated(dossier)), chosen)
            self._show(
                await self.house.fetch("Looking up since when", lambda desk, _: dated(desk, dossier)), self.chosen_id
            )
        except Refusal as refusal:
            self.house.refuse(refusal)

    def _show(self, table: Table, chosen: str) -> None:
        self.table, dossier = table, table.dossier
        wanted = self.understood(self.filter_line.value, dossier)
        self.tell_hint(dossier, wanted)
        self.shown = table.narrowed(wanted.wish)
        ids = [table.ids[place] for place in self.shown]
        if self._before is not None and table.ids != self._before:
            chosen = next((each for each in ids if each not in self._before), chosen)
            self._before = None
        self._draw_list(ids.index(chosen) if chosen in ids else None)
        told = described(wanted.wish, dossier)
        self._heading = f"Brackets{f' {told}' if told else ''}"
        self.show_page()

    def _draw_list(self, item: int | None = None) -> None:
        items, table = self.items, self.table
        if table is None:
            return
        teller = Teller(table, self.shown, lambda: items.scrollable_content_region.width, _now())
        items.item_height = 2 if self.is_tall else 1
        rows = teller.two_rows if self.is_tall else teller.one_row
        empty = (
            f"None of the {len(table.rows)} brackets is like this. esc shows all of them again."
            if table.rows
            else "No words stand in brackets. 6 goes to the proposals; there b brackets one."
        )
        items.show(len(self.shown), rows, chosen=item, empty=empty)

    def room_changed(self) -> None:
        if self.table is not None:
            self._draw_list()
            self.show_page()

    # --- the chosen one ----------------------------------------------------------------------

    def show_page(self) -> None:
        table, place = self.table, self._place()
        if table is None:
            return
        count = len(self.shown)
        self.list_panel.name_it(self._heading, f"{self.items.chosen + 1} of {count}" if count else "none")
        if place is None:
            self._told = ()
            self.page_panel.name_it("Bracket")
        else:
            self._told = tuple(cards_of(table, place, _now()))
            bracket = table.rows[place].bracket
            options = len(bracket.options)
            told = f"{options} alternatives" if options != 1 else "one wording"
            self.page_panel.name_it(f"Bracket in {place_told(table.dossier, bracket)}", told)
        kept = self.page.chosen if self.chosen_id == self._page_of else 0
        self._page_of = self.chosen_id
        self.page.show([each.card for each in self._told], chosen=kept)
        self.show_keys()

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        if action.id in _OF_A_BRACKET and self.chosen is None:
            return "No bracket is chosen."
        if action.id == "brackets.proposals" and not self._has_proposals():
            return "Nothing is proposed for this paragraph."
        return ""

    def label_of(self, action: Action) -> str:
        if action.id == "brackets.read" and self.page.has_focus:
            return ""
        return super().label_of(action)

    def _has_proposals(self) -> bool:
        chosen, dossier = self.chosen, self.house.dossier
        if chosen is None or dossier is None:
            return False
        here = range(chosen.bracket.first, chosen.bracket.last + 1)
        return any(each.is_open and each.first in here for each in dossier.tabled.values())

    def arrive_at(self, destination: Destination) -> None:
        """To the first bracket of a paragraph, or to those that are filtered."""
        if destination.words:
            self.filter_by(destination.words)
        if destination.ordinal is not None and self.table is not None:
            here = (place for place, row in enumerate(self.table.rows) if row.bracket.first == destination.ordinal)
            if (place := next(here, None)) is not None:
                if place not in self.shown:
                    self.filter_by("")
                self.items.chosen = self.shown.index(place)

    # --- going on ----------------------------------------------------------------------------

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        event.stop()
        self.action_do("brackets.open")

    def on_card_list_opened(self, event: CardColumn.Opened) -> None:
        event.stop()
        self.action_do("brackets.open")

    def do_text(self) -> None:
        if (chosen := self.chosen) is not None:
            self.go_there(Destination("draft", ordinal=chosen.bracket.first))

    def do_proposals(self) -> None:
        if (chosen := self.chosen) is not None:
            self.go_there(Destination("review", words=f"para:{''.join(chosen.cite.split())} state:open"))

    def do_copy(self) -> None:
        if (chosen := self.chosen) is not None and self.table is not None:
            self.house.copy(copied(self.table.dossier, chosen, _now(), is_dated=self.table.is_dated))

    # --- who stands for it -------------------------------------------------------------------

    def do_support(self) -> None:
        self.take_stand(Stand.SUPPORT)

    def do_retain(self) -> None:
        self.take_stand(Stand.RETAIN)

    @work(group="asking")
    async def take_stand(self, stand: Stand) -> None:
        """A position on the alternative on which the cursor stands, or on the only wording."""
        from zerodraft.tui.dialogs.capturing import WhoDialog

        table, chosen, option = self.table, self.chosen, self._stood_for()
        if table is None or chosen is None:
            return
        if option is None:
            self.read()
            self.house.tell("On which of them? Choose an alternative, then press it again.")
            return
        title = f"Who: {stand.value} “{option.words}”"
        code = await self.house.ask_for(WhoDialog(table.dossier, title, "", self._spoke_last))
        if code:
            self._spoke_last = (code,)
            opinion = Opinion(code, stand, paragraph=chosen.cite, quote=option.words, on="working")
            await self.house.act("Recording the position", lambda desk: desk.take_position(table.dossier, opinion))

    def _stood_for(self) -> "Option | None":
        """The alternative with words that is meant."""
        options = self.chosen.bracket.options if self.chosen is not None else ()
        meant = [each for each in options if each.words and (each.number == self.option or len(options) == 1)]
        return meant[0] if meant else None

    # --- settling ----------------------------------------------------------------------------

    @work(group="asking")
    async def do_open(self) -> None:
        """An alternative, no brackets, or other words."""
        from zerodraft.tui.dialogs.settling import WORDS, SettleChoice, resolution

        table, chosen, option = self.table, self.chosen, self.option
        if table is None or chosen is None:
            return
        answer = await self.house.ask_for(SettleChoice(table.dossier, chosen.bracket, option))
        if answer == WORDS:
            await self._word(table, chosen, option)
        elif answer:
            await self._settle(table, Settlement(chosen.cite, resolution(answer), chosen.bracket.number))

    @work(group="asking")
    async def do_edit(self) -> None:
        table, chosen = self.table, self.chosen
        if table is not None and chosen is not None:
            await self._word(table, chosen, self.option)

    async def _word(self, table: Table, chosen: "BracketRow", option: int) -> None:
        """Ask for words, again while the record refuses them."""
        from zerodraft.tui.dialogs.settling import SettleDialog

        settlement: Settlement | None = None
        while True:
            dialog = SettleDialog(table.dossier, chosen, option, settlement)
            settlement = await self.house.ask_for(dialog)
            if settlement is None:
                return
            if await self._settle(table, settlement):
                await dialog.forget_words()
                return

    async def _settle(self, table: Table, settlement: Settlement) -> bool:
        """Record it on the text that was seen; whether it was recorded."""
        done = await self.house.act("Recording", lambda desk: desk.resolve(table.dossier, settlement))
        return done is not None

    @work(group="act")
    async def do_undo(self) -> None:
        """Take back what was done last; the cursor goes to the bracket that is there again."""
        from zerodraft.tui.dialogs.taking_back import take_back

        dossier, table = self.house.dossier, self.table
        if dossier is not None and table is not None:
            self._before = table.ids
            await take_back(self.house, dossier.slug)


def _now() -> datetime:
    """In the drafter's zone."""
    return datetime.now().astimezone()
