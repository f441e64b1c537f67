"""Compile: the text with all that is open in it, and who proposes what."""

from typing import ClassVar

from textual.binding import BindingType

from zerodraft.tui.actions import Action, Scope
from zerodraft.tui.compiling import spots
from zerodraft.tui.compiling.compiled import Compiled
from zerodraft.tui.compiling.showing import Layout, Showing
from zerodraft.tui.compiling.spots import Spot
from zerodraft.tui.destination import Destination
from zerodraft.tui.screens.place_screen import bindings_of
from zerodraft.tui.widgets.card_list import CardColumn
from zerodraft.tui.widgets.matrix import MatrixRows
from zerodraft.tui.widgets.panel import PanelHead
from zerodraft.tui.widgets.virtual_list import VirtualList

_OF_A_PARAGRAPH = frozenset(f"compile.{name}" for name in ("open", "edit", "copy"))


class CompileScreen(Showing):
    """`enter` leads on to where one decides; nothing is recorded here."""

    SCOPE = Scope.COMPILE
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SCOPE)

    def why_not(self, action: Action) -> str:
        if reason := super().why_not(action):
            return reason
        if self.compiled is None:
            return ""
        if action.id in _OF_A_PARAGRAPH and self.spot is None and not self.parts.has_focus:
            return "Nothing is shown."
        if action.id in ("compile.next", "compile.previous") and not self.compiled.open_at:
            return "Nothing is open in this text."
        if action.id in ("compile.attribution", "compile.open-only") and self.is_table:
            return "The table has only what is proposed, and by whom: v goes to another layout."
        return ""

    def label_of(self, action: Action) -> str:
        if action.id == "compile.open":
            if self.parts.has_focus:
                return "To the text"
            return "To the proposals" if self.has_proposals(self.spot) else "To the text"
        if action.id == "compile.edit" and (self.parts.has_focus or not self.has_proposals(self.spot)):
            return ""
        return super().label_of(action)

    def has_proposals(self, spot: Spot | None) -> bool:
        found = self.compiled
        return spot is not None and found is not None and (spot.tabled is not None or spot.ordinal in found.here)

    # --- moving ------------------------------------------------------------------------------

    def on_card_list_chosen(self, _event: CardColumn.Chosen) -> None:
        self.name_page()
        self.show_keys()

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        if event.control is self.table:
            self.show_said()
            self.name_page()
        self.show_keys()

    def on_matrix_rows_column_chosen(self, _event: MatrixRows.ColumnChosen) -> None:
        self.show_said()

    def do_next(self) -> None:
        self._step(1)

    def do_previous(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """To the next place where something is open; in the table each row is one."""
        if self.is_table:
            self.table.action_move(by)
            return
        found, here = self.compiled, self.column.chosen
        ahead = range(here + 1, len(self.spots)) if by > 0 else range(here - 1, -1, -1)
        place = next((each for each in ahead if found is not None and spots.is_open(found, self.spots[each])), None)
        if place is None:
            self.house.tell(f"Nothing is open {'after' if by > 0 else 'before'} this.")
        else:
            self.column.go_to(place)

    def arrive_at(self, destination: Destination) -> None:
        """To a paragraph; its part is shown."""
        found = self.compiled
        if found is None or destination.ordinal is None:
            return
        part = found.part_of(destination.ordinal)
        if part in self.wish.hidden:
            self.hide(self.wish.hidden - {part})
        self.show_all(Spot(destination.ordinal))

    # --- what is to be seen ------------------------------------------------------------------

    def do_layout(self) -> None:
        self.lay_out(self.layout_chosen.next)

    def lay_out(self, layout: Layout) -> None:
        """The same paragraph in another layout."""
        spot = self.spot
        self.layout_chosen = layout
        self.show_all(spot)
        if not self.parts.has_focus:
            self.house.go_into(self.page)

    def do_attribution(self) -> None:
        self.attributed = not self.attributed
        if self.house.dossier is not None:
            self.read_anew(self.house.dossier)

    def do_open_only(self) -> None:
        self.open_only = not self.open_only
        self.show_all()

    def do_tick(self) -> None:
        """The chosen part; from the text the part of the paragraph."""
        if (part := self._part()) is not None:
            self.hide(self.wish.hidden ^ {part})

    def do_alone(self) -> None:
        """This part alone; once more for all of them."""
        found, part = self.compiled, self._part()
        if found is not None and part is not None:
            others = frozenset(range(len(found.stretches))) - {part}
            self.hide(frozenset() if self.wish.hidden == others else others)

    def _part(self) -> int | None:
        found, spot = self.compiled, self.spot
        if found is None:
            return None
        if self.parts.has_focus or spot is None:
            return self.parts.chosen
        return found.part_of(max(0, spot.ordinal))

    # --- the parts beside the text -----------------------------------------------------------

    def do_parts(self) -> None:
        """Into the list of parts, or back; on a small screen it lies over the text."""
        panel = self.query_one("#parts-panel")
        if self.parts.has_focus:
            self._to_text()
            return
        panel.set_class(self.has_class("-narrow"), "-over")
        self.parts.focus()

    def _to_text(self) -> None:
        self.query_one("#parts-panel").remove_class("-over")
        self.page.focus()

    def on_descendant_focus(self) -> None:
        """Who goes back to the text has no use for what lies over it."""
        super().on_descendant_focus()
        if self.page.has_focus:
            self.query_one("#parts-panel").remove_class("-over")

    def on_panel_head_clicked(self, event: PanelHead.Clicked) -> None:
        """On a small screen there is nothing else to click on."""
        event.stop()
        self.do_parts()

    def do_leave(self) -> None:
        if self.focused is not self.page:
            self._to_text()

    # --- going on ----------------------------------------------------------------------------

    def on_card_list_opened(self, event: CardColumn.Opened) -> None:
        event.stop()
        self.action_do("compile.open")

    def on_virtual_list_opened(self, event: VirtualList.Opened) -> None:
        """A double click on a part ticks it."""
        event.stop()
        self.action_do("compile.tick" if event.control is self.parts else "compile.open")

    def do_open(self) -> None:
        """From a part to its beginning; from a paragraph to its proposals, or to the text where it has none."""
        found, spot = self.compiled, self.spot
        if found is None:
            return
        if self.parts.has_focus:
            self._enter(found, self.parts.chosen)
        elif spot is not None and self.has_proposals(spot):
            sought = self._proposal(found, spot)
            self.go_there(Destination("review", proposal=sought))
        else:
            self.do_edit()

    def _enter(self, found: Compiled, part: int) -> None:
        if part in self.wish.hidden:
            self.hide(self.wish.hidden - {part})
        self.show_all(Spot(found.stretches[part].first))
        self._to_text()

    def _proposal(self, found: Compiled, spot: Spot) -> str:
        """The one on which the cursor stands; of a cell of the table its own, else the first for the paragraph."""
        if spot.tabled is not None:
            return spot.tabled.proposal.id
        cell = self.grid.at(self.table.chosen, self.table.column) if self.is_table and self.grid else ()
        entry = cell[0].entry if cell else found.here[spot.ordinal][0]
        return entry.tabled.proposal.id

    def do_edit(self) -> None:
        spot = self.spot
        if spot is not None and spot.ordinal >= 0:
            self.go_there(Destination("draft", ordinal=spot.ordinal))

    def do_copy(self) -> None:
        if self.is_table:
            words = self.grid.told(self.table.chosen, self.table.column) if self.grid else ""
        else:
            words = self.setting.copied(self.column.chosen) if self.setting is not None else ""
        self.house.copy(words)
